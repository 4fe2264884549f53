// SPDX-License-Identifier: MIT
#pragma once

// What a SliceBuilder holds; for its two sources alone.

#include "core/slices/slice_builder.h"

namespace coroscope {

/// The duration of a span that has not ended yet.
inline constexpr std::int64_t kOpenSlice = -1;

/// The begin or end of a span.
struct SliceBuilder::Edge {
    std::int64_t at;
    std::uint64_t place; ///< of an end: 0 unless it has arguments
    SliceName name;
    bool begins;
    bool named = true; ///< an end that is not ends whatever was opened last
    std::uint8_t color = Slice::kColorOfName;
};

/// An end that ended nothing in its own process.
struct SliceBuilder::StrayEnd {
    const Lane *lane;
    std::int64_t at;
    std::uint64_t place;
    SliceName name;
    bool named;
};

struct SliceBuilder::Lane {
    SliceLane::Kind kind;
    std::string group;
    std::string key;
    std::string name = {};
    std::int64_t sortIndex = 0;
    std::vector<Block> blocks = {};
    struct Open {
        Slice *slice; ///< blocks are never moved
        [[nodiscard]] bool is(bool named, SliceName wanted) const { return !named || slice->name == wanted; }
    };
    std::vector<Open> opened = {}; ///< the one opened last is the last
    std::vector<Edge> edges = {};  ///< to be matched by time
    std::int64_t lastEdge = std::numeric_limits<std::int64_t>::min();
    std::vector<SliceMark> marks = {};
    std::vector<CounterPoint> points = {};
    std::int64_t lastBegin = std::numeric_limits<std::int64_t>::min();
    std::int64_t lastEnd = std::numeric_limits<std::int64_t>::min();
    bool sorted = true;
    bool shared = false; ///< holds several asynchronous operations
    bool global = false; ///< its operation may go on in other processes

    [[nodiscard]] bool empty() const { return blocks.empty() && marks.empty() && points.empty(); }
};

struct SliceBuilder::Process {
    std::string group;
    std::string name = {};
    std::string labels = {};
    std::string title = {}; ///< what it is called
    std::int64_t sortIndex = 0;
};

struct SliceBuilder::FlowPoint {
    std::uint64_t key;
    std::int64_t at;
    std::uint32_t lane;
    Flow what;
};

} // namespace coroscope

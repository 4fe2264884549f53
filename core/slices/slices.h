// SPDX-License-Identifier: MIT
#pragma once

#include "core/slices/slice_row.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace coroscope {

/// Something that happened in a lane and took no time.
struct SliceMark {
    /// Whom it concerns.
    enum class Scope : std::uint8_t { Lane, Process, Everything };

    std::int64_t at = 0;
    std::uint64_t place = 0;
    SliceName name{};
    Scope scope = Scope::Lane;
};

/// A counter's value from this instant on.
struct CounterPoint {
    std::int64_t at = 0;
    double value = 0;
};

/// One thread, one asynchronous operation or one counter of somebody else's program.
struct SliceLane {
    enum class Kind : std::uint8_t { Thread, Async, Counter };

    Kind kind = Kind::Thread;
    std::string process; ///< what it is called, or its number
    std::string name;
    std::string pid;                  ///< of its process, as the file has it; may be empty
    std::string tid;                  ///< of a thread
    std::vector<SliceRow> rows;       ///< what lies within a span of one row stands in the row below it
    std::vector<SliceMark> marks;     ///< in order of time
    std::vector<SliceMark> farMarks;  ///< of these, what concerns more than the lane
    std::vector<CounterPoint> points; ///< in order of time
    std::vector<double> peaks;        ///< of each kPeak points in turn, the value farthest from 0
    double least = 0;                 ///< of the points; 0 is always between the two
    double most = 0;

    static constexpr std::size_t kPeak = 64;

    [[nodiscard]] std::size_t spans() const;
    /// Of the points from `first` to before `last`, the value farthest from 0. Most of a long row of points is not
    /// looked at.
    [[nodiscard]] double farthest(std::size_t first, std::size_t last) const;
    /// The points are all there, in order of time.
    void finishPoints();
};

/// Cause and effect, as the file says.
struct SliceArrow {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::uint32_t fromLane = 0;
    std::uint32_t toLane = 0;
};

/// A trace of another program (Chrome Trace Event Format): spans with names, and no more. It does not say who waits for
/// what or who has the thread, so nothing of the kind is made of it. Times are nanoseconds from the first instant.
/// Does not change once it is built; any thread may read it.
class Slices {
public:
    [[nodiscard]] const std::vector<SliceLane> &lanes() const { return m_lanes; }
    /// By where they begin.
    [[nodiscard]] const std::vector<SliceArrow> &arrows() const { return m_arrows; }
    [[nodiscard]] std::int64_t end() const { return m_end; }
    /// What the file calls the first instant, in nanoseconds.
    [[nodiscard]] std::int64_t origin() const { return m_origin; }
    /// UTF-8; what is not is replaced.
    [[nodiscard]] std::string name(SliceName name) const;
    [[nodiscard]] std::size_t nameCount() const { return m_nameEnds.size(); }

    [[nodiscard]] std::size_t spanCount() const { return m_spans; }
    /// Events the reader had no use for: of phases it does not know, without a time, ends without a begin.
    [[nodiscard]] std::size_t ignored() const { return m_ignored; }
    /// Spans that lie within more than kDeepest others, and are therefore left out.
    [[nodiscard]] std::size_t tooDeep() const { return m_tooDeep; }
    static constexpr std::size_t kDeepest = 65'000;
    /// Where the end of a span stands, if it has arguments of its own; `place` is where the span begins.
    [[nodiscard]] std::optional<std::uint64_t> endPlace(std::uint64_t place) const;
    /// The file ended in the middle; this is what was complete.
    [[nodiscard]] bool incomplete() const { return m_incomplete; }
    /// Bytes of the spans and what is made for drawing them.
    [[nodiscard]] std::size_t memory() const;

private:
    friend class SliceBuilder;

    std::vector<SliceLane> m_lanes;
    std::vector<SliceArrow> m_arrows;
    std::string m_nameTexts; ///< as they are written in the file
    std::vector<std::uint64_t> m_nameEnds;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_endPlaces; ///< by the place of the begin
    std::int64_t m_end = 0;
    std::int64_t m_origin = 0;
    std::size_t m_spans = 0;
    std::size_t m_ignored = 0;
    std::size_t m_tooDeep = 0;
    bool m_incomplete = false;
};

/// The place of a span in its trace.
struct SliceAddress {
    std::uint32_t lane = 0;
    std::uint32_t row = 0;
    std::size_t index = 0;
    [[nodiscard]] bool operator==(const SliceAddress &) const = default;
};

/// The next span after `from` (before it, when `forward` is false) in order of time, then of lanes, whose name contains
/// `text`, whatever the case of its ASCII letters. From the beginning when `from` is nothing. O(spans).
[[nodiscard]] std::optional<SliceAddress> findSlice(const Slices &slices, std::string_view text,
                                                    const std::optional<SliceAddress> &from, bool forward);
/// How many spans have such a name.
[[nodiscard]] std::size_t countSlices(const Slices &slices, std::string_view text);

} // namespace coroscope

// SPDX-License-Identifier: MIT
#pragma once

#include "core/slices/slices.h"

#include <limits>
#include <map>
#include <memory>

namespace coroscope {

/// Takes the events of a trace as they come, in any order, and makes Slices of them.
///
/// While it is read a lane's spans stand in blocks that are never moved, because a growing array of ten million spans
/// would be in memory twice. At the end each lane is sorted (most are already), spread over rows, and its blocks are
/// given back.
class SliceBuilder {
public:
    /// When begins are matched with ends: while they come, or at the end, sorted by time.
    enum class Pairing : std::uint8_t { AsTheyCome, ByTime };

    explicit SliceBuilder(Pairing pairing = Pairing::AsTheyCome);
    ~SliceBuilder();
    SliceBuilder(const SliceBuilder &) = delete;
    SliceBuilder &operator=(const SliceBuilder &) = delete;

    /// `written` is the JSON string between its quotes; the same gives the same.
    [[nodiscard]] SliceName name(std::string_view written);

    /// Of a name the format gives to a colour; spans that want none have that of their name.
    [[nodiscard]] static std::uint8_t reservedColor(std::string_view reserved);

    /// The lane of a thread or an asynchronous operation; `group` and `key` tell lanes apart and are what it is called
    /// unless it gets a name.
    [[nodiscard]] std::uint32_t lane(SliceLane::Kind kind, std::string_view group, std::string_view key);

    void span(std::uint32_t lane, std::int64_t begin, std::int64_t duration, SliceName name, std::uint64_t place,
              std::uint8_t color = Slice::kColorOfName);
    /// A span whose end comes later.
    void open(std::uint32_t lane, std::int64_t begin, SliceName name, std::uint64_t place,
              std::uint8_t color = Slice::kColorOfName);
    /// Ends the span opened last; of an operation, the one opened last that has this name, unless it is nothing. One
    /// that ends nothing is ignored. `place` when it has arguments of its own, else 0.
    void close(std::uint32_t lane, std::int64_t end, std::optional<SliceName> name = std::nullopt,
               std::uint64_t place = 0);
    /// The operation of this lane may go on in other processes, where lanes have the same key: what is left over of
    /// ends is matched with what is open there.
    void joinProcesses(std::uint32_t lane);
    /// A lane's begins and ends did not come in order of time: matched as they come, they are matched wrongly.
    [[nodiscard]] bool outOfOrder() const { return m_outOfOrder; }
    void mark(std::uint32_t lane, std::int64_t at, SliceName name, std::uint64_t place,
              SliceMark::Scope scope = SliceMark::Scope::Lane);
    void count(std::uint32_t lane, std::int64_t at, double value);
    /// A flow goes through places, in order of time; those with the same key are one.
    enum class Flow : std::uint8_t { Begin, Step, End };
    void flow(std::uint64_t key, std::uint32_t lane, std::int64_t at, Flow what);
    void ignore() { ++m_slices.m_ignored; }
    /// The file ended before the trace did.
    void markIncomplete() { m_slices.m_incomplete = true; }
    /// Nothing has been taken so far that could be shown.
    [[nodiscard]] bool empty() const { return m_first > m_last && !m_opened; }

    void nameProcess(std::string_view group, std::string name);
    /// What is said of it behind its name.
    void labelProcess(std::string_view group, std::string labels);
    void sortProcess(std::string_view group, std::int64_t index);
    void nameLane(SliceLane::Kind kind, std::string_view group, std::string_view key, std::string name);
    void sortLane(SliceLane::Kind kind, std::string_view group, std::string_view key, std::int64_t index);

    /// Everything has been said. The builder is used up.
    [[nodiscard]] Slices finish();

private:
    using Block = std::vector<Slice>; ///< reserved, never grown
    struct Lane;
    struct Process;
    struct FlowPoint;
    struct Edge;
    struct StrayEnd;

    void edge(std::uint32_t lane, const Edge &edge);
    void match(Lane &lane, const Edge &edge);
    void notePlaces(const Slice &slice, std::uint64_t end);
    void matchByTime();
    Lane &laneOf(SliceLane::Kind kind, std::string_view group, std::string_view key);
    void add(Lane &lane, const Slice &slice);
    void growNames();
    void finishLanes(const std::vector<std::uint32_t> &order);
    [[nodiscard]] std::size_t finishLane(Lane &lane, SliceLane &out, std::int64_t origin) const;
    void finishArrows(const std::vector<std::uint32_t> &places);
    void joinLanes();
    void joinEnds(const std::map<std::string_view, std::vector<Lane *>> &byKey);
    void mergeAsyncLanes();
    void titleProcesses();
    Process &processOf(std::string_view group);
    [[nodiscard]] std::vector<std::uint32_t> laneOrder() const;
    [[nodiscard]] std::string labelOf(const Lane &lane) const;

    Slices m_slices;
    std::vector<std::uint8_t> m_colors;     ///< by name
    std::vector<std::uint32_t> m_nameTable; ///< open addressing; 0: free, else a name + 1
    std::vector<std::uint32_t> m_laneTable; ///< the same of lanes
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<Process> m_processes;
    std::vector<FlowPoint> m_flows;
    std::vector<StrayEnd> m_strays;
    std::uint32_t m_lastLane = 0;
    Pairing m_pairing;
    bool m_outOfOrder = false;
    bool m_opened = false; ///< a span has begun
    std::int64_t m_first = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_last = std::numeric_limits<std::int64_t>::min();
};

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/slices/slice_builder.h"

#include "core/record/json_unescape.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <future>
#include <limits>
#include <map>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>

namespace coroscope {

namespace {

/// More spans than these at the same time in one lane are left out: nobody could see them, and finding a free row for
/// each would take too long.
constexpr std::size_t kMostRows = 1000;
/// So many asynchronous operations of a kind have a lane each; more share one.
constexpr std::size_t kMostAsyncLanes = 32;

/// The duration of a span that has not ended yet.
constexpr std::int64_t kOpen = -1;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const auto product = static_cast<Wide>(a ^ 0x9e3779b97f4a7c15U) * (b ^ 0xe7037ed1a0b428dbU);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t hashOf(std::string_view text, std::uint64_t seed = 0)
{
    std::uint64_t hash = seed ^ text.size();
    const char *at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        hash = mixed(hash, word);
    }
    std::uint64_t rest = 0;
    if (left > 0) // nothing is copied from nowhere
        std::memcpy(&rest, at, left);
    return mixed(hash, rest);
}

} // namespace

/// The begin or end of a span.
struct SliceBuilder::Edge {
    std::int64_t at;
    std::uint64_t place; ///< a begin's
    SliceName name;      ///< a begin's
    bool begins;
};

struct SliceBuilder::Lane {
    SliceLane::Kind kind;
    std::string group;
    std::string key;
    std::string name = {};
    std::int64_t sortIndex = 0;
    std::vector<Block> blocks = {};
    std::vector<std::int64_t *> openDurations = {}; ///< of the spans that are open, the last one opened last
    std::vector<std::int64_t> openBegins = {};
    std::vector<Edge> edges = {}; ///< to be matched by time
    std::int64_t lastEdge = std::numeric_limits<std::int64_t>::min();
    std::vector<SliceMark> marks = {};
    std::vector<CounterPoint> points = {};
    std::int64_t lastBegin = std::numeric_limits<std::int64_t>::min();
    std::int64_t lastEnd = std::numeric_limits<std::int64_t>::min();
    bool sorted = true;
    bool shared = false; ///< holds several asynchronous operations

    [[nodiscard]] bool empty() const { return blocks.empty() && marks.empty() && points.empty(); }
};

struct SliceBuilder::Process {
    std::string group;
    std::string name = {};
    std::int64_t sortIndex = 0;
};

struct SliceBuilder::FlowPoint {
    std::uint64_t key;
    std::int64_t at;
    std::uint32_t lane;
    bool begins;
};

SliceBuilder::SliceBuilder(Pairing pairing) : m_nameTable(1024), m_laneTable(256), m_pairing(pairing) {}
SliceBuilder::~SliceBuilder() = default;

SliceName SliceBuilder::name(std::string_view written)
{
    const std::uint64_t hash = hashOf(written);
    std::size_t slot = hash & (m_nameTable.size() - 1);
    auto &ends = m_slices.m_nameEnds;
    while (m_nameTable[slot] != 0) {
        const std::size_t known = m_nameTable[slot] - 1;
        const std::size_t begin = known == 0 ? 0 : ends[known - 1];
        if (std::string_view(m_slices.m_nameTexts).substr(begin, ends[known] - begin) == written)
            return static_cast<SliceName>(known);
        slot = (slot + 1) & (m_nameTable.size() - 1);
    }
    constexpr std::size_t kMostNames = std::size_t(1) << 28;
    if (ends.size() >= kMostNames)
        throw std::bad_alloc();
    const auto id = static_cast<std::uint32_t>(ends.size());
    m_slices.m_nameTexts += written;
    ends.push_back(m_slices.m_nameTexts.size());
    m_colors.push_back(static_cast<std::uint8_t>((hash >> 40) % kSliceColors.size()));
    m_nameTable[slot] = id + 1;
    if (ends.size() * 2 > m_nameTable.size())
        growNames();
    return static_cast<SliceName>(id);
}

void SliceBuilder::growNames()
{
    std::vector<std::uint32_t> larger(m_nameTable.size() * 2);
    const auto &ends = m_slices.m_nameEnds;
    for (std::size_t id = 0; id < ends.size(); ++id) {
        const std::size_t begin = id == 0 ? 0 : ends[id - 1];
        std::size_t slot = hashOf({m_slices.m_nameTexts.data() + begin, ends[id] - begin}) & (larger.size() - 1);
        while (larger[slot] != 0)
            slot = (slot + 1) & (larger.size() - 1);
        larger[slot] = static_cast<std::uint32_t>(id + 1);
    }
    m_nameTable = std::move(larger);
}

std::uint32_t SliceBuilder::lane(SliceLane::Kind kind, std::string_view group, std::string_view key)
{
    const auto is = [&](const Lane &lane) { return lane.key == key && lane.kind == kind && lane.group == group; };
    if (m_lastLane < m_lanes.size() && is(*m_lanes[m_lastLane]))
        return m_lastLane;
    const auto slotOf = [this](std::uint64_t hash) { return hash & (m_laneTable.size() - 1); };
    const auto hash = [](const Lane &lane) { return hashOf(lane.key, hashOf(lane.group, static_cast<std::uint64_t>(lane.kind) + 1)); };
    std::size_t slot = slotOf(hashOf(key, hashOf(group, static_cast<std::uint64_t>(kind) + 1)));
    for (; m_laneTable[slot] != 0; slot = (slot + 1) & (m_laneTable.size() - 1)) {
        if (is(*m_lanes[m_laneTable[slot] - 1]))
            return m_lastLane = m_laneTable[slot] - 1;
    }
    m_lanes.push_back(std::make_unique<Lane>(Lane{.kind = kind, .group = std::string(group), .key = std::string(key)}));
    m_laneTable[slot] = static_cast<std::uint32_t>(m_lanes.size());
    if (std::ranges::none_of(m_processes, [&](const Process &process) { return process.group == group; }))
        m_processes.push_back({std::string(group)});
    if (m_lanes.size() * 2 > m_laneTable.size()) {
        m_laneTable.assign(m_laneTable.size() * 2, 0);
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            std::size_t free = slotOf(hash(*m_lanes[i]));
            while (m_laneTable[free] != 0)
                free = (free + 1) & (m_laneTable.size() - 1);
            m_laneTable[free] = static_cast<std::uint32_t>(i + 1);
        }
    }
    return m_lastLane = static_cast<std::uint32_t>(m_lanes.size() - 1);
}

void SliceBuilder::add(Lane &lane, const Slice &slice)
{
    constexpr std::size_t kFirstBlock = 16;
    constexpr std::size_t kLargestBlock = 2048; // larger ones would each be mapped and unmapped
    if (lane.blocks.empty() || lane.blocks.back().size() == lane.blocks.back().capacity()) {
        const std::size_t size = lane.blocks.empty() ? kFirstBlock : std::min(kLargestBlock, lane.blocks.back().size() * 2);
        lane.blocks.emplace_back().reserve(size);
    }
    lane.blocks.back().push_back(slice);
    // Sorted: by begin, and what encloses another in front of it.
    const std::int64_t end = slice.duration == kOpen ? std::numeric_limits<std::int64_t>::max() : slice.end();
    if (slice.begin < lane.lastBegin || (slice.begin == lane.lastBegin && end > lane.lastEnd))
        lane.sorted = false;
    lane.lastBegin = slice.begin;
    lane.lastEnd = end;
    m_first = std::min(m_first, slice.begin);
    m_last = std::max(m_last, std::max(slice.begin, slice.duration == kOpen ? slice.begin : end));
}

void SliceBuilder::span(std::uint32_t lane, std::int64_t begin, std::int64_t duration, SliceName name, std::uint64_t place)
{
    if (duration <= 0)
        mark(lane, begin, name, place);
    else
        add(*m_lanes[lane], {begin, duration, place, name});
}

void SliceBuilder::open(std::uint32_t lane, std::int64_t begin, SliceName name, std::uint64_t place)
{
    edge(lane, {begin, place, name, true});
}

void SliceBuilder::close(std::uint32_t lane, std::int64_t end)
{
    edge(lane, {end, 0, {}, false});
}

void SliceBuilder::edge(std::uint32_t lane, const Edge &edge)
{
    Lane &in = *m_lanes[lane];
    if (m_pairing == Pairing::ByTime) {
        in.edges.push_back(edge);
        return;
    }
    m_outOfOrder |= edge.at < in.lastEdge;
    in.lastEdge = edge.at;
    match(in, edge);
}

void SliceBuilder::match(Lane &lane, const Edge &edge)
{
    if (edge.begins) {
        add(lane, {edge.at, kOpen, edge.place, edge.name});
        lane.openDurations.push_back(&lane.blocks.back().back().duration);
        lane.openBegins.push_back(edge.at);
        return;
    }
    if (lane.openDurations.empty()) {
        ignore();
        return;
    }
    std::int64_t *const duration = lane.openDurations.back();
    *duration = edge.at - lane.openBegins.back();
    lane.openDurations.pop_back();
    lane.openBegins.pop_back();
    Block &last = lane.blocks.back();
    if (*duration <= 0 && !last.empty() && duration == &last.back().duration) { // a mark, as a span of no duration is
        const Slice slice = last.back();
        last.pop_back();
        lane.marks.push_back({slice.begin, slice.place, slice.name});
    }
    m_last = std::max(m_last, edge.at);
}

/// What happens at one instant happens as it stands in the file.
void SliceBuilder::matchByTime()
{
    for (const auto &lane : m_lanes) {
        std::ranges::stable_sort(lane->edges, {}, &Edge::at);
        for (const Edge &edge : std::exchange(lane->edges, {}))
            match(*lane, edge);
    }
}

void SliceBuilder::mark(std::uint32_t lane, std::int64_t at, SliceName name, std::uint64_t place)
{
    m_lanes[lane]->marks.push_back({at, place, name});
    m_first = std::min(m_first, at);
    m_last = std::max(m_last, at);
}

void SliceBuilder::count(std::uint32_t lane, std::int64_t at, double value)
{
    m_lanes[lane]->points.push_back({at, std::isfinite(value) ? value : 0});
    m_first = std::min(m_first, at);
    m_last = std::max(m_last, at);
}

void SliceBuilder::flow(std::uint64_t key, std::uint32_t lane, std::int64_t at, bool begins)
{
    m_flows.push_back({key, at, lane, begins});
}

void SliceBuilder::nameProcess(std::string_view group, std::string name)
{
    (void)lane(SliceLane::Kind::Thread, group, {}); // makes the process known
    for (Process &process : m_processes)
        if (process.group == group)
            process.name = name;
}

void SliceBuilder::sortProcess(std::string_view group, std::int64_t index)
{
    (void)lane(SliceLane::Kind::Thread, group, {});
    for (Process &process : m_processes)
        if (process.group == group)
            process.sortIndex = index;
}

SliceBuilder::Lane &SliceBuilder::laneOf(SliceLane::Kind kind, std::string_view group, std::string_view key)
{
    return *m_lanes[lane(kind, group, key)];
}

void SliceBuilder::nameLane(SliceLane::Kind kind, std::string_view group, std::string_view key, std::string name)
{
    laneOf(kind, group, key).name = std::move(name);
}

void SliceBuilder::sortLane(SliceLane::Kind kind, std::string_view group, std::string_view key, std::int64_t index)
{
    laneOf(kind, group, key).sortIndex = index;
}

// The end ------------------------------------------------------------------------------------------------------------

Slices SliceBuilder::finish()
{
    matchByTime();
    mergeAsyncLanes();
    if (m_first > m_last)
        m_first = m_last = 0;
    m_slices.m_origin = m_first;
    m_slices.m_end = m_last - m_first;
    m_nameTable = {};
    const std::vector<std::uint32_t> order = laneOrder();
    std::vector<std::uint32_t> places(m_lanes.size(), ~0U);
    m_slices.m_lanes.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] = static_cast<std::uint32_t>(i);
    finishLanes(order);
    for (const SliceLane &lane : m_slices.m_lanes)
        m_slices.m_spans += lane.spans();
    finishArrows(places);
    m_slices.m_nameTexts.shrink_to_fit();
    return std::move(m_slices);
}

/// A browser has thousands of requests: where a kind of operation has very many, they share a lane.
void SliceBuilder::mergeAsyncLanes()
{
    std::map<std::pair<std::string_view, std::string_view>, std::vector<Lane *>> kinds;
    for (const auto &lane : m_lanes)
        if (lane->kind == SliceLane::Kind::Async)
            kinds[{lane->group, std::string_view(lane->key).substr(0, lane->key.find('\0'))}].push_back(lane.get());
    for (auto &[kind, lanes] : kinds) {
        if (lanes.size() <= kMostAsyncLanes)
            continue;
        Lane &first = *lanes.front();
        first.shared = true;
        first.sorted = false;
        for (std::size_t i = 1; i < lanes.size(); ++i) {
            Lane &other = *lanes[i];
            std::ranges::move(other.blocks, std::back_inserter(first.blocks));
            first.marks.insert(first.marks.end(), other.marks.begin(), other.marks.end());
            other.blocks.clear();
            other.marks.clear();
            other.shared = true;
        }
    }
}

/// By process, then threads, operations and counters; as the file wants them sorted, else as they came.
std::vector<std::uint32_t> SliceBuilder::laneOrder() const
{
    std::map<std::string_view, std::pair<std::int64_t, std::size_t>> processes;
    for (std::size_t i = 0; i < m_processes.size(); ++i)
        processes[m_processes[i].group] = {m_processes[i].sortIndex, i};
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_lanes.size(); ++i)
        if (!m_lanes[i]->empty())
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
        const Lane &lane = *m_lanes[i];
        return std::tuple(processes[lane.group], lane.kind, lane.sortIndex);
    });
    return order;
}

std::string SliceBuilder::labelOf(const Lane &lane) const
{
    if (!lane.name.empty())
        return lane.name;
    const std::size_t split = lane.key.find('\0');
    if (lane.kind != SliceLane::Kind::Async || split == std::string::npos)
        return textOfJson(lane.key);
    const std::string kind = textOfJson(lane.key.substr(0, split));
    return lane.shared ? kind : kind + (kind.empty() ? "" : " ") + textOfJson(lane.key.substr(split + 1));
}

/// Lanes know nothing of each other: several processors finish them in half the time.
void SliceBuilder::finishLanes(const std::vector<std::uint32_t> &order)
{
    constexpr std::size_t kWorthThreads = 16; // blocks of spans
    std::size_t blocks = 0;
    for (const std::uint32_t lane : order)
        blocks += m_lanes[lane]->blocks.size();
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        std::size_t ignored = 0;
        for (std::size_t i = next++; i < order.size(); i = next++)
            ignored += finishLane(*m_lanes[order[i]], m_slices.m_lanes[i], m_first);
        return ignored;
    };
    std::vector<std::future<std::size_t>> helpers;
    const unsigned processors = blocks >= kWorthThreads ? std::min(std::thread::hardware_concurrency(), 8U) : 1;
    try {
        while (helpers.size() + 1 < processors)
            helpers.push_back(std::async(std::launch::async, work));
    } catch (const std::system_error &) {
        // No more threads are to be had; those that are there do it.
    }
    m_slices.m_ignored += work();
    for (auto &helper : helpers)
        m_slices.m_ignored += helper.get();
}

namespace {

void finishMarks(std::vector<SliceMark> &marks, std::vector<CounterPoint> &points, SliceLane &out, std::int64_t origin)
{
    for (SliceMark &mark : marks)
        mark.at -= origin;
    for (CounterPoint &point : points)
        point.at -= origin;
    out.marks = std::move(marks);
    out.points = std::move(points);
    std::ranges::stable_sort(out.marks, {}, &SliceMark::at);
    std::ranges::stable_sort(out.points, {}, &CounterPoint::at);
    out.finishPoints();
}

/// Which row each of the spans goes to that come in the order of their beginnings: the first that is free.
class RowChoice {
public:
    explicit RowChoice(std::size_t spans) { m_rowOf.reserve(spans); }

    void add(const Slice &slice)
    {
        std::size_t row = 0;
        while (row < m_ends.size() && m_ends[row] > slice.begin)
            ++row;
        if (row == kMostRows) {
            ++m_ignored;
            m_rowOf.push_back(kMostRows);
            return;
        }
        if (row == m_ends.size()) {
            m_ends.push_back(0);
            m_sizes.push_back(0);
        }
        m_ends[row] = slice.end();
        ++m_sizes[row];
        m_rowOf.push_back(static_cast<std::uint16_t>(row));
    }

    /// kMostRows when there was none.
    [[nodiscard]] std::size_t rowOf(std::size_t span) const { return m_rowOf[span]; }
    [[nodiscard]] const std::vector<std::size_t> &sizes() const { return m_sizes; }
    [[nodiscard]] std::size_t ignored() const { return m_ignored; }

private:
    std::vector<std::uint16_t> m_rowOf;
    std::vector<std::int64_t> m_ends;
    std::vector<std::size_t> m_sizes;
    std::size_t m_ignored = 0;
};

} // namespace

/// Returns how many spans found no row. Changes nothing but its lane.
std::size_t SliceBuilder::finishLane(Lane &lane, SliceLane &out, std::int64_t origin) const
{
    out.kind = lane.kind;
    out.name = labelOf(lane);
    for (const Process &process : m_processes)
        if (process.group == lane.group)
            out.process = process.name.empty() ? textOfJson(process.group) : process.name;
    finishMarks(lane.marks, lane.points, out, origin);

    std::vector<Slice> slices;
    std::size_t count = 0;
    for (const Block &block : lane.blocks)
        count += block.size();
    const auto finished = [&](Slice slice) {
        slice.open = slice.duration == kOpen;
        if (slice.open)
            slice.duration = std::max<std::int64_t>(0, m_last - slice.begin);
        slice.begin -= origin;
        return slice;
    };
    if (!lane.sorted) {
        slices.reserve(count);
        for (Block &block : lane.blocks) {
            std::ranges::transform(block, std::back_inserter(slices), finished);
            Block().swap(block);
        }
        std::ranges::sort(slices, [](const Slice &a, const Slice &b) {
            return std::tuple(a.begin, b.duration, a.place) < std::tuple(b.begin, a.duration, b.place);
        });
    }
    const auto eachSlice = [&](auto &&take) {
        if (!lane.sorted) {
            std::ranges::for_each(slices, take);
            return;
        }
        for (const Block &block : lane.blocks)
            for (const Slice &slice : block)
                take(finished(slice));
    };
    // First which row each goes to, then the rows at their sizes.
    RowChoice choice(count);
    eachSlice([&choice](const Slice &slice) { choice.add(slice); });
    out.rows.resize(choice.sizes().size());
    for (std::size_t row = 0; row < out.rows.size(); ++row)
        out.rows[row].reserve(choice.sizes()[row]);
    std::size_t next = 0;
    eachSlice([&](const Slice &slice) {
        if (const std::size_t row = choice.rowOf(next++); row < kMostRows)
            out.rows[row].append(slice, m_colors[static_cast<std::uint32_t>(slice.name)]);
    });
    std::vector<Block>().swap(lane.blocks);
    for (SliceRow &row : out.rows)
        row.finish();
    return choice.ignored();
}

void SliceBuilder::finishArrows(const std::vector<std::uint32_t> &places)
{
    std::ranges::stable_sort(m_flows, {}, [](const FlowPoint &point) { return std::pair(point.key, point.at); });
    for (std::size_t i = 1; i < m_flows.size(); ++i) {
        const FlowPoint &from = m_flows[i - 1];
        const FlowPoint &to = m_flows[i];
        if (from.key != to.key || to.begins || places[from.lane] == ~0U || places[to.lane] == ~0U)
            continue;
        m_slices.m_arrows.push_back({from.at - m_first, to.at - m_first, places[from.lane], places[to.lane]});
    }
    m_flows = {};
    std::ranges::sort(m_slices.m_arrows, {}, &SliceArrow::from);
    m_slices.m_arrows.shrink_to_fit();
}

} // namespace coroscope

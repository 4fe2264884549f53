// SPDX-License-Identifier: MIT
#include "core/slices/slice_builder_parts.h"

#include "core/record/json_unescape.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <future>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>

namespace coroscope {

namespace {

/// More spans than these at the same time in one lane are left out.
constexpr std::size_t kMostRows = Slices::kDeepest + 1;
/// So many asynchronous operations of a kind have a lane each; more share one.
constexpr std::size_t kMostAsyncLanes = 32;

} // namespace

Slices SliceBuilder::finish()
{
    matchByTime();
    joinLanes();
    mergeAsyncLanes();
    titleProcesses();
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
    std::ranges::sort(m_slices.m_endPlaces);
    m_slices.m_endPlaces.shrink_to_fit();
    m_slices.m_nameTexts.shrink_to_fit();
    return std::move(m_slices);
}

/// An operation that ends in another process than it began in, and steps of it in others. (Ends have to be looked for
/// in their own process first: many programs number their operations a process.)
void SliceBuilder::joinLanes()
{
    std::map<std::string_view, std::vector<Lane *>> byKey;
    for (const auto &lane : m_lanes)
        if (lane->kind == SliceLane::Kind::Async && lane->global)
            byKey[lane->key].push_back(lane.get());
    joinEnds(byKey);
    for (const auto &[key, lanes] : byKey) {
        const auto home = std::ranges::find_if(lanes, [](const Lane *lane) { return !lane->blocks.empty(); });
        if (home == lanes.end())
            continue;
        for (Lane *const lane : lanes) {
            if (!lane->blocks.empty())
                continue;
            (*home)->marks.insert((*home)->marks.end(), lane->marks.begin(), lane->marks.end());
            lane->marks.clear();
        }
    }
}

void SliceBuilder::joinEnds(const std::map<std::string_view, std::vector<Lane *>> &byKey)
{
    std::ranges::stable_sort(m_strays, {}, &StrayEnd::at);
    for (const StrayEnd &end : m_strays) {
        Lane *in = nullptr;
        std::size_t ended = 0;
        for (Lane *const lane : byKey.at(end.lane->key))
            for (std::size_t i = 0; i < lane->opened.size(); ++i)
                if (const Lane::Open &open = lane->opened[i];
                    open.slice->begin < end.at && open.is(end.named, end.name)
                    && (!in || open.slice->begin > in->opened[ended].slice->begin)) {
                    in = lane;
                    ended = i;
                }
        if (!in) {
            ignore();
            continue;
        }
        Slice &span = *in->opened[ended].slice;
        span.duration = end.at - span.begin;
        notePlaces(span, end.place);
        in->opened.erase(in->opened.begin() + static_cast<std::ptrdiff_t>(ended));
        in->sorted = false; // it was the longest of those that begin with it
        m_last = std::max(m_last, end.at);
    }
    m_strays.clear();
}

/// Processes of one name are told apart by their number, and by what they say of themselves.
void SliceBuilder::titleProcesses()
{
    std::map<std::string, int, std::less<>> times;
    const auto nameOf = [](const Process &process) {
        return process.name.empty() ? textOfJson(process.group) : process.name;
    };
    for (const Process &process : m_processes)
        ++times[nameOf(process)];
    for (Process &process : m_processes) {
        process.title = nameOf(process);
        if (times[process.title] > 1 && !process.name.empty())
            process.title += " (pid " + textOfJson(process.group) + ')';
        if (!process.labels.empty())
            process.title += (process.title.empty() ? "" : ": ") + process.labels;
    }
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

namespace {

/// Of a process or thread; those whose number is none come last, as they stand in the file.
std::int64_t numberOfId(std::string_view id)
{
    constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc() && end == id.data() + id.size() ? number : kNone;
}

} // namespace

/// By process, then threads, operations and counters. As the file wants them sorted, else processes by their numbers,
/// threads by their names and then by their numbers, and the others as they came.
std::vector<std::uint32_t> SliceBuilder::laneOrder() const
{
    std::map<std::string_view, std::tuple<std::int64_t, std::int64_t, std::size_t>> processes;
    for (std::size_t i = 0; i < m_processes.size(); ++i)
        processes[m_processes[i].group] = {m_processes[i].sortIndex, numberOfId(m_processes[i].group), i};
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_lanes.size(); ++i)
        if (!m_lanes[i]->empty())
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
        const Lane &lane = *m_lanes[i];
        const bool thread = lane.kind == SliceLane::Kind::Thread;
        return std::tuple(processes[lane.group], lane.kind, lane.sortIndex, thread && lane.name.empty(),
                          thread ? std::string_view(lane.name) : std::string_view(), thread ? numberOfId(lane.key) : 0);
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
        std::size_t tooDeep = 0;
        for (std::size_t i = next++; i < order.size(); i = next++)
            tooDeep += finishLane(*m_lanes[order[i]], m_slices.m_lanes[i], m_first);
        return tooDeep;
    };
    std::vector<std::future<std::size_t>> helpers;
    const unsigned processors = blocks >= kWorthThreads ? std::min(std::thread::hardware_concurrency(), 8U) : 1;
    try {
        while (helpers.size() + 1 < processors)
            helpers.push_back(std::async(std::launch::async, work));
    } catch (const std::system_error &) {
        // No more threads are to be had; those that are there do it.
    }
    m_slices.m_tooDeep += work();
    for (auto &helper : helpers)
        m_slices.m_tooDeep += helper.get();
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
    std::ranges::copy_if(out.marks, std::back_inserter(out.farMarks),
                         [](const SliceMark &mark) { return mark.scope != SliceMark::Scope::Lane; });
    std::ranges::stable_sort(out.points, {}, &CounterPoint::at);
    out.finishPoints();
}

/// The first of many rows that is free at an instant, in a logarithm of their number: over the rows stands a tree of
/// when the earliest of them gets free.
class DeepRows {
public:
    [[nodiscard]] std::size_t size() const { return m_size; }

    /// size() when none is.
    [[nodiscard]] std::size_t firstFree(std::int64_t at) const
    {
        if (m_tree.empty() || m_tree[1] > at)
            return m_size;
        std::size_t node = 1;
        while (node < leaves())
            node = m_tree[2 * node] <= at ? 2 * node : 2 * node + 1;
        return node - leaves();
    }

    /// Of a row, or a new one behind the last.
    void setEnd(std::size_t row, std::int64_t end)
    {
        if (row == leaves())
            grow();
        m_size = std::max(m_size, row + 1);
        std::size_t node = row + leaves();
        for (m_tree[node] = end; node > 1; node /= 2)
            m_tree[node / 2] = std::min(m_tree[node], m_tree[node ^ 1]);
    }

private:
    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
    [[nodiscard]] std::size_t leaves() const { return m_tree.size() / 2; }

    void grow()
    {
        const std::size_t before = leaves();
        std::vector<std::int64_t> larger(std::max<std::size_t>(2, 4 * before), kNever);
        std::copy_n(m_tree.begin() + static_cast<std::ptrdiff_t>(before), before,
                    larger.begin() + static_cast<std::ptrdiff_t>(larger.size() / 2));
        for (std::size_t node = larger.size() / 2 - 1; node > 0; --node)
            larger[node] = std::min(larger[2 * node], larger[2 * node + 1]);
        m_tree = std::move(larger);
    }

    std::vector<std::int64_t> m_tree; ///< from 1; the rows are its second half
    std::size_t m_size = 0;
};

/// Which row each of the spans goes to that come in the order of their beginnings: the first that is free.
class RowChoice {
public:
    explicit RowChoice(std::size_t spans) { m_rowOf.reserve(spans); }

    void add(const Slice &slice)
    {
        std::size_t row = 0;
        while (row < m_ends.size() && m_ends[row] > slice.begin)
            ++row;
        if (row == kNear)
            row += m_deep.firstFree(slice.begin);
        if (row == kMostRows) {
            ++m_ignored;
            m_rowOf.push_back(kMostRows);
            return;
        }
        if (row == m_sizes.size())
            m_sizes.push_back(0);
        take(row, slice.end());
        ++m_sizes[row];
        m_rowOf.push_back(static_cast<std::uint16_t>(row));
    }

    /// kMostRows when there was none.
    [[nodiscard]] std::size_t rowOf(std::size_t span) const { return m_rowOf[span]; }
    [[nodiscard]] const std::vector<std::size_t> &sizes() const { return m_sizes; }
    [[nodiscard]] std::size_t ignored() const { return m_ignored; }

private:
    static constexpr std::size_t kNear = 32; ///< most programs nest no deeper: these are looked at one by one

    void take(std::size_t row, std::int64_t end)
    {
        if (row >= kNear)
            m_deep.setEnd(row - kNear, end);
        else if (row < m_ends.size())
            m_ends[row] = end;
        else
            m_ends.push_back(end);
    }

    std::vector<std::uint16_t> m_rowOf;
    std::vector<std::int64_t> m_ends; ///< of the first rows
    DeepRows m_deep;                  ///< the others
    std::vector<std::size_t> m_sizes;
    std::size_t m_ignored = 0;
};

} // namespace

/// Returns how many spans found no row. Changes nothing but its lane.
std::size_t SliceBuilder::finishLane(Lane &lane, SliceLane &out, std::int64_t origin) const
{
    out.kind = lane.kind;
    out.name = labelOf(lane);
    out.pid = textOfJson(lane.group);
    if (lane.kind == SliceLane::Kind::Thread)
        out.tid = textOfJson(lane.key);
    for (const Process &process : m_processes)
        if (process.group == lane.group)
            out.process = process.title;
    finishMarks(lane.marks, lane.points, out, origin);

    std::vector<Slice> slices;
    std::size_t count = 0;
    for (const Block &block : lane.blocks)
        count += block.size();
    const auto finished = [&](Slice slice) {
        slice.open = slice.duration == kOpenSlice;
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
            out.rows[row].append(slice, slice.color == Slice::kColorOfName
                                            ? m_colors[static_cast<std::uint32_t>(slice.name)]
                                            : slice.color);
    });
    std::vector<Block>().swap(lane.blocks);
    for (SliceRow &row : out.rows)
        row.finish();
    return choice.ignored();
}

void SliceBuilder::finishArrows(const std::vector<std::uint32_t> &places)
{
    std::ranges::stable_sort(m_flows, {}, [](const FlowPoint &point) { return std::pair(point.key, point.at); });
    // Where one begins and arrives at one instant, its begin may stand behind its end in the file.
    for (std::size_t i = 0; i + 1 < m_flows.size(); ++i) {
        const bool goesOn = i > 0 && m_flows[i - 1].key == m_flows[i].key && m_flows[i - 1].what != Flow::End;
        if (m_flows[i].what == Flow::Begin || goesOn)
            continue;
        for (std::size_t next = i + 1;
             next < m_flows.size() && m_flows[next].key == m_flows[i].key && m_flows[next].at == m_flows[i].at;
             ++next) {
            if (m_flows[next].what != Flow::Begin)
                continue;
            std::rotate(m_flows.begin() + static_cast<std::ptrdiff_t>(i),
                        m_flows.begin() + static_cast<std::ptrdiff_t>(next),
                        m_flows.begin() + static_cast<std::ptrdiff_t>(next) + 1);
            break;
        }
    }
    for (std::size_t i = 1; i < m_flows.size(); ++i) {
        const FlowPoint &from = m_flows[i - 1];
        const FlowPoint &to = m_flows[i];
        if (from.key != to.key || to.what == Flow::Begin || places[from.lane] == ~0U || places[to.lane] == ~0U)
            continue;
        m_slices.m_arrows.push_back({from.at - m_first, to.at - m_first, places[from.lane], places[to.lane]});
    }
    m_flows = {};
    std::ranges::sort(m_slices.m_arrows, {}, &SliceArrow::from);
    m_slices.m_arrows.shrink_to_fit();
}

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/slices/slice_builder_parts.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace coroscope {

namespace {

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

/// The nearest of ours to what other viewers show; names that are not known are told apart.
std::uint8_t SliceBuilder::reservedColor(std::string_view reserved)
{
    static constexpr std::pair<std::string_view, std::uint8_t> kReserved[]{{"good", 2},
                                                                           {"bad", 1},
                                                                           {"terrible", 3},
                                                                           {"yellow", 4},
                                                                           {"olive", 6},
                                                                           {"thread_state_running", 2},
                                                                           {"thread_state_runnable", 0},
                                                                           {"thread_state_iowait", 1},
                                                                           {"thread_state_uninterruptible", 3},
                                                                           {"thread_state_sleeping", 7},
                                                                           {"rail_response", 0},
                                                                           {"rail_animation", 1},
                                                                           {"rail_load", 2},
                                                                           {"startup", 4},
                                                                           {"vsync_highlight_color", 5}};
    const auto known = std::ranges::find(kReserved, reserved, &std::pair<std::string_view, std::uint8_t>::first);
    return known != std::end(kReserved) ? known->second
                                        : static_cast<std::uint8_t>((hashOf(reserved) >> 40) % kSliceColors.size());
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
    const auto hash = [](const Lane &lane) {
        return hashOf(lane.key, hashOf(lane.group, static_cast<std::uint64_t>(lane.kind) + 1));
    };
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
        const std::size_t size =
            lane.blocks.empty() ? kFirstBlock : std::min(kLargestBlock, lane.blocks.back().size() * 2);
        lane.blocks.emplace_back().reserve(size);
    }
    lane.blocks.back().push_back(slice);
    // Sorted: by begin, and what encloses another in front of it.
    const std::int64_t end = slice.duration == kOpenSlice ? std::numeric_limits<std::int64_t>::max() : slice.end();
    if (slice.begin < lane.lastBegin || (slice.begin == lane.lastBegin && end > lane.lastEnd))
        lane.sorted = false;
    lane.lastBegin = slice.begin;
    lane.lastEnd = end;
    m_first = std::min(m_first, slice.begin);
    m_last = std::max(m_last, std::max(slice.begin, slice.duration == kOpenSlice ? slice.begin : end));
}

void SliceBuilder::span(std::uint32_t lane, std::int64_t begin, std::int64_t duration, SliceName name,
                        std::uint64_t place, std::uint8_t color)
{
    if (duration <= 0)
        mark(lane, begin, name, place);
    else
        add(*m_lanes[lane], {begin, duration, place, name, false, color});
}

void SliceBuilder::open(std::uint32_t lane, std::int64_t begin, SliceName name, std::uint64_t place, std::uint8_t color)
{
    m_opened = true;
    edge(lane, {begin, place, name, true, true, color});
}

void SliceBuilder::close(std::uint32_t lane, std::int64_t end, std::optional<SliceName> name, std::uint64_t place)
{
    edge(lane, {end, place, name.value_or(SliceName{}), false, name.has_value()});
}

void SliceBuilder::joinProcesses(std::uint32_t lane)
{
    m_lanes[lane]->global = true;
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
        add(lane, {edge.at, kOpenSlice, edge.place, edge.name, false, edge.color});
        lane.opened.push_back({&lane.blocks.back().back()});
        return;
    }
    auto ended = lane.opened.end();
    while (ended != lane.opened.begin() && !std::prev(ended)->is(edge.named, edge.name))
        --ended;
    if (ended == lane.opened.begin()) {
        if (lane.global)
            m_strays.push_back({&lane, edge.at, edge.place, edge.name, edge.named});
        else
            ignore();
        return;
    }
    --ended;
    Slice *const span = ended->slice;
    span->duration = edge.at - span->begin;
    notePlaces(*span, edge.place);
    lane.opened.erase(ended);
    Block &last = lane.blocks.back();
    if (span->duration <= 0 && !last.empty() && span == &last.back()) { // a mark, as a span of no duration is
        const Slice slice = *span;
        last.pop_back();
        lane.marks.push_back({slice.begin, slice.place, slice.name});
    }
    m_last = std::max(m_last, edge.at);
}

void SliceBuilder::notePlaces(const Slice &slice, std::uint64_t end)
{
    if (end != 0)
        m_slices.m_endPlaces.emplace_back(slice.place, end);
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

void SliceBuilder::mark(std::uint32_t lane, std::int64_t at, SliceName name, std::uint64_t place,
                        SliceMark::Scope scope)
{
    m_lanes[lane]->marks.push_back({at, place, name, scope});
    m_first = std::min(m_first, at);
    m_last = std::max(m_last, at);
}

void SliceBuilder::count(std::uint32_t lane, std::int64_t at, double value)
{
    m_lanes[lane]->points.push_back({at, std::isfinite(value) ? value : 0});
    m_first = std::min(m_first, at);
    m_last = std::max(m_last, at);
}

void SliceBuilder::flow(std::uint64_t key, std::uint32_t lane, std::int64_t at, Flow what)
{
    m_flows.push_back({key, at, lane, what});
}

SliceBuilder::Process &SliceBuilder::processOf(std::string_view group)
{
    (void)lane(SliceLane::Kind::Thread, group, {}); // makes the process known
    return *std::ranges::find(m_processes, group, &Process::group);
}

void SliceBuilder::nameProcess(std::string_view group, std::string name)
{
    processOf(group).name = std::move(name);
}

void SliceBuilder::labelProcess(std::string_view group, std::string labels)
{
    processOf(group).labels = std::move(labels);
}

void SliceBuilder::sortProcess(std::string_view group, std::int64_t index)
{
    processOf(group).sortIndex = index;
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

} // namespace coroscope

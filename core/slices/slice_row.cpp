// SPDX-License-Identifier: MIT
#include "core/slices/slice_row.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace coroscope {

namespace {

/// A colour that covers all: four floats, as a column has them.
struct Rgb {
    float red;
    float green;
    float blue;
    float covered = 1;
};

Rgb rgbOf(std::uint32_t color)
{
    const auto channel = [color](unsigned shift) { return static_cast<float>(color >> shift & 0xffU); };
    return {channel(16), channel(8), channel(0), 1};
}

const std::array<Rgb, 8> &palette()
{
    static const std::array<Rgb, 8> colors = [] {
        std::array<Rgb, 8> made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = rgbOf(kSliceColors[i % kSliceColors.size()]);
        return made;
    }();
    return colors;
}

std::uint8_t rounded(float channel)
{
    return static_cast<std::uint8_t>(std::clamp(channel + 0.5F, 0.0F, 255.0F));
}

} // namespace

void SliceRow::reserve(std::size_t spans)
{
    m_begins.reserve(spans);
    m_durations.reserve(spans);
    m_places.reserve(spans);
    m_names.reserve(spans);
}

void SliceRow::append(const Slice &slice, std::uint8_t color)
{
    m_begins.push_back(slice.begin);
    m_durations.push_back(slice.duration);
    m_places.push_back(slice.place);
    m_names.push_back(static_cast<std::uint32_t>(slice.name) | (color & 7U) << kColorShift
                      | (slice.open ? kOpenBit : 0));
}

Slice SliceRow::at(std::size_t index) const
{
    return {m_begins[index], m_durations[index], m_places[index], name(index), (m_names[index] & kOpenBit) != 0};
}

std::size_t SliceRow::firstAt(std::int64_t at) const
{
    const auto after = static_cast<std::size_t>(std::ranges::upper_bound(m_begins, at) - m_begins.begin());
    std::size_t first = after;
    while (first > 0 && (end(first - 1) > at || m_begins[first - 1] == at))
        --first;
    return first;
}

void SliceRow::finish()
{
    m_levels.clear();
    std::size_t below = size();
    while (below > kFan) {
        std::vector<Node> level;
        const std::size_t count = (below + kFan - 1) / kFan;
        level.reserve(count);
        for (std::size_t node = 0; node < count; ++node)
            level.push_back(summaryOf(node * kFan, std::min(below, (node + 1) * kFan)));
        m_levels.push_back(std::move(level));
        below = count;
    }
}

/// Of spans, or of the nodes of the last level there is.
SliceRow::Node SliceRow::summaryOf(std::size_t first, std::size_t last) const
{
    Rgb sum{0, 0, 0, 0};
    Node node;
    std::int64_t longest = 0;
    const auto add = [&](Rgb color, float covered) {
        sum.red += color.red * covered;
        sum.green += color.green * covered;
        sum.blue += color.blue * covered;
        node.covered += covered;
    };
    for (std::size_t i = first; i < last; ++i) {
        if (m_levels.empty()) {
            add(palette()[m_names[i] >> kColorShift & 7U], static_cast<float>(m_durations[i]));
            longest = std::max(longest, m_durations[i]);
        } else {
            const Node &child = m_levels.back()[i];
            node.longest = std::max(node.longest, child.longest);
            add({static_cast<float>(child.red), static_cast<float>(child.green), static_cast<float>(child.blue), 1},
                child.covered);
        }
    }
    if (m_levels.empty())
        node.longest = static_cast<std::uint8_t>(std::bit_width(static_cast<std::uint64_t>(longest)));
    node.begin = m_levels.empty() ? m_begins[first] : m_levels.back()[first].begin;
    node.end = m_levels.empty() ? end(last - 1) : m_levels.back()[last - 1].end;
    const float share = node.covered > 0 ? 1 / node.covered : 0;
    node.red = rounded(sum.red * share);
    node.green = rounded(sum.green * share);
    node.blue = rounded(sum.blue * share);
    return node;
}

/// A node may be so many columns wide: twice as sharp would cost twice as much.
constexpr double kBlur = 2;

/// One picture of one row.
class SliceRow::Sampler {
public:
    Sampler(const SliceRow &row, double from, double perColumn, std::span<SliceColumn> columns)
        : m_row(row), m_from(from), m_scale(1 / perColumn), m_columns(columns),
          m_width(static_cast<double>(columns.size())), m_columnTime(perColumn)
    {
    }

    void run()
    {
        const double to = m_from + m_columnTime * m_width;
        const auto lowest = static_cast<double>(std::numeric_limits<std::int64_t>::min() / 2);
        const auto highest = static_cast<double>(std::numeric_limits<std::int64_t>::max() / 2);
        m_begin = static_cast<std::int64_t>(std::clamp(m_from, lowest, highest));
        m_end = static_cast<std::int64_t>(std::clamp(std::ceil(to), lowest, highest));
        const std::size_t first = m_row.firstAt(m_begin);
        const auto last =
            static_cast<std::size_t>(std::ranges::lower_bound(m_row.m_begins, m_end) - m_row.m_begins.begin());
        if (first >= last)
            return;
        // From the level on which there is about one node a column.
        std::size_t level = 0;
        std::size_t size = 1;
        while (level < m_row.m_levels.size() && static_cast<double>((last - first) / size) > m_width) {
            ++level;
            size *= kFan;
        }
        for (std::size_t i = first / size; i * size < last; ++i)
            add(level, i);
    }

private:
    /// A span (level 0) or a node of a level.
    void add(std::size_t level, std::size_t index)
    {
        if (level == 0) {
            const std::int64_t begin = m_row.m_begins[index];
            const std::int64_t duration = m_row.m_durations[index];
            fill(static_cast<double>(begin), static_cast<double>(begin + duration), 1,
                 palette()[m_row.m_names[index] >> kColorShift & 7U]);
            return;
        }
        const Node &node = m_row.m_levels[level - 1][index];
        if (node.end < m_begin || node.begin >= m_end)
            return;
        const auto length = static_cast<double>(node.end - node.begin);
        if (length <= kBlur * m_columnTime) {
            const float strength = length > 0 ? static_cast<float>(node.covered / length) : 0;
            fill(static_cast<double>(node.begin), static_cast<double>(node.end), strength,
                 {static_cast<float>(node.red), static_cast<float>(node.green), static_cast<float>(node.blue), 1});
            return;
        }
        const std::size_t below = level == 1 ? m_row.size() : m_row.m_levels[level - 2].size();
        for (std::size_t i = index * kFan; i < std::min(below, (index + 1) * kFan); ++i)
            add(level - 1, i);
    }

    void fill(double begin, double end, float strength, Rgb color)
    {
        const double left = std::max(0.0, (begin - m_from) * m_scale);
        const double right = std::min(m_width, (end - m_from) * m_scale);
        if (right <= left)
            return;
        auto column = static_cast<std::size_t>(left);
        const auto lastColumn = static_cast<std::size_t>(right);
        if (column == lastColumn) {
            put(column, static_cast<float>(right - left) * strength, color);
            return;
        }
        put(column, static_cast<float>(static_cast<double>(column + 1) - left) * strength, color);
        while (++column < lastColumn)
            put(column, strength, color);
        if (lastColumn < m_columns.size())
            put(lastColumn, static_cast<float>(right - static_cast<double>(lastColumn)) * strength, color);
    }

    void put(std::size_t index, float weight, Rgb color)
    {
        SliceColumn &column = m_columns[index];
        column.red += color.red * weight;
        column.green += color.green * weight;
        column.blue += color.blue * weight;
        column.covered += color.covered * weight;
    }

    const SliceRow &m_row;
    double m_from;
    double m_scale;
    std::span<SliceColumn> m_columns;
    double m_width;
    double m_columnTime;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
};

void SliceRow::sample(double from, double perColumn, std::span<SliceColumn> columns) const
{
    if (!columns.empty() && perColumn > 0)
        Sampler(*this, from, perColumn, columns).run();
}

std::size_t SliceRow::memory() const
{
    std::size_t nodes = 0;
    for (const auto &level : m_levels)
        nodes += level.capacity() * sizeof(Node);
    return nodes + m_begins.capacity() * 8 + m_durations.capacity() * 8 + m_places.capacity() * 8
           + m_names.capacity() * 4;
}

} // namespace coroscope

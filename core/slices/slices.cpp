// SPDX-License-Identifier: MIT
#include "core/slices/slices.h"

#include "core/record/json_unescape.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace coroscope {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, [](char a, char b) { return lower(a) == lower(b); }).empty();
}

/// By name: whether it contains the text.
std::vector<bool> matchesOf(const Slices &slices, std::string_view text)
{
    std::vector<bool> matches(slices.nameCount());
    for (std::size_t i = 0; i < matches.size(); ++i)
        matches[i] = contains(slices.name(static_cast<SliceName>(i)), text);
    return matches;
}

double farther(double one, double other)
{
    return std::abs(other) > std::abs(one) ? other : one;
}

} // namespace

std::size_t SliceLane::spans() const
{
    std::size_t count = 0;
    for (const SliceRow &row : rows)
        count += row.size();
    return count;
}

void SliceLane::finishPoints()
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        least = std::min(least, points[i].value);
        most = std::max(most, points[i].value);
        if (i % kPeak == 0)
            peaks.push_back(points[i].value);
        else
            peaks.back() = farther(peaks.back(), points[i].value);
    }
}

double SliceLane::farthest(std::size_t first, std::size_t last) const
{
    double value = 0;
    while (first < last) {
        const bool whole = first % kPeak == 0 && first + kPeak <= last;
        value = farther(value, whole ? peaks[first / kPeak] : points[first].value);
        first += whole ? kPeak : 1;
    }
    return value;
}

std::string Slices::name(SliceName name) const
{
    const auto id = static_cast<std::size_t>(name);
    const std::uint64_t begin = id == 0 ? 0 : m_nameEnds[id - 1];
    return textOfJson(std::string_view(m_nameTexts).substr(begin, m_nameEnds[id] - begin));
}

std::optional<std::uint64_t> Slices::endPlace(std::uint64_t place) const
{
    const auto found = std::ranges::lower_bound(m_endPlaces, place, {}, [](const auto &entry) { return entry.first; });
    return found != m_endPlaces.end() && found->first == place ? std::optional(found->second) : std::nullopt;
}

std::size_t Slices::memory() const
{
    std::size_t bytes = m_nameTexts.capacity() + m_nameEnds.capacity() * 8 + m_arrows.capacity() * sizeof(SliceArrow)
                        + m_endPlaces.capacity() * sizeof(m_endPlaces.front());
    for (const SliceLane &lane : m_lanes) {
        bytes += sizeof(SliceLane) + lane.marks.capacity() * sizeof(SliceMark)
                 + lane.points.capacity() * sizeof(CounterPoint) + lane.peaks.capacity() * 8;
        for (const SliceRow &row : lane.rows)
            bytes += sizeof(SliceRow) + row.memory();
    }
    return bytes;
}

std::optional<SliceAddress> findSlice(const Slices &slices, std::string_view text,
                                      const std::optional<SliceAddress> &from, bool forward)
{
    const std::vector<bool> matches = matchesOf(slices, text);
    const auto keyOf = [&](const SliceAddress &address) {
        return std::tuple(slices.lanes()[address.lane].rows[address.row].begin(address.index), address.lane,
                          address.row);
    };
    std::optional<SliceAddress> best;
    for (std::uint32_t lane = 0; lane < slices.lanes().size(); ++lane) {
        const auto &rows = slices.lanes()[lane].rows;
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            const SliceRow &in = rows[row];
            const auto better = [&](std::size_t index) {
                const SliceAddress here{lane, row, index};
                if (from && (forward ? keyOf(here) <= keyOf(*from) : keyOf(here) >= keyOf(*from)))
                    return false; // goes on looking
                if (!matches[static_cast<std::size_t>(in.name(index))])
                    return false;
                if (!best || (forward ? keyOf(here) < keyOf(*best) : keyOf(here) > keyOf(*best)))
                    best = here;
                return true;
            };
            // The first of a row that will do is its best.
            const std::size_t start =
                !from ? (forward ? 0 : in.size())
                      : std::min(in.size(), in.firstAt(std::get<0>(keyOf(*from))) + (forward ? 0 : 1));
            if (forward) {
                for (std::size_t i = start; i < in.size() && !better(i); ++i) {
                }
            } else {
                for (std::size_t i = start; i > 0 && !better(i - 1); --i) {
                }
            }
        }
    }
    return best;
}

std::size_t countSlices(const Slices &slices, std::string_view text)
{
    const std::vector<bool> matches = matchesOf(slices, text);
    std::size_t count = 0;
    for (const SliceLane &lane : slices.lanes())
        for (const SliceRow &row : lane.rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                count += matches[static_cast<std::size_t>(row.name(i))];
    return count;
}

} // namespace coroscope

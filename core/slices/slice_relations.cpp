// SPDX-License-Identifier: MIT
#include "core/slices/slice_relations.h"

#include <algorithm>

namespace coroscope {

namespace {

const SliceRow *rowBelow(const Slices &slices, const SliceAddress &address)
{
    const auto &rows = slices.lanes()[address.lane].rows;
    return address.row + 1 < rows.size() ? &rows[address.row + 1] : nullptr;
}

} // namespace

std::optional<SliceAddress> parentOf(const Slices &slices, const SliceAddress &address)
{
    const auto &rows = slices.lanes()[address.lane].rows;
    const std::int64_t begin = rows[address.row].begin(address.index);
    const std::int64_t end = rows[address.row].end(address.index);
    for (std::uint32_t row = address.row; row-- > 0;) {
        const std::size_t index = rows[row].firstAt(begin);
        if (index < rows[row].size() && rows[row].begin(index) <= begin && rows[row].end(index) >= end)
            return SliceAddress{address.lane, row, index};
    }
    return std::nullopt;
}

std::optional<SliceAddress> firstChildOf(const Slices &slices, const SliceAddress &address)
{
    const SliceRow *const below = rowBelow(slices, address);
    if (!below)
        return std::nullopt;
    const SliceRow &row = slices.lanes()[address.lane].rows[address.row];
    const std::size_t index = below->firstAt(row.begin(address.index));
    if (index >= below->size() || below->begin(index) < row.begin(address.index)
        || below->end(index) > row.end(address.index))
        return std::nullopt;
    return SliceAddress{address.lane, address.row + 1, index};
}

std::vector<std::uint32_t> arrowsOf(const Slices &slices, const SliceAddress &address)
{
    const auto &rows = slices.lanes()[address.lane].rows;
    const SliceRow &own = rows[address.row];
    const auto isIn = [&](std::uint32_t lane, std::int64_t at) {
        if (lane != address.lane || at < own.begin(address.index) || at > own.end(address.index)
            || own.firstAt(at) != address.index)
            return false;
        const SliceRow *const below = rowBelow(slices, address);
        const std::size_t inner = below ? below->firstAt(at) : 0;
        return !below || inner == below->size() || below->begin(inner) > at;
    };
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < slices.arrows().size(); ++i) {
        const SliceArrow &arrow = slices.arrows()[i];
        if (isIn(arrow.fromLane, arrow.from) || isIn(arrow.toLane, arrow.to))
            found.push_back(i);
    }
    return found;
}

std::int64_t selfTimeOf(const Slices &slices, const SliceAddress &address)
{
    const SliceRow &row = slices.lanes()[address.lane].rows[address.row];
    const std::int64_t begin = row.begin(address.index);
    const std::int64_t end = row.end(address.index);
    std::int64_t self = end - begin;
    const SliceRow *const below = rowBelow(slices, address);
    for (std::size_t i = below ? below->firstAt(begin) : 0; below && i < below->size() && below->begin(i) < end; ++i)
        self -= std::max<std::int64_t>(0, std::min(below->end(i), end) - std::max(below->begin(i), begin));
    return self;
}

} // namespace coroscope

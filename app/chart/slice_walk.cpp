// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/slice_walk.h"

#include "core/slices/slice_relations.h"

namespace coroscope {

SliceAddress sliceAlong(const Slices &slices, const SliceAddress &from, bool on)
{
    SliceAddress to = from;
    const std::size_t size = slices.lanes()[from.lane].rows[from.row].size();
    if (on && to.index + 1 < size)
        ++to.index;
    else if (!on && to.index > 0)
        --to.index;
    return to;
}

SliceAddress sliceAcross(const Slices &slices, const SliceAddress &from, bool down)
{
    if (const auto near = down ? firstChildOf(slices, from) : parentOf(slices, from))
        return *near;
    const std::int64_t at = slices.lanes()[from.lane].rows[from.row].begin(from.index);
    const auto lanes = static_cast<std::uint32_t>(slices.lanes().size());
    for (std::uint32_t lane = from.lane; down ? lane + 1 < lanes : lane > 0;) {
        lane = down ? lane + 1 : lane - 1;
        if (const auto other = sliceNear(slices, lane, at))
            return *other;
    }
    return from;
}

std::optional<SliceAddress> sliceNear(const Slices &slices, std::uint32_t lane, std::int64_t at)
{
    const auto &rows = slices.lanes()[lane].rows;
    if (rows.empty() || rows.front().size() == 0)
        return std::nullopt;
    return SliceAddress{lane, 0, std::min(rows.front().firstAt(at), rows.front().size() - 1)};
}

} // namespace coroscope

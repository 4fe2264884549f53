// SPDX-License-Identifier: MIT
#include "core/slices/slice_totals.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace coroscope {

std::vector<SliceTotal> totalsOf(const SliceLane &lane)
{
    std::vector<SliceTotal> totals;
    std::unordered_map<std::uint32_t, std::size_t> places;
    for (std::size_t r = 0; r < lane.rows.size(); ++r) {
        const SliceRow &row = lane.rows[r];
        const SliceRow *const below = r + 1 < lane.rows.size() ? &lane.rows[r + 1] : nullptr;
        std::size_t child = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::int64_t covered = 0;
            for (; below && child < below->size() && below->begin(child) < row.end(i); ++child) {
                covered += std::max<std::int64_t>(0, std::min(below->end(child), row.end(i))
                                                         - std::max(below->begin(child), row.begin(i)));
                if (below->end(child) > row.end(i)) // it reaches into the next span of this row
                    break;
            }
            const auto [place, isNew] = places.try_emplace(static_cast<std::uint32_t>(row.name(i)), totals.size());
            if (isNew)
                totals.push_back({.name = row.name(i)});
            SliceTotal &total = totals[place->second];
            const std::int64_t duration = row.end(i) - row.begin(i);
            ++total.count;
            total.total += duration;
            total.self += duration - covered;
            total.longest = std::max(total.longest, duration);
        }
    }
    std::ranges::sort(totals, {}, [](const SliceTotal &total) { return std::tuple(-total.total, total.name); });
    return totals;
}

} // namespace coroscope

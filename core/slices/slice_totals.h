// SPDX-License-Identifier: MIT
#pragma once

#include "core/slices/slices.h"

namespace coroscope {

/// What the spans of one name in one lane come to. Times are nanoseconds.
struct SliceTotal {
    SliceName name{};
    std::size_t count = 0;
    std::int64_t total = 0;   ///< a span within one of its own name counts too
    std::int64_t self = 0;    ///< of that, what no span in the row below covers
    std::int64_t longest = 0; ///< of a single span
};

/// The most time first. O(spans).
[[nodiscard]] std::vector<SliceTotal> totalsOf(const SliceLane &lane);

} // namespace coroscope

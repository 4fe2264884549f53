// SPDX-License-Identifier: MIT
#pragma once

#include "core/slices/slices.h"

namespace coroscope {

/// The span it lies within: of the rows above, the nearest that encloses it. Costs a search in each of them.
[[nodiscard]] std::optional<SliceAddress> parentOf(const Slices &slices, const SliceAddress &address);
/// The first of the row below that lies within it.
[[nodiscard]] std::optional<SliceAddress> firstChildOf(const Slices &slices, const SliceAddress &address);
/// Nanoseconds of it that no span in the row below covers.
[[nodiscard]] std::int64_t selfTimeOf(const Slices &slices, const SliceAddress &address);

/// The arrows that begin or end in it, by their index: where it is the innermost span. O(arrows).
[[nodiscard]] std::vector<std::uint32_t> arrowsOf(const Slices &slices, const SliceAddress &address);

} // namespace coroscope

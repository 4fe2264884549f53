// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slices/slices.h"

namespace coroscope {

// From span to span of another program's trace, by keys.

/// The next one of its row, or the one before; the same at the ends.
[[nodiscard]] SliceAddress sliceAlong(const Slices &slices, const SliceAddress &from, bool on);
/// Down: the first one within it, else one of the next lane that has spans, at about the same time. Up: the one it lies
/// within, else one of the lane before. The same at the ends.
[[nodiscard]] SliceAddress sliceAcross(const Slices &slices, const SliceAddress &from, bool down);
/// The outermost span of a lane that is there at an instant, or begins next, or ended last. Nothing: it has none.
[[nodiscard]] std::optional<SliceAddress> sliceNear(const Slices &slices, std::uint32_t lane, std::int64_t at);

} // namespace coroscope

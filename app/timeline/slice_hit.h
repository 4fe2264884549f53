// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/slice_frame.h"

namespace coroscope::timeline {

/// What is drawn at a point.
struct SliceHit {
    std::size_t lane = 0;
    bool header = false; ///< on the name of its process, or what stands for all its lanes
    bool name = false;   ///< beside the time, where names are
    std::optional<SliceAddress> span = {};
    std::optional<std::size_t> mark = {};  ///< of the lane's marks
    std::optional<std::size_t> point = {}; ///< of its counter: the value there
};
[[nodiscard]] std::optional<SliceHit> sliceAt(const SliceRequest &request, QPointF point);
/// "decode\n1.2 ms – 3.4 ms (2.2 ms)"; empty beside everything.
[[nodiscard]] QString describe(const Slices &slices, const SliceHit &hit);
/// So exact that begin and end of a span can be told apart: an instant at four seconds of a span of microseconds has
/// six decimals, in groups of three.
[[nodiscard]] QString instantText(std::int64_t at, std::int64_t duration);

} // namespace coroscope::timeline

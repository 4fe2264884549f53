// SPDX-License-Identifier: MIT
#include "core/time.h"

#include <cmath>

namespace coroscope {

Duration fromSeconds(double seconds)
{
    constexpr double kMost = 9e12; // microseconds; a hundred days, far from overflowing the nanoseconds
    const double microseconds = std::nearbyint(seconds * 1e6);
    return std::chrono::microseconds(static_cast<std::int64_t>(std::fmin(std::fmax(microseconds, -kMost), kMost)));
}

} // namespace coroscope

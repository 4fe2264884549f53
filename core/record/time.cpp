// SPDX-License-Identifier: MIT
#include "core/record/time.h"

#include "core/record/repr.h"

#include <cmath>

namespace coroscope {

Duration fromSeconds(double seconds)
{
    constexpr double kMost = 9e12; // microseconds; a hundred days, far from overflowing the nanoseconds
    const double microseconds = std::nearbyint(seconds * 1e6);
    return std::chrono::microseconds(static_cast<std::int64_t>(std::fmin(std::fmax(microseconds, -kMost), kMost)));
}

std::string secondsText(Duration d)
{
    const double seconds = toSeconds(d);
    const auto whole = static_cast<std::int64_t>(seconds);
    return static_cast<double>(whole) == seconds ? std::to_string(whole) : repr(seconds);
}

} // namespace coroscope

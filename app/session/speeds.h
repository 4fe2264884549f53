// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/playback.h"

#include <array>

namespace coroscope {

/// The speeds on offer, slowest first.
inline constexpr std::array kSpeeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, Playback::kFullSpeed};

/// The place of a speed among those on offer: of the nearest that is not faster.
[[nodiscard]] constexpr std::size_t speedPlace(double speed)
{
    std::size_t place = 0;
    while (place + 1 < kSpeeds.size() && kSpeeds[place + 1] <= speed)
        ++place;
    return place;
}

/// The next faster or slower one; the same at the ends.
[[nodiscard]] constexpr double nextSpeed(double speed, bool faster)
{
    const std::size_t place = speedPlace(speed);
    if (faster)
        return kSpeeds[place + 1 < kSpeeds.size() ? place + 1 : place];
    return kSpeeds[place > 0 ? place - 1 : 0];
}

} // namespace coroscope

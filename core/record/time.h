// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace coroscope {

/// The loop's clock. It counts integer nanoseconds from the start of the run; under virtual time it moves
/// only when the loop has nothing to do or when a blocking call holds the thread.
struct LoopClock {
    using rep = std::int64_t;
    using period = std::nano;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<LoopClock>;
    static constexpr bool is_steady = true;
};

using Duration = LoopClock::duration;
using Instant = LoopClock::time_point;

/// To the nearest whole microsecond, in which virtual deadlines are counted.
[[nodiscard]] Duration fromSeconds(double seconds);

[[nodiscard]] constexpr double toSeconds(Duration d)
{
    return static_cast<double>(d.count()) / 1e9;
}

/// A duration as Python writes the number of seconds: "0.5", "1".
[[nodiscard]] std::string secondsText(Duration d);

[[nodiscard]] constexpr std::int64_t nanosecondsOf(Instant t)
{
    return t.time_since_epoch().count();
}

[[nodiscard]] constexpr Instant instantAt(std::int64_t nanoseconds)
{
    return Instant(Duration(nanoseconds));
}

/// "Not yet known": the end of a span that is still open.
inline constexpr Instant kNever = Instant::max();

using namespace std::chrono_literals;

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/recording.h"

namespace coroscope {

/// A lane's time up to a moment, by state. Their sum is the time from its creation to its end or the moment.
struct LaneTimes {
    Duration running{};
    Duration blocking{};
    Duration ready{}; ///< wanted the thread and did not have it
    Duration awaiting{};
};

/// A run in figures, up to a moment.
struct Measures {
    Duration elapsed{};  ///< since the start; to the end when that has been reached
    Duration held{};     ///< the thread was held: running or blocking
    Duration blocked{};  ///< ... by blocking calls
    Duration denied{};   ///< ready tasks waited for the thread, all together: starvation
    std::size_t steps = 0;
    std::size_t passes = 0;
    std::size_t tasks = 0;

    [[nodiscard]] Duration idle() const { return elapsed - held; }
};

[[nodiscard]] LaneTimes laneTimes(const Lane &lane, const Moment &moment);
[[nodiscard]] Measures measures(const Moment &moment);

/// The span of the lane at the moment; null before its creation and after its end.
[[nodiscard]] const Span *spanAt(const Lane &lane, const Moment &moment);
/// The span of the thread lane at the moment: who has the thread. Null when nobody has.
[[nodiscard]] const Span *holderAt(const Moment &moment);
/// How long the span had lasted at the moment.
[[nodiscard]] Duration lengthAt(const Span &span, const Moment &moment);

} // namespace coroscope

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/shown_until.h"

namespace coroscope {

/// How long a task has been in each of its states. The four add up to its lifetime.
struct TaskMeasures {
    ActorId actor = ActorId::Main;
    std::string name;
    Duration running{};
    Duration blocking{};
    Duration ready{}; ///< wanted the thread and did not have it: starvation
    Duration awaiting{};
    std::string state; ///< "ready", "running", "blocking", "awaiting", "done", "failed", "cancelled"
};

/// What a run is measured by, all from the trace. busy + idle = duration.
struct Measures {
    Duration duration{};
    std::uint64_t steps = 0;    ///< how often a task, a callback or a coroutine driven by hand was given the thread
    std::uint64_t switches = 0; ///< how often it was another task than before
    Duration threadBusy{};      ///< somebody held the thread
    Duration threadIdle{};      ///< asleep in select()
    std::vector<TaskMeasures> tasks;

    [[nodiscard]] Duration starvation() const;
};

[[nodiscard]] Measures measure(const Spans &spans, ShownUntil until);

/// A lane's state as shown; a lane that is not there yet is "created".
[[nodiscard]] std::string stateText(const Lane &lane, ShownUntil until);
/// The span of a lane that is open as shown, or its last; null before the first. O(log n).
[[nodiscard]] const Span *spanAt(const std::vector<Span> &spans, ShownUntil until);

} // namespace coroscope

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"

#include <vector>

namespace coroscope {

/// The run is over because nothing was left that could run, and this task, which had to, was not done: it waits for
/// ever.
[[nodiscard]] bool waitsForEver(const Spans &spans, const Lane &lane);

/// Some task of the run does.
[[nodiscard]] bool hasEndlessWaits(const Spans &spans);

/// A task that waits for ever.
struct EndlessWait {
    ActorId actor = ActorId::None;
    Reason reason = Reason::None;
    std::uint32_t object = 0;         ///< what it awaits (see Reason)
    std::vector<ActorId> others = {}; ///< tasks that wait for ever, too, and would have to do something first: who
                                      ///< holds the lock, whose end it awaits
};

/// All of them, in order of creation; none unless the run is over.
[[nodiscard]] std::vector<EndlessWait> endlessWaits(const Names &names);

/// Some that wait for one another in a ring, each for the next and the last for the first; empty when there are none.
[[nodiscard]] std::vector<EndlessWait> waitCycle(const std::vector<EndlessWait> &waits);

} // namespace coroscope

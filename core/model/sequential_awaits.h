// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/shown_until.h"

namespace coroscope {

/// Coroutines that a task awaited one after the other although it could have awaited them together.
struct SequentialAwaits {
    ActorId actor = ActorId::Main;
    EventIndex event = 0;                    ///< the first of these awaits
    Duration waited{};                       ///< in all of them
    Duration together{};                     ///< the longest: what gather() would have waited for
    std::vector<std::string> functions = {}; ///< of the coroutines, in order
};

/// All there are up to a moment. It is proved, not guessed, that the coroutines did not depend on each other:
///
/// - what each was called with was known before the first of them was awaited (FrameEntered's value: they existed by
/// then,
///   or a Comprehension says so), so no result of one went into another;
/// - while they ran they waited for nothing but time, threads, processes and the network: no queue, lock, event or task
/// by
///   which one could have waited for another, and that would have made them wait again under gather();
/// - at least two of them did wait.
[[nodiscard]] std::vector<SequentialAwaits> sequentialAwaits(const Spans &spans, ShownUntil until);

} // namespace coroscope

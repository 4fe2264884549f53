// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/endless.h"

#include <vector>

namespace coroscope {

// Why somebody did not go on for a while: the wake-ups that led to the end of a gap, and who had the thread meanwhile.

/// A span in which a lane does not hold the thread: it waits, or is ready.
[[nodiscard]] bool isGap(const Span &span);

/// Somebody who had the thread while a lane was ready.
struct HeldMeanwhile {
    ActorId holder = ActorId::None;
    Instant begin{}; ///< of the part that kept the lane waiting
    Instant end{};
    std::uint32_t call = 0; ///< TextId of the blocking call; 0: it computed, or did not block
};

struct Why {
    ActorId actor = ActorId::None;
    std::size_t span = 0;
    /// Indices of Spans::wakeups(): what ended the wait, what had woken whoever did that, and so on, back to a timer,
    /// the outside, a thread, or the main program. Empty where nothing has ended it.
    std::vector<std::size_t> chain;
    std::vector<HeldMeanwhile> held; ///< of a span in which it was ready
    bool endless = false;            ///< nothing will ever end it
    std::vector<EndlessWait> cycle;  ///< then: who wait for one another in a ring, if they do
};

/// Of a span that is a gap. Cost: that of the spans of those in the chain; of an endless one, of the run.
[[nodiscard]] Why whyOf(const Names &names, ActorId actor, std::size_t span);

/// The gap that a lane is in, or was in last, at a moment; none before its first. The deadlocked wait where there is
/// one.
[[nodiscard]] std::optional<std::size_t> gapAt(const Lane &lane, EventIndex cursor);

} // namespace coroscope

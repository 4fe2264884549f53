// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/spans.h"

#include <optional>
#include <vector>

namespace coroscope {

// Cause and effect of a span, as indices of Spans::wakeups(). For what somebody points at: the cost is that of the
// wake-ups between two turns of the lane.

/// What gave the thread to the hold that contains or follows the span: a wake-up, a creation, or the cancellation that
/// cut a wait short. None when the run has not got there.
[[nodiscard]] std::optional<std::size_t> causeOf(const Spans &spans, ActorId actor, std::size_t span);

/// Whom the lane woke, created or cancelled while it held the thread; nothing for a span that does not hold it.
[[nodiscard]] std::vector<std::size_t> effectsOf(const Spans &spans, ActorId actor, std::size_t span);

} // namespace coroscope

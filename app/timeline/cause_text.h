// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/describe.h"
#include "core/model/shown_until.h"

#include <QString>

#include <vector>

namespace coroscope::timeline {

/// "woken by producer's put into queue at 1 s", "created by main at 0 s"
[[nodiscard]] QString causeText(const Describer &describer, const Wakeup &cause);

/// "wakes consumer, creates run2"; empty when there are none. `effects`: indices of wakeups().
[[nodiscard]] QString effectsText(const Describer &describer, const std::vector<std::size_t> &effects);

/// The facts of a span in two lines: who, what, from when to when, and how long.
[[nodiscard]] QString factsText(const Describer &describer, ActorId actor, const Span &span, Duration length);

/// How a task ended, and with what: "done: 42", "failed: RuntimeError('boom')", "cancelled". Empty until then.
[[nodiscard]] QString outcomeText(const Lane &lane, ShownUntil until);

} // namespace coroscope::timeline

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/spans.h"

namespace coroscope::testing {

// What holds for the trace of any run. Each gives the first thing that is wrong, in words; empty when nothing is.

/// Lanes: a task's states are consecutive, without gaps from creation to end, and change as they legally can; a sleeper
/// that wants the thread is not asleep; who holds the thread holds it alone, and is running or blocking in its lane,
/// too.
[[nodiscard]] QString wrongInSpans(const Trace &trace);

/// The loop's state after every event: what runs next is the front of the ready queue, each task is where its lane
/// says, and going back gives the same as going there from the start.
[[nodiscard]] QString wrongInLoopView(const Trace &trace);

/// Measures at instants all over the run: busy + idle is the time, and each task's four times are its lifetime.
[[nodiscard]] QString wrongInMeasures(const Trace &trace);

/// After every event: each await stack is that of the loop's view, and says what the task awaits.
[[nodiscard]] QString wrongInAwaitStacks(const Trace &trace);

/// All of them.
[[nodiscard]] QString wrongIn(const Trace &trace);

} // namespace coroscope::testing

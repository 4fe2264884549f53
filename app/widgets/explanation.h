// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/playback/moment.h"
#include "app/timeline/describe.h"

namespace coroscope {

/// One plain sentence for a moment of a run, in the program's language: who has the thread and what for, and who
/// has to wait; or why nobody has it.
///
///     "0.5 s: run1 calls time.sleep(1) and keeps the thread; run2 is ready but has to wait."
[[nodiscard]] QString explain(const Moment &moment, const timeline::Describer &describer);

} // namespace coroscope

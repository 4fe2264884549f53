// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lessons/lesson.h"

namespace coroscope {

/// Threads, a network or processes stand outside of the lesson's loop and are simulated on the virtual clock: it has no
/// real one. Found out by a run aside, once. Main thread.
[[nodiscard]] bool simulatesOutside(const Lesson &lesson);

} // namespace coroscope

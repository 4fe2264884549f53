// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/trace_copy.h"
#include "core/slices/slices.h"

#include <QStringList>

namespace coroscope::formats {

/// What another program's trace does not show of its file, a sentence each: it was cut, events could not be used, spans
/// were too deep. In the language of the program.
[[nodiscard]] QStringList remarksOn(const Slices &slices);
/// What was different when it was written again.
[[nodiscard]] QStringList remarksOn(const Slices &slices, const TraceCopy &copy);

} // namespace coroscope::formats

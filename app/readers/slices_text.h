// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slices/slices.h"

#include <functional>
#include <string_view>

namespace coroscope::formats {

/// Writes another program's trace in the Chrome Trace Event Format: what Coroscope has read of it. Spans are complete
/// events, operations begin and end; processes and threads have numbers and their names. What is written and read again
/// is written the same.
void writeSlices(const Slices &slices, const std::function<void(std::string_view piece)> &write);

} // namespace coroscope::formats

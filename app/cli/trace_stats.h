// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slices/slices.h"

#include <QString>

#include <string>

namespace coroscope::cli {

/// Of another program's trace: by lane and name, how many spans, how long together, by themselves, and the longest.
[[nodiscard]] QString traceStatsText(const Slices &slices);
/// The same as JSON, times in milliseconds.
[[nodiscard]] std::string traceStatsJson(const Slices &slices);

} // namespace coroscope::cli

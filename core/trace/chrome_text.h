// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/names.h"

#include <functional>
#include <string_view>

namespace coroscope {

/// Writes a run in the Chrome Trace Event Format (JSON, object form), which Perfetto and chrome://tracing open.
///
/// The loop's thread is thread 1 and lane n is thread n + 2; no thread has the number of the process. A lane's states
/// are consecutive "X" slices, wake-ups and spawns are flows with a number each, what was printed are instants. Times
/// are microseconds with three decimals, so nothing of a nanosecond is lost. `otherData` holds the trace itself,
/// record by record, for whoever wants more than a picture of it.
///
/// `names` must be up to date. The text comes in pieces of some ten thousand characters.
void writeChrome(const Names &names, const std::function<void(std::string_view piece)> &write);

} // namespace coroscope

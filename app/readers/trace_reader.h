// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"
#include "app/readers/saved_run.h"
#include "core/slices/slices.h"

#include <memory>
#include <variant>

namespace coroscope::formats {

/// A run that Coroscope saved, or another program's trace.
using ReadTrace = std::variant<SavedRun, std::unique_ptr<Slices>>;

/// Reads a trace in the Chrome Trace Event Format: a run that Coroscope saved comes back as it was. Memory does not
/// grow with the text. Throws ReadFailure.
[[nodiscard]] ReadTrace readTrace(ByteSource &source);

} // namespace coroscope::formats

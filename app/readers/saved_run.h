// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/json_scanner.h"
#include "core/text/chrome_text.h"

#include <memory>

namespace coroscope::formats {

/// A run as `run --format chrome` saved it: the trace is equal to the one that was recorded, event by event.
struct SavedRun {
    SavedRunInfo info;
    std::unique_ptr<Trace> trace;
};

/// Reads the members of `otherData` behind its `{`, up to and with its `}`. Gives nothing when they are not those of a
/// saved run (then they have been stepped over). Throws ReadFailure: of another version, or what it says cannot be.
[[nodiscard]] std::optional<SavedRun> readSavedRun(JsonScanner &scanner);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/json_scanner.h"
#include "core/text/chrome_text.h"

#include <memory>

namespace coroscope::formats {

/// A run as `run --format chrome` or `--format stream` wrote it: the trace is equal to the one that was recorded.
struct SavedRun {
    SavedRunInfo info;
    std::shared_ptr<Trace> trace;
    QString remark = {}; ///< a sentence about what could not be read of it; empty when it was all
};

/// Reads the members of `otherData` behind its `{`, up to and with its `}`. Gives nothing when they are not those of a
/// saved run (then they have been stepped over). Throws ReadFailure: of another version, or what it says cannot be.
[[nodiscard]] std::optional<SavedRun> readSavedRun(JsonScanner &scanner);

} // namespace coroscope::formats

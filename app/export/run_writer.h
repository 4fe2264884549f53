// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture.h"
#include "core/text/chrome_text.h"

namespace coroscope::formats {

/// Saves a run (chrome_text.h says how), notes included; written aside and renamed. `names` must be up to date.
[[nodiscard]] WriteResult saveRun(const QString &path, const Names &names, const SavedRunInfo &info);

} // namespace coroscope::formats

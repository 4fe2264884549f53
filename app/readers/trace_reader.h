// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/opened_file.h"

namespace coroscope::formats {

/// Reads a trace in the Chrome Trace Event Format: a run that Coroscope saved comes back as it was. Memory does not grow
/// with the text. Throws ReadFailure.
[[nodiscard]] OpenedFile readTrace(ByteSource &source);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"

#include <QStringList>

#include <functional>
#include <string_view>

namespace coroscope::formats {

/// What became of a trace that was written again.
struct TraceCopy {
    std::size_t mended = 0; ///< numbers that JSON does not know, NaN and Infinity, which became texts
    QStringList lost;       ///< keys beside the events whose values could not be written
};

/// Writes another program's trace again: an object in strict JSON, with the events as they stand in the file and all
/// that stands beside them. What lenient readers let pass is mended: packed files, missing ends, commas too many, NaN,
/// wrong escapes, what is not UTF-8. What is written and read again is written the same. `text` has been read as such a
/// trace. Throws ReadFailure when it cannot be read any more.
[[nodiscard]] TraceCopy copyTrace(ByteSource &text, const std::function<void(std::string_view piece)> &write);

} // namespace coroscope::formats

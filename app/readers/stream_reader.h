// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/saved_run.h"
#include "core/record/stream_decoder.h"

namespace coroscope::formats {

/// Reads a stream (resources/stream/README.md). Where it cannot be read on, or ends too early, the run is what came
/// before and says so in its remark; a stream without a header is refused.
[[nodiscard]] ReadResult<SavedRun> readStream(ByteSource &source, const QString &file);

/// "line 4: a whole number is expected here": what is wrong with it.
[[nodiscard]] QString sentenceOf(const StreamFault &fault);
/// Why an event of a saved run or a stream cannot be, without its place.
[[nodiscard]] QString sentenceOf(const TraceFault &fault);

} // namespace coroscope::formats

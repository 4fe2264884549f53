// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/stream_decoder.h"

#include <QStringList>

namespace coroscope {

/// Where a sentence stands: it says how the real clock is asked for there.
enum class RemarkPlace { CommandLine, Window };

/// What the recorder of a Python program has said of it, each in a sentence: that it is not recorded (any more), that a
/// loop is not asyncio's own, that somebody outside acts. `clock`: of the run; on the real one the last goes without
/// saying. Thread-safe.
[[nodiscard]] QStringList sentencesOf(const StreamRemarks &remarks, const QString &title, ClockKind clock,
                                      RemarkPlace place);

} // namespace coroscope

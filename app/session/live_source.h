// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/playback/recording.h"

namespace coroscope {

class PythonRun;

/// A Python program that runs, or ran, as a run on the stage: it is played while it grows. The program reads no further
/// ahead than is shown: while more is recorded than was asked for, its pipe is held. Several recordings may show one
/// run.
[[nodiscard]] std::unique_ptr<Recording> recordingOf(std::shared_ptr<PythonRun> run, const QString &title);

} // namespace coroscope

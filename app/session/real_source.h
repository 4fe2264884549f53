// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/recording.h"

namespace coroscope {

class RealRun;

/// A run on the real clock as a run on the stage: it is shown while it happens, frame by frame. Several recordings may
/// show one run.
[[nodiscard]] std::unique_ptr<Recording> recordingOf(std::shared_ptr<RealRun> run, RunOrigin origin);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/lessons/lesson.h"

#include <memory>

namespace coroscope {

class PythonRun;

/// The listing of a lesson as this machine's Python runs it, recorded: from a copy in a temporary folder that goes with
/// the run, and with the settings of the lesson as the listing's constants. Null when it could not be started; then
/// `fault` says why in a sentence. Main thread.
[[nodiscard]] std::shared_ptr<PythonRun> runListing(const Lesson &lesson, const Settings &settings, QString &fault);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/playback/recording.h"
#include "core/lessons/lesson.h"
#include "core/program/program.h"
#include "core/text/chrome_text.h"

namespace coroscope {

/// A lesson with these settings, ready to be recorded; nothing of it has run. Throws what Lesson::start throws.
[[nodiscard]] std::unique_ptr<Recording> recordLesson(const Lesson &lesson, const Settings &settings,
                                                      const QString &title);

/// The same of a scenario; `path` is its file.
[[nodiscard]] std::unique_ptr<Recording> recordScenario(program::Program scenario, const QString &path);

/// A run that was recorded before and read from a file: nothing runs. `info` is what the file says of it.
[[nodiscard]] std::unique_ptr<Recording> recordingOf(std::shared_ptr<const Trace> trace, const QString &path,
                                                     const QString &title, const SavedRunInfo &info = {});

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/lessons/lesson.h"
#include "core/trace/output.h"

#include <memory>

namespace coroscope::cli {

/// A run that has not begun, of what the user named.
struct Source {
    std::unique_ptr<Run> run;
    Dialect dialect = Dialect::Lesson;
    QString title;
    QString file; ///< of a scenario
};

/// The lesson of this id, with the values of --set and --until. Throws Failure.
[[nodiscard]] Source openLesson(const Options &options, const QString &id);
[[nodiscard]] Source openScenario(const QString &file);
/// ID or FILE: a lesson if there is one of that id, else a file.
[[nodiscard]] Source openSource(const Options &options);
/// The same, and the lessons of --compare behind it. A --set goes to those that have the parameter.
[[nodiscard]] std::vector<Source> openCompared(const Options &options);

/// Runs it to the end. Throws Failure for a scenario that is too large to run.
void finish(Source &source);

[[nodiscard]] QStringList lessonIds();

} // namespace coroscope::cli

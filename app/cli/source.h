// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "app/readers/saved_run.h"
#include "app/real/real_run.h"
#include "core/lessons/lesson.h"
#include "core/slices/slices.h"
#include "core/text/output.h"

#include <memory>
#include <variant>

namespace coroscope::cli {

/// A run of what the user named: one that has not begun, or one that was saved; or another program's trace.
struct Source {
    std::variant<std::unique_ptr<Run>, std::unique_ptr<RealRun>, formats::SavedRun, std::shared_ptr<const Slices>>
        content;
    SavedRunInfo info; ///< of a run
    QString title;
    QString file;                          ///< of a scenario or a saved run
    std::optional<int> programStatus = {}; ///< the exit status of a Python program that ran

    /// Null unless it is a run on the virtual clock.
    [[nodiscard]] Run *live() const;
    /// Null unless it is one on the real clock.
    [[nodiscard]] RealRun *real() const;
    /// Null when it is a run.
    [[nodiscard]] const Slices *slices() const;
    /// Of a run.
    [[nodiscard]] const Trace &trace() const;
    /// It ended with an exception nobody caught; a Python program: with a status that is not 0.
    [[nodiscard]] bool uncaught() const;
};

/// The lesson of this id, with the values of --set, --until and --clock. Throws Failure.
[[nodiscard]] Source openLesson(const Options &options, const QString &id);
/// Runs and saved runs alone, or traces of other programs too.
enum class Accepts { Runs, Traces };
/// A scenario or a saved run; told by its content.
[[nodiscard]] Source openFile(const Options &options, const QString &file, Accepts accepts = Accepts::Runs);
/// ID or FILE: a Python program if the arguments name one, which is run to its end; a lesson if there is one of that
/// id; else a file. What a trace of another program cannot tell is said in the Failure of those that accept none.
[[nodiscard]] Source openSource(const Options &options, Accepts accepts = Accepts::Runs);
/// The same, and behind it the lessons, saved runs, scenarios and programs of --compare. Among lessons a --set goes to
/// those that have the parameter, else to what was named first.
[[nodiscard]] std::vector<Source> openCompared(const Options &options);

/// Runs it to the end; on the real clock, SIGINT and SIGTERM are Ctrl-C for it. Throws Failure for a scenario that is
/// too large to run.
void finish(Source &source);

[[nodiscard]] QStringList lessonIds();

} // namespace coroscope::cli

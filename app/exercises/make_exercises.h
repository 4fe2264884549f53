// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exercises/exercise.h"
#include "app/exercises/exercise_source.h"
#include "core/model/names.h"

namespace coroscope::exercises {

/// Makes exercises from the trace of a run that is over. The same run makes the same exercises.
///
///     Spans spans(trace); spans.update();
///     Names names(spans); names.update();
///     const std::vector<Exercise> all = makeExercises(names, sourceOf(trace, lesson, settings));
///
/// A kind that does not fit the run is not made: no total where no time passes, no order where lines are the same, no
/// table without jobs, nobody to choose from, no line where nobody is kept waiting, no awaits without a source. None of
/// a run that is not over. At most `who` exercises are of Kind::Who, one of every other kind; in the order of the
/// kinds.
[[nodiscard]] std::vector<Exercise> makeExercises(const Names &names, const ProgramSource &source, int who = 3);

// Each kind by itself.

[[nodiscard]] std::optional<Exercise> totalOf(const Names &names);
[[nodiscard]] std::optional<Exercise> orderOf(const Names &names);
[[nodiscard]] std::optional<Exercise> tableOf(const Names &names);
[[nodiscard]] std::vector<Exercise> whoOf(const Names &names, int most);
[[nodiscard]] std::optional<Exercise> lineOf(const Names &names, const ProgramSource &source);
[[nodiscard]] std::optional<Exercise> awaitsOf(const Names &names, const ProgramSource &source);

/// The last instant at which something happened before this one; the start where nothing did.
[[nodiscard]] Instant instantBefore(const Trace &trace, EventIndex event);

} // namespace coroscope::exercises

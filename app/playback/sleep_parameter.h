// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lessons/lesson.h"
#include "core/model/spans.h"

#include <optional>
#include <string>

namespace coroscope {

/// A parameter of a lesson that says how long one of its sleeps lasts.
struct SleepParameter {
    std::string name;
    std::size_t item = 0; ///< of a list
    Duration least{};
    Duration most{};
};

/// The parameter behind the span of this lane, if it is a sleep and there is one. Several may have the same value, so
/// this is found by trial: the lesson is run up to that sleep with the parameter changed, and the sleep has to have
/// changed by just as much.
[[nodiscard]] std::optional<SleepParameter> sleepParameter(const Lesson &lesson, const Settings &settings,
                                                           const Spans &spans, ActorId actor, std::size_t span);

/// The parameter with another length of that sleep, as it would be written after `--set name=`.
[[nodiscard]] std::string withSleep(const Lesson &lesson, const Settings &settings, const SleepParameter &parameter,
                                    Duration length);

} // namespace coroscope

// SPDX-License-Identifier: MIT
#pragma once

#include "core/lessons/lesson.h"

namespace coroscope {

/// The settings that are not as in the course, as they would be written after `--set`: "runs=4". In the order of the
/// lesson's parameters.
[[nodiscard]] std::vector<std::string> changedSettings(const Lesson &lesson, const Settings &settings);

} // namespace coroscope

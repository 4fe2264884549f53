// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "app/cli/options.h"

namespace coroscope::cli {

/// A command: what it takes, and what it does with it. `run` throws Failure.
struct Command {
    CommandForm form;
    Status (*run)(const Options &options);
};

[[nodiscard]] Command listCommand();
[[nodiscard]] Command runCommand();
[[nodiscard]] Command replayCommand();
[[nodiscard]] Command tableCommand();
[[nodiscard]] Command statsCommand();
[[nodiscard]] Command exportCommand();

/// --set and --output, which several take.
[[nodiscard]] OptionForm setOption();
[[nodiscard]] OptionForm outputOption();

} // namespace coroscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/application.h"

#include <QStringList>

#include <optional>

namespace coroscope::cli {

/// What the arguments ask of the window. Nothing when they are wrong or there is no display: then one sentence has been
/// said on standard error, and `status` is the exit status.
[[nodiscard]] std::optional<WindowOptions> windowArguments(const QStringList &arguments, int &status);

} // namespace coroscope::cli

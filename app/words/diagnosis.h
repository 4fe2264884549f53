// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/diagnostics.h"

namespace coroscope {

/// What is wrong with a run, in one sentence of the program's language, with its numbers; without an end mark. In
/// English it is Diagnostic::text.
[[nodiscard]] QString diagnosticText(const Names &names, const Diagnostic &diagnostic);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/measures.h"

namespace coroscope {

/// How one run differs from another, in one line: "takes +1 s (+67 %) · thread held +2 s".
[[nodiscard]] QString verdictOf(const Measures &first, const Measures &other);

/// "+1 s", "−0.5 s", "±0 s"
[[nodiscard]] QString signedText(Duration difference);
/// "+67 %"; empty when there is nothing to measure by.
[[nodiscard]] QString percentText(Duration first, Duration other);

} // namespace coroscope

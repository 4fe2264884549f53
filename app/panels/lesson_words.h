// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope {

/// A lesson's text as rich text: `code` between backquotes becomes code, everything else stands for itself.
[[nodiscard]] QString richText(const QString &text);

} // namespace coroscope

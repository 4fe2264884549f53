// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope {

/// A lesson's text as rich text: `code` between backquotes becomes code, everything else stands for itself.
[[nodiscard]] QString richText(const QString &text);

/// A text of more than so many letters in two lines, broken where it can be, nearest to its middle: a button does not
/// break its own.
[[nodiscard]] QString brokenInTwo(const QString &text, qsizetype longest);

} // namespace coroscope

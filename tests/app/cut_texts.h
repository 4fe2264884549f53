// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace coroscope::test {

/// What has less room than its text needs: buttons, labels, tabs, headings of tables, fields for numbers, the lessons'
/// names. By text; empty when everything can be read.
[[nodiscard]] QStringList cutTexts(const QWidget &window);

} // namespace coroscope::test

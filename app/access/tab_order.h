// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace coroscope::access {

/// Tab goes through the window as it is laid out: from top to bottom, from left to right, the handle between two parts
/// between them. Qt's own order is that in which widgets were made or moved into another.
void orderTabs(QWidget &window);

} // namespace coroscope::access

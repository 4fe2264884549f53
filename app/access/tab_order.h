// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace coroscope::access {

/// What Tab does in a window: goes to the next widget as they are laid out, from top to bottom, from left to right, the
/// handle between two parts between them; or back. For QWidget::focusNextPrevChild(). False when there is none.
///
/// Qt's own order is that in which widgets were made or moved into another. To keep that right would mean to sort it
/// anew whenever something is made; besides, QWidget::setTabOrder() of Qt 6.4 cuts the chain in two where widgets lie
/// in each other.
[[nodiscard]] bool focusNext(QWidget &window, bool forward);

} // namespace coroscope::access

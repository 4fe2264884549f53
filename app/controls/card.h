// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFrame;
class QWidget;

namespace coroscope {

/// A frame in the look of the charts' panels, around the widget, which it owns.
[[nodiscard]] QFrame *inCard(QWidget *content);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFrame;
class QLayout;
class QMargins;
class QWidget;

namespace coroscope {

/// A frame in the look of the charts' panels, around the widget, which it owns.
[[nodiscard]] QFrame *inCard(QWidget *content);

/// The widget with room around it, and without any while it is hidden; for a layout that takes it in. A frame or a
/// label loses margins of its own when the style changes.
[[nodiscard]] QLayout *withRoom(QWidget *content, const QMargins &room);

/// The same as a widget, for a splitter.
[[nodiscard]] QWidget *inRoom(QWidget *content, const QMargins &room);

} // namespace coroscope

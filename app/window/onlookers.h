// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace coroscope {

/// A dialog, a menu or a held mouse button refers to what is on the stage: nothing that was not asked for there, such
/// as a file that has been read, may take its place before they are gone.
[[nodiscard]] inline bool somebodyLooks()
{
    return QApplication::activeModalWidget() || QApplication::activePopupWidget()
           || QApplication::mouseButtons() != Qt::NoButton;
}

} // namespace coroscope

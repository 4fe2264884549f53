// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace coroscope {

enum class Symbol {
    ToStart,
    StepBack,
    Play,
    Pause,
    StepForward,
    ToEnd,
    ToSwitch,
    Menu,
    More, ///< three lines, three dots
    Closed,
    Open, ///< something unfolds: to the side, downwards
    Folder,
    Save,
    Copy,
    Search,
    Close,
    Compare,
    Pin,
    Reset,
    Axis,
    Present,
    ZoomIn,
    ZoomOut,
    Fit,
    Layout,
    Theme,
    Globe,
    Keys,
    Book,
    Info,
};

/// An icon drawn as a path in one colour, sharp at any size: no font has these signs everywhere.
[[nodiscard]] QIcon symbolIcon(Symbol symbol, const QColor &color);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/canvas.h"

#include <QStringList>

namespace coroscope::timeline {

/// How words on a bar look.
struct Label {
    int pixelSize = 0; ///< 0: there is no room for any
    QColor color = {};
    bool bold = false;
    double boxHeight = 0; ///< more than 0: on a small panel of its own, to be read on stripes
    QColor boxFill = {};
    QColor boxFrame = {}; ///< invalid: no frame
    bool rounded = true;
};

/// Writes the first candidate that fits into the middle of `bar`, the visible part of a bar;
/// nothing when none does.
void layoutLabel(Canvas &canvas, const QRectF &bar, const QStringList &candidates, const Label &label, double unit);

} // namespace coroscope::timeline

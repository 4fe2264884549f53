// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/label.h"

#include <cmath>

namespace coroscope::timeline {

namespace {

Box panelBehind(QPointF middle, double half, const Label &label)
{
    const double top = std::round(middle.y() - label.boxHeight / 2);
    Box box{.rect = {middle.x() - half, top, 2 * half, label.boxHeight}, .fill = label.boxFill};
    box.radius = label.rounded ? 4 : 0;
    box.frame = label.boxFrame.isValid() ? Box::Frame::Solid : Box::Frame::None;
    box.line = label.boxFrame;
    box.lineWidth = label.rounded ? 1.5 : 1;
    return box;
}

} // namespace

void layoutLabel(Canvas &canvas, const QRectF &bar, const QStringList &candidates, const Label &label, double unit)
{
    if (label.pixelSize == 0)
        return;
    const bool boxed = label.boxHeight > 0;
    const double padding = std::round((boxed ? 8 : 4) * unit);
    const double room = bar.width() - 2 * padding - (boxed ? 6 : 0);
    for (const QString &words : candidates) {
        const double width = textWidth(words, label.pixelSize, label.bold);
        if (words.isEmpty() || width > room)
            continue;
        const QPointF middle(std::round(bar.center().x()), bar.center().y());
        if (boxed)
            canvas.layer(Canvas::Labels).boxes.push_back(panelBehind(middle, std::ceil(width / 2 + padding), label));
        canvas.text(Canvas::Labels, {middle.x(), baseline(middle.y(), label.pixelSize)}, words, label.pixelSize,
                    label.color, Text::Anchor::Middle, label.bold);
        return;
    }
}

} // namespace coroscope::timeline

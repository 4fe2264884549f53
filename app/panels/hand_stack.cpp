// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/hand_stack.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"

#include <QPainter>

#include <algorithm>

namespace coroscope {

namespace {

constexpr double kHead = 8;

} // namespace

HandStack::HandStack(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    access::setRole(*this, QAccessible::Graphic);
}

void HandStack::show(const Shown &shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    access::setDescription(
        *this, tr("%1; in: %2, out: %3").arg(shown.frames.join(QStringLiteral(" ▸ ")), shown.sent, shown.out));
    update();
}

QSize HandStack::sizeHint() const
{
    return {420, fontMetrics().height() * 3 + 34};
}

void HandStack::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = fontMetrics().height();
    const double right = paintFrames(painter, line + 11, line + 10);
    if (!m_shown.sent.isEmpty())
        paintArrow(painter, line + 4, right, m_shown.sent, true);
    if (!m_shown.out.isEmpty())
        paintArrow(painter, 2 * line + 28, right, m_shown.out, false);
}

/// Boxes side by side, the driver first; gives the right edge of the last one.
double HandStack::paintFrames(QPainter &painter, double top, double height)
{
    const timeline::Theme &theme = m_appearance.theme();
    double x = 1;
    for (qsizetype i = 0; i < m_shown.frames.size(); ++i) {
        const double room = width() - 2 - x;
        const double wanted = fontMetrics().horizontalAdvance(m_shown.frames[i]) + 22;
        const QRectF box(x, top, std::min(wanted, room), height);
        if (box.width() < 24)
            break;
        painter.setPen(QPen(theme.outline, 1.5));
        painter.setBrush(theme.panel);
        painter.drawRect(box);
        painter.fillRect(QRectF(box.left() + 1, box.top() + 1, 5, box.height() - 2),
                         i == 0 ? theme.mainProgram : m_shown.color);
        painter.setPen(theme.text);
        const QRectF inside = box.adjusted(11, 0, -5, 0);
        painter.drawText(
            inside, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(m_shown.frames[i], Qt::ElideRight, static_cast<int>(inside.width()) + 1));
        x = box.right() + 3;
    }
    return std::max(x - 3, 120.0);
}

void HandStack::paintArrow(QPainter &painter, double y, double right, const QString &text, bool inwards)
{
    const timeline::Theme &theme = m_appearance.theme();
    const QColor color = inwards ? theme.accent : theme.worseText;
    const double left = 2;
    painter.setPen(QPen(color, 2));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    const double tip = inwards ? right : left;
    const double back = inwards ? -kHead : kHead;
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF{{tip, y}, {tip + back, y - kHead / 2}, {tip + back, y + kHead / 2}});
    painter.setPen(theme.text);
    const double line = fontMetrics().height();
    const QRectF words(left + 14, inwards ? y - line - 1 : y + 1, width() - 16, line);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(words.width())));
}

} // namespace coroscope

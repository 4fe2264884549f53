// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/chip_field.h"

#include "app/controls/appearance.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kGlide = 220; ///< milliseconds
constexpr double kGap = 6;
constexpr double kSwatch = 8;

} // namespace

ChipField::ChipField(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_glide.setDuration(kGlide);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void ChipField::setFaded(bool faded)
{
    if (faded == m_faded)
        return;
    m_faded = faded;
    update();
}

void ChipField::setBoxes(const std::vector<QRect> &boxes)
{
    if (boxes == m_boxes)
        return;
    m_boxes = boxes;
    m_glide.stop();
    place();
    update();
}

void ChipField::show(std::vector<Chip> chips, bool glide)
{
    std::unordered_map<quint64, QRectF> before;
    for (const Placed &placed : m_placed)
        before.emplace(placed.chip.key, at(placed));
    m_glide.stop();
    m_placed.clear();
    for (Chip &chip : chips)
        m_placed.push_back({std::move(chip), {}, {}, false});
    place();
    bool moved = false;
    for (Placed &placed : m_placed) {
        const auto was = before.find(placed.chip.key);
        placed.fresh = was == before.end() || was->second.isEmpty();
        placed.from = placed.fresh ? placed.to : was->second;
        moved = moved || placed.from != placed.to;
    }
    if (glide && moved && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_glide.start();
    update();
}

/// Row by row from left to right; what finds no room is counted.
void ChipField::place()
{
    m_left.assign(m_boxes.size(), 0);
    std::vector<QPointF> next;
    for (const QRect &box : m_boxes)
        next.emplace_back(box.topLeft());
    const double height = fontMetrics().height() + 10;
    for (Placed &placed : m_placed) {
        placed.to = {};
        placed.from = {};
        if (placed.chip.box >= m_boxes.size())
            continue;
        const QRectF box = m_boxes[placed.chip.box];
        QPointF &corner = next[placed.chip.box];
        const double width = std::min(box.width(), fontMetrics().horizontalAdvance(placed.chip.text) + kSwatch + 20);
        if (corner.x() > box.left() && corner.x() + width > box.right() + 1)
            corner = {box.left(), corner.y() + height + kGap};
        const bool fits = corner.y() + height <= box.bottom() + 1;
        if (!fits || m_left[placed.chip.box] > 0) {
            ++m_left[placed.chip.box];
            continue;
        }
        placed.to = {corner, QSizeF(width, height)};
        placed.from = placed.to;
        corner.rx() += width + kGap;
    }
}

QRectF ChipField::at(const Placed &placed) const
{
    if (!gliding() || placed.to.isEmpty())
        return placed.to;
    const double share = m_glide.currentValue().toDouble();
    const auto between = [share](double from, double to) { return from + (to - from) * share; };
    return {between(placed.from.x(), placed.to.x()), between(placed.from.y(), placed.to.y()),
            between(placed.from.width(), placed.to.width()), placed.to.height()};
}

QRectF ChipField::placeOf(quint64 key) const
{
    const auto placed = std::ranges::find_if(m_placed, [key](const Placed &p) { return p.chip.key == key; });
    return placed == m_placed.end() ? QRectF() : at(*placed);
}

void ChipField::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Placed &placed : m_placed) { // what stands still lies below what moves
        if (placed.from == placed.to)
            paintChip(painter, placed);
    }
    for (const Placed &placed : m_placed) {
        if (placed.from != placed.to)
            paintChip(painter, placed);
    }
    painter.setPen(m_appearance.theme().mutedText);
    for (std::size_t box = 0; box < m_left.size(); ++box) {
        if (m_left[box] > 0)
            painter.drawText(m_boxes[box].adjusted(0, 0, 0, fontMetrics().height()), Qt::AlignRight | Qt::AlignBottom,
                             tr("and %n more", nullptr, static_cast<int>(m_left[box])));
    }
}

void ChipField::paintChip(QPainter &painter, const Placed &placed) const
{
    const QRectF rect = at(placed);
    if (rect.isEmpty())
        return;
    const timeline::Theme &theme = m_appearance.theme();
    painter.setOpacity(placed.fresh && gliding() ? m_glide.currentValue().toDouble() : 1);
    const QColor ink = m_faded ? theme.mutedText : theme.text;
    painter.setPen(QPen(m_faded ? theme.border : theme.outline, 1.5));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5);
    painter.setPen(QPen(theme.outline, 1));
    painter.setBrush(m_faded ? theme.border : placed.chip.color);
    painter.drawRoundedRect(QRectF(rect.left() + 5, rect.top() + 5, kSwatch, rect.height() - 10), 2, 2);
    painter.setPen(ink);
    const QRectF room = rect.adjusted(kSwatch + 11, 0, -5, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(placed.chip.text, Qt::ElideRight, static_cast<int>(room.width()) + 1));
    painter.setOpacity(1);
}

} // namespace coroscope

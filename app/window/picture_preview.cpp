// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_preview.h"

#include "app/access/spoken.h"
#include "app/timeline/painter.h"

#include <QPainter>

namespace coroscope {

PicturePreview::PicturePreview(QWidget *parent) : QWidget(parent)
{
    access::setRole(*this, QAccessible::Graphic);
    setAccessibleName(tr("Preview"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PicturePreview::show(timeline::Scene scene)
{
    m_scene = std::move(scene);
    update();
}

void PicturePreview::paintEvent(QPaintEvent * /*event*/)
{
    if (m_scene.size.isEmpty())
        return;
    constexpr int kShadow = 4;
    const QSizeF room = QSizeF(size()) - QSizeF(2 * kShadow, 2 * kShadow);
    const double scale = std::min({1.0, room.width() / m_scene.size.width(), room.height() / m_scene.size.height()});
    // Drawn at twice the size, what is smaller than a pixel is averaged rather than lost.
    QImage image = timeline::toImage(m_scene, std::min(2.0, 2 * scale * devicePixelRatioF()));
    image.setDevicePixelRatio(1);
    const QSizeF page = m_scene.size * scale;
    const QRectF place(QPointF((width() - page.width()) / 2, (height() - page.height()) / 2), page);
    QPainter painter(this);
    painter.fillRect(place.translated(kShadow, kShadow), QColor(0, 0, 0, 60));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, image);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace coroscope

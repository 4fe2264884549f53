// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf.h"

#include "app/timeline/painter.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace coroscope::formats {

namespace {

/// Qt writes the fonts in the order of a hash, another one each time: equal pictures would be
/// different files.
class StableHashes {
public:
    StableHashes() { QHashSeed::setDeterministicGlobalSeed(); }
    ~StableHashes() { QHashSeed::resetRandomGlobalSeed(); }
    StableHashes(const StableHashes &) = delete;
    StableHashes &operator=(const StableHashes &) = delete;
};

} // namespace

QByteArray toPdf(const timeline::Scene &scene, const QString &title, double millimetres)
{
    constexpr int kResolution =
        1200; // of the coordinates: fine enough for any rounding not to show
    const double points = millimetres / 25.4 * 72;
    const StableHashes stable;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // Pages have a whole number of points: rounded up, and the background fills the rest.
    const QSizeF page(std::ceil(scene.size.width() * points - 1e-6),
                      std::ceil(scene.size.height() * points - 1e-6));
    writer.setPageSize(QPageSize(page, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(kResolution);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Coroscope"));
    QPainter painter(&writer);
    if (!painter.isActive())
        return {};
    painter.fillRect(QRectF(0, 0, writer.width(), writer.height()), scene.background);
    const double scale = millimetres / 25.4 * kResolution;
    painter.scale(scale, scale);
    timeline::paint(painter, scene);
    painter.end();
    return bytes;
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf.h"

#include "app/timeline/painter.h"

#include <QBuffer>
#include <QDateTime>
#include <QHashSeed>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

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

/// Qt writes when the file was made as it is at that moment where its author lives. That is nobody's concern: the same
/// instant in universal time, in as many bytes, so that what stands behind it stays where it is.
void hideTimeZone(QByteArray &pdf)
{
    static const QRegularExpression made(QStringLiteral("/CreationDate \\(D:(\\d{14})([+-])(\\d\\d)'(\\d\\d)'\\)"));
    const QRegularExpressionMatch found = made.match(QString::fromLatin1(pdf));
    if (!found.hasMatch())
        return;
    const QString form = QStringLiteral("yyyyMMddHHmmss");
    const int minutes = found.captured(3).toInt() * 60 + found.captured(4).toInt();
    const QDateTime local = QDateTime::fromString(found.captured(1), form);
    const QDateTime universal = QDateTime(local.date(), local.time(), Qt::UTC)
                                    .addSecs(found.captured(2) == QLatin1String("+") ? -60 * minutes : 60 * minutes);
    const QByteArray told = universal.toString(form).toLatin1() + "+00'00'";
    pdf.replace(found.capturedStart(1), told.size(), told);
}

} // namespace

QByteArray toPdf(const timeline::Scene &scene, const QString &title, double millimetres)
{
    constexpr int kResolution = 1200; // of the coordinates: fine enough for any rounding not to show
    const double points = millimetres / 25.4 * 72;
    const StableHashes stable;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // Pages have a whole number of points: rounded up, and the background fills the rest.
    const QSizeF page(std::ceil(scene.size.width() * points - 1e-6), std::ceil(scene.size.height() * points - 1e-6));
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
    hideTimeZone(bytes);
    return bytes;
}

} // namespace coroscope::formats

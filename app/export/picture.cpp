// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture.h"

#include "app/export/pdf.h"
#include "app/export/write_all.h"
#include "app/readers/words.h"
#include "app/timeline/painter.h"
#include "app/timeline/png.h"
#include "app/timeline/svg_writer.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace coroscope::formats {

namespace {

constexpr double kInch = 25.4; ///< millimetres
constexpr double kPixelsAnInch = 96;

} // namespace

std::optional<PictureFormat> pictureFormat(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("png"))
        return PictureFormat::Png;
    if (suffix == QStringLiteral("svg"))
        return PictureFormat::Svg;
    if (suffix == QStringLiteral("pdf"))
        return PictureFormat::Pdf;
    if (suffix == QStringLiteral("apng"))
        return PictureFormat::Apng;
    if (suffix == QStringLiteral("webp"))
        return PictureFormat::Webp;
    return std::nullopt;
}

QByteArray pictureBytes(const timeline::Scene &scene, PictureFormat format,
                        const PictureOptions &options)
{
    const double millimetres =
        options.width > 0 ? options.width / scene.size.width() : kInch / kPixelsAnInch;
    if (format == PictureFormat::Svg)
        return timeline::toSvg(scene, options.title, options.width);
    if (format == PictureFormat::Pdf)
        return toPdf(scene, options.title, millimetres);
    const double scale = std::clamp(options.scale, 0.25, 8.0);
    QImage image = timeline::toImage(scene, scale);
    const int dots = static_cast<int>(std::lround(1000 / millimetres * scale));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    if (!options.title.isEmpty())
        image.setText(QStringLiteral("Title"), options.title);
    return timeline::pngBytes(image);
}

WriteResult writeFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QString &reason) {
        return WriteResult{PictureWords::tr("Cannot write %1: %2.").arg(path, reason)};
    };
    const QFileInfo target(path);
    if (target.isDir())
        return failed(PictureWords::tr("it is a folder"));
    if (target.exists()
        && !target.isFile()) { // /dev/stdout, a pipe: renaming over it would destroy it
        QFile device(path);
        const bool done = device.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
                          && writeAll(device, bytes);
        return done ? WriteResult{} : failed(device.errorString());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    // commit() alone would miss a disk that fills up while the last buffer is written, and rename
    // the torso.
    if (!writeAll(file, bytes) || !flushAll(file) || !file.commit())
        return failed(file.errorString());
    return {};
}

WriteResult tooLarge(const QString &path, QSizeF size, double scale)
{
    return {PictureWords::tr("Cannot write %1: a picture of %2 x %3 pixels at scale %4 is too large.")
                .arg(path)
                .arg(size.width())
                .arg(size.height())
                .arg(scale)};
}

WriteResult writePicture(const QString &path, const timeline::Scene &scene, PictureFormat format,
                         const PictureOptions &options)
{
    const QByteArray bytes = pictureBytes(scene, format, options);
    if (bytes.isEmpty())
        return tooLarge(path, scene.size, options.scale);
    return writeFile(path, bytes);
}

} // namespace coroscope::formats

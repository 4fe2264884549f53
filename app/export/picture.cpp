// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture.h"

#include "app/export/pdf.h"
#include "app/export/write_all.h"
#include "app/readers/words.h"
#include "app/timeline/painter.h"
#include "app/timeline/png.h"
#include "app/timeline/svg_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

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

QByteArray pictureBytes(const timeline::Scene &scene, PictureFormat format, const PictureOptions &options)
{
    const double millimetres = options.width > 0 ? options.width / scene.size.width() : kInch / kPixelsAnInch;
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

QString whyUnwritable(const QString &path)
{
    struct stat status{};
    const int failure = ::stat(QFile::encodeName(path).constData(), &status) == 0 ? 0 : errno;
    if (failure == ENOENT && !QFileInfo(path).dir().exists())
        return PictureWords::tr("there is no folder %1").arg(QFileInfo(path).path());
    if (failure == ENOENT)
        return {};
    if (failure == ELOOP) // a file would take the place of the link
        return PictureWords::tr("its symbolic links go in a circle");
    if (failure != 0)
        return QString::fromLocal8Bit(std::strerror(failure));
    if (S_ISDIR(status.st_mode))
        return PictureWords::tr("it is a folder");
    // Renaming would put a plain file in the place of a device or pipe, and a pipe may have no reader.
    return S_ISREG(status.st_mode) ? QString() : PictureWords::tr("it is not a regular file");
}

WriteResult writeFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QString &reason) {
        return WriteResult{PictureWords::tr("Cannot write %1: %2.").arg(path, reason)};
    };
    if (const QString reason = whyUnwritable(path); !reason.isEmpty())
        return failed(reason);
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
    const bool beyond = size.width() * size.height() * scale * scale > timeline::kMostPixels;
    const QString sentence =
        beyond
            ? PictureWords::tr(
                  "Cannot write %1: a picture of %2 x %3 pixels at scale %4 is too large: it has more than %5 million pixels.")
            : PictureWords::tr("Cannot write %1: a picture of %2 x %3 pixels at scale %4 is too large.");
    const QString told = sentence.arg(path).arg(size.width()).arg(size.height()).arg(scale);
    return {beyond ? told.arg(timeline::kMostPixels / 1e6) : told};
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

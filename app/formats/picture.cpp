// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/picture.h"

#include "app/timeline/painter.h"
#include "app/timeline/svgwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace coroscope::formats {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

} // namespace

std::optional<PictureFormat> pictureFormat(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("png"))
        return PictureFormat::Png;
    if (suffix == QStringLiteral("svg"))
        return PictureFormat::Svg;
    return std::nullopt;
}

QByteArray pictureBytes(const timeline::Scene &scene, PictureFormat format, double scale,
                        const QString &title)
{
    if (format == PictureFormat::Svg)
        return timeline::toSvg(scene, title);
    QImage image = timeline::toImage(scene, std::clamp(scale, 0.25, 8.0));
    if (!title.isEmpty())
        image.setText(QStringLiteral("Title"), title);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return {};
    return bytes;
}

WriteResult writeFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QString &reason) {
        return WriteResult{Words::tr("Cannot write %1: %2.").arg(path, reason)};
    };
    const QFileInfo target(path);
    if (target.isDir())
        return failed(Words::tr("it is a folder"));
    if (target.exists()
        && !target.isFile()) { // /dev/stdout, a pipe: renaming over it would destroy it
        QFile device(path);
        const bool done = device.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
                          && device.write(bytes) == bytes.size();
        return done ? WriteResult{} : failed(device.errorString());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    // commit() alone would miss a disk that fills up while the last buffer is written, and rename
    // the torso.
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return failed(file.errorString());
    return {};
}

WriteResult writePicture(const QString &path, const timeline::Scene &scene, PictureFormat format,
                         double scale, const QString &title)
{
    const QByteArray bytes = pictureBytes(scene, format, scale, title);
    if (bytes.isEmpty())
        return {Words::tr("Cannot write %1: a picture of %2 x %3 pixels at scale %4 is too large.")
                    .arg(path)
                    .arg(scene.size.width())
                    .arg(scene.size.height())
                    .arg(scale)};
    return writeFile(path, bytes);
}

} // namespace coroscope::formats

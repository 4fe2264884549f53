// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/clipboard.h"

#include "app/export/picture.h"
#include "app/timeline/painter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace coroscope {

bool copyPicture(const timeline::Scene &scene, double scale, const QString &title)
{
    const QImage image = timeline::toImage(scene, scale);
    if (image.isNull())
        return false;
    auto data = std::make_unique<QMimeData>();
    data->setImageData(image);
    data->setData(QStringLiteral("image/svg+xml"),
                  formats::pictureBytes(scene, formats::PictureFormat::Svg, {.title = title}));
    QGuiApplication::clipboard()->setMimeData(data.release());
    return true;
}

} // namespace coroscope

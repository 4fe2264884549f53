// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/exportpicture.h"

#include "app/formats/picture.h"
#include "app/timeline/layout.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

namespace coroscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ExportPicture)
};

QString askForPath(QWidget *parent, const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString png = Words::tr("Picture for slides (*.png)");
    const QString svg = Words::tr("Drawing, sharp at any size (*.svg)");
    QString chosen = png;
    QString path = QFileDialog::getSaveFileName(parent, Words::tr("Export a picture"), folder + QLatin1Char('/') + name + QStringLiteral(".png"),
                                                png + QStringLiteral(";;") + svg, &chosen);
    if (!path.isEmpty() && !formats::pictureFormat(path))
        path += chosen == svg ? QStringLiteral(".svg") : QStringLiteral(".png");
    return path;
}

} // namespace

void exportPicture(QWidget *parent, const timeline::ChartRequest &request, const QString &name)
{
    const QString path = askForPath(parent, name);
    if (path.isEmpty())
        return;
    const formats::WriteResult result = formats::writePicture(path, timeline::layoutChart(request), *formats::pictureFormat(path), {.scale = 2, .title = name});
    if (!result.ok())
        QMessageBox::warning(parent, Words::tr("Export a picture"), result.error);
}

} // namespace coroscope

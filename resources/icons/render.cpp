// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

/// A build step: render IN.svg SIZE OUT.png draws the icon at one of the sizes desktops ask for.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const int size = arguments[2].toInt();
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer renderer(arguments[1]);
    renderer.render(&painter);
    painter.end();
    return renderer.isValid() && image.save(arguments[3], "PNG") ? 0 : 1;
}

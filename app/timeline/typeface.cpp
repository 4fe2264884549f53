// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/typeface.h"

#include "app/timeline/theme.h"

#include <QFontMetricsF>
#include <QHash>

#include <map>
#include <utility>

namespace coroscope::timeline {

namespace {

struct Face {
    Face(int pixelSize, bool bold) : font(make(pixelSize, bold)), metrics(font) {}
    static QFont make(int pixelSize, bool bold)
    {
        QFont font(fontFamily());
        font.setPixelSize(pixelSize);
        font.setBold(bold);
        font.setHintingPreference(QFont::PreferVerticalHinting);
        font.setStyleStrategy(QFont::PreferAntialias);
        return font;
    }

    QFont font;
    QFontMetricsF metrics;
    QHash<QString, double> widths;
    QHash<QString, QStaticText> prepared;
};

constexpr qsizetype kRemembered = 20000;
constexpr qsizetype kPrepared = 2000;

// One set of faces a thread: QFontMetricsF may not be shared.
Face &face(int pixelSize, bool bold)
{
    thread_local std::map<std::pair<int, bool>, Face> faces;
    return faces.try_emplace({pixelSize, bold}, pixelSize, bold).first->second;
}

} // namespace

const QFont &chartFont(int pixelSize, bool bold)
{
    return face(pixelSize, bold).font;
}

const QStaticText &preparedText(const QString &text, int pixelSize, bool bold)
{
    Face &f = face(pixelSize, bold);
    const auto known = f.prepared.constFind(text);
    if (known != f.prepared.constEnd())
        return *known;
    if (f.prepared.size() > kPrepared)
        f.prepared.clear();
    QStaticText prepared(text);
    prepared.setTextFormat(Qt::PlainText);
    prepared.setPerformanceHint(QStaticText::AggressiveCaching);
    prepared.prepare(QTransform(), f.font);
    return *f.prepared.insert(text, prepared);
}

double preparedAscent(int pixelSize, bool bold)
{
    return face(pixelSize, bold).metrics.ascent();
}

double textWidth(const QString &text, int pixelSize, bool bold)
{
    Face &f = face(pixelSize, bold);
    const auto known = f.widths.constFind(text);
    if (known != f.widths.constEnd())
        return *known;
    if (f.widths.size() > kRemembered)
        f.widths.clear();
    const double width = f.metrics.horizontalAdvance(text);
    f.widths.insert(text, width);
    return width;
}

QString elidedText(const QString &text, int pixelSize, bool bold, double width, Qt::TextElideMode mode)
{
    if (textWidth(text, pixelSize, bold) <= width)
        return text;
    const QString shorter = face(pixelSize, bold).metrics.elidedText(text, mode, width);
    return shorter == QStringLiteral("…") ? QString() : shorter;
}

} // namespace coroscope::timeline

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/typeface.h"

#include "app/timeline/theme.h"

#include <QFontMetricsF>

#include <cmath>
#include <map>
#include <unordered_map>
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
    std::unordered_map<QString, double> widths;
    std::unordered_map<QString, QStaticText> prepared;
};

constexpr std::size_t kRemembered = 20000;
constexpr std::size_t kPrepared = 2000;

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
    if (const auto known = f.prepared.find(text); known != f.prepared.end())
        return known->second;
    if (f.prepared.size() > kPrepared)
        f.prepared.clear();
    QStaticText prepared(text);
    prepared.setTextFormat(Qt::PlainText);
    prepared.setPerformanceHint(QStaticText::AggressiveCaching);
    prepared.prepare(QTransform(), f.font);
    return f.prepared.emplace(text, std::move(prepared)).first->second;
}

double preparedAscent(int pixelSize, bool bold)
{
    return face(pixelSize, bold).metrics.ascent();
}

double textWidth(const QString &text, int pixelSize, bool bold)
{
    Face &f = face(pixelSize, bold);
    if (const auto known = f.widths.find(text); known != f.widths.end())
        return known->second;
    if (f.widths.size() > kRemembered)
        f.widths.clear();
    const double width = f.metrics.horizontalAdvance(text);
    f.widths.emplace(text, width);
    return width;
}

QString elidedText(const QString &text, int pixelSize, bool bold, double width, Qt::TextElideMode mode)
{
    if (textWidth(text, pixelSize, bold) <= width)
        return text;
    const QString shorter = face(pixelSize, bold).metrics.elidedText(text, mode, width);
    return shorter == QStringLiteral("…") ? QString() : shorter;
}

double lineHeight(int pixelSize)
{
    return std::round(1.25 * pixelSize);
}

QStringList wrappedText(const QString &text, int pixelSize, double width, qsizetype lines, Qt::TextElideMode mode)
{
    QStringList wrapped;
    QStringList words = text.split(QLatin1Char(' '));
    while (!words.isEmpty() && wrapped.size() + 1 < lines) {
        qsizetype count = 1;
        while (count < words.size()
               && textWidth(words.mid(0, count + 1).join(QLatin1Char(' ')), pixelSize, true) <= width)
            ++count;
        wrapped.append(elidedText(words.mid(0, count).join(QLatin1Char(' ')), pixelSize, true, width, mode));
        words = words.mid(count);
    }
    if (!words.isEmpty())
        wrapped.append(elidedText(words.join(QLatin1Char(' ')), pixelSize, true, width, mode));
    return wrapped;
}

} // namespace coroscope::timeline

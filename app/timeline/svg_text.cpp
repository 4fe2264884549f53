// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/svg_text.h"

#include <cmath>

namespace coroscope::timeline {

void appendNumber(QByteArray &out, double value)
{
    const auto hundredths = std::llround(value * 100);
    const auto whole = std::abs(hundredths) / 100;
    const auto rest = std::abs(hundredths) % 100;
    if (hundredths < 0)
        out += '-';
    out += QByteArray::number(static_cast<qlonglong>(whole));
    if (rest == 0)
        return;
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0)
        out += static_cast<char>('0' + rest % 10);
}

void appendAttribute(QByteArray &out, const char *start, double value)
{
    out += start;
    appendNumber(out, value);
    out += '"';
}

void appendAttribute(QByteArray &out, const char *start, const QColor &color)
{
    out += start;
    out += color.name().toLatin1();
    out += '"';
}

void appendEscaped(QByteArray &out, const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            clean += QStringView(text).mid(i++, 2);
        else if (c.isSurrogate() || (c < QChar(u' ') && c != QChar(u'\t')) || c.unicode() >= 0xfffe)
            clean += QChar(QChar::ReplacementCharacter);
        else
            clean += c;
    }
    out += clean.toHtmlEscaped().toUtf8();
}

} // namespace coroscope::timeline

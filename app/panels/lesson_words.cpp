// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lesson_words.h"

#include <QStringList>

#include <cstdlib>

namespace coroscope {

QString richText(const QString &text)
{
    const QStringList pieces = text.toHtmlEscaped().split(QLatin1Char('`'));
    QString html;
    for (qsizetype i = 0; i < pieces.size(); ++i)
        html += i % 2 == 0 ? pieces[i]
                           : QStringLiteral("<code style=\"font-family:'DejaVu Sans Mono'\">%1</code>").arg(pieces[i]);
    return html;
}

QString brokenInTwo(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const qsizetype middle = text.size() / 2;
    qsizetype at = 0; // of the first letter of the second line
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool breaks = QStringLiteral(" (,./").contains(text[i - 1]);
        if (breaks && std::abs(i - middle) < std::abs(at - middle))
            at = i;
    }
    return at == 0 ? text : text.left(at).trimmed() + QLatin1Char('\n') + text.mid(at);
}

} // namespace coroscope

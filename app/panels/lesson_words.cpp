// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lesson_words.h"

#include <QStringList>

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

} // namespace coroscope

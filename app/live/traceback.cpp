// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/traceback.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <ranges>

namespace coroscope {

int Traceback::lineIn(const QString &path) const
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    for (const Place &place : places | std::views::reverse)
        if (place.file == path || (!wanted.isEmpty() && QFileInfo(place.file).canonicalFilePath() == wanted))
            return place.line;
    return 0;
}

namespace {

/// Without the frame that Python draws around the exceptions of a group.
QString lastSentence(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines | std::views::reverse) {
        static const QRegularExpression frame(QStringLiteral("^[ |]*"));
        const QString sentence = line.mid(frame.match(line).capturedLength());
        if (!sentence.isEmpty() && !sentence.startsWith(QLatin1Char('+')))
            return sentence;
    }
    return {};
}

} // namespace

Traceback lastTraceback(const QByteArray &errors)
{
    constexpr qsizetype kMost = 1 << 16; // of the end: deeper recursion is folded by Python itself
    const QString text = QString::fromUtf8(errors.right(kMost)).trimmed();
    const qsizetype begin = text.lastIndexOf(QLatin1String("Traceback (most recent call last)"));
    static const QRegularExpression place(QStringLiteral("^ *(?:\\| *)*File \"([^\"\\n]+)\", line (\\d+)"),
                                          QRegularExpression::MultilineOption);
    Traceback traceback;
    for (auto each = place.globalMatch(text, std::max<qsizetype>(0, begin)); each.hasNext();) {
        const auto match = each.next();
        traceback.places.append({match.captured(1), match.captured(2).toInt()});
    }
    if (!traceback.places.isEmpty())
        traceback.message = lastSentence(text);
    return traceback;
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/line_map.h"

#include "core/trace/trace.h"

#include <QFile>
#include <QRegularExpression>

namespace coroscope::formats {

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString markedSource(const QString &name)
{
    return contents(QStringLiteral(":/source/") + name);
}

const QRegularExpression &markPattern()
{
    static const QRegularExpression pattern(QStringLiteral("[ \\t]*//: (\\S+)[ \\t]*$"), QRegularExpression::MultilineOption);
    return pattern;
}

/// The lines of all `def` and `class`, by their dotted paths: nesting shows in the indentation.
QHash<QString, int> definitionsIn(const QStringList &lines)
{
    static const QRegularExpression pattern(QStringLiteral("^( *)(?:async def|def|class) (\\w+)"));
    struct Open {
        qsizetype indent;
        QString path;
    };
    QList<Open> open;
    QHash<QString, int> definitions;
    for (int line = 0; line < lines.size(); ++line) {
        const auto match = pattern.match(lines[line]);
        if (!match.hasMatch())
            continue;
        const qsizetype indent = match.capturedLength(1);
        while (!open.isEmpty() && open.last().indent >= indent)
            open.removeLast();
        const QString path = open.isEmpty() ? match.captured(2) : open.last().path + QLatin1Char('.') + match.captured(2);
        open.append({indent, path});
        definitions.insert(path, line + 1);
    }
    return definitions;
}

} // namespace

QString listingOf(const QString &lessonId)
{
    return contents(QStringLiteral(":/lessons/%1/listing.py").arg(lessonId));
}

QString cppSource(const QString &name)
{
    return markedSource(name).remove(markPattern());
}

QHash<int, QString> lineMarks(const QString &name)
{
    QHash<int, QString> marks;
    const QStringList lines = markedSource(name).split(QLatin1Char('\n'));
    for (int line = 0; line < lines.size(); ++line)
        if (const auto match = markPattern().match(lines[line]); match.hasMatch())
            marks.insert(line + 1, match.captured(1));
    return marks;
}

LineMap::LineMap(const QString &lessonId)
{
    const QStringList lines = listingOf(lessonId).split(QLatin1Char('\n'));
    m_lineCount = static_cast<int>(lines.size());
    m_definitions = definitionsIn(lines);
}

int LineMap::pythonLine(const SourcePlace &place) const
{
    const QString name = QString::fromStdString(place.file).section(QLatin1Char('/'), -1);
    auto marks = m_marks.constFind(name);
    if (marks == m_marks.constEnd())
        marks = m_marks.insert(name, lineMarks(name));
    return resolve(marks->value(static_cast<int>(place.line)));
}

int LineMap::resolve(const QString &mark) const
{
    const QString path = mark.section(QLatin1Char('+'), 0, 0);
    const bool relative = mark.contains(QLatin1Char('+'));
    if (mark.isEmpty() || (relative && !m_definitions.contains(path)))
        return 0;
    const int line = relative ? m_definitions.value(path) + mark.section(QLatin1Char('+'), 1).toInt() : mark.toInt();
    return line <= m_lineCount ? line : 0;
}

} // namespace coroscope::formats

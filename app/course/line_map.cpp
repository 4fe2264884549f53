// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/course/line_map.h"

#include "app/course/lesson_texts.h"
#include "core/record/trace.h"

#include <QRegularExpression>

namespace coroscope::formats {

namespace {

QString markedSource(const QString &name)
{
    return resourceText(QStringLiteral(":/source/") + name);
}

const QRegularExpression &markPattern()
{
    static const QRegularExpression pattern(QStringLiteral("[ \\t]*//: (\\S+)[ \\t]*$"),
                                            QRegularExpression::MultilineOption);
    return pattern;
}

/// What an indented line stands in.
struct Scope {
    qsizetype indent;
    QString path; ///< dotted
};

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == QLatin1Char(' '))
        ++indent;
    return indent;
}

} // namespace

QString listingOf(const QString &lessonId)
{
    return resourceText(QStringLiteral(":/lessons/%1/listing.py").arg(lessonId));
}

QString sourceName(const std::string &path)
{
    // As the compiler names it. The library may have a file of the same name as a lesson.
    const QString file = QString::fromStdString(path);
    const QString folder = file.section(QLatin1Char('/'), -2, -2);
    const bool ours = folder == QLatin1String("lessons") || folder == QLatin1String("sim") || folder.isEmpty();
    return ours ? file.section(QLatin1Char('/'), -1) : QString();
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
    static const QRegularExpression definition(QStringLiteral("^ *(?:async def|def|class) (\\w+)"));
    const QStringList lines = listingOf(lessonId).split(QLatin1Char('\n'));
    QList<Scope> scopes;
    for (const QString &line : lines) {
        const qsizetype indent = indentOf(line);
        while (!scopes.isEmpty() && indent < line.size() && scopes.last().indent >= indent)
            scopes.removeLast();
        const QString outer = scopes.isEmpty() ? QString() : scopes.last().path;
        m_functions.append(outer);
        const auto match = definition.match(line);
        if (!match.hasMatch())
            continue;
        const QString path = outer.isEmpty() ? match.captured(1) : outer + QLatin1Char('.') + match.captured(1);
        scopes.append({indent, path});
        m_definitions.insert(path, static_cast<int>(m_functions.size()));
    }
}

QString LineMap::functionAt(int line) const
{
    return m_functions.value(line - 1);
}

int LineMap::pythonLine(const SourcePlace &place) const
{
    const QString name = sourceName(place.file);
    if (name.isEmpty())
        return 0;
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
    return line <= m_functions.size() ? line : 0;
}

} // namespace coroscope::formats

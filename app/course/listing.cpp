// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/course/listing.h"

#include "app/course/line_map.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace coroscope::formats {

namespace {

struct ListingText {
    Q_DECLARE_TR_FUNCTIONS(Listing)
};

/// The value in the form that the one of the course has: yes is True, "1,2" a list.
QString inPython(const QString &written, const QString &inCourse)
{
    if (inCourse == QLatin1String("True") || inCourse == QLatin1String("False"))
        return written == QLatin1String("yes") ? QStringLiteral("True") : QStringLiteral("False");
    if (inCourse.startsWith(QLatin1Char('[')))
        return QLatin1Char('[') + written.split(QLatin1Char(',')).join(QStringLiteral(", ")) + QLatin1Char(']');
    return written;
}

/// "RUNS = 2  # of each": a constant of the listing.
struct Constant {
    QString name;
    QString inCourse;
    QString gap; ///< in front of the comment
    QString comment;
};

std::optional<Constant> constantIn(const QString &line)
{
    static const QRegularExpression assignment(QStringLiteral("^([A-Z_]+) = ([^#]*?)(?:(\\s*)#\\s*(.*))?$"));
    const auto match = assignment.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return Constant{match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
}

/// "RUNS = 4  # in the course: 2". A comment that stands there already stays.
QString lineWith(const Constant &constant, const QString &value)
{
    const QString comment = constant.comment.isEmpty() ? QString() : constant.comment + QStringLiteral("; ");
    const QString gap = constant.comment.isEmpty() ? QStringLiteral("  ") : constant.gap;
    return QStringLiteral("%1 = %2%3# %4%5")
        .arg(constant.name, value, gap, comment, ListingText::tr("in the course: %1").arg(constant.inCourse));
}

/// Each constant that is another with these settings: its line, counted from 0, and its value.
struct Change {
    qsizetype line;
    Constant constant;
    QString value;
};

std::vector<Change> changesOf(const QStringList &lines, const std::vector<std::string> &settings)
{
    std::vector<Change> changes;
    for (const std::string &setting : settings) {
        const QString written = QString::fromStdString(setting);
        const QString name = constantOf(written.section(QLatin1Char('='), 0, 0));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const auto constant = constantIn(lines[i]);
            if (!constant || constant->name != name)
                continue;
            const QString value = inPython(written.section(QLatin1Char('='), 1), constant->inCourse);
            if (value != constant->inCourse)
                changes.push_back({i, *constant, value});
        }
    }
    return changes;
}

} // namespace

QString constantOf(const QString &parameter)
{
    return parameter.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

Listing listingWith(const QString &lessonId, const std::vector<std::string> &settings)
{
    QStringList lines = listingOf(lessonId).split(QLatin1Char('\n'));
    Listing listing;
    for (const Change &change : changesOf(lines, settings)) {
        lines[change.line] = lineWith(change.constant, change.value);
        listing.changed.append(static_cast<int>(change.line) + 1);
    }
    listing.text = lines.join(QLatin1Char('\n'));
    return listing;
}

QList<QPair<QString, QString>> constantsWith(const QString &lessonId, const std::vector<std::string> &settings)
{
    QList<QPair<QString, QString>> constants;
    for (const Change &change : changesOf(listingOf(lessonId).split(QLatin1Char('\n')), settings))
        constants.append({change.constant.name, change.value});
    return constants;
}

} // namespace coroscope::formats

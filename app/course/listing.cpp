// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/course/listing.h"

#include "app/course/line_map.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

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

/// "RUNS = 4  # in the course: 2", if the line is that constant. A comment that stands there already stays.
bool replaceValue(QString &line, const QString &constant, const QString &written)
{
    static const QRegularExpression assignment(QStringLiteral("^([A-Z_]+) = ([^#]*?)(?:(\\s*)#\\s*(.*))?$"));
    const auto match = assignment.match(line);
    if (!match.hasMatch() || match.captured(1) != constant)
        return false;
    const QString inCourse = match.captured(2);
    const QString value = inPython(written, inCourse);
    if (value == inCourse)
        return false;
    const QString comment = match.captured(4).isEmpty() ? QString() : match.captured(4) + QStringLiteral("; ");
    const QString gap = match.captured(3).isEmpty() ? QStringLiteral("  ") : match.captured(3);
    line = QStringLiteral("%1 = %2%3# %4%5")
               .arg(constant, value, gap, comment, ListingText::tr("in the course: %1").arg(inCourse));
    return true;
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
    for (const std::string &setting : settings) {
        const QString written = QString::fromStdString(setting);
        const QString constant = constantOf(written.section(QLatin1Char('='), 0, 0));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (replaceValue(lines[i], constant, written.section(QLatin1Char('='), 1)))
                listing.changed.append(static_cast<int>(i) + 1);
        }
    }
    listing.text = lines.join(QLatin1Char('\n'));
    return listing;
}

} // namespace coroscope::formats

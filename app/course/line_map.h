// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <string>

namespace coroscope {
struct SourcePlace;
}

namespace coroscope::formats {

/// The lesson's program in Python; empty when there is no such lesson.
[[nodiscard]] QString listingOf(const QString &lessonId);

/// What a source that lessons are made of is called here: its name without folders. Empty for any other.
[[nodiscard]] QString sourceName(const std::string &path);

/// A C++ source that lessons are made of, by that name, as a reader wants it: without the marks below. Its
/// lines keep their numbers. Empty when there is no such source.
[[nodiscard]] QString cppSource(const QString &name);

/// Which line of a lesson's Python listing does what a line of the C++ does that really runs.
///
/// In the C++ each await, print and blocking call bears a mark at the end of its line:
///
///     co_await sleep(delay); //: sequence+2
///
/// says: the second line after `def sequence` in the listing of whichever lesson runs. So what lessons share maps into
/// each one's own listing. Methods and nested functions go by their dotted path (`Talk.__await__+3`), and `//: 17` is
/// the line of that number.
class LineMap {
public:
    LineMap() = default;
    explicit LineMap(const QString &lessonId);

    /// The line, from 1; 0 when there is none that does the same.
    [[nodiscard]] int pythonLine(const SourcePlace &place) const;
    /// The function or method a line of the listing stands in, by its dotted path; empty at the top.
    [[nodiscard]] QString functionAt(int line) const;
    /// What the mark of a C++ line means in this listing; 0 when it names nothing there.
    [[nodiscard]] int resolve(const QString &mark) const;

private:
    QHash<QString, int> m_definitions;                   ///< lines of functions and classes, by their dotted paths
    QStringList m_functions;                             ///< for each line the one it stands in
    mutable QHash<QString, QHash<int, QString>> m_marks; ///< of the sources asked for so far, by line
};

/// The marks of a C++ source, by line from 1.
[[nodiscard]] QHash<int, QString> lineMarks(const QString &name);

} // namespace coroscope::formats

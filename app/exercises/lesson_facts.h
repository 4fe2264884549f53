// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/model/names.h"

#include <optional>

namespace coroscope::formats {

/// What can be asked about a finished run and answered from its trace: what makes the sections Ask, Misconception and
/// Try of lesson texts checkable. Reads what there is when it is made.
///
/// Facts (texts stand in double quotes; of printed lines the stamp does not count):
///
///     end                       when the run ended: "2.5 s"
///     reason                    how: complete, idle, stopped, interrupt, end
///     idle                      how long nobody had the thread: "1 s"
///     tasks                     how many there were: "3"
///     sends                     how often something was sent by hand
///     at "run2 end"             when this line was printed, or the first that begins so: "2.5 s"; "never"
///     at "foo" #2               the same of the second such line
///     count "got"               how many lines contain it
///     line 3, line -1           the line itself, from the first or from the last
///     word -1 of line 3         a word of it
///     after "a 1"               the line that follows the first one of that text
///     outcome worker            of a task: done, failed, cancelled, pending; of several with that name the first
///
/// Conditions:
///
///     end <= 2 and count "end" = 12     facts compared with a number (of seconds, or a count), a word or a text
///     0.5 run2 ready                    a moment: from then on a lane is ready, running, blocking or awaiting, or has
///     ended 0.5 thread idle                   nobody has the thread of the loop, or somebody: held 1 prints "run1 end"
///     at that instant such a line is printed, or one that begins so
class LessonFacts {
public:
    /// Names must have been updated.
    explicit LessonFacts(const Names &names);

    /// Empty when there is no such fact: it is written wrongly, or the run has no such line or lane.
    [[nodiscard]] QString value(const QString &fact) const;
    /// False for what is written wrongly, too.
    [[nodiscard]] bool holds(const QString &condition) const;

    /// When a condition is a moment.
    [[nodiscard]] static std::optional<Instant> momentOf(const QString &condition);
    /// Where a condition that is a moment can be seen: everything of the instant has happened, or, where a line is
    /// printed, the events before the cursor.
    struct Place {
        Instant at;
        EventIndex cursor = 0; ///< 0: all events of the instant
    };
    [[nodiscard]] std::optional<Place> placeOf(const QString &condition) const;

private:
    struct Line {
        Instant at;
        QString text;
    };
    [[nodiscard]] QString valueOf(const QStringList &fact) const;
    [[nodiscard]] bool compare(const QStringList &comparison) const;
    [[nodiscard]] bool isSeen(Instant at, const QStringList &what) const;
    [[nodiscard]] bool isInState(Instant at, const QString &lane, const QString &state) const;
    [[nodiscard]] bool isHeld(Instant at) const;
    [[nodiscard]] QString at(const QStringList &words) const;
    [[nodiscard]] QString line(int number) const;
    [[nodiscard]] QString after(const QString &text) const;
    [[nodiscard]] QString outcome(const QString &lane) const;
    [[nodiscard]] QString idle() const;
    void readOutput();

    const Names &m_names;
    QList<Line> m_lines;
    QString m_reason;
    Instant m_end{};
};

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/input_file.h"
#include "core/record/time.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace coroscope::formats {

/// A step of a lecture: a lesson or a file, and how it is shown.
struct LectureItem {
    QString lesson = {};                     ///< its id; or
    QString file = {};                       ///< a program, a scenario or a saved run: its full path
    QList<QPair<QString, QString>> set = {}; ///< parameters of the lesson, constants of the program
    QStringList compare = {};                ///< lessons beside it
    std::optional<double> speed = {};        ///< nothing: as it is
    bool steps = false;                      ///< the axis of steps
    QList<Instant> stops = {};               ///< where playing pauses, ascending
    QStringList panels = {};                 ///< what is brought beside the chart; see lecturePanels()
    bool predict = false;                    ///< asks who runs next
    bool ask = false;                        ///< asks the lesson's question first
    QString notes = {};                      ///< for the lecturer
};

/// A file in JSON that says what is shown in a lecture, in order ("format": "coroscope-lecture"); what it may hold is
/// described by resources/lectures/coroscope-lecture.schema.json.
struct Lecture {
    QString title = {};
    QList<LectureItem> items = {}; ///< at least one
};

inline constexpr qint64 kMaxLectureBytes = qint64(1) << 20;

/// "source", "console", "table", "loop", "tasks", "events", "measures", "hand"
[[nodiscard]] QStringList lecturePanels();

/// The file seems to be one: it names the format. Reads a few kilobytes.
[[nodiscard]] bool namesLecture(const QString &file);
/// What is wrong is one sentence with file, line, column and reason.
[[nodiscard]] ReadResult<Lecture> readLecture(const QString &file);
/// The same for a text; files that it names are looked for in the folder of `file`.
[[nodiscard]] ReadResult<Lecture> parseLecture(const QByteArray &bytes, const QString &file);

} // namespace coroscope::formats

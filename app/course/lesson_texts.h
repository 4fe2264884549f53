// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QString>
#include <QStringList>

#include <string_view>

namespace coroscope::formats {

/// A question put before a lesson is played. That one is not sure yet is always an answer, too, and stands in no file.
struct Question {
    struct Answer {
        QString text;
        QString value; ///< what it claims the fact to be: its text without marks, unless the file gives another
        bool right = false;
    };
    QString text;
    QList<Answer> answers;
    QString fact; ///< what gives the right answer (a fact)
};

/// What somebody believes, in his own words, and what on the chart refutes it.
struct Misconception {
    QString belief;
    QString refutation;
    QStringList checks; ///< moments and conditions; the first that is a moment is where to stop
};

/// What to reach by values of parameters or a change of the listing.
struct Goal {
    QString text;
    QString condition; ///< when it is reached
    QStringList ways;  ///< "runs=3" or "`old code` -> `new code`": taken together they reach it
};

/// What is said about a lesson, in one language: resources/lessons/ID/LANGUAGE.md. Texts may hold `code` between
/// backquotes and nothing else of Markdown. Lines that begin with "> " are for the machine and shown to nobody: the
/// same in every language, they say how what stands above can be checked (app/exercises/lesson_facts.h).
///
///     # Title
///
///     The introduction: two or three sentences.
///
///     ## Ask
///     When does `run2` end?
///     - [ ] 1.5 s
///     - [x] 2.5 s
///     - [ ] Never {never}
///     > check: at "run2 end"
///     ## Notice
///     - a point a line
///     ## Misconception
///     “Both run at the same time.”
///
///     At 0.5 s `run2` is ready, and ...
///     > check: 0.5 run2 ready
///     ## Try
///     - Make both end at 1.5 s.
///     > goal: end = 1.5
///     > by: blocking=no
///     ## Parameters
///     - runs: How many runs
///     ## Words
///     - event-loop, task
struct LessonTexts {
    QString title;        ///< never empty: the lesson's id when nothing better is known
    QString introduction; ///< one paragraph
    Question ask;         ///< before playing
    QStringList notice;   ///< what to notice in the run, with its default parameters
    Misconception misconception;
    QList<Goal> goals;                         ///< what to try, the easiest first
    QList<QPair<QString, QString>> parameters; ///< name and label, in the file's order
    QStringList words;                         ///< keys of the glossary

    /// What a parameter is called beside its control; its name when nothing better is known.
    [[nodiscard]] QString labelOf(const QString &parameter) const;
};

/// A word of the glossary: `## event-loop: Event loop`, and below it the one sentence that defines it.
struct GlossaryEntry {
    QString key;
    QString word;
    QString definition;
};

/// The languages there are texts in, English first.
[[nodiscard]] QStringList textLanguages();
/// The one of them that a user of QLocale's default locale reads.
[[nodiscard]] QString textLanguage();

// A language without texts gets the English ones. Files are read once, when first asked for: from the main thread only.

[[nodiscard]] const LessonTexts &lessonTexts(const QString &id, const QString &language);
/// All words, in the file's order.
[[nodiscard]] const QList<GlossaryEntry> &glossary(const QString &language);
/// Null for a key that the glossary does not have.
[[nodiscard]] const GlossaryEntry *glossaryEntry(const QString &key, const QString &language);
/// "The event loop"; empty for a chapter that does not exist.
[[nodiscard]] QString chapterTitle(int chapter, const QString &language);

/// A lesson's title.
[[nodiscard]] QString lessonTitle(std::string_view id, const QString &language);

/// What stands in a resource (":/lessons/ID/listing.py"); empty when there is none.
[[nodiscard]] QString resourceText(const QString &path);

/// The texts a file holds; for tests of the reader itself.
[[nodiscard]] LessonTexts parseLessonTexts(const QString &markdown);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QString>
#include <QStringList>

#include <string_view>

namespace coroscope::formats {

/// What is said about a lesson, in one language: resources/lessons/ID/LANGUAGE.md. Texts may hold `code` between
/// backquotes and nothing else of Markdown.
///
///     # Title
///
///     The introduction: two or three sentences.
///
///     ## Notice
///     - a point a line
///     ## Parameters
///     - runs: How many runs
///     ## Words
///     - event-loop, task
struct LessonTexts {
    QString title;        ///< never empty: the lesson's id when nothing better is known
    QString introduction; ///< one paragraph
    QStringList notice;   ///< what to notice in the run, with its default parameters
    QList<QPair<QString, QString>> parameters; ///< name and label, in the file's order
    QStringList words;    ///< keys of the glossary

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

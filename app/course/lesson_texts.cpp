// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/course/lesson_texts.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace coroscope::formats {

namespace {

const QString kEnglish = QStringLiteral("en");
constexpr QLatin1String kForTheMachine("> ");

QString known(const QString &language)
{
    return textLanguages().contains(language) ? language : kEnglish;
}

/// Text of a folder of resources in a language; in English when it has none in that one.
QString textIn(const QString &folder, const QString &language)
{
    const QString pattern = QStringLiteral(":/%1/%2.md");
    const QString text = resourceText(pattern.arg(folder, known(language)));
    return text.isEmpty() ? resourceText(pattern.arg(folder, kEnglish)) : text;
}

/// A heading and its lines: a list's items or the paragraphs below it. A line that begins nothing goes on with the one
/// above.
struct Section {
    int level = 0;
    QString heading;
    QStringList lines;
};

bool begins(const QString &line, QLatin1String mark, QString &rest)
{
    if (!line.startsWith(mark))
        return false;
    rest = line.mid(mark.size()).trimmed();
    return true;
}

QList<Section> sectionsOf(const QString &markdown)
{
    QList<Section> sections;
    bool goesOn = false;
    for (const QString &line : markdown.split(QLatin1Char('\n'))) {
        const QString text = line.trimmed();
        QString rest;
        if (begins(text, QLatin1String("## "), rest)) {
            sections.append({2, rest, {}});
            goesOn = false;
        } else if (begins(text, QLatin1String("# "), rest)) {
            sections.append({1, rest, {}});
            goesOn = false;
        } else if (text.isEmpty() || sections.isEmpty()) {
            goesOn = false;
        } else if (text.startsWith(kForTheMachine)) {
            sections.last().lines.append(text);
            goesOn = false;
        } else if (begins(text, QLatin1String("- "), rest)) {
            sections.last().lines.append(rest);
            goesOn = true;
        } else if (goesOn) {
            sections.last().lines.last() += QLatin1Char(' ') + text;
        } else {
            sections.last().lines.append(text);
            goesOn = true;
        }
    }
    return sections;
}

/// "name: label"
QPair<QString, QString> pairOf(const QString &line)
{
    return {line.section(QLatin1Char(':'), 0, 0).trimmed(), line.section(QLatin1Char(':'), 1).trimmed()};
}

QStringList wordsOf(const QStringList &lines)
{
    QStringList words;
    for (const QString &word : lines.join(QLatin1Char(',')).split(QLatin1Char(','), Qt::SkipEmptyParts))
        words.append(word.trimmed());
    return words;
}

/// "> check: what" gives "what".
bool isKey(const QString &line, QLatin1String key, QString &value)
{
    QString rest;
    return begins(line, kForTheMachine, rest) && begins(rest, key, value);
}

/// Without the marks of code, with a decimal point and plain spaces: as facts are written.
QString plain(QString text)
{
    static const QRegularExpression comma(QStringLiteral("(\\d),(\\d)"));
    return text.remove(QLatin1Char('`'))
        .replace(QChar(0xa0), QLatin1Char(' '))
        .replace(comma, QStringLiteral("\\1.\\2"));
}

Question::Answer answerOf(const QString &line, bool right)
{
    static const QRegularExpression given(QStringLiteral("^(.*) \\{(.*)\\}$"));
    const auto match = given.match(line);
    return match.hasMatch() ? Question::Answer{match.captured(1), match.captured(2), right}
                            : Question::Answer{line, plain(line), right};
}

Question questionOf(const QStringList &lines)
{
    Question question;
    for (const QString &line : lines) {
        QString rest;
        if (isKey(line, QLatin1String("check:"), rest))
            question.fact = rest;
        else if (begins(line, QLatin1String("[x] "), rest) || begins(line, QLatin1String("[ ] "), rest))
            question.answers.append(answerOf(rest, line.startsWith(QLatin1String("[x]"))));
        else
            question.text = line;
    }
    return question;
}

Misconception misconceptionOf(const QStringList &lines)
{
    Misconception misconception;
    for (const QString &line : lines) {
        QString check;
        if (isKey(line, QLatin1String("check:"), check))
            misconception.checks.append(check);
        else
            (misconception.belief.isEmpty() ? misconception.belief : misconception.refutation) = line;
    }
    return misconception;
}

QList<Goal> goalsOf(const QStringList &lines)
{
    QList<Goal> goals;
    for (const QString &line : lines) {
        QString rest;
        const bool forTheMachine = line.startsWith(kForTheMachine);
        if (!forTheMachine)
            goals.append({line, {}, {}});
        else if (!goals.isEmpty() && isKey(line, QLatin1String("goal:"), rest))
            goals.last().condition = rest;
        else if (!goals.isEmpty() && isKey(line, QLatin1String("by:"), rest))
            goals.last().ways.append(rest);
    }
    return goals;
}

QList<GlossaryEntry> readGlossary(const QString &language)
{
    QList<GlossaryEntry> entries;
    for (const Section &section : sectionsOf(textIn(QStringLiteral("glossary"), language))) {
        const auto [key, word] = pairOf(section.heading);
        if (section.level == 2)
            entries.append({key, word, section.lines.join(QLatin1Char(' '))});
    }
    return entries;
}

QHash<int, QString> readChapters(const QString &language)
{
    QHash<int, QString> titles;
    for (const Section &section : sectionsOf(textIn(QStringLiteral("chapters"), language))) {
        const auto [number, title] = pairOf(section.heading);
        if (section.level == 2)
            titles.insert(number.toInt(), title);
    }
    return titles;
}

/// What has been read stays where it is: references to it stay good.
template <typename Value, typename Read>
const Value &remembered(std::map<QString, Value> &values, const QString &key, Read read)
{
    auto found = values.find(key);
    if (found == values.end())
        found = values.emplace(key, read()).first;
    return found->second;
}

LessonTexts readLesson(const QString &id, const QString &language)
{
    LessonTexts texts = parseLessonTexts(textIn(QStringLiteral("lessons/") + id, language));
    if (texts.title.isEmpty())
        texts.title = id;
    return texts;
}

} // namespace

QString LessonTexts::labelOf(const QString &parameter) const
{
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const auto &pair) { return pair.first == parameter; });
    return found == parameters.end() ? parameter : found->second;
}

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList textLanguages()
{
    return {kEnglish, QStringLiteral("fr")};
}

QString textLanguage()
{
    return known(QLocale().name().section(QLatin1Char('_'), 0, 0));
}

LessonTexts parseLessonTexts(const QString &markdown)
{
    LessonTexts texts;
    for (const Section &section : sectionsOf(markdown)) {
        if (section.level == 1) {
            texts.title = section.heading;
            texts.introduction = section.lines.join(QLatin1Char(' '));
        } else if (section.heading == QLatin1String("Ask")) {
            texts.ask = questionOf(section.lines);
        } else if (section.heading == QLatin1String("Notice")) {
            texts.notice = section.lines;
        } else if (section.heading == QLatin1String("Misconception")) {
            texts.misconception = misconceptionOf(section.lines);
        } else if (section.heading == QLatin1String("Try")) {
            texts.goals = goalsOf(section.lines);
        } else if (section.heading == QLatin1String("Parameters")) {
            std::transform(section.lines.begin(), section.lines.end(), std::back_inserter(texts.parameters), pairOf);
        } else if (section.heading == QLatin1String("Words")) {
            texts.words = wordsOf(section.lines);
        }
    }
    return texts;
}

const LessonTexts &lessonTexts(const QString &id, const QString &language)
{
    static std::map<QString, LessonTexts> read;
    return remembered(read, id + QLatin1Char('/') + known(language), [&] { return readLesson(id, known(language)); });
}

const QList<GlossaryEntry> &glossary(const QString &language)
{
    static std::map<QString, QList<GlossaryEntry>> read;
    return remembered(read, known(language), [&] { return readGlossary(known(language)); });
}

const GlossaryEntry *glossaryEntry(const QString &key, const QString &language)
{
    const auto &entries = glossary(language);
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const GlossaryEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

QString chapterTitle(int chapter, const QString &language)
{
    static std::map<QString, QHash<int, QString>> read;
    return remembered(read, known(language), [&] { return readChapters(known(language)); }).value(chapter);
}

QString lessonTitle(std::string_view id, const QString &language)
{
    return lessonTexts(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), language).title;
}

} // namespace coroscope::formats

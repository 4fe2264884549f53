// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/course/lesson_texts.h"
#include "core/lessons/lesson.h"
#include "core/text/output.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace coroscope;
using formats::LessonTexts;

namespace {

const QString kFrench = QStringLiteral("fr");
/// What stands above a chart on a small screen.
constexpr qsizetype kLongestTitle = 40;

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString textFile(const QString &id, const QString &language)
{
    return QStringLiteral(":/lessons/%1/%2.md").arg(id, language);
}

/// Of the sections Ask, Misconception and Try.
QStringList taught(const LessonTexts &texts)
{
    QStringList all{texts.ask.text};
    for (const auto &answer : texts.ask.answers)
        all.append(answer.text);
    all << texts.misconception.belief << texts.misconception.refutation;
    for (const auto &goal : texts.goals)
        all.append(goal.text);
    return all;
}

/// Every text of a lesson that is shown to somebody.
QStringList shown(const LessonTexts &texts)
{
    QStringList all{texts.title, texts.introduction};
    all += texts.notice;
    all += taught(texts);
    for (const auto &[name, label] : texts.parameters)
        all.append(label);
    return all;
}

QString withoutCode(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("`[^`]*`"));
    return QString(text).replace(code, QStringLiteral("code"));
}

struct Rule {
    const char *pattern;
    const char *fault;
};

constexpr Rule kRules[] = {
    {"[\"']", "a straight quotation mark"},      {"`", "code that does not end"},
    {"^\\s|\\s$|  ", "a space too many"},        {"\\d[ ]?(s|ms)(?!\\w)", "a unit that may be torn from its number"},
    {"\\.\\.\\.", "three dots for an ellipsis"},
};
constexpr Rule kEnglishRules[] = {
    {"\\d,\\d", "a decimal comma"},
    {"\\s[:;!?,.]", "a space before a sign"},
};
// The narrow space of fine print, U+202F, becomes a plain one in Qt's rich text: a line would break there.
constexpr Rule kFrenchRules[] = {
    {"\\d\\.\\d", "a decimal point"},
    {"[^\\x{a0}][:;!?»]", "no unbreakable space before a sign"},
    {"«[^\\x{a0}]", "no unbreakable space after a quotation mark"},
    {"[“”]", "an English quotation mark"},
    {"\\s[,.]", "a space before a sign"},
};

template <std::size_t N>
void look(const QString &text, const Rule (&rules)[N], QStringList &faults)
{
    for (const Rule &rule : rules)
        if (QRegularExpression(QString::fromUtf8(rule.pattern)).match(text).hasMatch())
            faults.append(QString::fromUtf8(rule.fault) + QStringLiteral(": ") + text);
}

/// What a typesetter would object to.
QStringList typographyFaults(const QString &text, const QString &language)
{
    QStringList faults;
    look(withoutCode(text), kRules, faults);
    if (language == kFrench)
        look(withoutCode(text), kFrenchRules, faults);
    else
        look(withoutCode(text), kEnglishRules, faults);
    return faults;
}

/// The numbers in figures, with a decimal point, sorted: the same in every language.
QStringList numbersIn(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("\\d+([.,]\\d+)?"));
    QStringList numbers;
    for (auto match = number.globalMatch(withoutCode(text)); match.hasNext();)
        numbers.append(match.next().captured().replace(QLatin1Char(','), QLatin1Char('.')));
    numbers.sort();
    return numbers;
}

bool isOneSentence(const QString &text)
{
    static const QRegularExpression inside(QStringLiteral("[.!?…][ \\x{a0}]"));
    return text.endsWith(QLatin1Char('.')) && !inside.match(withoutCode(text)).hasMatch();
}

/// Whole sentences, the first of which may begin with code.
bool isProse(const QString &text)
{
    return text.endsWith(QLatin1Char('.')) && (text.startsWith(QLatin1Char('`')) || text.front().isUpper());
}

/// Everything that a lesson shows with its default parameters: listing, output, names of tasks and controls.
QString whatShows(const Lesson &lesson)
{
    const auto run = lesson.start(lesson.defaults());
    run->finish();
    const Trace &trace = run->trace();
    std::string text;
    for (const OutputFormat format : {OutputFormat::Text, OutputFormat::JsonLines})
        RunOutput(trace, Dialect::Lesson, format).update(text);
    for (EventIndex i = 0; i < trace.size(); ++i)
        if (trace[i].kind == EventKind::ActorLabel)
            text += trace.text(trace[i].text()) + '\n';
    for (const Parameter &parameter : lesson.parameters)
        text += parameter.name + '\n';
    return contents(QStringLiteral(":/lessons/%1/listing.py").arg(QString::fromStdString(lesson.id)))
           + QString::fromStdString(text);
}

QStringList codeIn(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("`([^`]*)`"));
    QStringList all;
    for (auto match = code.globalMatch(text); match.hasNext();)
        all.append(match.next().captured(1));
    return all;
}

QStringList namesOf(const std::vector<Parameter> &parameters)
{
    QStringList names;
    for (const Parameter &parameter : parameters)
        names.append(QString::fromStdString(parameter.name));
    return names;
}

QStringList headingsIn(const QString &markdown)
{
    static const QRegularExpression heading(QStringLiteral("^##+ (.*)$"), QRegularExpression::MultilineOption);
    QStringList headings;
    for (auto match = heading.globalMatch(markdown); match.hasNext();)
        headings.append(match.next().captured(1));
    return headings;
}

} // namespace

class TestLessonTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextIsReadIntoItsParts()
    {
        const LessonTexts texts = formats::parseLessonTexts(QStringLiteral(
            "# A title\n\nThe introduction, `code`\nand all.\n\n## Notice\n- one,\n  and more\n- two: 1 s\n\n"
            "## Ask\nWhen\nthen?\n- [ ] 1,5\u00a0s\n- [x] `end` {never}\n\n> check: at \"x\"\n\n"
            "## Misconception\n“It is.”\n\nIt is\nnot.\n> check: 0.5 a ready\n> check: end = 1\n\n"
            "## Try\n- Do it.\n\n> goal: end = 2\n> by: n=1\n> by: m=2\n\n- Do more.\n> goal: end = 3\n> by: `a` -> `b`\n\n"
            "## Parameters\n- runs: How many: runs\n\n## Words\n- task, event-loop\n- lock\n"));
        QCOMPARE(texts.ask.text, QStringLiteral("When then?"));
        QCOMPARE(texts.ask.fact, QStringLiteral("at \"x\""));
        QCOMPARE(texts.ask.answers.size(), 2);
        QCOMPARE(texts.ask.answers[0].value, QStringLiteral("1.5 s"));
        QVERIFY(!texts.ask.answers[0].right && texts.ask.answers[1].right);
        QCOMPARE(texts.ask.answers[1].text, QStringLiteral("`end`"));
        QCOMPARE(texts.ask.answers[1].value, QStringLiteral("never"));
        QCOMPARE(texts.misconception.belief, QStringLiteral("“It is.”"));
        QCOMPARE(texts.misconception.refutation, QStringLiteral("It is not."));
        QCOMPARE(texts.misconception.checks, (QStringList{QStringLiteral("0.5 a ready"), QStringLiteral("end = 1")}));
        QCOMPARE(texts.goals.size(), 2);
        QCOMPARE(texts.goals[0].text, QStringLiteral("Do it."));
        QCOMPARE(texts.goals[0].ways, (QStringList{QStringLiteral("n=1"), QStringLiteral("m=2")}));
        QCOMPARE(texts.goals[1].condition, QStringLiteral("end = 3"));
        QCOMPARE(texts.goals[1].ways, QStringList{QStringLiteral("`a` -> `b`")});
        QCOMPARE(texts.title, QStringLiteral("A title"));
        QCOMPARE(texts.introduction, QStringLiteral("The introduction, `code` and all."));
        QCOMPARE(texts.notice, (QStringList{QStringLiteral("one, and more"), QStringLiteral("two: 1 s")}));
        QCOMPARE(texts.labelOf(QStringLiteral("runs")), QStringLiteral("How many: runs"));
        QCOMPARE(texts.labelOf(QStringLiteral("other")), QStringLiteral("other"));
        QCOMPARE(texts.words,
                 (QStringList{QStringLiteral("task"), QStringLiteral("event-loop"), QStringLiteral("lock")}));
    }

    void aTextWithoutPartsIsEmpty()
    {
        for (const char *markdown : {"", "\n\n", "no title\n- no part\n", "## Unknown\n- line\n"}) {
            const LessonTexts texts = formats::parseLessonTexts(QString::fromUtf8(markdown));
            QVERIFY(texts.title.isEmpty() && texts.introduction.isEmpty() && texts.notice.isEmpty());
            QVERIFY(texts.parameters.isEmpty() && texts.words.isEmpty());
        }
    }

    void whatIsNotThereFallsBack()
    {
        const QString id = QStringLiteral("pieces-one");
        QCOMPARE(formats::lessonTexts(id, QStringLiteral("de")).title,
                 formats::lessonTexts(id, QStringLiteral("en")).title);
        QCOMPARE(formats::lessonTexts(QStringLiteral("no-such"), kFrench).title, QStringLiteral("no-such"));
        QCOMPARE(formats::chapterTitle(99, kFrench), QString());
        QCOMPARE(formats::glossaryEntry(QStringLiteral("no-such"), kFrench), nullptr);
    }

    void theTypesettersRulesFindFaults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *text, const char *language) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(language);
        };
        row("it's", "en");
        row("1,5 of them", "en");
        row("after 0.5 s", "en");
        row("after 0.5s", "en");
        row("`open", "en");
        row("l'autre", "fr");
        row("1.5 fois", "fr");
        row("ainsi : oui", "fr");
        row("ainsi: oui", "fr");
        row("`code` ; oui", "fr");
        row("« oui »", "fr");
        row("oui\u202f!", "fr");
        row("“oui”", "fr");
    }

    void theTypesettersRulesFindFaults()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        QVERIFY(!typographyFaults(text, language).isEmpty());
    }

    void everyLessonSpeaksEveryLanguage_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("language");
        for (const Lesson &lesson : lessons())
            for (const QString &language : formats::textLanguages())
                QTest::addRow("%s %s", lesson.id.c_str(), qPrintable(language))
                    << QString::fromStdString(lesson.id) << language;
    }

    void everyLessonSpeaksEveryLanguage()
    {
        QFETCH(QString, id);
        QFETCH(QString, language);
        QVERIFY(QFile::exists(textFile(id, language)));
        const LessonTexts &texts = formats::lessonTexts(id, language);
        QVERIFY(texts.title != id);
        QVERIFY(isProse(texts.introduction));
        QVERIFY(texts.notice.size() >= 2 && texts.notice.size() <= 4);
        for (const QString &point : texts.notice)
            QVERIFY2(isProse(point), qPrintable(point));
        const bool french = language == kFrench;
        QVERIFY2(texts.misconception.belief.startsWith(french ? QStringLiteral("«") : QStringLiteral("“"))
                     && texts.misconception.belief.endsWith(french ? QStringLiteral(".\u00a0»") : QStringLiteral(".”")),
                 qPrintable(texts.misconception.belief));
        QVERIFY2(isProse(texts.misconception.refutation), qPrintable(texts.misconception.refutation));
        for (const auto &goal : texts.goals)
            QVERIFY2(isProse(goal.text) || goal.text.endsWith(QLatin1Char('?')), qPrintable(goal.text));
        QStringList labelled;
        for (const auto &[name, label] : texts.parameters) {
            labelled.append(name);
            QVERIFY(!label.isEmpty());
        }
        QCOMPARE(labelled, namesOf(findLesson(id.toStdString())->parameters));
        for (const QString &text : shown(texts))
            QCOMPARE(typographyFaults(text, language).join(QLatin1Char('\n')), QString());
    }

    void namesInListsArePlain()
    {
        for (const Lesson &lesson : lessons()) {
            for (const QString &language : formats::textLanguages()) {
                const LessonTexts &texts = formats::lessonTexts(QString::fromStdString(lesson.id), language);
                QVERIFY2(!texts.title.contains(QLatin1Char('`')) && !texts.title.endsWith(QLatin1Char('.')),
                         qPrintable(texts.title));
                QVERIFY2(texts.title.size() <= kLongestTitle, qPrintable(texts.title));
                for (const auto &[name, label] : texts.parameters)
                    QVERIFY2(!label.contains(QLatin1Char('`')) && !label.endsWith(QLatin1Char('.')), qPrintable(label));
            }
        }
    }

    void noTwoLessonsHaveOneTitle()
    {
        for (const QString &language : formats::textLanguages()) {
            QSet<QString> titles;
            for (const Lesson &lesson : lessons())
                titles.insert(formats::lessonTitle(lesson.id, language));
            QCOMPARE(static_cast<std::size_t>(titles.size()), lessons().size());
        }
    }

    void bothLanguagesSayTheSame()
    {
        for (const Lesson &lesson : lessons()) {
            const LessonTexts &english = formats::lessonTexts(QString::fromStdString(lesson.id), QStringLiteral("en"));
            const LessonTexts &french = formats::lessonTexts(QString::fromStdString(lesson.id), kFrench);
            QVERIFY2(english.title != french.title, lesson.id.c_str());
            QCOMPARE(french.words, english.words);
            QCOMPARE(numbersIn(french.introduction), numbersIn(english.introduction));
            const QStringList frenchTaught = taught(french);
            const QStringList englishTaught = taught(english);
            QCOMPARE(frenchTaught.size(), englishTaught.size());
            for (qsizetype i = 0; i < englishTaught.size(); ++i)
                QVERIFY2(numbersIn(frenchTaught[i]) == numbersIn(englishTaught[i]), qPrintable(frenchTaught[i]));
            QCOMPARE(french.notice.size(), english.notice.size());
            for (qsizetype i = 0; i < english.notice.size(); ++i)
                QVERIFY2(numbersIn(french.notice[i]) == numbersIn(english.notice[i]), qPrintable(french.notice[i]));
        }
    }

    void whatIsQuotedIsThere_data() { everyLessonSpeaksEveryLanguage_data(); }

    void whatIsQuotedIsThere()
    {
        QFETCH(QString, id);
        QFETCH(QString, language);
        // Of Python and asyncio, where a lesson speaks of what it does not do.
        static const QSet<QString> general{
            QStringLiteral("Ctrl+C"),     QStringLiteral("asyncio"),   QStringLiteral("asyncio.run"),
            QStringLiteral("TaskGroup"),  QStringLiteral("async def"), QStringLiteral("async for"),
            QStringLiteral("async with"), QStringLiteral("await"),     QStringLiteral("b''"),
            QStringLiteral("break"),      QStringLiteral("gather"),    QStringLiteral("run_in_executor"),
            QStringLiteral("stop"),       QStringLiteral("try")};
        QString there = whatShows(*findLesson(id.toStdString()));
        const LessonTexts &texts = formats::lessonTexts(id, language);
        for (const auto &goal : texts.goals)
            there += goal.condition + goal.ways.join(QLatin1Char('\n'));
        QStringList said{texts.introduction, texts.ask.text, texts.misconception.belief,
                         texts.misconception.refutation};
        for (const auto &goal : texts.goals)
            said.append(goal.text);
        for (const QString &code : codeIn((said + texts.notice).join(QLatin1Char(' '))))
            QVERIFY2(general.contains(code) || there.contains(code), qPrintable(code));
    }

    void noFolderAndNoHeadingIsStale()
    {
        const QSet<QString> known{QStringLiteral("Ask"), QStringLiteral("Notice"),     QStringLiteral("Misconception"),
                                  QStringLiteral("Try"), QStringLiteral("Parameters"), QStringLiteral("Words")};
        const QString root = QStringLiteral(COROSCOPE_TESTS_DIR "/../resources/lessons");
        const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!folders.isEmpty());
        for (const QString &folder : folders) {
            QVERIFY2(findLesson(folder.toStdString()), qPrintable(folder));
            for (const QString &language : formats::textLanguages())
                for (const QString &heading : headingsIn(contents(textFile(folder, language))))
                    QVERIFY2(known.contains(heading), qPrintable(folder + QStringLiteral(": ") + heading));
        }
    }

    void everyWordIsExplainedAndEveryExplanationUsed()
    {
        QSet<QString> used;
        for (const Lesson &lesson : lessons()) {
            const QStringList words =
                formats::lessonTexts(QString::fromStdString(lesson.id), QStringLiteral("en")).words;
            QVERIFY2(!words.isEmpty() && QSet<QString>(words.begin(), words.end()).size() == words.size(),
                     lesson.id.c_str());
            for (const QString &word : words)
                QVERIFY2(formats::glossaryEntry(word, QStringLiteral("en")), qPrintable(word));
            used.unite(QSet<QString>(words.begin(), words.end()));
        }
        for (const auto &entry : formats::glossary(QStringLiteral("en")))
            QVERIFY2(used.contains(entry.key), qPrintable(entry.key));
    }

    void theGlossaryDefinesEachWordInOneSentence()
    {
        const auto keysOf = [](const QString &language) {
            QStringList keys;
            for (const auto &entry : formats::glossary(language))
                keys.append(entry.key);
            return keys;
        };
        QCOMPARE(keysOf(kFrench), keysOf(QStringLiteral("en")));
        QVERIFY(keysOf(kFrench).removeDuplicates() == 0);
        for (const QString &language : formats::textLanguages()) {
            for (const auto &entry : formats::glossary(language)) {
                QVERIFY2(!entry.word.isEmpty() && !entry.word.contains(QLatin1Char('`')), qPrintable(entry.key));
                QVERIFY2(isOneSentence(entry.definition), qPrintable(entry.definition));
                QCOMPARE(typographyFaults(entry.word, language).join(QLatin1Char('\n')), QString());
                QCOMPARE(typographyFaults(entry.definition, language).join(QLatin1Char('\n')), QString());
            }
        }
    }

    void everyChapterHasATitle()
    {
        QSet<int> chapters;
        for (const Lesson &lesson : lessons())
            chapters.insert(lesson.chapter);
        for (const QString &language : formats::textLanguages()) {
            for (const int chapter : chapters) {
                QVERIFY(!formats::chapterTitle(chapter, language).isEmpty());
                QCOMPARE(typographyFaults(formats::chapterTitle(chapter, language), language), QStringList());
            }
            QCOMPARE(headingsIn(contents(QStringLiteral(":/chapters/%1.md").arg(language))).size(), chapters.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestLessonTexts)
#include "tst_lesson_texts.moc"

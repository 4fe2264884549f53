// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>

#include "app/course/lesson_texts.h"
#include "app/exercises/lesson_facts.h"
#include "core/lessons/lesson.h"

using namespace coroscope;
using formats::Goal;
using formats::LessonFacts;
using formats::LessonTexts;
using formats::Question;

namespace {

/// A lesson run to its end.
struct Finished {
    Finished(const Lesson &lesson, const Settings &settings)
        : run(lesson.start(settings)), spans(run->trace()), names(spans)
    {
        run->finish();
        spans.update();
        names.update();
    }
    explicit Finished(const QString &id)
        : Finished(*findLesson(id.toStdString()), findLesson(id.toStdString())->defaults())
    {
    }
    std::unique_ptr<Run> run;
    Spans spans;
    Names names;
};

const LessonTexts &textsOf(const QString &id, const char *language = "en")
{
    return formats::lessonTexts(id, QString::fromLatin1(language));
}

bool isSetting(const QString &way)
{
    static const QRegularExpression setting(QStringLiteral("^[a-z-]+=[^ ]+$"));
    return setting.match(way).hasMatch();
}

QStringList conditionsOf(const QList<Goal> &goals)
{
    QStringList all;
    for (const Goal &goal : goals)
        all << goal.condition << goal.ways;
    return all;
}

QStringList valuesOf(const Question &question)
{
    QStringList all{question.fact};
    for (const Question::Answer &answer : question.answers)
        all << answer.value + (answer.right ? QStringLiteral(" right") : QString());
    return all;
}

} // namespace

/// What lesson texts ask, refute and set as a goal, held against the traces.
class LessonChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLessonHasTheThreeSections_data() { addLessons(); }
    void everyLessonHasTheThreeSections()
    {
        QFETCH(QString, id);
        for (const char *const language : {"en", "fr"}) {
            const LessonTexts &texts = textsOf(id, language);
            QVERIFY(texts.ask.text.endsWith(QLatin1Char('?')));
            QVERIFY(texts.ask.answers.size() >= 3 && texts.ask.answers.size() <= 4);
            QCOMPARE(std::count_if(texts.ask.answers.begin(), texts.ask.answers.end(),
                                   [](const auto &answer) { return answer.right; }),
                     1);
            QVERIFY(!texts.misconception.belief.isEmpty() && !texts.misconception.refutation.isEmpty());
            QVERIFY(std::any_of(texts.misconception.checks.begin(), texts.misconception.checks.end(),
                                [](const QString &check) { return LessonFacts::momentOf(check).has_value(); }));
            QVERIFY(!texts.goals.isEmpty());
            for (const Goal &goal : texts.goals)
                QVERIFY(!goal.condition.isEmpty() && !goal.ways.isEmpty());
        }
        QCOMPARE(valuesOf(textsOf(id, "fr").ask), valuesOf(textsOf(id).ask));
        QCOMPARE(textsOf(id, "fr").misconception.checks, textsOf(id).misconception.checks);
        QCOMPARE(conditionsOf(textsOf(id, "fr").goals), conditionsOf(textsOf(id).goals));
    }

    void theRightAnswerIsTheFactAndNoOther_data() { addLessons(); }
    void theRightAnswerIsTheFactAndNoOther()
    {
        QFETCH(QString, id);
        const Finished finished(id);
        const Question &ask = textsOf(id).ask;
        const QString value = LessonFacts(finished.names).value(ask.fact);
        QVERIFY2(!value.isEmpty(), qPrintable(ask.fact));
        for (const Question::Answer &answer : ask.answers)
            QVERIFY2((answer.value == value) == answer.right,
                     qPrintable(answer.value + QStringLiteral(" where it is ") + value));
    }

    void whatRefutesAMisconceptionIsSeen_data() { addLessons(); }
    void whatRefutesAMisconceptionIsSeen()
    {
        QFETCH(QString, id);
        const Finished finished(id);
        const LessonFacts facts(finished.names);
        for (const QString &check : textsOf(id).misconception.checks)
            QVERIFY2(facts.holds(check), qPrintable(check));
    }

    /// Those reached by a change of the listing are held by tests/tools/check_tries.py.
    void goalsAreReachedByTheirParametersAndNotByTheDefaults_data() { addLessons(); }
    void goalsAreReachedByTheirParametersAndNotByTheDefaults()
    {
        QFETCH(QString, id);
        const Lesson &lesson = *findLesson(id.toStdString());
        const Finished asItIs(id);
        for (const Goal &goal : textsOf(id).goals) {
            QVERIFY2(!LessonFacts(asItIs.names).holds(goal.condition), qPrintable(goal.condition));
            if (!std::all_of(goal.ways.begin(), goal.ways.end(), isSetting)) {
                QVERIFY2(std::none_of(goal.ways.begin(), goal.ways.end(), isSetting), qPrintable(goal.condition));
                continue;
            }
            Settings settings = lesson.defaults();
            for (const QString &way : goal.ways)
                lesson.set(settings, way.section(QLatin1Char('='), 0, 0).toStdString(),
                           way.section(QLatin1Char('='), 1).toStdString());
            const Finished changed(lesson, settings);
            QVERIFY2(LessonFacts(changed.names).holds(goal.condition), qPrintable(goal.condition));
        }
    }

    void theSmallestWindowIsTheSmallest()
    {
        const auto reaches = [](const char *id, const char *name, int value) {
            const Lesson &lesson = *findLesson(id);
            Settings settings = lesson.defaults();
            lesson.set(settings, name, std::to_string(value));
            const Finished finished(lesson, settings);
            return LessonFacts(finished.names).holds(textsOf(QString::fromLatin1(id)).goals.last().condition);
        };
        for (int window = 1; window <= 8; ++window) {
            QCOMPARE(reaches("window-queue", "window", window), window == 5);
            QCOMPARE(reaches("window-semaphore", "window", window), window >= 6);
        }
        for (int maxsize = 1; maxsize <= 6; ++maxsize)
            QCOMPARE(reaches("back-pressure", "maxsize", maxsize), maxsize >= 4);
        for (int threads = 1; threads <= 4; ++threads)
            QCOMPARE(reaches("fetch-threads", "threads", threads), threads == 2);
    }

    void factsAreReadFromTheRun_data()
    {
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *fact, const char *value) {
            QTest::newRow(fact) << QString::fromUtf8(fact) << QString::fromUtf8(value);
        };
        row("end", "2.5 s");
        row("reason", "complete");
        row("idle", "0.5 s");
        row("tasks", "2");
        row("sends", "0");
        row("at \"run2 end\"", "2.5 s");
        row("at \"run\" #3", "0.5 s");
        row("at \"run3\"", "never");
        row("count \"run2\"", "4"); // and the list of results
        row("line 1", "run1 begin");
        row("line -2", "run2 end");
        row("word 2 of line 3", "middle");
        row("word -1 of line 3", "middle");
        row("after \"run1 end\"", "run2 middle");
        row("outcome run1", "done");
        row("outcome nobody", "");
        row("line 99", "");
        row("no such fact", "");
        row("", "");
    }
    void factsAreReadFromTheRun()
    {
        QFETCH(QString, fact);
        QFETCH(QString, value);
        const Finished finished(QStringLiteral("starvation-gather"));
        QCOMPARE(LessonFacts(finished.names).value(fact), value);
    }

    void conditionsHoldOrNot_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *condition, bool holds) {
            QTest::newRow(condition) << QString::fromUtf8(condition) << holds;
        };
        row("end = 2.5", true);
        row("end != 2.5", false);
        row("end < 2.5", false);
        row("end <= 2.5 and tasks = 2", true);
        row("end <= 2.5 and tasks = 3", false);
        row("line 1 = \"run1 begin\"", true);
        row("at \"run3\" = never", true);
        row("at \"run3\" < 1", false); // it never is
        row("0.5 run2 ready", true);
        row("0.5 run1 blocking", true);
        row("0.25 run2 ready", false);
        row("0.25 run2 awaiting", true);
        row("2.5 run2 ended", true);
        row("1 run2 ended", false);
        row("0.25 thread idle", true);
        row("0.25 thread held", false);
        row("1 thread held", true);
        row("0.5 prints \"run1 middle\"", true);
        row("0.5 prints \"run2 middle\"", false);
        row("0.5 nobody ready", false);
        row("end", false);
        row("end =", false);
        row("", false);
    }
    void conditionsHoldOrNot()
    {
        QFETCH(QString, condition);
        QFETCH(bool, holds);
        const Finished finished(QStringLiteral("starvation-gather"));
        QCOMPARE(LessonFacts(finished.names).holds(condition), holds);
    }

private:
    static void addLessons()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
};

QTEST_GUILESS_MAIN(LessonChecksTest)
#include "tst_lesson_checks.moc"

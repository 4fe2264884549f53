// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises made of runs: what is asked, what is right, and what is said of an answer.

#include <QTest>

#include "app/exercises/exercise_words.h"
#include "app/exercises/make_exercises.h"
#include "core/lessons/lesson.h"

#include <algorithm>
#include <map>
#include <set>

using namespace coroscope;
using namespace coroscope::exercises;

namespace {

/// A run to its end, and what is made of it.
struct Finished {
    explicit Finished(std::unique_ptr<Run> started, const QString &lesson = {})
        : run(std::move(started)), spans(run->trace()), names(spans)
    {
        run->finish();
        spans.update();
        names.update();
        source = sourceOf(run->trace(), lesson);
        all = makeExercises(names, source);
    }
    explicit Finished(const QString &id)
        : Finished(findLesson(id.toStdString())->start(findLesson(id.toStdString())->defaults()), id)
    {
    }
    [[nodiscard]] const Exercise *first(Kind kind) const
    {
        const auto found = std::ranges::find(all, kind, &Exercise::kind);
        return found == all.end() ? nullptr : &*found;
    }
    std::unique_ptr<Run> run;
    Spans spans;
    Names names;
    ProgramSource source;
    std::vector<Exercise> all;
};

QStringList textsOf(const Exercise &exercise)
{
    QStringList texts;
    for (const Item &item : exercise.items)
        texts << textOf(exercise, item);
    return texts;
}

/// Some answer that is not the right one.
QList<int> wrongAnswerTo(const Exercise &exercise)
{
    QList<int> answer = exercise.right;
    switch (exercise.form()) {
    case Form::One: return {exercise.right.first() == 0 ? 1 : 0};
    case Form::Order: std::ranges::reverse(answer); return answer;
    case Form::Some:
    case Form::Cells: answer.removeFirst(); return answer;
    }
    return {};
}

} // namespace

class TestExercises : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExerciseOfALessonIsAnsweredByItsTrace_data() { addLessons(); }
    void everyExerciseOfALessonIsAnsweredByItsTrace()
    {
        QFETCH(QString, id);
        const Finished finished(id);
        for (const Exercise &exercise : finished.all) {
            const QString question = questionOf(finished.names, exercise);
            QVERIFY(!question.isEmpty() && !titleOf(exercise.kind).isEmpty() && !rightAnswer(exercise).isEmpty());
            const Verdict right = check(exercise, exercise.right);
            QVERIFY2(right.right && right.wrong.isEmpty(), qPrintable(question));
            const Verdict wrong = check(exercise, wrongAnswerTo(exercise));
            QVERIFY2(!wrong.right && !wrong.wrong.isEmpty(), qPrintable(question));
            QVERIFY(!unsure(exercise).right);
            for (const Passage &passage : {right.shows, wrong.shows, unsure(exercise).shows}) {
                QVERIFY(passage.from <= passage.until);
                QVERIFY(passage.cursor <= finished.spans.eventsRead());
            }
        }
    }

    void whatIsToChooseFromIsDistinct_data() { addLessons(); }
    void whatIsToChooseFromIsDistinct()
    {
        QFETCH(QString, id);
        const Finished finished(id);
        for (const Exercise &exercise : finished.all) {
            if (exercise.kind == Kind::Table || exercise.form() == Form::Some)
                continue;
            QStringList texts = textsOf(exercise);
            QVERIFY2(texts.size() >= 2, qPrintable(titleOf(exercise.kind)));
            QVERIFY2(exercise.kind == Kind::Line || texts.removeDuplicates() == 0,
                     qPrintable(textsOf(exercise).join(QLatin1Char('|'))));
        }
    }

    void everyKindIsThereInTenLessons()
    {
        std::map<Kind, std::set<std::string>> lessonsOf;
        for (const Lesson &lesson : lessons()) {
            const Finished finished(QString::fromStdString(lesson.id));
            for (const Exercise &exercise : finished.all)
                lessonsOf[exercise.kind].insert(lesson.id);
        }
        for (const Kind kind : {Kind::Total, Kind::Order, Kind::Table, Kind::Who, Kind::Awaits})
            QVERIFY2(lessonsOf[kind].size() >= 10, qPrintable(idOf(kind)));
        QVERIFY2(lessonsOf[Kind::Line].size() >= 4, qPrintable(QString::number(lessonsOf[Kind::Line].size())));
    }

    void theTotalIsThatOfTheRunAndWhatManyBelieveIsBesideIt()
    {
        const Finished finished(QStringLiteral("window-queue"));
        const Exercise &total = *finished.first(Kind::Total);
        QCOMPARE(textsOf(total), QStringList({QStringLiteral("3 s"), QStringLiteral("5 s"), QStringLiteral("6 s"),
                                              QStringLiteral("15 s")}));
        QCOMPARE(rightAnswer(total), QStringLiteral("5 s"));
        QCOMPARE(check(total, {3}).belief, Belief::OneByOne);
        QCOMPARE(check(total, {0}).belief, Belief::AllAtOnce);
        QCOMPARE(check(total, {2}).belief, Belief::None);
        QCOMPARE(check(total, {2}).shows.until, finished.spans.end());
    }

    void linesAreOutOfOrderWithoutTheirStamps()
    {
        const Finished finished(QStringLiteral("starvation-gather"));
        const Exercise &order = *finished.first(Kind::Order);
        QCOMPARE(order.items.size(), std::size_t(6));
        QVERIFY(order.right != QList<int>({0, 1, 2, 3, 4, 5}));
        QCOMPARE(rightAnswer(order),
                 QStringLiteral("run1 begin · run2 begin · run1 middle · run1 end · run2 middle · run2 end"));
        // One run after the other.
        QStringList lines = textsOf(order);
        QList<int> answer;
        for (const char *line : {"run1 begin", "run1 middle", "run1 end", "run2 begin", "run2 middle", "run2 end"})
            answer << static_cast<int>(lines.indexOf(QString::fromLatin1(line)));
        const Verdict verdict = check(order, answer);
        QCOMPARE(verdict.belief, Belief::OneByOne);
        QCOMPARE(verdict.wrong, QList<int>({1, 2, 3}));
        QCOMPARE(verdict.shows.until, Instant{}); // run2 begins at 0 s
    }

    void theTableRunsPastTheEnd()
    {
        const Finished finished(QStringLiteral("window-queue"));
        const Exercise &table = *finished.first(Kind::Table);
        QCOMPARE(table.rows.size(), 8);
        QCOMPARE(table.slot, Duration(1s));
        QCOMPARE(table.columns, 7);
        QCOMPARE(table.right.size(), 15); // seconds of work
        QCOMPARE(columnText(table, 1), QStringLiteral("1–2"));
        // job4 begins at 1 s, and was made at 0 s.
        const int cell = 4 * table.columns;
        QVERIFY(!table.right.contains(cell));
        const Verdict early = check(table, table.right + QList<int>{cell});
        QCOMPARE(early.belief, Belief::AtWorkAtOnce);
        QCOMPARE(early.shows.until, Instant(1s));
        QList<int> less = table.right;
        less.removeOne(cell + 1);
        QCOMPARE(check(table, less).belief, Belief::OneByOne);
    }

    void whoIsNextIsAskedWhereSeveralAreReady()
    {
        const Finished finished(QStringLiteral("starvation-gather"));
        int asked = 0;
        for (const Exercise &who : finished.all) {
            if (who.kind != Kind::Who)
                continue;
            ++asked;
            const ActorId taker = finished.run->trace()[who.event].actor;
            QCOMPARE(who.items[static_cast<std::size_t>(who.right.first())].shows.actor, taker);
            QVERIFY(who.shows.cursor == who.event + 1);
        }
        QCOMPARE(asked, 3);
    }

    void theLineThatStarvesIsFound()
    {
        const Finished finished(QStringLiteral("starvation-gather"));
        const Exercise &line = *finished.first(Kind::Line);
        QVERIFY(rightAnswer(line).endsWith(QStringLiteral("time.sleep(second)")));
        for (int i = 0; i < static_cast<int>(line.items.size()); ++i)
            if (line.items[static_cast<std::size_t>(i)].text.contains(QStringLiteral("await ")))
                QCOMPARE(check(line, {i}).belief, Belief::AwaitBlocks);
        QVERIFY(!Finished(QStringLiteral("pieces-gather")).first(Kind::Line)); // nobody is kept waiting
    }

    void awaitsAreTakenOutAndPutBack()
    {
        const Finished finished(QStringLiteral("starvation-gather"));
        const Exercise &awaits = *finished.first(Kind::Awaits);
        QVERIFY(std::ranges::none_of(awaits.items,
                                     [](const Item &item) { return item.text.contains(QStringLiteral("await ")); }));
        for (int i = 0; i < static_cast<int>(awaits.items.size()); ++i) {
            const QString line = finished.source.lines[awaits.items[static_cast<std::size_t>(i)].line - 1];
            QCOMPARE(awaits.right.contains(i), line.contains(QStringLiteral("await ")));
        }
        QCOMPARE(check(awaits, {}).belief, Belief::CallIsEnough);
        QList<int> everything;
        for (int i = 0; i < static_cast<int>(awaits.items.size()); ++i)
            everything << i;
        QCOMPARE(check(awaits, everything).belief, Belief::EverythingWaits);
    }

    void aKindThatDoesNotFitIsNotMade()
    {
        const Finished timeless(QStringLiteral("both-ways"));
        QVERIFY(!timeless.first(Kind::Total) && !timeless.first(Kind::Table) && !timeless.first(Kind::Who));
        const Lesson &lesson = *findLesson("pieces-gather");
        const auto run = lesson.start(lesson.defaults());
        Spans spans(run->trace());
        Names names(spans);
        run->advance(Instant(100ms), 1000);
        spans.update();
        names.update();
        QVERIFY(makeExercises(names, sourceOf(run->trace(), QStringLiteral("pieces-gather"))).empty()); // not over
    }

    void kindsHaveIds()
    {
        for (const Kind kind : kAllKinds)
            QCOMPARE(kindNamed(idOf(kind)), std::optional(kind));
        QVERIFY(!kindNamed(QStringLiteral("gantt")));
    }

private:
    static void addLessons()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
};

QTEST_GUILESS_MAIN(TestExercises)
#include "tst_exercises.moc"

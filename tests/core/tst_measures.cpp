// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"
#include "tests/core/support/properties.h"

#include "core/lessons/lesson.h"
#include "core/model/job_table.h"
#include "core/model/measures.h"

using namespace coroscope;
using namespace coroscope::testing;

/// Measures and the job table.
class MeasuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countWhatEachTaskDid();
    void countStepsAndSwitches();
    void holdAtAnyInstant();
    void addUpForEveryLesson_data();
    void addUpForEveryLesson();
    void knowNothingOfAnEmptyRun();
};

namespace {

Coro<void> works(Duration first, Duration block)
{
    co_await sleep(first);
    blockingSleep(block);
    co_await sleep(0s);
}

Coro<void> starvedMain()
{
    const auto a = createTask(works(500ms, 1s), "a");
    const auto b = createTask(works(500ms, 1s), "b");
    co_await a;
    co_await b;
}

std::string textOf(const Measures &measures)
{
    std::string text = secondsText(measures.duration) + " busy " + secondsText(measures.threadBusy) + " idle "
                       + secondsText(measures.threadIdle) + " starved " + secondsText(measures.starvation()) + '\n';
    for (const auto &task : measures.tasks)
        text += task.name + " running " + secondsText(task.running) + " blocking " + secondsText(task.blocking)
                + " ready " + secondsText(task.ready) + " awaiting " + secondsText(task.awaiting) + ' ' + task.state
                + '\n';
    return text;
}

} // namespace

void MeasuresTest::countWhatEachTaskDid()
{
    Run run(mainProgram(starvedMain));
    run.finish();
    Spans spans(run.trace());
    spans.update();
    COMPARE_TEXT(textOf(measure(spans, ShownUntil::endOf(spans))), R"(
2.5 busy 2 idle 0.5 starved 2
Task-1 running 0 blocking 0 ready 0 awaiting 2.5 done
a running 0 blocking 1 ready 1 awaiting 0.5 done
b running 0 blocking 1 ready 1 awaiting 0.5 done
)");
}

void MeasuresTest::countStepsAndSwitches()
{
    Run run(mainProgram(starvedMain));
    run.finish();
    Spans spans(run.trace());
    spans.update();
    const Measures measures = measure(spans, ShownUntil::endOf(spans));
    QCOMPARE(measures.steps, std::uint64_t(8)); // a 3, b 3, Task-1 2: both are done when it is woken
    QCOMPARE(measures.switches, std::uint64_t(8));
}

void MeasuresTest::holdAtAnyInstant()
{
    Run run(mainProgram(starvedMain));
    run.finish();
    Spans spans(run.trace());
    spans.update();
    const Lane &b = spans.lane(static_cast<ActorId>(3));
    ShownUntil until{b.spans[2].first + 1, Instant(250ms)};
    COMPARE_TEXT(textOf(measure(spans, until)), R"(
0.25 busy 0 idle 0.25 starved 0
Task-1 running 0 blocking 0 ready 0 awaiting 0.25 awaiting
a running 0 blocking 0 ready 0 awaiting 0.25 awaiting
b running 0 blocking 0 ready 0 awaiting 0.25 awaiting
)");
    // In the middle of a's blocking call.
    const Span &block = spans.lane(static_cast<ActorId>(2)).spans[5];
    QCOMPARE(block.state, State::Blocking);
    until = {block.first + 1, Instant(1s)};
    COMPARE_TEXT(textOf(measure(spans, until)), R"(
1 busy 0.5 idle 0.5 starved 0.5
Task-1 running 0 blocking 0 ready 0 awaiting 1 awaiting
a running 0 blocking 0.5 ready 0 awaiting 0.5 blocking
b running 0 blocking 0 ready 0.5 awaiting 0.5 ready
)");
}

void MeasuresTest::addUpForEveryLesson_data()
{
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : lessons())
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
}

void MeasuresTest::addUpForEveryLesson()
{
    QFETCH(QString, id);
    const Lesson &lesson = *findLesson(id.toStdString());
    const auto run = lesson.start(lesson.defaults());
    run->finish();
    const QString wrong = wrongInMeasures(run->trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void MeasuresTest::knowNothingOfAnEmptyRun()
{
    const Trace trace;
    Spans spans(trace);
    spans.update();
    const Measures measures = measure(spans, ShownUntil::endOf(spans));
    QCOMPARE(measures.steps, std::uint64_t(0));
    QVERIFY(measures.duration == Duration(0) && measures.threadBusy == Duration(0) && measures.tasks.empty());
}

QTEST_GUILESS_MAIN(MeasuresTest)
#include "tst_measures.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/lessons/lesson.h"
#include "core/model/job_table.h"

#include <QFile>

using namespace coroscope;
using namespace coroscope::testing;

/// The table of slots and jobs.
class JobTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheGoldenOne_data();
    void isTheGoldenOne();
    void takesAnySlot();
    void showsJobsOfNoLength();
    void growsWithTheRun();
    void standsInTheOrderOfItsActors();
    void hasTasksForJobsWithoutSections();
    void isEmptyForAnEmptyRun();
};

namespace {

std::string textOf(const JobTable &table)
{
    std::string text;
    for (const auto &job : table.jobs)
        text += (text.empty() ? "" : " ") + job.title;
    for (std::size_t slot = 0; slot < table.slots.size(); ++slot) {
        text += '\n' + table.slotText(slot) + ' ';
        for (const bool atWork : table.slots[slot])
            text += atWork ? '*' : '.';
    }
    return text;
}

/// A golden Markdown table in the same form.
std::string goldenOf(const QString &name)
{
    QFile file(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/lessons/%1.table.md").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return "no such file";
    std::string text;
    int row = 0;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QList<QByteArray> cells = line.split('|');
        if (row++ == 1)
            continue;
        if (row > 1)
            text += '\n' + cells[1].trimmed().toStdString() + ' ';
        for (int i = 2; i + 1 < cells.size(); ++i)
            text += row == 1                 ? (i > 2 ? " " : "") + cells[i].trimmed().toStdString()
                    : cells[i].contains('*') ? "*"
                                             : ".";
    }
    return text;
}

struct Tabled {
    explicit Tabled(std::unique_ptr<Run> given) : run(std::move(given)), spans(run->trace())
    {
        run->finish();
        spans.update();
    }
    [[nodiscard]] std::string table(Duration slot, ShownUntil until) const
    {
        return textOf(jobTable(spans, until, slot));
    }
    [[nodiscard]] std::string table(Duration slot) const { return table(slot, ShownUntil::endOf(spans)); }
    std::unique_ptr<Run> run;
    Spans spans;
};

Coro<void> section(std::string name, Duration duration)
{
    World::current().beginSection(name);
    co_await sleep(duration);
    World::current().endSection(name);
}

Coro<void> sectionsMain()
{
    co_await gather(section("job0 - duration 1.5", 1500ms), section("job1 - duration 0", 0s), section("other", 2s));
}

Coro<void> late(std::string name)
{
    co_await sleep(1s);
    co_await section(std::move(name), 1s);
}

Coro<void> lateMain()
{
    co_await gather(late("job0 - duration 1"), section("job1 - duration 1", 1s), late("job2 - duration 1"));
}

Coro<void> sleeper(Duration duration)
{
    co_await sleep(duration);
}

Coro<void> tasksMain()
{
    const auto a = createTask(sleeper(1s), "a");
    const auto b = createTask(sleeper(2s), "b", "labelled");
    co_await waitAll(a, b);
}

} // namespace

void JobTableTest::isTheGoldenOne_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("queue") << QStringLiteral("window-queue");
    QTest::newRow("semaphore") << QStringLiteral("window-semaphore");
}

void JobTableTest::isTheGoldenOne()
{
    QFETCH(QString, id);
    const Lesson &lesson = *findLesson(id.toStdString());
    const Tabled tabled(lesson.start(lesson.defaults()));
    COMPARE_TEXT(tabled.table(1s), goldenOf(id));
}

void JobTableTest::takesAnySlot()
{
    const Tabled tabled(std::make_unique<Run>(mainProgram(sectionsMain)));
    COMPARE_TEXT(tabled.table(500ms), R"(
j0 (1.5) j1 (0) other
0-0.5 ***
0.5-1 *.*
1-1.5 *.*
1.5-2 ..*)");
}

void JobTableTest::showsJobsOfNoLength()
{
    const Tabled tabled(std::make_unique<Run>(mainProgram(sectionsMain)));
    const JobTable table = jobTable(tabled.spans, ShownUntil::endOf(tabled.spans), 1s);
    QCOMPARE(table.jobs.size(), std::size_t(3));
    QVERIFY(table.jobs[1].begin == table.jobs[1].end);
    QVERIFY(table.slots[0][1] && !table.slots[1][1]);
}

void JobTableTest::growsWithTheRun()
{
    const Lesson &lesson = *findLesson("window-queue");
    const Tabled tabled(lesson.start(lesson.defaults()));
    ShownUntil until{0, Instant(0s)};
    std::size_t jobs = 0;
    for (until.cursor = 0; until.cursor <= tabled.spans.eventsRead(); ++until.cursor) {
        until.now = until.cursor > 0 ? tabled.run->trace()[until.cursor - 1].at() : Instant(0s);
        const JobTable table = jobTable(tabled.spans, until, 1s);
        QVERIFY(table.jobs.size() >= jobs);
        jobs = table.jobs.size();
        QCOMPARE(static_cast<std::int64_t>(table.slots.size()), jobTableSlots(tabled.spans, until, 1s));
    }
    QCOMPARE(jobs, std::size_t(8));
    COMPARE_TEXT(tabled.table(1s, {tabled.spans.sections()[4].first + 1, Instant(1500ms)}), R"(
j0 (1) j1 (2) j2 (3) j3 (1) j4 (2)
0-1 ****.
1-2 .**.*)");
}

/// Whose job begins first is not whose column comes first.
void JobTableTest::standsInTheOrderOfItsActors()
{
    const Tabled tabled(std::make_unique<Run>(mainProgram(lateMain)));
    COMPARE_TEXT(tabled.table(1s), R"(
j0 (1) j1 (1) j2 (1)
0-1 .*.
1-2 *.*)");
}

void JobTableTest::hasTasksForJobsWithoutSections()
{
    const Tabled tabled(std::make_unique<Run>(mainProgram(tasksMain)));
    COMPARE_TEXT(tabled.table(1s), R"(
Task-1 a labelled
0-1 ***
1-2 *.*)");
}

void JobTableTest::isEmptyForAnEmptyRun()
{
    const Trace trace;
    const Spans spans(trace);
    const JobTable table = jobTable(spans, ShownUntil::endOf(spans), 1s);
    QVERIFY(table.jobs.empty() && table.slots.empty());
}

QTEST_GUILESS_MAIN(JobTableTest)
#include "tst_job_table.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>

#include "app/models/console_model.h"
#include "app/models/event_model.h"
#include "app/models/job_table_model.h"
#include "app/models/measure_model.h"
#include "app/models/task_model.h"
#include "app/panels/table_copy.h"
#include "app/playback/run_measures.h"
#include "recordings.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

using Strict = QAbstractItemModelTester;
constexpr auto kFatal = Strict::FailureReportingMode::QtTest;

std::unique_ptr<Recording> recorded(std::unique_ptr<Recording> recording)
{
    recording->record(kNever, 100000);
    return recording;
}

/// The first event that says so.
EventIndex indexOf(const Recording &recording, EventKind kind, std::uint32_t actor, int milliseconds)
{
    const Trace &trace = recording.trace();
    for (EventIndex i = 0; i < trace.size(); ++i) {
        if (trace[i].kind == kind && raw(trace[i].actor) == actor
            && trace[i].time == milliseconds * std::int64_t(1000000))
            return i;
    }
    return trace.size();
}

Moment momentAt(const Recording &recording, EventIndex cursor, int milliseconds)
{
    return {&recording.spans(), cursor, instantAt(milliseconds * std::int64_t(1000000))};
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theConsoleShowsWhatWasPrintedUpToTheCursor()
    {
        const auto run = recorded(starvation());
        ConsoleModel model;
        const Strict strict(&model, kFatal);
        model.show(momentAt(*run, 0, 0));
        QCOMPARE(model.rowCount(), 0);
        model.show(momentAt(*run, indexOf(*run, EventKind::BlockEnded, 1, 1500), 1200));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 0, 0), QStringLiteral("0 s  run1 begin"));
        QCOMPARE(cell(model, 2, 0), QStringLiteral("0.5 s  run1 middle"));
        model.show(momentAt(*run, run->trace().size(), 2500));
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(cell(model, 5, 0), QStringLiteral("2.5 s  run2 end"));
        model.show(momentAt(*run, 0, 0));
        QCOMPARE(model.rowCount(), 0);
    }

    void theLinesOfTheInstantAreMarked()
    {
        const auto run = recorded(starvation());
        ConsoleModel model;
        const Strict strict(&model, kFatal);
        model.setMark(Qt::yellow);
        const auto marked = [&model] {
            QList<int> rows;
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.index(row).data(Qt::BackgroundRole).isValid())
                    rows.append(row);
            }
            return rows;
        };
        model.show(momentAt(*run, indexOf(*run, EventKind::BlockEnded, 1, 1500), 500));
        QCOMPARE(marked(), QList<int>{2});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.show(momentAt(*run, indexOf(*run, EventKind::BlockEnded, 1, 1500), 1200));
        QCOMPARE(marked(), QList<int>());
        QCOMPARE(changed.size(), 1);
        model.show(momentAt(*run, run->trace().size(), 2500));
        QCOMPARE(marked(), QList<int>{5});
        QCOMPARE(model.text().count(QLatin1Char('\n')), 6);
    }

    void aLinePrintedBitByBitShowsWhatThereIsOfIt()
    {
        const auto run = recorded(Script()
                                      .task(1, "t")
                                      .pass()
                                      .step(1)
                                      .mark(1, "a")
                                      .mark(1, "b")
                                      .print(1, "c")
                                      .print(1, "next")
                                      .done(1)
                                      .finished()
                                      .recording("marks"));
        const EventIndex first = indexOf(*run, EventKind::Printed, 1, 0);
        ConsoleModel model;
        const Strict strict(&model, kFatal);
        model.show(momentAt(*run, first + 1, 0));
        QCOMPARE(cell(model, 0, 0), QStringLiteral("0 s  a"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.show(momentAt(*run, first + 2, 0));
        QCOMPARE(cell(model, 0, 0), QStringLiteral("0 s  ab"));
        QCOMPARE(changed.size(), 1);
        model.show(momentAt(*run, first + 4, 0));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, 0), QStringLiteral("0 s  abc"));
        QCOMPARE(cell(model, 1, 0), QStringLiteral("0 s  next"));
        model.show(momentAt(*run, first + 1, 0));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, 0), QStringLiteral("0 s  a"));
    }

    void theConsoleKeepsItsLastLines()
    {
        constexpr auto kMost = static_cast<int>(ConsoleModel::kMostRows);
        Script script;
        script.task(1, "t").pass().step(1);
        for (int line = 0; line < 3 * kMost; ++line)
            script.at(line).print(1, "x");
        const auto run = recorded(script.done(1).finished().recording("lines"));
        const EventIndex first = indexOf(*run, EventKind::Printed, 1, 0);
        ConsoleModel model;
        const Strict strict(&model, kFatal);
        const auto show = [&](int lines) { model.show(momentAt(*run, first + static_cast<EventIndex>(lines), lines)); };
        const auto stamp = [](int line) { return stampText(std::int64_t(line) * 1'000'000) + QStringLiteral("  x"); };
        for (const int lines : {0, 1, kMost - 1, kMost, kMost + 1, kMost + 100, kMost + 50, kMost - 10, 2 * kMost,
                                3 * kMost, 1, 3 * kMost - 1, 3 * kMost - 2, 2 * kMost - 2, 0}) {
            show(lines);
            QCOMPARE(model.rowCount(), std::min(lines, kMost));
            QCOMPARE(static_cast<int>(model.lineCount()), lines);
            QCOMPARE(static_cast<int>(model.linesBefore()), std::max(0, lines - kMost));
            QCOMPARE(static_cast<int>(model.text().count(QLatin1Char('\n'))), lines);
            if (lines == 0)
                continue;
            QCOMPARE(cell(model, model.rowCount() - 1, 0), stamp(lines - 1));
            QCOMPARE(cell(model, 0, 0), stamp(std::max(0, lines - kMost)));
        }
    }

    void theConsoleStartsAfreshWithAnotherRun()
    {
        const auto first = recorded(starvation());
        const auto second = recorded(pieces());
        ConsoleModel model;
        const Strict strict(&model, kFatal);
        model.show(momentAt(*first, first->trace().size(), 2500));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.show(momentAt(*second, second->trace().size(), 1500));
        QCOMPARE(cell(model, 5, 0), QStringLiteral("1.5 s  run2 end"));
    }

    void theTasksSayWhatTheyDoAndHowTheyHaveSpentTheirTime()
    {
        const auto run = recorded(starvation());
        timeline::Describer describer(run->spans());
        describer.update();
        TaskModel model;
        const Strict strict(&model, kFatal);
        const auto show = [&](const Moment &at) { model.show(at, describer, measure(*at.spans, at.until()).tasks); };
        show(momentAt(*run, 0, 0));
        QCOMPARE(model.rowCount(), 0);
        show(momentAt(*run, indexOf(*run, EventKind::BlockEnded, 1, 1500), 1200));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, TaskModel::Name), QStringLiteral("run1"));
        QCOMPARE(cell(model, 0, TaskModel::Doing), QStringLiteral("time.sleep(1)"));
        QCOMPARE(model.index(0, TaskModel::Blocking).data(TaskModel::SortRole).toLongLong(), 700000000);
        QCOMPARE(model.index(1, TaskModel::Ready).data(TaskModel::SortRole).toLongLong(), 700000000);
        QCOMPARE(model.index(1, TaskModel::Awaiting).data(TaskModel::SortRole).toLongLong(), 500000000);
        show(momentAt(*run, run->trace().size(), 2500));
        QCOMPARE(cell(model, 1, TaskModel::Doing), QStringLiteral("done"));
        show(momentAt(*run, 1, 0));
        QCOMPARE(model.rowCount(), 1);
    }

    void theEventsAreThoseOfTheTrace()
    {
        const auto run = recorded(pieces());
        EventModel model;
        const Strict strict(&model, kFatal);
        model.show(momentAt(*run, 5, 0));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(cell(model, 4, EventModel::Detail), QStringLiteral("run1 begin"));
        QCOMPARE(cell(model, 4, EventModel::Who), QStringLiteral("run1"));
        model.show(momentAt(*run, run->trace().size(), 1500));
        QCOMPARE(static_cast<EventIndex>(model.rowCount()), run->trace().size());
        model.show(momentAt(*run, 2, 0));
        QCOMPARE(model.rowCount(), 2);
    }

    void theMeasuresCompareTwoRuns()
    {
        const auto first = recorded(pieces());
        const auto second = recorded(starvation());
        MeasureModel model;
        const Strict strict(&model, kFatal);
        model.setRuns({QStringLiteral("a"), QStringLiteral("b")});
        model.show({measure(first->spans(), momentAt(*first, first->trace().size(), 2500).until()),
                    measure(second->spans(), momentAt(*second, second->trace().size(), 2500).until())});
        QCOMPARE(cell(model, MeasureModel::Elapsed, 0), timeline::durationText(1500ms));
        QCOMPARE(cell(model, MeasureModel::Elapsed, 1), timeline::durationText(2500ms));
        QVERIFY(cell(model, MeasureModel::Elapsed, 2).endsWith(QStringLiteral("(+67 %)")));
        QCOMPARE(cell(model, MeasureModel::Held, 1), timeline::durationText(2s));
        QCOMPARE(cell(model, MeasureModel::Denied, 1), timeline::durationText(1s));
        QCOMPARE(cell(model, MeasureModel::Denied, 0), timeline::durationText(0s));
        QCOMPARE(cell(model, MeasureModel::Tasks, 2), QStringLiteral("="));
    }

    void measuringAMomentOfALongRunReadsLittle()
    {
        const auto run = ticking();
        run->record(instantAt(std::int64_t(1000) * 1'000'000'000), 1'000'000);
        const Spans &spans = run->spans();
        QVERIFY(spans.steps().size() > 9000);
        RunMeasures measures(spans);
        QCOMPARE(measures.at(ShownUntil::endOf(spans)).steps, measure(spans, ShownUntil::endOf(spans)).steps);
        for (const EventIndex cursor : {spans.eventsRead() / 2, spans.eventsRead() / 3, spans.eventsRead() - 1}) {
            const ShownUntil until{cursor, spans.trace()[cursor - 1].at()};
            const std::size_t before = measures.visited();
            const Measures kept = measures.at(until);
            QVERIFY(measures.visited() - before < 300);
            QCOMPARE(kept.steps, measure(spans, until).steps);
            QCOMPARE(kept.tasks.front().awaiting, measure(spans, until).tasks.front().awaiting);
        }
    }

    void theJobTableFillsAsTheJobsGoOn()
    {
        const auto run = recorded(Script()
                                      .task(1, "w1")
                                      .task(2, "w2")
                                      .pass()
                                      .step(1)
                                      .section(1, "j0", true)
                                      .awaitSleep(1, 1000)
                                      .step(2)
                                      .section(2, "j1", true)
                                      .awaitSleep(2, 2000)
                                      .at(1000)
                                      .pass()
                                      .ready(1)
                                      .step(1)
                                      .section(1, "j0", false)
                                      .done(1)
                                      .at(2000)
                                      .pass()
                                      .ready(2)
                                      .step(2)
                                      .section(2, "j1", false)
                                      .done(2)
                                      .finished()
                                      .recording("jobs"));
        JobTableModel model;
        const Strict strict(&model, kFatal);
        model.show(momentAt(*run, 5, 0), 1s);
        QCOMPARE(model.columnCount(), 1);
        model.show(momentAt(*run, run->trace().size(), 2000), 1s);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0, 0).data(Qt::UserRole).toBool());
        QVERIFY(!model.index(1, 0).data(Qt::UserRole).toBool());
        QVERIFY(model.index(0, 1).data(Qt::UserRole).toBool());
        QVERIFY(model.index(1, 1).data(Qt::UserRole).toBool());
        model.show(momentAt(*run, run->trace().size(), 2000), 500ms);
        QCOMPARE(model.rowCount(), 4);
    }

    void theJobTableIsCopiedInEveryFormat()
    {
        const auto run = recorded(Script()
                                      .task(1, "w1")
                                      .pass()
                                      .step(1)
                                      .section(1, "j0", true)
                                      .awaitSleep(1, 1000)
                                      .at(1000)
                                      .pass()
                                      .ready(1)
                                      .step(1)
                                      .section(1, "j0", false)
                                      .done(1)
                                      .finished()
                                      .recording("jobs"));
        const JobTable table = jobTable(run->spans(), momentAt(*run, run->trace().size(), 1000).until(), 1s);
        const auto copied = [&table](TableFormat format) {
            copyTable(table, format);
            return QGuiApplication::clipboard()->text();
        };
        QVERIFY(copied(TableFormat::Markdown).startsWith(QLatin1Char('|')));
        QVERIFY(copied(TableFormat::Latex).contains(QStringLiteral("\\begin{tabular}")));
        QVERIFY(copied(TableFormat::Csv).contains(QStringLiteral("j0")));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("text/csv")));
        QVERIFY(copied(TableFormat::Html).contains(QStringLiteral("<table")));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
    }

    void eventsSortInTheOrderTheyHappened()
    {
        const auto run = recorded(pieces());
        EventModel model;
        model.show(momentAt(*run, run->trace().size(), 1500));
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(model.index(row, EventModel::Time).data(EventModel::SortRole).toLongLong()
                    > model.index(row - 1, EventModel::Time).data(EventModel::SortRole).toLongLong());
        }
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"

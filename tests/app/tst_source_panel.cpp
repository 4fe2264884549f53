// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QTabBar>

#include "app/chart/chart_view.h"
#include "app/controls/appearance.h"
#include "app/controls/code_view.h"
#include "app/course/line_map.h"
#include "app/course/listing.h"
#include "app/panels/source_panel.h"
#include "app/playback/run_source.h"
#include "app/readers/opened_file.h"
#include "app/readers/scenario_reader.h"
#include "core/text/chrome_text.h"
#include "recordings.h"

#include <algorithm>

using namespace coroscope;

/// Where the source pane shows everybody.
class TestSourcePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_playback = std::make_unique<Playback>(std::make_unique<test::HandTicks>());
        m_stage = std::make_unique<Stage>(*m_playback);
        m_panel = std::make_unique<SourcePanel>(*m_stage, m_appearance);
        m_panel->resize(600, 700);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_stage.reset();
        m_playback.reset();
    }

    void theListingComesFirst()
    {
        load("starvation-gather");
        QCOMPARE(tabs().tabText(tabs().currentIndex()), QStringLiteral("Python"));
        QVERIFY(code().code().startsWith(QStringLiteral("import asyncio\n")));
        m_panel->setTab(SourcePanel::Cpp);
        QVERIFY(code().code().contains(QStringLiteral("co_await sleep(first);")));
        QVERIFY(!code().code().contains(QStringLiteral("//:")));
    }

    void aRecordedProgramBringsItsSources()
    {
        const auto trace = std::make_shared<Trace>();
        trace->addSource({"crawler.py", "import pages\n"});
        trace->addSource({"pages.py", "PAGES = 4\n"});
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(recordingOf(trace, QStringLiteral("run.json"), QStringLiteral("run.json"),
                                   {.dialect = Dialect::Lesson, .name = "crawler.py"}));
        m_playback->load(std::move(runs));
        QCOMPARE(tabs().count(), 2);
        QCOMPARE(tabs().tabText(0), QStringLiteral("crawler.py"));
        QCOMPARE(code().code(), QStringLiteral("import pages\n"));
        tabs().setCurrentIndex(1);
        QCOMPARE(code().code(), QStringLiteral("PAGES = 4\n"));
        load("starvation-gather"); // a lesson has its own tabs again
        QCOMPARE(tabs().tabText(1), QStringLiteral("C++"));
        QVERIFY(code().code().startsWith(QStringLiteral("import asyncio\n")));
    }

    void whoeverHasTheThreadHasHisLineHighlighted()
    {
        load("starvation-gather");
        m_playback->seek(instantAt(1'200'000'000));
        QCOMPARE(lineText(code().highlighted()), QStringLiteral("time.sleep(second)"));
        QCOMPARE(whereIs("run1"), code().highlighted());
        QCOMPARE(lineText(whereIs("run2")), QStringLiteral("await asyncio.sleep(first)"));
        QCOMPARE(stack(), QStringLiteral("run1 ▸ starvation():%1 ▸ time.sleep(1)").arg(code().highlighted()));
        m_panel->setTab(SourcePanel::Cpp);
        QCOMPARE(lineText(code().highlighted()), QStringLiteral("blockingSleep(second);"));
        QCOMPARE(lineText(whereIs("run2")), QStringLiteral("co_await sleep(first);"));
    }

    void goingBackIsExact()
    {
        load("starvation-gather");
        m_playback->seek(instantAt(1'200'000'000));
        const auto there = code().marks();
        m_playback->toEnd();
        QCOMPARE(code().highlighted(), 0);
        m_playback->seek(instantAt(1'200'000'000));
        QVERIFY(code().marks() == there);
    }

    void namesHaveTheColoursOfTheChart()
    {
        load("window-queue");
        m_playback->seek(instantAt(500'000'000));
        QVERIFY(code().marks().size() >= 8);
        for (const LineMark &mark : code().marks()) {
            QCOMPARE(mark.colour, m_appearance.theme().task(mark.actor));
            QVERIFY(!mark.running);
        }
        QCOMPARE(lineText(whereIs("job0")), QStringLiteral("await asyncio.sleep(delay)"));
        QCOMPARE(lineText(whereIs("job7")), QStringLiteral("await window.put(None)"));
        QCOMPARE(stack(), QStringLiteral("nobody has the thread"));
    }

    void aNameThatIsClickedShowsItsAwaitStack()
    {
        load("window-queue");
        m_playback->seek(instantAt(500'000'000));
        const ActorId job0 = code().marks().front().actor;
        Q_EMIT code().chosen(job0);
        const int outer = lineWith("await sequence(text, duration)");
        QCOMPARE(stack(),
                 QStringLiteral("job0 ▸ job():%1 ▸ sequence():%2 ▸ await sleep(1)").arg(outer).arg(whereIs("job0")));
        Q_EMIT code().chosen(job0);
        QCOMPARE(stack(), QStringLiteral("nobody has the thread"));
    }

    void allNamesOfALineCanBeAskedFor()
    {
        load("window-queue");
        m_playback->seek(instantAt(500'000'000));
        const auto &drawn = *m_panel->findChild<LineMarks *>();
        QStringList all;
        ActorId clickable = ActorId::None;
        for (int y = 0; y < drawn.height(); y += 4) {
            if (const QStringList names = drawn.namesAt({drawn.width() / 2, y});
                !names.isEmpty() && !all.contains(names.join(QLatin1Char(' '))))
                all.append(names.join(QLatin1Char(' ')));
            for (int x = 0; x < drawn.width(); x += 4)
                clickable = clickable == ActorId::None ? drawn.actorAt({x, y}) : clickable;
        }
        QCOMPARE(all, (QStringList{QStringLiteral("job0 job1 job2 job3"), QStringLiteral("job4 job5 job6 job7")}));
        QVERIFY(clickable == code().marks().front().actor);
    }

    void theStackIsThatOfTheTaskSelectedInTheChart()
    {
        ChartView chart;
        m_panel->follow(chart);
        load("window-queue");
        m_playback->seek(instantAt(500'000'000));
        const ActorId job7 = code().marks().back().actor;
        chart.select({.run = 0, .actor = job7});
        QCOMPARE(stack(), QStringLiteral("job7 ▸ job():%1 ▸ await window.put()").arg(whereIs("job7")));
        Q_EMIT code().chosen(job7); // once more: not any longer
        QVERIFY(chart.selection().empty());
        QCOMPARE(stack(), QStringLiteral("nobody has the thread"));
        const ActorId job0 = code().marks().front().actor;
        Q_EMIT code().chosen(job0);
        QVERIFY(chart.selection().actor == job0);
        chart.select({.run = 1, .actor = job7}); // a lane of another run
        QCOMPARE(stack(), QStringLiteral("nobody has the thread"));
        m_panel.reset();
    }

    void theHandAndWhatItDrivesAreMarked()
    {
        load("both-ways");
        QStringList seen;
        do {
            for (const LineMark &mark : code().marks()) {
                const QString text = mark.name + QLatin1Char(' ') + lineText(mark.line);
                if (mark.running && (seen.isEmpty() || seen.last() != text))
                    seen.append(text);
            }
        } while (m_playback->stepForward(StepKind::Event));
        QVERIFY(seen.contains(QStringLiteral("coro print(f\"step{n}\")")));
        QVERIFY(seen.contains(QStringLiteral("coro got = yield f\"yielded{n}\"")));
        QVERIFY(seen.contains(QStringLiteral("program print(repr(coro.send(\"message\")))")));
    }

    void threadsAreMarkedToo()
    {
        load("fetch-threads");
        m_playback->seek(instantAt(100'000'000));
        QCOMPARE(lineText(whereIs("fetch_all")), QStringLiteral("await asyncio.gather(*transfers)"));
        for (const char *thread : {"Thread-1", "Thread-2", "Thread-3", "Thread-4"})
            QCOMPARE(lineText(whereIs(thread)), QStringLiteral("time.sleep(duration)"));
    }

    void callbacksAreMarkedAsLongAsTheyRun()
    {
        load("loop-callbacks");
        m_playback->seek(instantAt(100'000'000));
        bool seen = false;
        for (m_playback->toStart(); m_playback->stepForward(StepKind::Event);)
            for (const LineMark &mark : code().marks())
                seen = seen
                       || (mark.name == QStringLiteral("callback")
                           && lineText(mark.line).startsWith(QStringLiteral("show_timer(\"soon 2")));
        QVERIFY(seen);
    }

    void whoeverWaitsIsInViewWhileNobodyRuns_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("others' lines were shown in between") << QStringLiteral("contagion-parser");
        QTest::newRow("the last that ran has ended") << QStringLiteral("fork-interrupted-early");
    }
    void whoeverWaitsIsInViewWhileNobodyRuns()
    {
        QFETCH(QString, id);
        m_panel->resize(600, 240);
        load(id.toLatin1().constData());
        const auto &drawn = *m_panel->findChild<LineMarks *>();
        const auto inView = [&drawn] {
            for (int y = 0; y < drawn.height(); y += 4)
                if (!drawn.namesAt({drawn.width() / 2, y}).isEmpty())
                    return true;
            return false;
        };
        int idle = 0;
        while (m_playback->stepForward(StepKind::Event)) {
            if (code().highlighted() > 0 || code().marks().empty())
                continue;
            ++idle;
            QVERIFY2(inView(), qPrintable(QString::number(code().marks().front().line)));
        }
        QVERIFY(idle > 3);
    }

    void aScenarioIsItsOwnSource()
    {
        loadScenario("starvation.json");
        QCOMPARE(tabs().count(), 1);
        m_playback->seek(instantAt(200'000'000));
        QCOMPARE(lineText(whereIs("clock")),
                 QStringLiteral("[\"repeat\", 8, [[\"print\", \"tick\"], [\"sleep\", 250]]]"));
        QCOMPARE(lineText(whereIs("report")), QStringLiteral("[\"sleep\", 400],"));
        Q_EMIT code().chosen(code().marks().front().actor);
        QCOMPARE(stack(), QStringLiteral("clock ▸ repeat:%1 ▸ sleep:%1 ▸ await sleep(0.25)").arg(whereIs("clock")));
        Q_EMIT code().chosen(code().marks().front().actor);
        m_playback->seek(instantAt(1'000'000'000));
        QCOMPARE(lineText(code().highlighted()), QStringLiteral("[\"block\", 1000],"));
        QCOMPARE(whereIs("report"), code().highlighted());
        QCOMPARE(stack(), QStringLiteral("report ▸ block:%1 ▸ time.sleep(1)").arg(code().highlighted()));
    }

    void everyOperationOfAScenarioIsAtItsLine_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(COROSCOPE_TESTS_DIR "/../resources/scenarios"));
        for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files))
            if (!file.contains(QStringLiteral("schema")))
                QTest::newRow(qPrintable(file)) << file;
    }
    /// What a task awaits, or prints, stands in the line where its name is.
    void everyOperationOfAScenarioIsAtItsLine()
    {
        QFETCH(QString, file);
        loadScenario(file.toLatin1().constData());
        int seen = 0;
        m_playback->toStart();
        for (int steps = 0; steps < 3000 && m_playback->stepForward(StepKind::Event); ++steps) {
            const Trace &trace = m_playback->run(0).trace();
            const TraceEvent &event = trace[m_playback->moment(0).cursor - 1];
            const QStringList names = operationsOf(event);
            if (names.isEmpty() || event.actor == ActorId::Main)
                continue;
            const auto mark = std::ranges::find(code().marks(), event.actor, &LineMark::actor);
            QVERIFY2(mark != code().marks().end(), qPrintable(names.join(QLatin1Char(' '))));
            const QString line = lineText(mark->line);
            QVERIFY2(
                std::ranges::any_of(
                    names, [&line](const QString &name) { return line.contains(QStringLiteral("[\"%1\"").arg(name)); }),
                qPrintable(QStringLiteral("%1 at %2").arg(names.join(QLatin1Char(' ')), line)));
            ++seen;
        }
        QVERIFY(seen > 3);
    }

    void aSavedRunShowsTheSourceOfItsLesson()
    {
        load("starvation-gather");
        m_playback->seek(instantAt(1'200'000'000));
        const auto python = code().marks();
        m_panel->setTab(SourcePanel::Cpp);
        const auto cpp = code().marks();
        QVERIFY(!python.empty() && !cpp.empty());
        loadSaved({.dialect = Dialect::Lesson, .name = "starvation-gather"});
        m_playback->seek(instantAt(1'200'000'000));
        QCOMPARE(tabs().count(), 2);
        QVERIFY(code().marks() == cpp);
        m_panel->setTab(SourcePanel::Python);
        QVERIFY(code().marks() == python);
        QCOMPARE(lineText(code().highlighted()), QStringLiteral("time.sleep(second)"));
    }

    void constantsFollowTheParameters()
    {
        const Lesson &lesson = *findLesson("window-queue");
        Settings settings = lesson.defaults();
        lesson.set(settings, "jobs", "3");
        lesson.set(settings, "durations", "0.5,2");
        load(lesson, settings);
        QVERIFY(code().code().contains(QStringLiteral(
            "\nJOBS = 3  # in the course: 8\nWINDOW = 4\nDURATIONS = [0.5, 2]  # in the course: [1, 2, 3]\n")));
        load("window-queue");
        QVERIFY(code().code().contains(QStringLiteral("\nJOBS = 8\nWINDOW = 4\n")));
        loadSaved({.dialect = Dialect::Lesson, .name = "window-queue", .settings = {"jobs=5"}});
        QVERIFY(code().code().contains(QStringLiteral("\nJOBS = 5  # in the course: 8\n")));
    }

    void everyParameterIsAConstantOfTheListing()
    {
        for (const Lesson &lesson : lessons()) {
            for (const Parameter &parameter : lesson.parameters) {
                if (parameter.name == "until"
                    || parameter.name == "latency") // Ctrl+C and the network are outside of the program
                    continue;
                const QString id = QString::fromStdString(lesson.id);
                const std::string other =
                    parameter.type == Parameter::Type::YesNo ? parameter.standard == "yes" ? "no" : "yes" : "41";
                const formats::Listing changed = formats::listingWith(id, {parameter.name + '=' + other});
                QVERIFY2(changed.changed.size() == 1,
                         qPrintable(id + QLatin1Char(' ') + QString::fromStdString(parameter.name)));
                QCOMPARE(formats::listingWith(id, {parameter.name + '=' + parameter.standard}).text,
                         formats::listingOf(id));
            }
        }
    }

    void aSavedScenarioShowsItsText()
    {
        loadScenario("starvation.json");
        const QString text = code().code();
        m_playback->seek(instantAt(1'000'000'000));
        const auto marks = code().marks();
        loadSaved({.dialect = Dialect::Scenario, .name = "starvation.json", .source = text.toStdString()});
        m_playback->seek(instantAt(1'000'000'000));
        QCOMPARE(code().code(), text);
        QVERIFY(!marks.empty() && code().marks() == marks);
    }

    void aSavedRunWithoutSourceSaysSo()
    {
        loadScenario("starvation.json");
        loadSaved({.dialect = Dialect::Scenario, .name = "starvation.json"});
        m_playback->seek(instantAt(1'000'000'000));
        QCOMPARE(code().code(), QStringLiteral("The source of this run is not at hand."));
    }

    void everyLessonIsFollowedToItsEnd_data()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
    /// In both languages: all marks lie within the text, some are seen, and whoever has blocked is highlighted.
    void everyLessonIsFollowedToItsEnd()
    {
        QFETCH(QString, id);
        load(id.toLatin1().constData());
        for (const auto tab : {SourcePanel::Python, SourcePanel::Cpp}) {
            m_panel->setTab(tab);
            const auto lines = code().code().count(QLatin1Char('\n')) + 1;
            std::size_t marks = 0;
            m_playback->toStart();
            for (int steps = 0; steps < 400 && m_playback->stepForward(StepKind::Event); ++steps) {
                marks += code().marks().size();
                for (const LineMark &mark : code().marks())
                    QVERIFY2(mark.line >= 1 && mark.line <= lines && !mark.name.isEmpty(), qPrintable(mark.name));
            }
            QVERIFY(marks > 0);
        }
    }

private:
    void load(const char *id) { load(*findLesson(id), findLesson(id)->defaults()); }
    void load(const Lesson &lesson, const Settings &settings)
    {
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(recordLesson(lesson, settings, QString()));
        m_playback->load(std::move(runs));
    }
    void loadScenario(const char *name)
    {
        const QString path = QStringLiteral(COROSCOPE_TESTS_DIR "/../resources/scenarios/") + QLatin1String(name);
        auto scenario = formats::readScenario(path);
        QVERIFY2(scenario, qPrintable(scenario.error));
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(recordScenario(std::move(*scenario.value), path));
        m_playback->load(std::move(runs));
    }
    /// The run on the stage as one that was saved and is opened again.
    void loadSaved(const SavedRunInfo &info)
    {
        m_playback->recordAll();
        Names names(m_playback->run(0).spans());
        names.update();
        std::string text;
        writeChrome(names, info, [&text](std::string_view piece) { text += piece; });
        auto opened = formats::openText(QByteArray::fromStdString(text), QStringLiteral("run.json"));
        QVERIFY2(opened && opened.value->run(), qPrintable(opened.error));
        std::vector<std::unique_ptr<Recording>> runs;
        runs.push_back(recordingOf(std::move(opened.value->run()->trace), QStringLiteral("/run.json"), QString(),
                                   opened.value->run()->info));
        m_playback->load(std::move(runs));
    }
    /// One of these did it.
    [[nodiscard]] static QStringList operationsOf(const TraceEvent &event)
    {
        const auto list = [](std::initializer_list<const char *> names) {
            QStringList texts;
            for (const char *name : names)
                texts.append(QLatin1String(name));
            return texts;
        };
        if (event.kind == EventKind::Printed)
            return list({"print", "show", "show_last"});
        if (event.kind == EventKind::BlockBegan)
            return list({"block"});
        if (event.kind != EventKind::TaskAwait)
            return {};
        switch (event.reason()) {
        case Reason::Sleep:
        case Reason::Yield: return list({"sleep"});
        case Reason::QueueGet: return list({"get"});
        case Reason::QueuePut: return list({"put"});
        case Reason::Lock:
        case Reason::Semaphore: return list({"acquire", "with", "cond_wait"});
        case Reason::Event: return list({"wait_event"});
        case Reason::Condition: return list({"cond_wait"});
        case Reason::Task: return list({"join"});
        case Reason::Gather: return list({"gather"});
        case Reason::WaitFor: return list({"wait_for"});
        case Reason::Executor: return list({"executor"});
        default: return {};
        }
    }
    [[nodiscard]] CodeView &code() const { return *m_panel->findChild<CodeView *>(); }
    [[nodiscard]] QTabBar &tabs() const { return *m_panel->findChild<QTabBar *>(); }
    [[nodiscard]] QString stack() const
    {
        const auto labels = m_panel->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
        return labels.last()->text();
    }
    /// Without what a comment says.
    [[nodiscard]] QString lineText(int line) const
    {
        static const QRegularExpression comment(QStringLiteral("\\s+(#|//) .*$"));
        return code().code().split(QLatin1Char('\n')).value(line - 1).remove(comment).trimmed();
    }
    [[nodiscard]] int lineWith(const char *text) const
    {
        const QStringList lines = code().code().split(QLatin1Char('\n'));
        for (int i = 0; i < lines.size(); ++i)
            if (lines[i].trimmed() == QLatin1String(text))
                return i + 1;
        return 0;
    }
    [[nodiscard]] int whereIs(const char *name) const
    {
        for (const LineMark &mark : code().marks())
            if (mark.name == QLatin1String(name))
                return mark.line;
        return 0;
    }

    Appearance m_appearance;
    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<SourcePanel> m_panel;
};

QTEST_MAIN(TestSourcePanel)
#include "tst_source_panel.moc"

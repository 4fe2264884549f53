// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

#include "app/chart/chart_widget.h"
#include "app/controls/appearance.h"
#include "app/controls/code_view.h"
#include "app/live/traceback.h"
#include "app/panels/console_panel.h"
#include "app/panels/lesson_list.h"
#include "app/panels/program_panel.h"
#include "app/panels/program_strip.h"
#include "app/panels/source_panel.h"
#include "app/window/arrangement.h"
#include "app/window/main_window.h"
#include "app/window/programs.h"
#include "core/lessons/lesson.h"
#include "core/record/stream_text.h"

#include <ctime>

#include <unistd.h>

using namespace coroscope;

namespace {

constexpr int kPatience = 30'000;
const QByteArray kProgram("import asyncio\n"
                          "PAUSE = 0.5\n"
                          "async def job(n):\n"
                          "    await asyncio.sleep(PAUSE)\n"
                          "    print('job', n)\n"
                          "async def main():\n"
                          "    await asyncio.gather(job(1), job(2))\n"
                          "asyncio.run(main())\n");

} // namespace

class TestPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1366, 768);
        m_window->show();
        m_path = write("prog.py", kProgram);
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
    }

    void openingShowsTheSourceAndRunsNothing()
    {
        m_window->openFile(m_path);
        QVERIFY(programs().active());
        QCOMPARE(find<ProgramPanel>()->editor().code(), QString::fromUtf8(kProgram));
        QVERIFY(find<ProgramStrip>()->isVisible());
        QVERIFY(!programs().running());
        QVERIFY(!programs().exitStatus());
        QCOMPARE(m_window->playback().runCount(), 0U);
        QVERIFY(programs().interpreter().startsWith(QLatin1Char('/')));
    }

    void droppingShowsTheSourceAndRunsNothing()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QVERIFY(programs().active());
        QTest::qWait(50);
        QVERIFY(!programs().running());
        QVERIFY(!programs().exitStatus());
    }

    void openingASavedRunShowsItsSourceAndRunsNothing()
    {
        m_window->openFile(write("run.jsonl", recorded(kProgram)));
        QTRY_COMPARE(m_window->playback().runCount(), 1U);
        QVERIFY(!programs().active());
        QTRY_COMPARE(find<SourcePanel>()->findChild<CodeView *>()->code(), QString::fromUtf8(kProgram));
    }

    void aRunPlaysAndTheNextStandsBesideIt()
    {
        m_window->openFile(m_path);
        runToTheEnd();
        QCOMPARE(m_window->playback().runCount(), 1U);
        m_window->playback().toEnd();
        QVERIFY(m_window->playback().atEnd());
        QVERIFY(programs().setConstant(QStringLiteral("PAUSE"), QStringLiteral("2")));
        runToTheEnd();
        QCOMPARE(m_window->playback().runCount(), 2U);
        m_window->playback().toEnd();
        QVERIFY(m_window->playback().run(0).spans().end() < instantAt(1'000'000'000));
        QVERIFY(m_window->playback().run(1).spans().end() >= instantAt(2'000'000'000));
        QVERIFY(m_window->playback().run(1).title().contains(QStringLiteral("PAUSE=2")));
        QCOMPARE(contents(m_path), kProgram); // a constant never changes the file
    }

    void whatIsEditedIsSavedAndRun()
    {
        m_window->openFile(m_path);
        const QString other = QString::fromUtf8(kProgram).replace(QStringLiteral("'job'"), QStringLiteral("'task'"));
        programs().setText(0, other);
        QVERIFY(programs().files().edited());
        runToTheEnd();
        QCOMPARE(contents(m_path), other.toUtf8());
        QVERIFY(!programs().files().edited());
    }

    void anErrorIsShownAtItsLine()
    {
        m_window->openFile(write("wrong.py", "import asyncio\n\ndef f(:\n"));
        runToTheEnd();
        QCOMPARE(programs().exitStatus(), std::optional(1));
        QVERIFY(programs().errors().contains("line 3"));
    }

    void anErrorInAnImportedFileIsShownThere()
    {
        write("helper.py", "def f():\n    raise ValueError('no')\n");
        m_window->openFile(write("caller.py", "import asyncio, helper\n"
                                              "async def main():\n"
                                              "    async with asyncio.TaskGroup() as group:\n"
                                              "        group.create_task(other())\n"
                                              "async def other():\n"
                                              "    helper.f()\n"
                                              "asyncio.run(main())\n"));
        runToTheEnd();
        QCOMPARE(programs().exitStatus(), std::optional(1));
        QTRY_COMPARE(tabs().currentIndex(), 1);
        QCOMPARE(tabs().tabText(1), QStringLiteral("helper.py"));
        const Traceback fault = lastTraceback(programs().errors());
        QCOMPARE(fault.message, QStringLiteral("ValueError: no"));
        QCOMPARE(fault.lineIn(m_folder->filePath(QStringLiteral("helper.py"))), 2);
        QCOMPARE(fault.lineIn(m_folder->filePath(QStringLiteral("caller.py"))), 6);
    }

    void anImportedFileIsEditedAndSavedWithTheProgram()
    {
        const QString module = write("words.py", "WORD = 'one'\n");
        m_window->openFile(write("says.py", "import asyncio, words\n"
                                            "async def main():\n"
                                            "    print(words.WORD)\n"
                                            "asyncio.run(main())\n"));
        QCOMPARE(programs().files().add(module), QString());
        QCOMPARE(tabs().count(), 2);
        tabs().setCurrentIndex(1);
        QCOMPARE(find<ProgramPanel>()->editor().code(), QStringLiteral("WORD = 'one'\n"));
        QCOMPARE(find<ProgramPanel>()->cursorLine(), 0); // it is not the program's own
        programs().setText(1, QStringLiteral("WORD = 'two'\n"));
        QVERIFY(tabs().tabText(1).size() > QStringLiteral("words.py").size());
        runToTheEnd();
        QCOMPARE(contents(module), QByteArray("WORD = 'two'\n"));
        QCOMPARE(tabs().tabText(1), QStringLiteral("words.py"));
    }

    void aLineThatAwaitsIsRunAsABlockingCall()
    {
        m_window->openFile(m_path);
        QVERIFY(programs().canBlock(4));
        QVERIFY(!programs().canBlock(7));
        find<ProgramPanel>()->editor().goToLine(4);
        auto *const box = m_window->findChild<QWidget *>(QStringLiteral("blockLine"));
        QVERIFY(box);
        QTRY_VERIFY(box->isVisible()); // an editor tells of its cursor when it has drawn it
        runToTheEnd();
        m_window->programs().blockAll(true);
        m_window->playback().recordAll();
        QVERIFY(QTest::qWaitFor([this] { return programs().exitStatus().has_value(); }, kPatience));
        QVERIFY(programs().blocks(4) && programs().blocksAll());
        m_window->playback().toEnd();
        QCOMPARE(m_window->playback().runCount(), 2U);
        QVERIFY(m_window->playback().run(0).spans().end() < instantAt(600'000'000));
        QVERIFY(m_window->playback().run(1).spans().end() >= instantAt(1'000'000'000));
        QCOMPARE(contents(m_path), kProgram);
        find<ProgramPanel>()->editor().goToLine(1);
        QTRY_VERIFY(!box->isVisible());
    }

    void besideALessonItStaysBesideTheLesson()
    {
        m_window->openFile(m_path);
        runToTheEnd();
        m_window->session().compareWith({QStringLiteral("pieces-gather")});
        QCOMPARE(m_window->playback().runCount(), 2U);
        runToTheEnd();
        QCOMPARE(m_window->playback().runCount(), 2U);
        QVERIFY(m_window->session().against() == Session::Against::Lessons);
    }

    void howAProgramIsRunIsRemembered()
    {
        m_window->openFile(m_path);
        const QString own = programs().program().workingFolder;
        programs().setArguments(QStringLiteral("--fast \"two words\""));
        programs().setRealClock(true);
        programs().setWorkingFolder(QStringLiteral("/tmp"));
        programs().setInterpreter(QStringLiteral("/usr/bin/python3"));
        const QVariantList state = programs().memory().state();
        m_window->openFile(write("other.py", "pass\n"));
        QCOMPARE(programs().arguments(), QString());
        QVERIFY(!programs().realClock());
        programs().memory().restore(state);
        m_window->openFile(m_path);
        QCOMPARE(programs().program().arguments, (QStringList{QStringLiteral("--fast"), QStringLiteral("two words")}));
        QVERIFY(programs().realClock());
        QCOMPARE(programs().program().workingFolder, QStringLiteral("/tmp"));
        QCOMPARE(programs().program().interpreter, QStringLiteral("/usr/bin/python3"));
        programs().setWorkingFolder({});
        QCOMPARE(programs().program().workingFolder, own);
    }

    void onlySoManyProgramsAreRemembered()
    {
        ProgramMemory memory;
        for (int i = 0; i < 2 * ProgramMemory::kMost; ++i)
            memory.keep(QString::number(i), {.realClock = true});
        QCOMPARE(memory.state().size(), ProgramMemory::kMost);
        QVERIFY(memory.of(QString::number(2 * ProgramMemory::kMost - 1)).realClock);
        QVERIFY(!memory.of(QStringLiteral("0")).realClock);
        memory.restore({QVariant(7), QVariantMap{}});
        QVERIFY(memory.state().isEmpty());
    }

    void whatIsSavedElsewhereRunsOnlyWhenThatIsAsked()
    {
        m_window->openFile(m_path);
        QVERIFY(!programs().runsOnSave());
        write("prog.py", kProgram + "# more\n");
        QTRY_COMPARE(programs().text(), QString::fromUtf8(kProgram + "# more\n"));
        QVERIFY(!programs().running() && !programs().exitStatus());
        programs().setRunsOnSave(true);
        write("prog.py", kProgram + "# even more\n");
        QTRY_VERIFY(programs().running() || programs().exitStatus());
        m_window->openFile(m_path);
        QVERIFY(!programs().runsOnSave());
    }

    void theSourceStandsFirstAndTheLessonsInADrawer()
    {
        m_window->resize(1920, 1080);
        Arrangement &arrangement = m_window->arrangement();
        QTRY_VERIFY(!arrangement.compact());
        QVERIFY(!arrangement.hasDrawer());
        QTRY_VERIFY(find<LessonList>()->width() > 0);
        const int lessons = find<LessonList>()->width();
        m_window->openFile(m_path);
        QVERIFY(arrangement.hasDrawer());
        QVERIFY(!arrangement.isShown(Arrangement::Area::Lessons));
        QVERIFY(xOf(*find<ProgramPanel>()) < xOf(*find<ChartWidget>()));
        arrangement.setShown(Arrangement::Area::Lessons, true);
        QVERIFY(find<LessonList>()->isVisible());
        m_window->session().open(QStringLiteral("timer-demo"));
        QVERIFY(!arrangement.hasDrawer());
        QTRY_VERIFY(xOf(*find<LessonList>()) < xOf(*find<ChartWidget>()));
        QVERIFY(xOf(*find<SourcePanel>()) > xOf(*find<ChartWidget>()));
        QTRY_COMPARE(find<LessonList>()->width(), lessons);
    }

    void presentingItShowsTheEditor()
    {
        m_window->resize(1920, 1080);
        m_window->openFile(m_path);
        m_window->setPresenting(true);
        QVERIFY(find<ProgramPanel>()->isVisible());
        QVERIFY(find<ConsolePanel>()->isVisible());
        m_window->setPresenting(false);
        QVERIFY(find<ProgramPanel>()->isVisible());
    }

    void aConstantThatCannotBeIsRefusedInASentence()
    {
        m_window->openFile(m_path);
        auto *const edit = m_window->findChild<QLineEdit *>(QStringLiteral("constant.PAUSE"));
        QVERIFY(edit);
        QSignalSpy failed(find<ProgramStrip>(), &ProgramStrip::failed);
        edit->setText(QStringLiteral("exit()"));
        Q_EMIT edit->editingFinished();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(edit->text(), QStringLiteral("0.5"));
    }

    void aLessonTakesItsPlace()
    {
        m_window->openFile(m_path);
        m_window->session().open(QStringLiteral("timer-demo"));
        QVERIFY(!programs().active());
        QVERIFY(!find<ProgramStrip>()->isVisible());
        QCOMPARE(m_window->playback().runCount(), 1U);
    }

    void aProgramThatIsKilledIsToldOf()
    {
        m_window->openFile(write("dies.py", "import os\nprint('before')\nos.kill(os.getpid(), 9)\n"));
        runToTheEnd();
        QCOMPARE(programs().exitStatus(), std::optional(128 + 9));
    }

    /// Its own end of the pipe, that is: then nothing more is known of it, and it goes on.
    void aProgramThatClosesItsPipeEndsAsItEnds()
    {
        m_window->openFile(write("closes.py", "import os\nos.closerange(3, 64)\nraise SystemExit(7)\n"));
        runToTheEnd();
        QCOMPARE(programs().exitStatus(), std::optional(7));
    }

    void aProgramThatHangsIsStoppedAndThenKilled()
    {
        m_window->openFile(write("hangs.py", "import signal, threading\n"
                                             "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
                                             "print('deaf', flush=True)\n"
                                             "while True: pass\n"));
        programs().setRealClock(true);
        QCOMPARE(programs().run(), QString());
        QVERIFY(
            QTest::qWaitFor([this] { return !m_window->playback().run(0).trace().header().name.empty(); }, kPatience));
        programs().stop();
        QTest::qWait(100);
        programs().stop();
        QVERIFY(QTest::qWaitFor([this] { return programs().exitStatus().has_value(); }, kPatience));
        QVERIFY(*programs().exitStatus() >= 128);
    }

    void ofEndlessOutputTheWindowReadsNoMoreThanItShows()
    {
        m_window->openFile(write("chatty.py", "while True: print('x' * 1000)\n"));
        QCOMPARE(programs().run(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->playback().run(0).trace().size() > 0, kPatience);
        lookAtFramesFor(3000);
        QVERIFY(m_window->playback().run(0).trace().size() < 1'000'000);
    }

    void tenThousandTasksAreTakenInFrameByFrame()
    {
        m_window->openFile(write("many.py", "import asyncio\n"
                                            "async def job(n):\n"
                                            "    await asyncio.sleep(n % 7 / 10)\n"
                                            "async def main():\n"
                                            "    await asyncio.gather(*map(job, range(10_000)))\n"
                                            "asyncio.run(main())\n"));
        QCOMPARE(programs().run(), QString());
        lookAtFramesFor(4000);
        const auto ended = [this] {
            m_window->playback().recordAll(); // a part at a time
            return programs().exitStatus().has_value();
        };
        QVERIFY(QTest::qWaitFor(ended, 2 * kPatience));
        QCOMPARE(programs().exitStatus(), std::optional(0));
        QVERIFY(m_window->playback().run(0).spans().lanes().size() > 10'000);
    }

    void runsInARowLeaveNothingBehind()
    {
        m_window->openFile(write("short.py", "import asyncio\nasyncio.run(asyncio.sleep(0.1))\n"));
        runToTheEnd();
        const qsizetype before = openDescriptors();
        const int runs = qEnvironmentVariableIntValue("COROSCOPE_RUNS");
        for (int i = 0; i < std::max(10, runs); ++i) {
            QCOMPARE(programs().run(), QString()); // most of them end the one before
            QCoreApplication::processEvents();
        }
        runToTheEnd();
        runToTheEnd(); // of the one before the last a recording is still shown
        QTRY_VERIFY(openDescriptors() <= before + 2);
        QTRY_COMPARE(children(), QByteArray());
    }

    void closingTheWindowEndsTheProgram()
    {
        m_window->openFile(write("endless.py", "import time\nwhile True: time.sleep(1)\n"));
        programs().setRealClock(true);
        QCOMPARE(programs().run(), QString());
        QVERIFY(programs().running());
        m_window.reset(); // hangs, or leaves the process behind, if it is not ended
        QCOMPARE(children(), QByteArray());
    }

    void aFileThatIsNotThereIsASentence()
    {
        QSignalSpy failed(&m_window->programs(), &Programs::failed);
        m_window->openFile(m_folder->filePath(QStringLiteral("none.py")));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!programs().active());
    }

    void savingKeepsEncodingLineEndsAndLinks()
    {
        const QByteArray latin("# -*- coding: latin-1 -*-\r\nname = '\xe9'\r\n");
        const QString real = write("latin.py", latin);
        QFile::setPermissions(real, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QString link = m_folder->filePath(QStringLiteral("link.py"));
        QVERIFY(QFile::link(real, link));
        ProgramFile file;
        QCOMPARE(file.open(link), QString());
        QVERIFY(file.endsLinesWithCr());
        QCOMPARE(file.save(file.text() + QStringLiteral("x = 1\r\n")), QString());
        QCOMPARE(contents(real), latin + "x = 1\r\n");
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(QFileInfo(real).isExecutable());
        QVERIFY(!file.save(QStringLiteral("# coding: latin-1\n'\u20ac'\n")).isEmpty());
        QCOMPARE(contents(real), latin + "x = 1\r\n");
    }

private:
    [[nodiscard]] ProgramSession &programs() { return m_window->programs().session(); }
    template <class T>
    T *find()
    {
        return m_window->findChild<T *>();
    }
    [[nodiscard]] QTabBar &tabs() { return *find<ProgramPanel>()->findChild<QTabBar *>(); }
    static qsizetype openDescriptors() { return QDir(QStringLiteral("/proc/self/fd")).entryList().size(); }
    /// The processes of this one, by number.
    static QByteArray children()
    {
        return contents(QStringLiteral("/proc/self/task/%1/children").arg(getpid())).trimmed();
    }
    static int xOf(const QWidget &widget) { return widget.mapToGlobal(QPoint()).x(); }
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A run that was saved with this as its source.
    static QByteArray recorded(const QByteArray &source)
    {
        const Lesson &lesson = *findLesson("pieces-gather");
        const auto run = lesson.start(lesson.defaults());
        run->advance(kNever);
        RunHeader header = run->trace().header();
        header.name = "prog.py";
        QByteArray bytes;
        StreamEncoder writer(run->trace(), header, [&](std::string_view piece) {
            bytes.append(piece.data(), static_cast<qsizetype>(piece.size()));
        });
        writer.writeSource({"prog.py", source.toStdString()});
        writer.update();
        writer.finish();
        return bytes;
    }
    /// How much of the processor the longest took: on a machine that is busy, wall time says nothing.
    static void lookAtFramesFor(int milliseconds)
    {
        QElapsedTimer clock;
        clock.start();
        qint64 longest = 0;
        int late = 0;
        while (clock.elapsed() < milliseconds) {
            const qint64 begin = processorTime();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            longest = std::max(longest, processorTime() - begin);
            late += processorTime() - begin > 50 ? 1 : 0;
        }
        qInfo("longest frame %lld ms, %d over 50 ms", longest, late); // said, not asked: machines differ
    }
    /// Of this thread, in milliseconds.
    static qint64 processorTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
    }
    void runToTheEnd()
    {
        QCOMPARE(programs().run(), QString());
        m_window->playback().recordAll(); // asks for all of it
        QVERIFY(QTest::qWaitFor([this] { return programs().exitStatus().has_value(); }, kPatience));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QString m_path;
};

QTEST_MAIN(TestPrograms)
#include "tst_programs.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/live/python_run.h"
#include "app/live/run_remarks.h"

#include <csignal>

using namespace coroscope;

namespace {

constexpr int kPatience =
    30'000; ///< milliseconds; what is waited for comes long before, but for a machine that is very busy

/// A program in a folder of its own, run by the machine's Python.
struct Program {
    explicit Program(const char *text, RecorderOptions options = {}, QString interpreter = {})
    {
        QFile file(folder.filePath(QStringLiteral("prog.py")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        PythonProgram program = pythonProgram(file.fileName());
        program.interpreter = std::move(interpreter);
        run = std::make_unique<PythonRun>(std::move(program), std::move(options), PythonRun::Streams::Captured);
        QObject::connect(run.get(), &PythonRun::wrote, run.get(), [this](const QByteArray &bytes) { errors += bytes; });
    }

    [[nodiscard]] bool toTheEnd()
    {
        QSignalSpy finished(run.get(), &PythonRun::finished);
        return run->start().isEmpty() && (run->ended() || finished.wait(kPatience));
    }
    [[nodiscard]] bool untilPrinted(const QString &text)
    {
        return QTest::qWaitFor([&] { return printed().contains(text); }, kPatience);
    }
    [[nodiscard]] bool untilSaid(const char *text)
    {
        return QTest::qWaitFor([&] { return errors.contains(text); }, kPatience);
    }
    [[nodiscard]] QStringList printed() const
    {
        QStringList lines;
        const Trace &trace = run->trace();
        for (EventIndex i = 0; i < trace.size(); ++i)
            if (trace[i].kind == EventKind::Printed)
                lines << QString::fromStdString(trace.text(trace[i].text()));
        return lines;
    }

    QTemporaryDir folder;
    QByteArray errors;
    std::unique_ptr<PythonRun> run;
};

} // namespace

class TestPythonRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProgramFillsTheTrace()
    {
        Program program(
            "import asyncio\nasync def main():\n    print('a')\n    await asyncio.sleep(3600)\n    print('b')\nasyncio.run(main())\n");
        QVERIFY(program.toTheEnd());
        QCOMPARE(program.printed(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(program.run->exitStatus(), 0);
        QCOMPARE(program.errors, QByteArray());
        const Trace &trace = program.run->trace();
        QCOMPARE(trace[trace.size() - 1].kind, EventKind::Finished);
        QVERIFY(trace[trace.size() - 1].at() >= Instant(3600s));
    }

    void theExitStatusIsTheProgramsOwn()
    {
        Program left("import sys\nsys.exit(3)\n");
        QVERIFY(left.toTheEnd());
        QCOMPARE(left.run->exitStatus(), 3);
        Program killed("import os\nprint('x', flush=True)\nos.kill(os.getpid(), 9)\n");
        QVERIFY(killed.toTheEnd());
        QCOMPARE(killed.run->exitStatus(), 128 + SIGKILL);
        Program wrong("def f(:\n");
        QVERIFY(wrong.toTheEnd());
        QCOMPARE(wrong.run->exitStatus(), 1);
        QVERIFY2(wrong.errors.contains("SyntaxError"), wrong.errors.constData());
    }

    void stopInterruptsAndThenKills()
    {
        Program polite(
            "import asyncio\nasync def main():\n    print('on', flush=True)\n    try:\n        while True:\n            await asyncio.sleep(1)\n    finally:\n        print('off')\nasyncio.run(main())\n",
            {.realClock = true});
        QCOMPARE(polite.run->start(), QString());
        QVERIFY(polite.untilPrinted(QStringLiteral("on")));
        QSignalSpy finished(polite.run.get(), &PythonRun::finished);
        polite.run->stop();
        QVERIFY(finished.wait(kPatience));
        QVERIFY(polite.printed().contains(QStringLiteral("off")));

        Program stubborn(
            "import signal, sys, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('on', file=sys.stderr)\nwhile True: time.sleep(1)\n",
            {.realClock = true});
        QCOMPARE(stubborn.run->start(), QString());
        QVERIFY(stubborn.untilSaid("on\n"));
        QSignalSpy killed(stubborn.run.get(), &PythonRun::finished);
        stubborn.run->stop();
        stubborn.run->stop();
        QVERIFY(killed.wait(kPatience));
        QCOMPARE(stubborn.run->exitStatus(), 128 + SIGKILL);
    }

    void destroyingARunEndsItsGroup()
    {
        Program program(
            "import os, subprocess, sys\nchild = subprocess.Popen(['sleep', '1000'])\nprint(child.pid, file=sys.stderr)\nchild.wait()\n",
            {.realClock = true});
        QCOMPARE(program.run->start(), QString());
        QVERIFY(program.untilSaid("\n"));
        const pid_t child = program.errors.trimmed().toInt();
        QVERIFY(child > 0);
        QCOMPARE(::kill(child, 0), 0);
        program.run.reset();
        // It is init's by then; its end takes a moment.
        QVERIFY(QTest::qWaitFor(
            [&] {
                QFile status(QStringLiteral("/proc/%1/stat").arg(child));
                return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
            },
            kPatience));
    }

    void aChildThatOutlivesTheProgramDoesNotHoldItUp()
    {
        Program program("import subprocess\nprint(subprocess.Popen(['sleep', '1000'], close_fds=False).pid)\n");
        QVERIFY(program.toTheEnd());
        QCOMPARE(program.run->exitStatus(), 0);
        const pid_t child = program.printed().first().toInt();
        QCOMPARE(::kill(child, SIGTERM), 0); // it lives on, as under plain Python
    }

    void inputIsPassedOn()
    {
        Program program("print('hello', input())\n");
        QCOMPARE(program.run->start(), QString());
        QSignalSpy finished(program.run.get(), &PythonRun::finished);
        program.run->write("you\n");
        QVERIFY(finished.wait(kPatience));
        QVERIFY(program.printed().contains(QStringLiteral("hello you")));
    }

    void whileItIsHeldTheTraceDoesNotGrow()
    {
        Program program(
            "import asyncio\nasync def main():\n    for n in range(20000):\n        print(n)\n        await asyncio.sleep(1)\nasyncio.run(main())\n");
        program.run->setHeld(true);
        QSignalSpy grew(program.run.get(), &PythonRun::grew);
        QSignalSpy finished(program.run.get(), &PythonRun::finished);
        QCOMPARE(program.run->start(), QString());
        QVERIFY(!grew.wait(300));
        program.run->setHeld(false);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(program.printed().size(), 20000);
    }

    void whatIsNoInterpreterIsSaid()
    {
        Program missing("", {}, QStringLiteral("/no/such/python"));
        QVERIFY(missing.run->start().contains(QStringLiteral("/no/such/python")));
    }

    void whoeverActsOutsideIsNamedAndTheRealClockOffered()
    {
        const char *const text =
            "import asyncio\nasync def main():\n"
            "    child = await asyncio.create_subprocess_exec('sleep', '0.2')\n    await child.wait()\nasyncio.run(main())\n";
        for (const bool real : {false, true}) {
            Program program(text, {.realClock = real});
            QVERIFY(program.toTheEnd());
            const auto clock = real ? ClockKind::Real : ClockKind::Virtual;
            const QStringList sentences =
                sentencesOf(program.run->remarks(), QStringLiteral("prog.py"), clock, RemarkPlace::CommandLine);
            QCOMPARE(sentences.size(), real ? 0 : 1);
            if (!real)
                QVERIFY(sentences.first().contains(QStringLiteral("a child process"))
                        && sentences.first().contains(QStringLiteral("--clock real")));
        }
    }

    void aProgramThatCannotBeRecordedRunsAndTheReasonIsSaid()
    {
        Program program("import sys\nsys.exit(7)\n");
        QFile hiding(program.folder.filePath(QStringLiteral("socket.py")));
        QVERIFY(hiding.open(QIODevice::WriteOnly));
        hiding.close();
        QVERIFY(program.toTheEnd());
        QCOMPARE(program.run->exitStatus(), 7);
        const QStringList sentences =
            sentencesOf(program.run->remarks(), QStringLiteral("prog.py"), ClockKind::Virtual, RemarkPlace::Window);
        QCOMPARE(sentences.size(), 1);
        QVERIFY(sentences.first().contains(QStringLiteral("not recorded"))
                && sentences.first().contains(QStringLiteral("socket.py")));
    }

    void aHostileStreamIsOneSentence()
    {
        // The recorder's pipe is not the recorder's alone: a program finds it if it looks for it.
        Program program("import os, stat\n"
                        "for fd in map(int, os.listdir('/proc/self/fd')):\n"
                        "    try:\n"
                        "        if fd > 2 and stat.S_ISFIFO(os.fstat(fd).st_mode): os.write(fd, b'\\n[1, 2\\n')\n"
                        "    except OSError: pass\n");
        QVERIFY(program.toTheEnd());
        QVERIFY(program.run->streamFault().has_value());
    }
};

QTEST_GUILESS_MAIN(TestPythonRun)
#include "tst_python_run.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/controls/appearance.h"
#include "app/controls/code_view.h"
#include "app/panels/console_panel.h"
#include "app/panels/program_panel.h"
#include "app/panels/program_strip.h"
#include "app/window/main_window.h"
#include "app/window/programs.h"

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
        programs().setText(other);
        QVERIFY(programs().edited());
        runToTheEnd();
        QCOMPARE(contents(m_path), other.toUtf8());
        QVERIFY(!programs().edited());
    }

    void anErrorIsShownAtItsLine()
    {
        m_window->openFile(write("wrong.py", "import asyncio\n\ndef f(:\n"));
        runToTheEnd();
        QCOMPARE(programs().exitStatus(), std::optional(1));
        QVERIFY(programs().errors().contains("line 3"));
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

    void closingTheWindowEndsTheProgram()
    {
        m_window->openFile(write("endless.py", "import time\nwhile True: time.sleep(1)\n"));
        programs().setRealClock(true);
        QCOMPARE(programs().run(), QString());
        QVERIFY(programs().running());
        m_window.reset(); // hangs, or leaves the process behind, if it is not ended
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

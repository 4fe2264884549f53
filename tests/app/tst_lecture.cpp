// SPDX-License-Identifier: GPL-3.0-or-later
// Lectures: files that say what is shown in which order, and going through one.

#include <QTest>

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/tables.h"
#include "app/readers/lecture_reader.h"
#include "app/window/arrangement.h"
#include "app/window/lecture_guide.h"
#include "app/window/main_window.h"
#include "app/window/teaching.h"
#include "app/words/language.h"

using namespace coroscope;

namespace {

const QString kExample = QStringLiteral(COROSCOPE_TESTS_DIR "/../resources/lectures/first-lecture.json");

} // namespace

class TestLecture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1920, 1080);
        m_window->resetLayout();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->playback().setSpeed(Playback::kFullSpeed);
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        setLanguage(QStringLiteral("en"));
    }

    void theExampleIsRead()
    {
        const auto lecture = formats::readLecture(kExample);
        QVERIFY2(lecture, qPrintable(lecture.error));
        QCOMPARE(lecture.value->title, QStringLiteral("Who holds the thread?"));
        QCOMPARE(lecture.value->items.size(), 4);
        const formats::LectureItem &second = lecture.value->items[1];
        QCOMPARE(second.lesson, QStringLiteral("starvation-gather"));
        QCOMPARE(second.set, (QList<QPair<QString, QString>>{{QStringLiteral("runs"), QStringLiteral("3")}}));
        QCOMPARE(second.compare, QStringList{QStringLiteral("pieces-gather")});
        QCOMPARE(second.stops, (QList<Instant>{Instant(500ms), Instant(1500ms)}));
        QVERIFY(second.ask && !second.predict);
        QVERIFY(lecture.value->items[3].file.endsWith(QStringLiteral("scenarios/dining-philosophers.json")));
        QVERIFY(formats::namesLecture(kExample));
        QVERIFY(!formats::namesLecture(lecture.value->items[3].file));
    }

    void aMistakeIsOneSentenceWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *items, const char *error) {
            QTest::newRow(items) << QByteArray(items) << QString::fromUtf8(error);
        };
        row(R"([{"lesson": "window-quue"}])",
            "l.json:1:54: there is no lesson \"window-quue\"; did you mean \"window-queue\"?");
        row(R"([{"leson": "window-queue"}])", "l.json:1:44: unknown key \"leson\"; did you mean \"lesson\"?");
        row(R"([{"file": "nowhere.py"}])", "l.json:1:52: there is no file \"nowhere.py\"");
        row(R"([{}])", "l.json:1:43: an item needs either \"lesson\" or \"file\"");
        row(R"([])", "l.json:1:1: the lecture shows nothing: \"items\" is missing or empty");
        row(R"([{"lesson": "window-queue", "speed": 50}])", "l.json:1:79: \"speed\" must be a number from 0.1 to 10");
        row(R"([{"lesson": "window-queue", "stops": [1, 1]}])", "l.json:1:83: \"stops\" must ascend");
        row(R"([{"lesson": "window-queue", "panels": ["tabel"]}])",
            "l.json:1:81: \"panels\" does not know \"tabel\"; did you mean \"table\"?");
        row(R"([{"lesson": "window-queue", "ask": 1}])", "l.json:1:77: \"ask\" must be true or false");
    }
    void aMistakeIsOneSentenceWithItsPlace()
    {
        QFETCH(QByteArray, items);
        QFETCH(QString, error);
        const QByteArray text = R"({"format": "coroscope-lecture", "items": )" + items + "}";
        const auto lecture = formats::parseLecture(text, QStringLiteral("l.json"));
        QVERIFY(!lecture);
        if (!error.isEmpty())
            QCOMPARE(lecture.error, error);
    }

    void aParameterThatIsNotThereIsTold()
    {
        const auto lecture = formats::parseLecture(
            R"({"format": "coroscope-lecture", "items": [{"lesson": "window-queue", "set": {"windo": 3}}]})",
            QStringLiteral("l.json"));
        QVERIFY(!lecture);
        QVERIFY2(lecture.error.startsWith(QStringLiteral("l.json:1:78: ")), qPrintable(lecture.error));
        QVERIFY2(lecture.error.contains(QStringLiteral("windo")), qPrintable(lecture.error));
    }

    void itsItemsAreShownAsTheyAreDescribed()
    {
        m_window->openFile(kExample);
        QVERIFY(lecture().active());
        QCOMPARE(m_window->session().lesson(), QStringLiteral("pieces-gather"));
        QCOMPARE(m_window->playback().speed(), 0.5);
        QVERIFY(lecture().notes().contains(QStringLiteral("1 of 4")));
        QVERIFY(lecture().notes().contains(QStringLiteral("who prints first")));
        m_window->playback().setSpeed(Playback::kFullSpeed);
        QTRY_VERIFY(!m_window->playback().playing());
        QCOMPARE(m_window->playback().now(), Instant(500ms)); // its stop
        next();
        QTRY_VERIFY(m_window->playback().atEnd());
        next();
        QCOMPARE(m_window->session().lesson(), QStringLiteral("starvation-gather"));
        QCOMPARE(m_window->session().settingsOf(*m_window->session().current()).integer("runs"), 3);
        QVERIFY(m_window->session().compared());
        QVERIFY(!m_window->playback().playing()); // the question first
        m_window->teaching().dialogue().answerUnsure();
        next();
        QTRY_VERIFY(!m_window->playback().playing());
        QCOMPARE(m_window->playback().now(), Instant(500ms));
        next();
        QTRY_COMPARE(m_window->playback().now(), Instant(1500ms));
        next();
        QTRY_VERIFY(m_window->playback().atEnd());
        next();
        QCOMPARE(m_window->session().lesson(), QStringLiteral("window-queue"));
        QCOMPARE(m_window->tables().tab(), Tables::JobTableTab);
        previous();
        QCOMPARE(m_window->session().lesson(), QStringLiteral("starvation-gather"));
    }

    void aClickerGoesThroughItWhilePresenting()
    {
        m_window->openFile(kExample);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCoreApplication::processEvents();
        for (const auto *label : m_window->findChildren<QLabel *>(QStringLiteral("lectureText")))
            QVERIFY(!label->isVisible()); // the notes are the lecturer's
        m_window->playback().toEnd();
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);
        QCOMPARE(m_window->session().lesson(), QStringLiteral("starvation-gather"));
        QTest::keyClick(m_window.get(), Qt::Key_PageUp);
        QCOMPARE(m_window->session().lesson(), QStringLiteral("pieces-gather"));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QCoreApplication::processEvents();
        // Without the presentation they are the keys of the steps again.
        const QAction *step = m_window->actions().find(QStringLiteral("step.switch.forward"));
        QVERIFY(step->shortcuts().contains(QKeySequence(Qt::Key_PageDown)));
    }

    void whatCannotBeReadLeavesWhatIsThere()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("l.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format": "coroscope-lecture", "items": [{"lesson": "nothing"}]})");
        file.close();
        m_window->session().open(QStringLiteral("two-sleepers"));
        m_window->openFile(file.fileName());
        QVERIFY(!lecture().active());
        QCOMPARE(m_window->session().lesson(), QStringLiteral("two-sleepers"));
    }

private:
    LectureGuide &lecture() { return m_window->lecture(); }
    void next() { m_window->actions().find(QStringLiteral("lecture.next"))->trigger(); }
    void previous() { m_window->actions().find(QStringLiteral("lecture.previous"))->trigger(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestLecture)
#include "tst_lecture.moc"

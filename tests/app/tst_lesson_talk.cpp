// SPDX-License-Identifier: GPL-3.0-or-later
// What is said with a class about a lesson: the question before it plays, what refutes a belief, goals, what to notice.

#include <QTest>

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

#include "app/chart/chart_widget.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/chart_card.h"
#include "app/panels/introduction.h"
#include "app/panels/lesson_talk.h"
#include "app/window/arrangement.h"
#include "app/window/main_window.h"
#include "app/window/programs.h"
#include "app/window/teaching.h"
#include "app/words/language.h"
#include "core/lessons/lesson.h"

using namespace coroscope;
using Answer = LessonDialogue::Answer;
using Goal = LessonDialogue::Goal;

namespace {

const QSize kWide(1920, 1080);
const QSize kLaptop(1366, 768);

} // namespace

class TestLessonTalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        show(kWide);
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        setLanguage(QStringLiteral("en"));
    }

    void aQuestionIsAnsweredByADigit_data() { addTenLessons(); }
    void aQuestionIsAnsweredByADigit()
    {
        QFETCH(QString, lesson);
        open(lesson);
        key(Qt::Key_F2);
        QVERIFY(!playback().playing());
        QCOMPARE(playback().moment(run()).cursor, EventIndex(0));
        const int right = dialogue().rightAnswer();
        QVERIFY(right >= 0);
        digit(right + 1);
        QCOMPARE(dialogue().answered(), Answer::Right);
        QVERIFY(text("talkVerdict").contains(QStringLiteral("✓ Right")));
        QVERIFY(!named<QLabel>("talkBelief")->isVisible());
        QVERIFY(playback().playing()); // what was asked about is seen
    }

    void whatIsWrongIsRefutedWhereTheChartShowsIt_data() { addTenLessons(); }
    void whatIsWrongIsRefutedWhereTheChartShowsIt()
    {
        QFETCH(QString, lesson);
        open(lesson);
        key(Qt::Key_F2);
        digit(dialogue().rightAnswer() == 0 ? 2 : 1);
        QCOMPARE(dialogue().answered(), Answer::Wrong);
        QVERIFY(text("talkVerdict").contains(QStringLiteral("Not quite")));
        QVERIFY(named<QLabel>("talkBelief")->isVisible());
        QVERIFY(!playback().playing());
        playback().setSpeed(Playback::kFullSpeed);
        key(Qt::Key_F4);
        QTRY_VERIFY(!playback().playing());
        QCOMPARE(playback().now(), *dialogue().refutedAt());
        QVERIFY(playback().moment(run()).cursor > 0);
    }

    void notSureYetIsAnAnswer_data() { addTenLessons(); }
    void notSureYetIsAnAnswer()
    {
        QFETCH(QString, lesson);
        open(lesson);
        key(Qt::Key_F2);
        digit(0);
        QCOMPARE(dialogue().answered(), Answer::Unsure);
        QVERIFY(named<QLabel>("talkBelief")->isVisible());
        named<QPushButton>("talkAgain")->click();
        QCOMPARE(dialogue().answered(), Answer::None);
    }

    void thePassageStopsAtThePrintedLineWhereNoTimePasses()
    {
        open(QStringLiteral("both-ways"));
        playback().setSpeed(Playback::kFullSpeed);
        dialogue().answerUnsure();
        dialogue().playToRefutation();
        QTRY_VERIFY(!playback().playing());
        QVERIFY(playback().moment(run()).cursor < playback().run(run()).spans().eventsRead());
        QVERIFY(m_window->playback().moment(run()).cursor > 0);
    }

    void aLessonWaitsForItsAnswerOnlyWhereThatIsWanted()
    {
        open(QStringLiteral("window-queue"));
        QVERIFY(playback().playing());
        m_window->actions().find(QStringLiteral("talk.first"))->trigger();
        open(QStringLiteral("starvation-gather"));
        QVERIFY(!playback().playing());
        digit(3);
        QCOMPARE(dialogue().answered(), Answer::Right);
        QVERIFY(playback().playing());
        open(QStringLiteral("window-queue"));
        QVERIFY(!playback().playing());
        key(Qt::Key_Space); // played over
        QVERIFY(playback().playing());
        open(QStringLiteral("starvation-gather"));
        QVERIFY(playback().playing()); // it has been answered
    }

    void whatToNoticeIsToldAfterTheRunOrWhenAsked()
    {
        open(QStringLiteral("window-queue"));
        playback().setPlaying(false);
        const auto told = [this] {
            for (const QLabel *label : m_window->introduction().findChildren<QLabel *>())
                if (label->isVisible() && label->text().contains(QStringLiteral("order of arrival")))
                    return true;
            return false;
        };
        QVERIFY(!told());
        named<QToolButton>("showNotice")->click();
        QVERIFY(told());
        open(QStringLiteral("starvation-gather"));
        open(QStringLiteral("window-queue"));
        QVERIFY(told()); // it has been told
        open(QStringLiteral("two-sleepers"));
        QVERIFY(named<QToolButton>("showNotice")->isVisible());
        playback().toEnd();
        QVERIFY(!named<QToolButton>("showNotice")->isVisible());
    }

    void goalsAreReachedAsParametersChange()
    {
        open(QStringLiteral("starvation-gather"));
        QCOMPARE(dialogue().goals(), QList<Goal>{Goal::NotYet});
        QVERIFY(text("talkGoals").contains(QStringLiteral("not yet")));
        m_window->session().setParameter(QStringLiteral("blocking"), QStringLiteral("no"));
        QCOMPARE(dialogue().goals(), QList<Goal>{Goal::Reached});
        QVERIFY(text("talkGoals").contains(QStringLiteral("reached")));
        m_window->session().resetParameters();
        QCOMPARE(dialogue().goals(), QList<Goal>{Goal::NotYet});
    }

    void aCopyOfTheListingHasTheGoalsOfItsLesson()
    {
        const QTemporaryDir folder;
        QCOMPARE(m_window->programs().session().openCopy(QStringLiteral("print()"),
                                                         folder.filePath(QStringLiteral("a.py")),
                                                         QStringLiteral("starvation-gather")),
                 QString());
        QCOMPARE(dialogue().lesson(), QStringLiteral("starvation-gather"));
        QVERIFY(!dialogue().hasQuestion());
        QCOMPARE(dialogue().goals(), QList<Goal>{Goal::Unknown});
        QVERIFY(m_window->introduction().isVisible());
        open(QStringLiteral("window-queue"));
        QCOMPARE(dialogue().lesson(), QStringLiteral("window-queue"));
    }

    void theQuestionIsBesideTheChartWhereThereIsNoRoomElsewhere_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("spoken");
        for (const char *spoken : {"en", "fr"})
            for (const QSize size : {kLaptop, QSize(640, 700), kWide})
                QTest::addRow("%s-%d", spoken, size.width()) << size << QString::fromLatin1(spoken);
    }
    void theQuestionIsBesideTheChartWhereThereIsNoRoomElsewhere()
    {
        QFETCH(QSize, size);
        QFETCH(QString, spoken);
        setLanguage(spoken);
        show(size);
        open(QStringLiteral("fetch-concurrent"));
        if (size == kWide)
            key(Qt::Key_F5);
        key(Qt::Key_F2);
        ChartCard &bar = m_window->teaching().questionCard();
        QVERIFY(bar.isVisible());
        digit(0);
        settle();
        QVERIFY(bar.height() <= m_window->height() * 0.46);
        QVERIFY(bar.height() > 100 && bar.parentWidget()->height() >= bar.height());
        for (const char *part : {"talkQuestion", "talkVerdict"}) {
            const auto *label = bar.findChild<QLabel *>(QString::fromLatin1(part));
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        }
        for (const auto *button : bar.findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || button->geometry().right() <= button->parentWidget()->width(),
                     qPrintable(button->text()));
        key(Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
    }

private:
    void show(QSize size)
    {
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(size);
        m_window->resetLayout();
        m_window->introduction().setExpanded(true);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }

    void open(const QString &lesson)
    {
        m_window->session().open(lesson);
        settle();
    }

    void key(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget(), key);
        settle();
    }
    void digit(int number) { key(static_cast<Qt::Key>(Qt::Key_0 + number)); }

    template <class Widget>
    Widget *named(const char *name)
    {
        return m_window->introduction().findChild<Widget *>(QString::fromLatin1(name));
    }
    QString text(const char *name) { return named<QLabel>(name)->text(); }

    Playback &playback() { return m_window->playback(); }
    LessonDialogue &dialogue() { return m_window->teaching().dialogue(); }
    std::size_t run() { return m_window->session().position(); }

    static void addTenLessons()
    {
        QTest::addColumn<QString>("lesson");
        for (const char *id : {"timer-demo", "pieces-gather", "starvation-gather", "two-sleepers", "window-queue",
                               "fetch-concurrent", "lock-fair", "deadlock-two-locks", "both-ways", "queue-ticks"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestLessonTalk)
#include "tst_lesson_talk.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A round of exercises in the window, by keyboard: each kind answered rightly, wrongly and with "not sure yet".

#include <QTest>

#include <QLabel>
#include <QPushButton>

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/chart_card.h"
#include "app/panels/exercise_view.h"
#include "app/panels/slot_table.h"
#include "app/session/exercise_round.h"
#include "app/window/main_window.h"
#include "app/window/teaching.h"
#include "app/words/language.h"
#include "core/lessons/lesson.h"

#include <set>

using namespace coroscope;
using exercises::Exercise;
using exercises::Form;
using exercises::Kind;

namespace {

enum class How { Right, Wrong, Unsure };

/// The right answer, or one with a mistake in it.
QList<int> answerTo(const Exercise &exercise, How how)
{
    QList<int> answer = exercise.right;
    if (how == How::Right)
        return answer;
    switch (exercise.form()) {
    case Form::One: return {answer.first() == 0 ? 1 : 0};
    case Form::Order: std::swap(answer[0], answer[1]); return answer;
    case Form::Some:
    case Form::Cells: answer.removeFirst(); return answer;
    }
    return {};
}

} // namespace

class TestExerciseRound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        show(QSize(1920, 1080));
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        setLanguage(QStringLiteral("en"));
    }

    void everyKindIsAnsweredByKeyboard_data()
    {
        QTest::addColumn<QString>("lesson");
        for (const char *id : {"starvation-gather", "pieces-gather", "two-sleepers", "window-queue", "fetch-concurrent",
                               "cpu-vs-io", "lock-fair", "back-pressure", "async-generator", "countdown-blocking"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void everyKindIsAnsweredByKeyboard()
    {
        QFETCH(QString, lesson);
        m_window->session().open(lesson);
        playback().setSpeed(Playback::kFullSpeed);
        for (const How how : {How::Right, How::Wrong, How::Unsure}) {
            key(Qt::Key_F8);
            QVERIFY(round().active());
            QVERIFY(!playback().playing());
            const auto count = static_cast<int>(round().count());
            for (std::size_t i = 0; i < round().count(); ++i) {
                answerOne(how);
                QCOMPARE(round().index(), i + 1);
            }
            QVERIFY(round().over());
            QCOMPARE(round().score().right, how == How::Right ? count : 0);
            QCOMPARE(round().score().wrong, how == How::Wrong ? count : 0);
            QCOMPARE(round().score().unsure, how == How::Unsure ? count : 0);
            QVERIFY(label("exerciseQuestion")
                        ->text()
                        .startsWith(QStringLiteral("%1 of %2 right").arg(round().score().right).arg(count)));
            QCOMPARE(label("exerciseVerdict")->isVisible(), !round().score().beliefs.empty());
            key(Qt::Key_F8);
            QVERIFY(!round().active());
        }
    }

    void theTenLessonsHaveAllKinds()
    {
        std::set<Kind> kinds;
        m_window->session().open(QStringLiteral("starvation-gather"));
        key(Qt::Key_F8);
        for (; !round().over(); round().next()) {
            kinds.insert(round().current().kind);
            round().answerUnsure();
        }
        QCOMPARE(kinds.size(), exercises::kAllKinds.size());
    }

    void anOrderIsTakenBackByZero()
    {
        m_window->session().open(QStringLiteral("starvation-gather"));
        key(Qt::Key_F8);
        while (round().current().kind != Kind::Order) {
            round().answerUnsure();
            round().next();
        }
        digit(1);
        digit(2);
        digit(0);
        QVERIFY(item(1)->text().startsWith(QStringLiteral("1. ")));
        QVERIFY(item(2)->text().startsWith(QStringLiteral("2 · ")));
        QVERIFY(!button("exerciseDone")->isEnabled());
        QVERIFY(!round().verdict());
    }

    void aTableIsFilledInByMouse()
    {
        m_window->session().open(QStringLiteral("window-queue"));
        key(Qt::Key_F8);
        while (round().current().kind != Kind::Table) {
            round().answerUnsure();
            round().next();
        }
        auto *table = m_window->findChild<SlotTable *>();
        const auto at = [table](int row, int column) {
            return table->visualItemRect(table->item(row, column)).center();
        };
        QTest::mousePress(table->viewport(), Qt::LeftButton, {}, at(0, 0));
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, at(0, 0));
        QCOMPARE(table->marked(), QList<int>{0});
        button("exerciseDone")->click();
        QVERIFY(round().verdict() && !round().verdict()->right);
        QCOMPARE(round().verdict()->wrong.size(), round().current().right.size() - 1);
    }

    void whatIsWrongPlaysThePassageThatShowsWhy()
    {
        m_window->session().open(QStringLiteral("starvation-gather"));
        playback().setSpeed(Playback::kFullSpeed);
        key(Qt::Key_F8);
        while (round().current().kind != Kind::Line) {
            round().answerUnsure();
            round().next();
        }
        QTRY_VERIFY(!playback().playing());
        playback().toStart();
        playback().setSpeed(Playback::kSlowest);
        for (const int chosen : answerTo(round().current(), How::Wrong))
            digit(chosen + 1);
        QVERIFY(playback().playing());
        playback().setSpeed(Playback::kFullSpeed);
        QTRY_VERIFY(!playback().playing());
        QCOMPARE(playback().now(), round().verdict()->shows.until);
        QVERIFY(!playback().atEnd());
    }

    void howLongItTakesIsASecretUntilItIsSeen()
    {
        m_window->session().open(QStringLiteral("window-queue"));
        playback().toEnd();
        QVERIFY(playback().endSeen(0));
        key(Qt::Key_F8);
        QVERIFY(!playback().endSeen(0));
        QVERIFY(playback().extent() != playback().run(0).spans().end());
    }

    void nothingToAskIsSaid()
    {
        m_window->session().open(QStringLiteral("awaitable-once"));
        key(Qt::Key_F8);
        if (!round().active())
            QVERIFY(!m_window->findChild<ExerciseView *>()->isVisible());
        m_window->session().open(QStringLiteral("pieces-gather"));
        key(Qt::Key_F8);
        QVERIFY(round().active());
        m_window->session().open(QStringLiteral("window-queue"));
        QVERIFY(!round().active()); // it was about another run
        QVERIFY(!m_window->findChild<ExerciseView *>()->isVisible());
    }

    void everythingCanBeSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<bool>("presents");
        for (const char *spoken : {"en", "fr"})
            for (const QSize size : {QSize(1366, 768), QSize(640, 900), QSize(1920, 1080)})
                for (const bool presents : {false, true})
                    QTest::addRow("%s-%d-%d", spoken, size.width(), presents)
                        << size << QString::fromLatin1(spoken) << presents;
    }
    void everythingCanBeSeen()
    {
        QFETCH(QSize, size);
        QFETCH(QString, spoken);
        QFETCH(bool, presents);
        setLanguage(spoken);
        show(size);
        m_window->session().open(QStringLiteral("starvation-gather"));
        if (presents)
            key(Qt::Key_F5);
        key(Qt::Key_F8);
        for (; !round().over(); round().next()) {
            for (const bool answered : {false, true}) {
                if (answered)
                    round().answerUnsure();
                settle();
                const auto *view = m_window->findChild<ExerciseView *>();
                for (const auto *child : view->findChildren<QPushButton *>())
                    QVERIFY2(!child->isVisible() || child->geometry().right() <= child->parentWidget()->width(),
                             qPrintable(child->text()));
                const QWidget &card = m_window->teaching().exerciseCard();
                QVERIFY(card.height() <= m_window->height() * 0.5);
                QVERIFY(card.height() > 80 && card.parentWidget()->height() >= card.height());
            }
        }
    }

private:
    void answerOne(How how)
    {
        const Exercise &exercise = round().current();
        const std::size_t before = round().index();
        if (how == How::Unsure && exercise.form() != Form::Order) {
            digit(0);
        } else if (how == How::Unsure) {
            button("exerciseUnsure")->click();
        } else if (exercise.form() == Form::Cells) {
            markCells(exercise, answerTo(exercise, how));
            key(Qt::Key_Return);
        } else {
            for (const int chosen : answerTo(exercise, how))
                digit(chosen + 1);
            if (exercise.form() != Form::One)
                key(Qt::Key_Return);
        }
        QVERIFY(round().verdict());
        QCOMPARE(round().verdict()->right, how == How::Right);
        QVERIFY(label("exerciseVerdict")->isVisible());
        key(Qt::Key_Return);
        QCOMPARE(round().index(), before + 1);
    }

    /// From cell to cell with arrows, Space where one is to be marked.
    void markCells(const Exercise &exercise, const QList<int> &cells)
    {
        auto *table = m_window->findChild<SlotTable *>();
        QVERIFY(table->hasFocus());
        for (int row = 0; row < exercise.rows.size(); ++row) {
            key(Qt::Key_Home);
            for (int column = 0; column < exercise.columns; ++column) {
                if (cells.contains(row * exercise.columns + column))
                    key(Qt::Key_Space);
                key(Qt::Key_Right);
            }
            key(Qt::Key_Down);
        }
        QCOMPARE(table->marked(), cells);
    }

    void show(QSize size)
    {
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(size);
        m_window->resetLayout();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void key(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget(), key);
        settle();
    }
    void digit(int number) { key(static_cast<Qt::Key>(Qt::Key_0 + number)); }
    QLabel *label(const char *name) { return m_window->findChild<QLabel *>(QString::fromLatin1(name)); }
    QPushButton *button(const char *name) { return m_window->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QPushButton *item(int number)
    {
        return m_window->findChild<QPushButton *>(QStringLiteral("exerciseItem%1").arg(number));
    }
    ExerciseRound &round() { return m_window->teaching().round(); }
    Playback &playback() { return m_window->playback(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestExerciseRound)
#include "tst_exercise_round.moc"

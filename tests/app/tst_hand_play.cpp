// SPDX-License-Identifier: GPL-3.0-or-later
// Coroutines driven by a hand in the window: sends, steps back, and sends again from there.

#include <QTest>

#include <QLineEdit>
#include <QPushButton>

#include "app/controls/appearance.h"
#include "app/controls/code_view.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/hand_panel.h"
#include "app/panels/source_panel.h"
#include "app/panels/tables.h"
#include "app/window/main_window.h"

using namespace coroscope;

class TestHandPlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1920, 1080);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
    }

    void onlyLessonsWithoutALoopOffer()
    {
        open("pieces-gather");
        QVERIFY(!m_window->tables().offers(Tables::HandTab));
        for (const char *lesson : {"awaitable-once", "awaitable-twice", "awaitable-twice-value", "awaitable-pair",
                                   "await-stack", "both-ways", "both-ways-finish"}) {
            open(lesson);
            QVERIFY2(m_window->tables().offers(Tables::HandTab), lesson);
            QCOMPARE(m_window->tables().tab(), Tables::HandTab);
        }
    }

    void valuesGoInAndComeOut()
    {
        open("both-ways-finish");
        begin();
        press(0, QStringLiteral("send(None)"));
        QCOMPARE(panel().sent(0), QStringLiteral("send(None)"));
        QCOMPARE(panel().cameOut(0), QStringLiteral("yields 'yielded1'"));
        QCOMPARE(panel().frames(0),
                 (QStringList{QStringLiteral("driver"), QStringLiteral("talk"), QStringLiteral("__await__")}));
        write(0, QStringLiteral("'message'"));
        press(0, QStringLiteral("send(…)"));
        QCOMPARE(panel().sent(0), QStringLiteral("send('message')"));
        QCOMPARE(panel().cameOut(0), QStringLiteral("yields 'yielded2'"));
        write(0, QStringLiteral("3"));
        press(0, QStringLiteral("send(…)"));
        QCOMPARE(panel().sent(0), QStringLiteral("send(3)"));
        QCOMPARE(panel().cameOut(0), QStringLiteral("StopIteration('returned')"));
        QVERIFY(playback().atEnd());
    }

    void theSourceStaysAndShowsWhereItStopped()
    {
        for (const char *lesson : {"both-ways", "awaitable-once", "await-stack"}) {
            open(lesson);
            const auto *const code = m_window->findChild<SourcePanel *>()->findChild<CodeView *>();
            const QString source = code->code();
            begin();
            press(0, QStringLiteral("send(None)"));
            QCOMPARE(code->code(), source);
            QVERIFY2(!code->marks().empty(), lesson);
        }
    }

    void goingBackIsExactAndSendingThereForgets()
    {
        open("both-ways-finish");
        begin();
        press(0, QStringLiteral("send(None)"));
        const EventIndex first = playback().moment(0).cursor;
        write(0, QStringLiteral("one"));
        press(0, QStringLiteral("send(…)"));
        playback().seekEvent(0, first - 1);
        QCOMPARE(panel().cameOut(0), QStringLiteral("yields 'yielded1'"));
        QCOMPARE(panel().sent(0), QStringLiteral("send(None)"));
        write(0, QStringLiteral("two"));
        press(0, QStringLiteral("send(…)"));
        QCOMPARE(panel().sent(0), QStringLiteral("send('two')"));
        QCOMPARE(panel().cameOut(0), QStringLiteral("yields 'yielded2'"));
        const QString printed = texts();
        QVERIFY(printed.contains(QStringLiteral("two")) && !printed.contains(QStringLiteral("one")));
    }

    void twoStandSideBySide()
    {
        open("awaitable-pair");
        begin();
        press(1, QStringLiteral("send(None)"));
        press(0, QStringLiteral("send(None)"));
        press(1, QStringLiteral("send(None)"));
        QVERIFY(panel().cameOut(0).startsWith(QStringLiteral("yields")));
        QVERIFY(panel().cameOut(1).startsWith(QStringLiteral("yields")));
        QVERIFY(panel().cameOut(0) != panel().cameOut(1)); // one is a step ahead
        press(1, QStringLiteral("send(None)"));
        QVERIFY(panel().cameOut(1).startsWith(QStringLiteral("StopIteration")));
        QVERIFY(!playback().run(0).spans().finished());
    }

    void theFramesStandInAStack()
    {
        open("await-stack");
        begin();
        press(0, QStringLiteral("send(None)"));
        QVERIFY(m_window->findChild<ExplanationStrip *>()->text().endsWith(
            QStringLiteral("the coroutines wait for the next send.")));
        QCOMPARE(panel().frames(0), (QStringList{QStringLiteral("driver"), QStringLiteral("w4"), QStringLiteral("w3"),
                                                 QStringLiteral("w2"), QStringLiteral("__await__")}));
    }

    /// Sent by hand as the script sends, the trace is the script's but for what the script prints itself.
    void theScriptsSendsGiveTheScriptsAnswers()
    {
        for (const char *id : {"await-stack", "awaitable-twice-value", "both-ways-finish"}) {
            const auto script = findLesson(id)->start(findLesson(id)->defaults());
            script->finish();
            HandRun hand(findByHand(id));
            QStringList expected;
            for (EventIndex i = 0; i < script->trace().size(); ++i) {
                const TraceEvent &event = script->trace()[i];
                const QString text = QString::fromStdString(script->trace().text(event.text()));
                if (event.kind == EventKind::Sent)
                    hand.send({0, HandPlay::valueOf(text)});
                if (event.kind == EventKind::Sent || event.kind == EventKind::Yielded
                    || event.kind == EventKind::Returned)
                    expected.append(text);
            }
            QStringList got;
            for (EventIndex i = 0; i < hand.trace().size(); ++i) {
                const TraceEvent &event = hand.trace()[i];
                if (event.kind == EventKind::Sent || event.kind == EventKind::Yielded
                    || event.kind == EventKind::Returned)
                    got.append(QString::fromStdString(hand.trace().text(event.text())));
            }
            QCOMPARE(got, expected);
            QVERIFY(hand.finished());
        }
    }

    void whatCannotBeSentLeavesNoTrace()
    {
        HandRun run(findByHand("both-ways"));
        const EventIndex before = run.trace().size();
        QVERIFY(run.send({0, std::string("early")}).find("just-started") != std::string::npos);
        QCOMPARE(run.trace().size(), before);
    }

    void literalsAreReadAsPythonWould()
    {
        QCOMPARE(HandPlay::valueOf(QStringLiteral(" None ")), Value());
        QCOMPARE(HandPlay::valueOf(QStringLiteral("42")), Value(std::int64_t{42}));
        QCOMPARE(HandPlay::valueOf(QStringLiteral("0.5")), Value(0.5));
        QCOMPARE(HandPlay::valueOf(QStringLiteral("\"a b\"")), Value(std::string("a b")));
        QCOMPARE(HandPlay::valueOf(QStringLiteral("hello")), Value(std::string("hello")));
    }

private:
    void open(const char *lesson)
    {
        m_window->session().setCompared(false);
        m_window->session().open(QString::fromLatin1(lesson));
        QCoreApplication::processEvents();
    }
    void begin()
    {
        for (auto *button : panel().findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("From the beginning, by hand"))
                button->click();
        }
        QCoreApplication::processEvents();
    }
    void press(std::size_t row, const QString &text)
    {
        std::size_t n = 0;
        for (auto *button : panel().findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible() && n++ == row) {
                button->click();
                QCoreApplication::processEvents();
                return;
            }
        }
        QFAIL("no such button");
    }
    void write(qsizetype row, const QString &text) { panel().findChildren<QLineEdit *>()[row]->setText(text); }
    QString texts()
    {
        QString all;
        const Trace &trace = playback().run(0).trace();
        for (EventIndex i = 0; i < trace.size(); ++i) {
            if (trace[i].kind == EventKind::Printed)
                all += QString::fromStdString(trace.text(trace[i].text())) + QLatin1Char('|');
        }
        return all;
    }
    Playback &playback() { return m_window->playback(); }
    HandPanel &panel() { return *m_window->findChild<HandPanel *>(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestHandPlay)
#include "tst_hand_play.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// "Why?" for a gap: the chain of wake-ups and the ring of who waits for whom, in the model, in words and in the window.

#include <QTest>

#include <QLabel>
#include <QToolButton>

#include "app/chart/chart_widget.h"
#include "app/chart/why_text.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/chart_card.h"
#include "app/panels/why_view.h"
#include "app/window/main_window.h"
#include "app/window/why_answer.h"
#include "app/words/language.h"
#include "core/lessons/lesson.h"
#include "core/model/why.h"

using namespace coroscope;

namespace {

struct Finished {
    explicit Finished(const char *id)
        : run(findLesson(id)->start(findLesson(id)->defaults())), spans(run->trace()), describer(spans)
    {
        run->finish();
        spans.update();
        describer.update();
    }
    [[nodiscard]] const Lane &lane(const char *name) const
    {
        return *std::ranges::find_if(spans.lanes(), [&](const Lane &each) {
            return each.kind == ActorKind::Task && describer.names().lane(each.actor) == name;
        });
    }
    /// Of its gap of that state that begins then.
    [[nodiscard]] Why why(const char *name, State state, Instant begin) const
    {
        const Lane &lane = this->lane(name);
        for (std::size_t i = 0; i < lane.spans.size(); ++i)
            if (lane.spans[i].state == state && lane.spans[i].begin == begin
                && (lane.spans[i].open() || lane.spans[i].length() > Duration{}))
                return whyOf(describer.names(), lane.actor, i);
        return {};
    }
    [[nodiscard]] QStringList words(const Why &why) const
    {
        QStringList texts;
        for (const WhyLine &line : whyLines(describer, why))
            texts << line.text;
        return texts;
    }
    std::unique_ptr<Run> run;
    Spans spans;
    timeline::Describer describer;
};

} // namespace

class TestWhy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWaitIsFollowedBackToATimer()
    {
        const Finished run("window-queue");
        const Why why = run.why("job4", State::Awaiting, Instant{});
        QCOMPARE(why.chain.size(), std::size_t(2));
        const auto &wakeups = run.spans.wakeups();
        QCOMPARE(run.describer.lane(wakeups[why.chain[0]].from), QStringLiteral("job0"));
        QCOMPARE(wakeups[why.chain[1]].from, ActorId::Main); // its timer
        QCOMPARE(run.words(why), QStringList({QStringLiteral("job4, from 0 s to 1 s: await window.put()"),
                                              QStringLiteral("job4: woken by job0’s get from window at 1 s"),
                                              QStringLiteral("job0: woken by its timer at 1 s")}));
    }

    void whoIsReadyIsToldWhoHasTheThread()
    {
        const Finished run("starvation-gather");
        const Why why = run.why("run2", State::Ready, Instant(500ms));
        QCOMPARE(why.held.size(), std::size_t(1));
        QCOMPARE(run.describer.lane(why.held[0].holder), QStringLiteral("run1"));
        QCOMPARE(why.held[0].end, Instant(1500ms));
        const QStringList words = run.words(why);
        QVERIFY2(
            words.contains(QStringLiteral("Meanwhile run1 has the thread, from 0.5 s to 1.5 s, in time.sleep(1).")),
            qPrintable(words.join(QLatin1Char('|'))));
    }

    void aDeadlockIsARing()
    {
        const Finished run("deadlock-two-locks");
        const Lane &one = run.lane("one");
        const auto gap = gapAt(one, run.spans.eventsRead());
        QVERIFY(gap);
        const Why why = whyOf(run.describer.names(), one.actor, *gap);
        QVERIFY(why.endless);
        QCOMPARE(why.cycle.size(), std::size_t(2));
        QCOMPARE(run.describer.lane(why.cycle[0].actor), QStringLiteral("one"));
        QCOMPARE(run.describer.lane(why.cycle[1].actor), QStringLiteral("two"));
        const QStringList words = run.words(why);
        QCOMPARE(words.size(), 4);
        QVERIFY(words[1].contains(QStringLiteral("which two holds")));
        QVERIFY(words[2].contains(QStringLiteral("which one holds")));
    }

    void chainsOfAllLessonsEnd_data()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
    void chainsOfAllLessonsEnd()
    {
        QFETCH(QString, id);
        const Finished run(qPrintable(id));
        for (const Lane &lane : run.spans.lanes())
            for (std::size_t i = 0; i < lane.spans.size(); ++i) {
                if (!isGap(lane.spans[i]))
                    continue;
                const Why why = whyOf(run.describer.names(), lane.actor, i);
                for (std::size_t link = 1; link < why.chain.size(); ++link)
                    QVERIFY(run.spans.wakeups()[why.chain[link]].event
                            < run.spans.wakeups()[why.chain[link - 1]].event);
                QVERIFY(!run.words(why).isEmpty());
            }
    }

    void aKeyAsksForTheSelectedGap()
    {
        show();
        m_window->session().open(QStringLiteral("window-queue"));
        m_window->playback().toEnd();
        const Spans &spans = m_window->playback().run(0).spans();
        const auto job4 = std::ranges::find(spans.lanes(), "job4", &Lane::label);
        QVERIFY(job4 != spans.lanes().end());
        const auto gap = std::ranges::find_if(
            job4->spans, [](const Span &span) { return span.state == State::Awaiting && span.length() > Duration{}; });
        m_window->chart().view().select({0, job4->actor, static_cast<std::size_t>(gap - job4->spans.begin())});
        const auto arrows = [this] { return m_window->chart().request(m_window->chart().size()).emphasized; };
        QTest::keyClick(m_window.get(), Qt::Key_Y);
        QVERIFY(card().isVisible());
        QCOMPARE(m_window->why().view().texts().size(), 3);
        QCOMPARE(arrows().size(), std::size_t(2));
        // A line goes to its instant.
        const auto times = m_window->why().view().findChildren<QToolButton *>();
        times.last()->click();
        QCOMPARE(m_window->playback().now(), Instant(1s));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!card().isVisible());
        QCOMPARE(arrows().size(), std::size_t(1)); // the cause alone
    }

    void aDeadlockIsAskedAboutWithoutSelecting()
    {
        for (const char *spoken : {"en", "fr"}) {
            setLanguage(QString::fromLatin1(spoken));
            show();
            m_window->session().open(QStringLiteral("deadlock-two-locks"));
            m_window->playback().toEnd();
            QTest::keyClick(m_window.get(), Qt::Key_Y);
            QCoreApplication::processEvents();
            QVERIFY(card().isVisible() && card().height() > 60 && card().parentWidget()->height() >= card().height());
            QCOMPARE(m_window->chart().ring().size(), std::size_t(2));
            m_window->chart().grab();
            m_window->session().open(QStringLiteral("two-sleepers"));
            QVERIFY(!card().isVisible());
            QVERIFY(m_window->chart().ring().empty());
        }
    }

    void cleanup()
    {
        m_window.reset();
        m_appearance.reset();
        setLanguage(QStringLiteral("en"));
    }

private:
    void show()
    {
        m_window.reset();
        m_appearance = std::make_unique<Appearance>();
        m_window = std::make_unique<MainWindow>(*m_appearance);
        m_window->resize(1920, 1080);
        m_window->resetLayout();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    QWidget &card() { return *m_window->why().card(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWhy)
#include "tst_why.moc"

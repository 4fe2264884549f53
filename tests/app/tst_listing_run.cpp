// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QSignalSpy>

#include "app/session/session.h"
#include "core/text/output.h"
#include "recordings.h"

using namespace coroscope;

namespace {

constexpr int kPatience = 30'000;

std::string printed(const Recording &run)
{
    std::string text;
    RunOutput output(run.trace(), Dialect::Lesson, OutputFormat::Text);
    while (output.update(text)) {
    }
    return text;
}

/// The thread as the chart draws it: who had it, from when to when.
std::vector<std::tuple<ActorId, State, Instant, Instant>> holds(const Recording &run)
{
    std::vector<std::tuple<ActorId, State, Instant, Instant>> spans;
    for (const Span &span : run.spans().thread())
        spans.emplace_back(span.by, span.state, span.begin, span.end);
    return spans;
}

} // namespace

/// A lesson, and Python's run of its listing beside it.
class TestListingRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_playback = std::make_unique<Playback>(std::make_unique<test::HandTicks>());
        m_session = std::make_unique<Session>(*m_playback);
    }
    void cleanup()
    {
        m_session.reset();
        m_playback.reset();
    }

    void theListingRunsAsTheLessonDoes_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("value");
        QTest::newRow("as in the course") << "pieces-gather" << "" << "";
        QTest::newRow("a number") << "pieces-gather" << "runs" << "4";
        QTest::newRow("a list") << "window-queue" << "durations" << "1,0.5";
        QTest::newRow("blocking") << "starvation-gather" << "" << "";
        QTest::newRow("ended by until") << "fork-interrupted" << "" << "";
    }
    void theListingRunsAsTheLessonDoes()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, parameter);
        QFETCH(QString, value);
        m_session->open(lesson);
        QVERIFY(m_session->current());
        if (!parameter.isEmpty())
            m_session->setParameter(parameter, value);
        m_session->compareWithListing();
        QVERIFY(m_session->against() == Session::Against::Listing);
        runToTheEnd();
        compareRuns();
    }

    void anotherValueIsAnotherValueForBoth()
    {
        m_session->open(QStringLiteral("pieces-gather"));
        m_session->compareWithListing();
        runToTheEnd();
        const std::string before = printed(python());
        m_session->setParameter(QStringLiteral("runs"), QStringLiteral("3"));
        QVERIFY(m_session->against() == Session::Against::Listing);
        runToTheEnd();
        compareRuns();
        QVERIFY(printed(python()) != before);
    }

    void anotherLessonStandsAlone()
    {
        m_session->open(QStringLiteral("pieces-gather"));
        m_session->compareWithListing();
        m_session->open(QStringLiteral("timer-demo"));
        QCOMPARE(m_playback->runCount(), 1U);
        QVERIFY(m_session->against() == Session::Against::Nothing);
    }

    void withoutPythonASentenceSaysSo()
    {
        const QByteArray path = qgetenv("PATH");
        m_session->open(QStringLiteral("pieces-gather"));
        m_session->setCompared(false);
        qputenv("PATH", "/nowhere");
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->compareWithListing();
        qputenv("PATH", path);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_playback->runCount(), 1U);
    }

private:
    [[nodiscard]] const Recording &python() const { return m_playback->run(m_playback->runCount() - 1); }
    void runToTheEnd()
    {
        const auto ended = [this] {
            m_playback->recordAll();
            return python().finished();
        };
        QVERIFY(QTest::qWaitFor(ended, kPatience));
    }
    void compareRuns()
    {
        const Recording &lesson = m_playback->run(0);
        QCOMPARE(m_playback->runCount(), 2U);
        QVERIFY(!printed(lesson).empty());
        QCOMPARE(QString::fromStdString(printed(python())), QString::fromStdString(printed(lesson)));
        QVERIFY(holds(python()) == holds(lesson));
        QVERIFY(python().title() != lesson.title());
    }

    std::unique_ptr<Playback> m_playback;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(TestListingRun)
#include "tst_listing_run.moc"

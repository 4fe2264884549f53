// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include "app/readers/scenario_reader.h"
#include "app/words/diagnosis.h"
#include "app/words/language.h"
#include "app/words/narrator.h"
#include "core/lessons/lesson.h"
#include "core/program/interpreter.h"

#include <optional>

using namespace coroscope;

namespace {

struct Told {
    explicit Told(const Trace &trace) : spans(trace), names(spans), narrator(names) { update(); }
    void update()
    {
        spans.update();
        names.update();
        narrator.update();
    }
    Spans spans;
    Names names;
    Narrator narrator;
};

std::unique_ptr<Run> lessonRun(const QString &id)
{
    const Lesson &lesson = *findLesson(id.toStdString());
    return lesson.start(lesson.defaults());
}

/// Why a sentence cannot be right, whatever happened; empty when nothing is wrong with it.
QString wrongIn(const QString &sentence, const QString &language)
{
    for (const QString &mark :
         {QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%n"), QStringLiteral("  "), QStringLiteral(" ,"),
          QStringLiteral("()("), QStringLiteral("“”"), QStringLiteral(": ."), QStringLiteral("; .")})
        if (sentence.contains(mark))
            return QStringLiteral("contains “%1”").arg(mark);
    if (!sentence.endsWith(QLatin1Char('.')))
        return QStringLiteral("does not end");
    if (!sentence.contains(language == QLatin1String("fr") ? QStringLiteral("\u00a0s\u00a0: ")
                                                           : QStringLiteral(" s: ")))
        return QStringLiteral("has no time");
    return {};
}

QString wrongIn(const Trace &trace)
{
    const Told told(trace);
    const auto all = told.narrator.all();
    if (all.empty())
        return QStringLiteral("tells nothing");
    Instant before{};
    for (const Narrator::Sentence &sentence : all) {
        if (sentence.at < before)
            return QStringLiteral("goes back in time: ") + sentence.text;
        before = sentence.at;
        if (const QString wrong = wrongIn(sentence.text, language()); !wrong.isEmpty())
            return wrong + QStringLiteral(": ") + sentence.text;
    }
    for (EventIndex cursor = 1; cursor <= trace.size(); ++cursor) {
        const QString strip = told.narrator.at({cursor, trace[cursor - 1].at()});
        if (const QString wrong = strip.isEmpty() ? strip : wrongIn(strip, language()); !wrong.isEmpty())
            return QStringLiteral("at %1, ").arg(cursor) + wrong + QStringLiteral(": ") + strip;
    }
    return {};
}

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Runs told in sentences, in both languages.
class ExplainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void lessonsReadAsTheyShould_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"starvation-gather", "await-stack", "loop-callbacks", "queue-put-blocks",
                               "fetch-threads", "cancel-cleanup", "boom", "window-semaphore", "pitfall-objects",
                               "async-comprehension", "generators-revisited", "echo-protocol", "to-thread", "drain"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void lessonsReadAsTheyShould()
    {
        QFETCH(QString, id);
        const auto run = lessonRun(id);
        run->finish();
        for (const char *const language : {"en", "fr"}) {
            setLanguage(QString::fromLatin1(language));
            const Told told(run->trace());
            QStringList lines;
            for (const Narrator::Sentence &sentence : told.narrator.all())
                lines << sentence.text;
            const auto expected =
                QString::fromUtf8(contents(QStringLiteral("explain/%1.%2.txt").arg(id, QLatin1String(language))))
                    .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
                QCOMPARE(lines[i], expected[i]);
            QCOMPARE(lines.size(), expected.size());
        }
    }

    void theStripLeavesCoroutinesOutBeforeDeeds()
    {
        const auto run = lessonRun(QStringLiteral("window-semaphore"));
        run->finish();
        setLanguage(QStringLiteral("fr")); // whose sentences are longer
        const Told told(run->trace());
        QStringList strips;
        for (EventIndex cursor = 1; cursor <= run->trace().size(); ++cursor)
            strips << told.narrator.at({cursor, run->trace()[cursor - 1].at()});
        QVERIFY(strips.contains(QStringLiteral(
            "3\u00a0s\u00a0: la tâche job6 est réveillée par sa minuterie et reçoit le thread\u00a0; elle affiche «\u00a0<<< job6 - duration 1\u00a0», rend une place à window (places libres\u00a0: 2), puis se termine.")));
    }

    void aDeadlockNamesWhoWaitsForWhom()
    {
        const auto run = lessonRun(QStringLiteral("deadlock-two-locks"));
        run->finish();
        const auto last = [&run] { return Told(run->trace()).narrator.all().back().text; };
        QCOMPARE(
            last(),
            QStringLiteral(
                "0.1 s: the program never ends: one waits for the lock “b”, which two holds; two waits for the lock “a”, which one holds; "
                "because of them main waits for ever, too."));
        setLanguage(QStringLiteral("fr"));
        QCOMPARE(
            last(),
            QStringLiteral(
                "0,1\u00a0s\u00a0: le programme ne finit jamais\u00a0: one attend le verrou «\u00a0b\u00a0», que tient two\u00a0; two attend le verrou «\u00a0a\u00a0», que tient one\u00a0; "
                "à cause d’elles, main attend aussi pour toujours."));
    }

    void everyLessonIsTold_data()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
    void everyLessonIsTold()
    {
        QFETCH(QString, id);
        const auto run = lessonRun(id);
        run->finish();
        for (const char *const language : {"en", "fr"}) {
            setLanguage(QString::fromLatin1(language));
            const QString wrong = wrongIn(run->trace());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void randomScenariosAreTold()
    {
        int count = 0;
        for (const QByteArray &line : contents(QStringLiteral("random.txt")).split('\n')) {
            if (!line.startsWith("{\"format\""))
                continue;
            auto scenario = formats::parseScenario(line, QStringLiteral("program.json"));
            QVERIFY2(scenario, qPrintable(scenario.error));
            const auto run = program::start(std::make_shared<const program::Program>(std::move(*scenario.value)));
            run->finish();
            for (const char *const language : {"en", "fr"}) {
                setLanguage(QString::fromLatin1(language));
                const QString wrong = wrongIn(run->trace());
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
            ++count;
        }
        QCOMPARE(count, 300);
    }

    /// What is told of a moment does not depend on what comes after it.
    void aMomentIsToldTheSameLater_data() { everyLessonIsTold_data(); }
    void aMomentIsToldTheSameLater()
    {
        QFETCH(QString, id);
        const auto growing = lessonRun(id);
        const auto whole = lessonRun(id);
        whole->finish();
        const Told later(whole->trace());
        Told now(growing->trace());
        for (int i = 0; i < 60 && !growing->finished(); ++i) {
            growing->advance(Instant::max(), 1);
            now.update();
            const EventIndex end = growing->trace().size();
            for (EventIndex cursor = end - std::min<EventIndex>(end, 3); cursor < end; ++cursor) {
                if (cursor == 0)
                    continue;
                const ShownUntil moment{cursor, growing->trace()[cursor - 1].at()};
                QCOMPARE(now.narrator.at(moment).left(60), later.narrator.at(moment).left(60));
            }
        }
    }

    void whatIsWrongIsToldInBothLanguages_data() { everyLessonIsTold_data(); }
    void whatIsWrongIsToldInBothLanguages()
    {
        QFETCH(QString, id);
        const auto run = lessonRun(id);
        run->finish();
        const Told told(run->trace());
        for (const Diagnostic &diagnostic : diagnose(told.names, ShownUntil::endOf(told.spans))) {
            setLanguage(QStringLiteral("en"));
            const QString english = diagnosticText(told.names, diagnostic);
            QCOMPARE(english, QString::fromStdString(diagnostic.text));
            setLanguage(QStringLiteral("fr"));
            QVERIFY(diagnosticText(told.names, diagnostic) != english);
            QVERIFY(!diagnosticText(told.names, diagnostic).contains(QStringLiteral("%1")));
        }
    }

    void numbersAreThoseOfTheLanguage()
    {
        const auto run = lessonRun(QStringLiteral("starvation-gather"));
        run->finish();
        const Told told(run->trace());
        const auto has = [&](const QString &sentence) {
            const auto all = told.narrator.all();
            return std::any_of(all.begin(), all.end(),
                               [&](const auto &each) { return each.text.startsWith(sentence); });
        };
        QVERIFY(has(QStringLiteral("0.5 s: run1 is woken by its timer and gets the thread")));
        QVERIFY(
            has(QStringLiteral("0.5 s: run1 calls time.sleep(1) and keeps the thread; run2 is ready but has to wait")));
        setLanguage(QStringLiteral("fr"));
        QVERIFY(has(QStringLiteral(
            "0,5\u00a0s\u00a0: run1 appelle time.sleep(1) et garde le thread\u00a0; run2, prête, est privée du thread")));
    }
};

QTEST_GUILESS_MAIN(ExplainTest)
#include "tst_explain.moc"

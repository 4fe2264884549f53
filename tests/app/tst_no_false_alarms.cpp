// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/readers/scenario_reader.h"
#include "core/lessons/lesson.h"
#include "core/model/diagnostics.h"
#include "core/model/measures.h"
#include "core/program/interpreter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>

using namespace coroscope;

namespace {

QByteArray contents(const char *name)
{
    QFile file(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What CPython says of a random program.
struct Expected {
    QByteArray program;
    QStringList neverRetrieved; ///< "t1 ValueError: x"
    QStringList stuck;
    QStringList pending;
    QJsonObject waits; ///< a line of random_waits.txt
};

QStringList stringsOf(const QJsonValue &array)
{
    QStringList strings;
    for (const auto item : array.toArray())
        strings << item.toString();
    return strings;
}

std::vector<Expected> expectations()
{
    const QList<QByteArray> waits = contents("random_waits.txt").trimmed().split('\n');
    std::vector<Expected> all;
    for (const QByteArray &line : contents("random.txt").split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(QStringLiteral("format"))) {
            all.push_back(
                {line, {}, {}, {}, QJsonDocument::fromJson(waits.value(static_cast<qsizetype>(all.size()))).object()});
            continue;
        }
        const QString event = object.value(QStringLiteral("event")).toString();
        const QJsonValue value = object.value(QStringLiteral("value"));
        if (event == QLatin1String("never_retrieved"))
            all.back().neverRetrieved << object.value(QStringLiteral("task")).toString() + QLatin1Char(' ')
                                             + value.toString();
        else if (event == QLatin1String("stuck"))
            all.back().stuck = stringsOf(value);
        else if (event == QLatin1String("pending"))
            all.back().pending = stringsOf(value);
    }
    return all;
}

QJsonValue milliseconds(Duration duration)
{
    return static_cast<double>(duration.count()) / 1e6;
}

/// What Coroscope says, in the same form.
class Said {
public:
    explicit Said(const Trace &trace) : m_spans(trace)
    {
        m_spans.update();
        Names names(m_spans);
        names.update();
        const ShownUntil end = ShownUntil::endOf(m_spans);
        for (const Diagnostic &diagnostic : diagnose(names, end))
            add(diagnostic);
        for (const TaskMeasures &task : measure(m_spans, end).tasks) {
            addTime(ready, task, task.ready);
            addTime(blocking, task, task.running + task.blocking);
        }
    }

    QStringList neverRetrieved;
    QStringList stuck;
    QStringList pending;
    QStringList others;
    QJsonObject held;
    QJsonObject ready;
    QJsonObject blocking;

private:
    [[nodiscard]] QString nameOf(ActorId actor) const { return QString::fromStdString(m_spans.lane(actor).name); }
    void add(const Diagnostic &diagnostic)
    {
        const QString task = nameOf(diagnostic.actor);
        switch (diagnostic.kind) {
        case Diagnostic::Kind::NeverRetrieved:
            neverRetrieved << task + QLatin1Char(' ') + QString::fromStdString(diagnostic.detail);
            break;
        case Diagnostic::Kind::Deadlock: stuck << task; break;
        case Diagnostic::Kind::StillPending: pending << task; break;
        case Diagnostic::Kind::ThreadHeld: addHeld(task, diagnostic); break;
        default: others << QString::fromStdString(diagnostic.text);
        }
    }
    void addHeld(const QString &task, const Diagnostic &diagnostic)
    {
        QJsonObject delayed;
        for (const Diagnostic::Delayed &each : diagnostic.delayed)
            delayed.insert(nameOf(each.actor), milliseconds(each.delay));
        held.insert(task, QJsonObject{{QStringLiteral("ms"), milliseconds(diagnostic.duration)},
                                      {QStringLiteral("delayed"), delayed}});
    }
    static void addTime(QJsonObject &times, const TaskMeasures &task, Duration time)
    {
        if (time != Duration(0))
            times.insert(QString::fromStdString(task.name), milliseconds(time));
    }

    Spans m_spans;
};

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::vector<Diagnostic> diagnosticsOf(const Lesson &lesson)
{
    RunOptions options;
    options.maxPasses = 200'000;
    const auto run = lesson.start(lesson.defaults(), options);
    run->finish();
    Spans spans(run->trace());
    spans.update();
    Names names(spans);
    names.update();
    return diagnose(names, ShownUntil::endOf(spans));
}

} // namespace

/// What is said to be wrong with a run is wrong with it, and nothing is left unsaid.
class NoFalseAlarms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// 300 programs: who was left, whose exception nobody asked for, who held the thread and who was delayed by how
    /// much.
    void randomProgramsAreDiagnosedAsCPythonTells()
    {
        const auto all = expectations();
        QCOMPARE(all.size(), 300U);
        int held = 0;
        for (const Expected &expected : all) {
            auto scenario = formats::parseScenario(expected.program, QStringLiteral("random"));
            QVERIFY2(scenario, qPrintable(scenario.error));
            const auto run = program::start(std::make_shared<const program::Program>(std::move(*scenario.value)));
            run->finish();
            const Said said(run->trace());
            const auto fail = qScopeGuard([&expected] {
                if (QTest::currentTestFailed())
                    qWarning("%s", expected.program.constData());
            });
            QCOMPARE(said.neverRetrieved, expected.neverRetrieved);
            QCOMPARE(said.stuck, expected.stuck);
            QCOMPARE(said.pending, expected.pending);
            QCOMPARE(said.others, QStringList());
            QCOMPARE(text(said.held), text(expected.waits.value(QStringLiteral("held")).toObject()));
            QCOMPARE(text(said.ready), text(expected.waits.value(QStringLiteral("ready")).toObject()));
            QCOMPARE(text(said.blocking), text(expected.waits.value(QStringLiteral("blocking")).toObject()));
            held += said.held.isEmpty() ? 0 : 1;
        }
        QVERIFY(held > 20);
    }

    /// The rarer ones, and what is of no lesson but those that are about it.
    void lessonsAreBlamedForWhatTheyShow()
    {
        QStringList found;
        for (const Lesson &lesson : lessons())
            for (const Diagnostic &diagnostic : diagnosticsOf(lesson))
                if (diagnostic.kind != Diagnostic::Kind::ThreadHeld
                    && diagnostic.kind != Diagnostic::Kind::StillPending)
                    found << QStringLiteral("%1 %2").arg(QString::fromStdString(lesson.id),
                                                         QLatin1String(kindText(diagnostic.kind)));
        found.removeDuplicates();
        found.sort();
        QCOMPARE(
            found,
            (QStringList{QStringLiteral("awaits-in-turn sequential-awaits"), QStringLiteral("boom never-retrieved"),
                         QStringLiteral("comprehension-vs-gather sequential-awaits"),
                         QStringLiteral("deadlock-two-locks deadlock"), QStringLiteral("lock-shared lost-update"),
                         QStringLiteral("pieces-objects never-awaited"), QStringLiteral("pitfall-call2 never-awaited"),
                         QStringLiteral("pitfall-call7 never-awaited"), QStringLiteral("pitfall-matrix never-awaited"),
                         QStringLiteral("pitfall-objects never-awaited"), QStringLiteral("thread-race lost-update")}));
    }
};

QTEST_GUILESS_MAIN(NoFalseAlarms)
#include "tst_no_false_alarms.moc"

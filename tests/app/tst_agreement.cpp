// SPDX-License-Identifier: GPL-3.0-or-later
// Chart, job table, loop view, tasks and explanation show one run: at random moments of every lesson, of the stored
// programs and of random ones they are asked the same things and have to give the same answers.

#include <QTest>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include "app/models/task_model.h"
#include "app/playback/moment.h"
#include "app/playback/run_measures.h"
#include "app/playback/run_source.h"
#include "app/readers/scenario_reader.h"
#include "app/timeline/layout.h"
#include "app/words/narrator.h"
#include "core/model/job_table.h"
#include "core/model/loop_view.h"
#include "core/model/measures.h"

#include <algorithm>
#include <random>

using namespace coroscope;

namespace {

constexpr std::uint64_t kHandles = 3000; ///< of an endless run
constexpr int kMoments = 25;
constexpr int kRandomPrograms = 60;

/// One run with everything that shows it.
class Views {
public:
    explicit Views(std::unique_ptr<Recording> recording)
        : m_recording(std::move(recording)), m_describer(m_recording->spans()), m_narrator(m_describer.names()),
          m_loop(m_recording->trace()), m_measures(m_recording->spans())
    {
        for (std::uint64_t handles = 0; handles < kHandles && m_recording->record(kNever, 64); handles += 64) {
        }
        m_describer.update();
        m_narrator.update();
    }

    [[nodiscard]] EventIndex events() const { return m_recording->spans().eventsRead(); }

    /// A moment: between two events, and somewhere in the time that passes there.
    [[nodiscard]] Moment momentAt(EventIndex cursor, double share) const
    {
        const Trace &trace = m_recording->trace();
        const Instant from = cursor == 0 ? Instant{} : trace[cursor - 1].at();
        const Instant to = cursor < events() ? trace[cursor].at() : from;
        return {&m_recording->spans(), cursor,
                from + Duration(static_cast<std::int64_t>(share * static_cast<double>((to - from).count())))};
    }

    /// What they do not agree on; empty when they do.
    [[nodiscard]] QString disagreement(const Moment &at)
    {
        for (const QString &found : {lanes(at), holder(at), tasks(at), measures(at), jobs(at), chart(at), words(at)}) {
            if (!found.isEmpty())
                return QStringLiteral("%1 (event %2, %3 ns)").arg(found).arg(at.cursor).arg(nanosecondsOf(at.now));
        }
        return {};
    }

private:
    [[nodiscard]] QString nameOf(const Lane &lane) const { return QString::fromStdString(lane.label); }

    /// A task that was cancelled before its first step leaves the queue at this very event: nothing of it runs.
    [[nodiscard]] static bool dropped(const Moment &at)
    {
        if (at.cursor == 0)
            return false;
        const TraceEvent &last = at.spans->trace()[at.cursor - 1];
        return last.kind == EventKind::TaskStep && last.tag == 1;
    }

    /// The loop view against the spans: each task is in one place, and it is the same.
    QString lanes(const Moment &at)
    {
        const LoopState &loop = m_loop.seek(at.cursor);
        for (const Lane &lane : at.spans->lanes()) {
            if (lane.kind != ActorKind::Task || lane.createdBy >= at.cursor)
                continue;
            const Span *span = at.spanOf(lane);
            const bool queued =
                std::ranges::any_of(loop.ready(), [&](const auto &entry) { return entry.task == lane.actor; });
            const auto waits = loop.waiting().find(lane.actor);
            const bool waiting = waits != loop.waiting().end();
            const bool holds = loop.holder() == lane.actor;
            if (!span && (queued || waiting || holds))
                return nameOf(lane) + QStringLiteral(" is over for the chart, not for the loop view");
            if (!span)
                continue;
            if (queued + waiting + holds != 1)
                return nameOf(lane) + QStringLiteral(" is not in one place of the loop view");
            if (queued && span->state != State::Ready)
                return nameOf(lane) + QStringLiteral(" is in the ready queue, not ready");
            if (holds && !dropped(at) && span->state != State::Running && span->state != State::Blocking)
                return nameOf(lane) + QStringLiteral(" has the thread, and the chart shows something else");
            const bool sleeps = waiting && waits->second.reason == Reason::Sleep;
            if (waiting && !sleeps
                && (span->state != State::Awaiting || span->reason != waits->second.reason
                    || span->object != waits->second.object))
                return nameOf(lane) + QStringLiteral(" awaits something else");
            if (sleeps && span->state != State::Awaiting && span->state != State::Ready)
                return nameOf(lane) + QStringLiteral(" sleeps, and the chart shows something else");
        }
        return {};
    }

    QString holder(const Moment &at)
    {
        const LoopState &loop = m_loop.seek(at.cursor);
        const Span *span = at.holder();
        if (loop.holder() == ActorId::None || dropped(at))
            return {};
        if (!span || span->by != loop.holder())
            return QStringLiteral("the thread lane and the loop view name different holders");
        if ((span->state == State::Blocking) != (loop.blockingCall() != TextId::Empty))
            return QStringLiteral("a blocking call for one and none for the other");
        return {};
    }

    /// What is kept along the run against what is read anew.
    QString measures(const Moment &at)
    {
        const Measures kept = m_measures.at(at.until());
        const Measures read = measure(*at.spans, at.until());
        const auto figures = [](const Measures &m) {
            return std::tuple(m.duration, m.steps, m.switches, m.threadBusy, m.threadIdle);
        };
        const auto same = [](const TaskMeasures &a, const TaskMeasures &b) {
            const auto all = [](const TaskMeasures &t) {
                return std::tie(t.actor, t.name, t.running, t.blocking, t.ready, t.awaiting, t.state);
            };
            return all(a) == all(b);
        };
        if (figures(kept) != figures(read))
            return QStringLiteral("the measures kept are not those of the run");
        return std::ranges::equal(kept.tasks, read.tasks, same)
                   ? QString()
                   : QStringLiteral("the measures kept of a task are not its own");
    }

    QString tasks(const Moment &at)
    {
        TaskModel model;
        model.show(at, m_describer, m_measures.at(at.until()).tasks);
        int row = 0;
        for (const TaskMeasures &times : measure(*at.spans, at.until()).tasks) {
            const Lane &lane = at.spans->lane(times.actor);
            const Instant end = std::min(lane.finishedBy < at.cursor ? lane.finished : kNever, at.until().now);
            if (lane.kind == ActorKind::Task
                && times.running + times.blocking + times.ready + times.awaiting != end - lane.created)
                return nameOf(lane) + QStringLiteral(": its times do not add up to its life");
            if (model.index(row, TaskModel::Name).data().toString() != nameOf(lane))
                return QStringLiteral("the table of tasks has another order");
            const Span *span = at.spanOf(lane);
            if (span
                && model.index(row, TaskModel::Doing).data().toString() != m_describer.span(*span, at.lengthOf(*span)))
                return nameOf(lane) + QStringLiteral(" does something else in the table of tasks");
            ++row;
        }
        return row == model.rowCount() ? QString() : QStringLiteral("the table of tasks has other tasks");
    }

    /// A job is at work in the very slots that its section, or the life of its task, touches.
    QString jobs(const Moment &at)
    {
        const JobTable table = jobTable(*at.spans, at.until(), 500ms);
        for (std::size_t job = 0; job < table.jobs.size(); ++job) {
            const JobTable::Job &one = table.jobs[job];
            const Lane &lane = at.spans->lane(one.actor);
            if (one.begin < lane.created || one.end > at.until().now
                || (lane.finishedBy < at.cursor && one.end > lane.finished))
                return QStringLiteral("a job is at work outside of its task's life");
            for (std::size_t slot = 0; slot < table.slots.size(); ++slot) {
                const Instant begin = table.slotBegin(slot);
                const bool touched = one.begin < begin + table.slot && one.end > begin;
                if (one.end > one.begin && table.slots[slot][job] != touched)
                    return QStringLiteral("a job's slots are not its time");
            }
        }
        return {};
    }

    QString chart(const Moment &at)
    {
        timeline::ChartRequest request;
        request.runs.push_back({.spans = at.spans, .describer = &m_describer, .cursor = at.cursor, .now = at.now});
        const timeline::Scene scene = timeline::layoutChart(request);
        for (const timeline::Hit &hit : scene.hits) {
            if (hit.kind != timeline::Hit::Kind::Span && hit.kind != timeline::Hit::Kind::Thread)
                continue;
            const auto &spans =
                hit.kind == timeline::Hit::Kind::Thread ? at.spans->thread() : at.spans->lane(hit.actor).spans;
            if (spans[hit.span + hit.count - 1].first >= at.cursor)
                return QStringLiteral("the chart shows what has not happened");
        }
        const Span *holder = at.holder();
        if (holder && at.lengthOf(*holder) > 100ms) {
            const auto index = static_cast<std::size_t>(holder - at.spans->thread().data());
            const bool drawn = std::ranges::any_of(scene.hits, [&](const timeline::Hit &hit) {
                return hit.kind == timeline::Hit::Kind::Thread && index >= hit.span && index < hit.span + hit.count;
            });
            if (!drawn)
                return QStringLiteral("the chart does not show who has the thread");
        }
        return {};
    }

    QString words(const Moment &at)
    {
        const QString sentence = m_narrator.at(at.until());
        const auto &steps = at.spans->steps();
        if (!steps.empty() && steps.front() < at.cursor && sentence.isEmpty())
            return QStringLiteral("nothing is told");
        // What Python itself or a worker thread does meanwhile has a sentence of its own.
        const ActorId who = m_loop.seek(at.cursor).holder();
        const bool own = at.cursor > 0 && at.spans->trace()[at.cursor - 1].actor == who;
        if (who != ActorId::None && own && !sentence.contains(m_describer.lane(who))
            && !sentence.contains(QStringLiteral("Python warns")))
            return QStringLiteral("“%1” does not name %2").arg(sentence, m_describer.lane(who));
        return {};
    }

    std::unique_ptr<Recording> m_recording;
    timeline::Describer m_describer;
    Narrator m_narrator;
    LoopView m_loop;
    RunMeasures m_measures;
};

/// Programs of a few tasks that sleep, block, pass values, share a lock, create and cancel each other.
class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    QByteArray program()
    {
        QJsonArray tasks;
        const int count = 2 + below(4);
        for (int i = 0; i < count; ++i)
            tasks.append(QJsonArray{QStringLiteral("t%1").arg(i), operations(2 + below(5), 0)});
        const QJsonObject objects{{QStringLiteral("q"), QJsonArray{QStringLiteral("queue"), 1 + below(3)}},
                                  {QStringLiteral("l"), QJsonArray{QStringLiteral("lock")}},
                                  {QStringLiteral("s"), QJsonArray{QStringLiteral("semaphore"), 2}},
                                  {QStringLiteral("e"), QJsonArray{QStringLiteral("event")}}};
        return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("coroscope-program")},
                                         {QStringLiteral("version"), 1},
                                         {QStringLiteral("objects"), objects},
                                         {QStringLiteral("tasks"), tasks}})
            .toJson();
    }

private:
    int below(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most)); }

    QJsonArray operations(int count, int depth)
    {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(operation(depth));
        return list;
    }

    QJsonArray operation(int depth)
    {
        const auto name = [](const char *text) { return QJsonValue(QString::fromLatin1(text)); };
        switch (below(depth < 2 ? 12 : 8)) {
        case 0: return {name("sleep"), 50 * below(6)};
        case 1: return {name("sleep"), 0};
        case 2: return {name("block"), 50 * (1 + below(4))};
        case 3: return {name("put"), name("q"), below(10)};
        case 4: return {name("get"), name("q")};
        case 5: return {name("print"), name("hello")};
        case 6: return below(2) ? QJsonArray{name("set"), name("e")} : QJsonArray{name("wait_event"), name("e")};
        case 7: return {name("call_later"), 50 * below(5), name("tick")};
        case 8: return {name("with"), name("l"), operations(1 + below(3), depth + 1)};
        case 9: return {name("with"), name("s"), operations(1 + below(2), depth + 1)};
        case 10: return {name("spawn"), QStringLiteral("c%1").arg(++m_children), operations(1 + below(3), depth + 1)};
        default: return {name("timeout"), 100 + 50 * below(4), operations(1 + below(2), depth + 1)};
        }
    }

    std::mt19937 m_random;
    int m_children = 0;
};

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLesson()
    {
        for (const Lesson &lesson : lessons())
            check(recordLesson(lesson, lesson.defaults(), {}), lesson.id.c_str());
    }

    void everyStoredProgram()
    {
        const QDir folder(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/programs"));
        for (const QString &name : folder.entryList({QStringLiteral("*.json")}))
            checkFile(folder.filePath(name));
    }

    void randomPrograms()
    {
        const QTemporaryDir folder;
        for (unsigned seed = 1; seed <= kRandomPrograms; ++seed) {
            const QString path = folder.filePath(QStringLiteral("random%1.json").arg(seed));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(Generator(seed).program());
            file.close();
            checkFile(path);
        }
    }

private:
    void checkFile(const QString &path)
    {
        auto scenario = formats::readScenario(path);
        QVERIFY2(bool(scenario), qPrintable(scenario.error));
        check(recordScenario(std::move(*scenario.value), path), qPrintable(path));
    }

    void check(std::unique_ptr<Recording> recording, const char *name)
    {
        Views views(std::move(recording));
        std::mt19937 random(7);
        for (int i = 0; i < kMoments; ++i) {
            const EventIndex cursor = random() % (views.events() + 1);
            const double share = static_cast<double>(random() % 100) / 100;
            const QString found = views.disagreement(views.momentAt(cursor, share));
            QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(QString::fromUtf8(name), found)));
        }
    }
};

QTEST_MAIN(TestAgreement)
#include "tst_agreement.moc"

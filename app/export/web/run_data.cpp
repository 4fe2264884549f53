// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/run_data.h"

#include "app/course/line_map.h"
#include "app/course/listing.h"
#include "app/export/web/span_data.h"
#include "app/export/web/words.h"
#include "core/model/job_table.h"
#include "core/program/program.h"

#include <algorithm>
#include <map>
#include <set>

namespace coroscope::formats {

namespace {

constexpr qsizetype kMostLines = 5000;   ///< of a console
constexpr std::int64_t kMostSlots = 400; ///< of a job table: beyond, nothing can be read off it

int number(ActorId actor)
{
    return actor == ActorId::None ? -1 : static_cast<int>(raw(actor));
}

QJsonArray chip(const QString &text, ActorId actor)
{
    return {text, number(actor)};
}

} // namespace

/// The source of the run that is shown, and which of its lines a place stands for.
struct RunData::Listing {
    enum class Kind { None, Lesson, Scenario, Program };

    explicit Listing(const PagedRun &run)
    {
        const QString id = QString::fromStdString(run.info.name);
        const Trace &trace = run.spans->trace();
        if (const formats::Listing lesson = listingWith(id, run.info.settings); !lesson.text.isEmpty()) {
            kind = Kind::Lesson;
            text = lesson.text;
            changed = lesson.changed;
            map = LineMap(id);
        } else if (!run.info.source.empty()) {
            kind = Kind::Scenario;
            text = QString::fromStdString(run.info.source);
        } else if (trace.sourceCount() > 0) {
            kind = Kind::Program;
            text = QString::fromStdString(trace.source(0).text);
            file = trace.source(0).file;
        }
    }

    [[nodiscard]] int lineOf(const SourcePlace &place) const
    {
        switch (kind) {
        case Kind::Lesson: return map.pythonLine(place);
        case Kind::Scenario: return place.file == program::kScenarioFile ? static_cast<int>(place.line) : 0;
        case Kind::Program: return place.file == file ? static_cast<int>(place.line) : 0;
        case Kind::None: break;
        }
        return 0;
    }

    Kind kind = Kind::None;
    QString text;
    QList<int> changed;
    LineMap map;
    std::string file;
};

RunData::RunData(const PagedRun &run, Palette &palette)
    : m_run(run), m_palette(palette), m_narrator(run.describer->names()), m_positions(run.spans->trace()),
      m_loop(run.spans->trace()), m_listing(std::make_shared<Listing>(run))
{
    m_narrator.update();
    m_sentences = m_narrator.all();
}

QJsonObject RunData::head(const std::vector<PlayerStep> &steps, std::size_t index)
{
    return {{QStringLiteral("lanes"), lanes(steps, index)},
            {QStringLiteral("source"), source()},
            {QStringLiteral("console"), console(steps, index)},
            {QStringLiteral("jobs"), jobs(steps)},
            {QStringLiteral("notes"), notes()},
            {QStringLiteral("end"), millisecondsOf(m_run.spans->end())}};
}

QJsonArray RunData::lanes(const std::vector<PlayerStep> &steps, std::size_t index)
{
    QJsonArray lanes;
    for (const Lane &lane : m_run.spans->lanes()) {
        const bool ends = lane.outcome != Outcome::Pending;
        lanes.append(QJsonArray{m_run.describer->lane(lane.actor), m_palette.numberOfTask(lane.actor),
                                lane.actor == ActorId::Main ? 0 : stepOf(steps, index, lane.createdBy),
                                ends ? stepOf(steps, index, lane.finishedBy) : -1, static_cast<int>(lane.kind)});
    }
    return lanes;
}

QJsonObject RunData::source() const
{
    QJsonArray changed;
    for (const int line : m_listing->changed)
        changed.append(line);
    return {{QStringLiteral("text"), m_listing->text}, {QStringLiteral("changed"), changed}};
}

/// Lines as they are at the end, each from the step on at which it begins.
QJsonArray RunData::console(const std::vector<PlayerStep> &steps, std::size_t index) const
{
    QJsonArray lines;
    for (const timeline::PrintedLine &line : timeline::printedLines(trace(), m_run.spans->eventsRead())) {
        if (lines.size() == kMostLines)
            break;
        lines.append(QJsonArray{stepOf(steps, index, line.event), line.stamp, line.text});
    }
    return lines;
}

QJsonObject RunData::jobs(const std::vector<PlayerStep> &steps) const
{
    const ShownUntil end = ShownUntil::endOf(*m_run.spans);
    Duration slot = 1s;
    while (jobTableSlots(*m_run.spans, end, slot) > kMostSlots)
        slot *= 10;
    while (slot > 1ms && jobTableSlots(*m_run.spans, end, slot) < 2)
        slot /= 10;
    const JobTable table = jobTable(*m_run.spans, end, slot);
    QJsonArray jobs;
    for (const JobTable::Job &job : table.jobs) {
        const auto begun =
            std::ranges::partition_point(steps, [&](const PlayerStep &step) { return step.at < job.begin; });
        jobs.append(QJsonArray{number(job.actor), QString::fromStdString(job.title), millisecondsOf(job.begin),
                               millisecondsOf(job.end), static_cast<int>(begun - steps.begin())});
    }
    QJsonArray names;
    for (std::size_t i = 0; i < table.slots.size(); ++i)
        names.append(
            PlayerWords::tr("%1 s", "a slot of time, in seconds").arg(QString::fromStdString(table.slotText(i))));
    return {{QStringLiteral("slot"), static_cast<double>(slot.count()) / 1e6},
            {QStringLiteral("slots"), names},
            {QStringLiteral("jobs"), jobs}};
}

QJsonArray RunData::notes() const
{
    QJsonArray notes;
    for (const RunNote &note : m_run.info.notes)
        notes.append(QJsonArray{millisecondsOf(note.at), note.end ? millisecondsOf(*note.end) : millisecondsOf(note.at),
                                QString::fromStdString(note.lane), QString::fromStdString(note.text)});
    return notes;
}

QJsonObject RunData::part(const std::vector<PlayerStep> &steps, std::size_t index, std::size_t from, std::size_t to)
{
    QJsonArray say;
    QJsonArray who;
    QJsonArray places;
    QJsonArray loop;
    QJsonArray lastPlaces;
    QJsonArray lastLoop;
    for (std::size_t step = from; step < to; ++step) {
        const std::size_t told = steps[step].sentences[index];
        const bool same = step > from && steps[step - 1].sentences[index] == told;
        const Narrator::Sentence *const sentence = told > 0 ? &m_sentences[told - 1] : nullptr;
        say.append(same ? QJsonValue(0) : QJsonValue(sentence ? sentence->text : QString()));
        who.append(sentence && !same ? number(sentence->actor) : -1);
        const EventIndex cursor = steps[step].cursors[index];
        QJsonArray newPlaces = positionsAt(cursor);
        places.append(step > from && newPlaces == lastPlaces ? QJsonValue(0) : QJsonValue(newPlaces));
        lastPlaces = std::move(newPlaces);
        QJsonArray newLoop = loopAt(cursor);
        loop.append(step > from && newLoop == lastLoop ? QJsonValue(0) : QJsonValue(newLoop));
        lastLoop = std::move(newLoop);
    }
    return {{QStringLiteral("say"), say},
            {QStringLiteral("who"), who},
            {QStringLiteral("places"), places},
            {QStringLiteral("loop"), loop},
            {QStringLiteral("spans"), spanData(m_run, steps, index, from, std::min(to, steps.size() - 1))}};
}

/// [actor, line, whether it has the thread] of everybody who stands in the source that is shown. Who has the thread and
/// has done nothing with it yet stands where it will await: the sentence says so, too.
QJsonArray RunData::positionsAt(EventIndex cursor)
{
    QJsonArray places;
    const ActorId running = m_positions.seek(cursor).running();
    for (const auto &[actor, chain] : m_positions.seek(cursor).chains()) {
        if (actor == ActorId::Main && actor != running) // it waits for its loop all the time
            continue;
        if (const int line = lineOf(chain); line > 0)
            places.append(QJsonArray{number(actor), line, actor == running ? 1 : 0});
    }
    const auto isRunning = [running](const QJsonValue &place) { return place.toArray()[0].toInt() == number(running); };
    if (running == ActorId::None || cursor >= trace().size() || std::ranges::any_of(places, isRunning))
        return places;
    if (const int line = lineOf(m_positions.seek(cursor + 1).chain(running)); line > 0)
        places.append(QJsonArray{number(running), line, 1});
    return places;
}

/// The innermost that lies in this source.
int RunData::lineOf(const Positions::Chain &chain)
{
    for (auto frame = chain.rbegin(); frame != chain.rend(); ++frame) {
        if (const int line = lineOf(frame->place); line > 0)
            return line;
    }
    return 0;
}

int RunData::lineOf(SourceId place)
{
    if (place == SourceId::Nowhere)
        return 0;
    const auto known = m_lines.constFind(place);
    return known != m_lines.constEnd() ? *known : *m_lines.insert(place, m_listing->lineOf(trace().place(place)));
}

QString RunData::nameOf(ActorId task, TextId label) const
{
    if (task != ActorId::None)
        return m_run.describer->lane(task);
    const QString text = QString::fromStdString(trace().text(label));
    return text.isEmpty() ? PlayerWords::tr("callback") : text;
}

/// Four boxes of chips: who has the thread, the ready queue, the timers, who awaits something else.
QJsonArray RunData::loopAt(EventIndex cursor)
{
    const LoopState &state = m_loop.seek(cursor);
    const auto entry = [&](const LoopState::Ready &ready) {
        const QString name = nameOf(ready.task != ActorId::None ? ready.task : ready.sleeper, ready.label);
        return chip(ready.sleeper != ActorId::None ? PlayerWords::tr("timer of %1").arg(name) : name,
                    ready.task != ActorId::None ? ready.task : ready.sleeper);
    };
    QJsonArray holder;
    if (state.holder() != ActorId::None)
        holder.append(chip(m_run.describer->lane(state.holder()), state.holder()));
    else if (state.runningHandle() != HandleId::None)
        holder.append(entry(state.running()));
    QJsonArray ready;
    for (const LoopState::Ready &each : state.ready())
        ready.append(entry(each));
    QJsonArray timers;
    for (const LoopState::Timer &timer : state.timers())
        timers.append(chip(PlayerWords::tr("%1 · %2").arg(timeline::durationText(timer.deadline.time_since_epoch()),
                                                          nameOf(timer.sleeper, timer.label)),
                           timer.sleeper));
    QJsonArray waiters;
    for (const auto &[task, waiting] : state.waiting()) {
        if (waiting.reason == Reason::Sleep)
            continue;
        Span span;
        span.reason = waiting.reason;
        span.object = waiting.object;
        span.state = State::Awaiting;
        waiters.append(
            chip(PlayerWords::tr("%1 · %2").arg(m_run.describer->lane(task),
                                                m_run.describer->awaiting(span).remove(QStringLiteral("await "))),
                 task));
    }
    return {holder, ready, timers, waiters};
}

namespace {

/// The k-th step of an instant.
struct Place {
    Instant at;
    std::size_t rank;
    auto operator<=>(const Place &) const = default;
};

/// Where a run has got to with each of its sentences.
std::vector<Place> placesOf(const RunData &run)
{
    std::vector<Place> places;
    for (const Narrator::Sentence &sentence : run.sentences()) {
        const Instant at = places.empty() ? sentence.at : std::max(sentence.at, places.back().at);
        const bool again = !places.empty() && places.back().at == at;
        places.push_back({at, again ? places.back().rank + 1 : 0});
    }
    return places;
}

} // namespace

std::vector<PlayerStep> stepsOf(const std::vector<std::unique_ptr<RunData>> &runs, const std::vector<PagedRun> &paged)
{
    std::vector<std::vector<Place>> places;
    std::set<Place> all;
    for (const auto &run : runs) {
        places.push_back(placesOf(*run));
        all.insert(places.back().begin(), places.back().end());
    }
    std::vector<PlayerStep> steps;
    for (const Place &place : all) {
        PlayerStep step{place.at, {}, {}};
        for (std::size_t run = 0; run < runs.size(); ++run) {
            const auto told =
                static_cast<std::size_t>(std::ranges::upper_bound(places[run], place) - places[run].begin());
            EventIndex cursor = told == 0 ? 0 : runs[run]->sentences()[told - 1].shown.cursor;
            if (told == places[run].size()) // nothing is left out at the end
                cursor = paged[run].spans->eventsRead();
            step.cursors.push_back(steps.empty() ? cursor : std::max(cursor, steps.back().cursors[run]));
            step.sentences.push_back(told);
        }
        steps.push_back(std::move(step));
    }
    if (steps.empty()) // nothing is told of a run in which nothing happens
        steps.push_back({Instant{}, std::vector<EventIndex>(runs.size()), std::vector<std::size_t>(runs.size())});
    return steps;
}

} // namespace coroscope::formats

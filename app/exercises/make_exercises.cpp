// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercises/make_exercises.h"

#include "core/model/job_table.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <random>

namespace coroscope::exercises {

namespace {

constexpr int kMostItems = 4;
constexpr std::size_t kMostLines = 6;
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kMostRows = 10;
constexpr std::int64_t kFewestSlots = 3;
constexpr std::int64_t kMostSlots = 12;
constexpr int kSlotsBehindTheEnd = 2;

QString fromStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What a lane waits for by itself: not for others, who wait themselves.
bool isOwnWait(const Span &span)
{
    if (span.state == State::Blocking)
        return true;
    const Reason reason = span.reason;
    return span.state == State::Awaiting && !span.open()
           && (reason == Reason::Sleep || reason == Reason::Executor || reason == Reason::Stream
               || reason == Reason::Process || reason == Reason::Future);
}

Duration ownWaits(const Lane &lane)
{
    return std::accumulate(lane.spans.begin(), lane.spans.end(), Duration{}, [](Duration sum, const Span &span) {
        return isOwnWait(span) && !span.open() ? sum + span.length() : sum;
    });
}

Item durationItem(Duration duration, Belief belief)
{
    return {.text = {}, .duration = duration, .belief = belief};
}

/// A wrong total is one more item, unless it is there.
void addTotal(std::vector<Item> &items, Duration duration, Belief belief)
{
    if (duration > Duration{} && items.size() < kMostItems
        && std::ranges::find(items, duration, &Item::duration) == items.end())
        items.push_back(durationItem(duration, belief));
}

/// Of a lane where something is waited for while somebody else waits as well, or the whole run.
Duration shortestWait(const Spans &spans)
{
    Duration least = spans.end().time_since_epoch();
    for (const Lane &lane : spans.lanes())
        for (const Span &span : lane.spans)
            if (isOwnWait(span) && !span.open() && span.length() > Duration{})
                least = std::min(least, span.length());
    return least;
}

} // namespace

Instant instantBefore(const Trace &trace, EventIndex event)
{
    const Instant at = trace[event].at();
    while (event > 0 && trace[event].at() >= at)
        --event;
    return trace[event].at() < at ? trace[event].at() : Instant{};
}

std::optional<Exercise> totalOf(const Names &names)
{
    const Spans &spans = names.spans();
    const Duration total = spans.end().time_since_epoch();
    if (!spans.finished() || total == Duration{})
        return std::nullopt;
    Duration sum{};
    Duration longest{};
    for (const Lane &lane : spans.lanes()) {
        sum += ownWaits(lane);
        longest = std::max(longest, ownWaits(lane));
    }
    Exercise exercise{.kind = Kind::Total, .items = {durationItem(total, Belief::None)}};
    addTotal(exercise.items, sum, sum > total ? Belief::OneByOne : Belief::AllAtOnce);
    addTotal(exercise.items, longest, longest < total ? Belief::AllAtOnce : Belief::OneByOne);
    const Duration step = shortestWait(spans);
    for (const Duration other : {total + step, total - step, total + 2 * step, total / 2})
        addTotal(exercise.items, other, Belief::None);
    std::ranges::sort(exercise.items, {}, &Item::duration);
    exercise.right = {
        static_cast<int>(std::ranges::find(exercise.items, total, &Item::duration) - exercise.items.begin())};
    exercise.shows = {.from = Instant{}, .until = spans.end()};
    return exercise;
}

// The order of the lines ---------------------------------------------------------------------------------------

namespace {

/// Without the stamp that a program has put before it: that would give the order away.
QString withoutStamp(QString line)
{
    static const QRegularExpression stamp(QStringLiteral(R"(^\s*\[?\d+([.,:]\d+)* ?s?( \+ \d+ ?ms)?\]?:?\s+)"));
    return line.remove(stamp);
}

/// Nobody would ask where it belongs.
bool isRuler(const QString &line)
{
    return line.startsWith(QLatin1String("----")) || line.startsWith(QLatin1String("===="));
}

/// Lines that were printed whole; none at all where some were printed in pieces.
std::vector<Item> printedLines(const Spans &spans)
{
    const Trace &trace = spans.trace();
    std::vector<Item> lines;
    for (EventIndex i = 0; i < spans.eventsRead(); ++i) {
        const TraceEvent &event = trace[i];
        if (event.kind != EventKind::Printed)
            continue;
        const QString text = withoutStamp(fromStd(trace.text(event.text())));
        if (trace.text(static_cast<TextId>(event.value)) != "\n")
            return {};
        if (text.trimmed().isEmpty() || text.contains(QLatin1Char('\n')) || isRuler(text))
            continue;
        lines.push_back(
            {.text = text,
             .shows = {.from = instantBefore(trace, i), .until = event.at(), .cursor = i + 1, .actor = event.actor}});
    }
    return lines;
}

/// How often another one prints, in the longest part from here on whose lines are all different.
struct Part {
    std::size_t first = 0;
    std::size_t length = 0;
    int changes = -1;
};
Part partFrom(const std::vector<Item> &lines, std::size_t first)
{
    Part part{first, 0, 0};
    QStringList seen;
    for (std::size_t i = first;
         i < lines.size() && part.length < kMostLines && !seen.contains(lines[i].text.simplified()); ++i) {
        seen << lines[i].text.simplified();
        part.changes += i > first && lines[i].shows.actor != lines[i - 1].shows.actor;
        ++part.length;
    }
    return part;
}

} // namespace

std::optional<Exercise> orderOf(const Names &names)
{
    const std::vector<Item> lines = printedLines(names.spans());
    Part best;
    for (std::size_t first = 0; first < lines.size(); ++first) {
        const Part part = partFrom(lines, first);
        if (part.length >= kFewestLines && part.changes > best.changes)
            best = part;
    }
    if (!names.spans().finished() || best.length < kFewestLines)
        return std::nullopt;
    std::vector<int> places(best.length); // of each item, in the right order
    std::iota(places.begin(), places.end(), 0);
    const std::vector<int> right = places;
    std::minstd_rand random(lines.size() * 31 + best.first);
    for (int again = 0; places == right || again == 0; ++again)
        for (std::size_t i = places.size(); i > 1; --i)
            std::swap(places[i - 1], places[random() % i]);
    Exercise exercise{.kind = Kind::Order, .items = std::vector<Item>(best.length)};
    for (std::size_t i = 0; i < best.length; ++i) {
        exercise.items[static_cast<std::size_t>(places[i])] = lines[best.first + i];
        exercise.right.append(places[i]);
    }
    exercise.shows = lines[best.first + best.length - 1].shows;
    exercise.shows.from = lines[best.first].shows.from;
    return exercise;
}

// The job table ------------------------------------------------------------------------------------------------

namespace {

/// Within which no job begins or ends, but not so long that there is nothing to find out; else of a round length that
/// makes few enough.
Duration slotFor(const Spans &spans, const JobTable &jobs)
{
    std::int64_t divisor = 0;
    for (const JobTable::Job &job : jobs.jobs)
        divisor = std::gcd(std::gcd(divisor, job.begin.time_since_epoch().count()), job.end.time_since_epoch().count());
    const auto slotsOf = [&](Duration slot) { return jobTableSlots(spans, ShownUntil::endOf(spans), slot); };
    const Duration exact(divisor);
    if (divisor == 0 || (slotsOf(exact) >= kFewestSlots && slotsOf(exact) <= kMostSlots))
        return exact;
    const bool tooMany = slotsOf(exact) > kMostSlots;
    for (Duration unit = 1ms; tooMany || unit < exact; unit *= 10)
        for (const int times : {1, 2, 5})
            if (slotsOf(unit * times) <= kMostSlots && (tooMany || exact % (unit * times) == Duration{}))
                return unit * times;
    return exact;
}

/// Jobs of one name are told apart.
QString rowOf(const QStringList &rows, const std::string &title)
{
    const QString name = fromStd(title);
    QString row = name;
    for (int again = 2; rows.contains(row); ++again)
        row = QStringLiteral("%1 (%2)").arg(name).arg(again);
    return row;
}

} // namespace

std::optional<Exercise> tableOf(const Names &names)
{
    const Spans &spans = names.spans();
    const ShownUntil end = ShownUntil::endOf(spans);
    if (!spans.finished() || spans.end() == Instant{})
        return std::nullopt;
    const Duration slot = slotFor(spans, jobTable(spans, end, spans.end().time_since_epoch()));
    if (slot <= Duration{})
        return std::nullopt;
    const JobTable table = jobTable(spans, end, slot);
    if (table.jobs.size() < 2 || table.jobs.size() > kMostRows)
        return std::nullopt;
    Exercise exercise{.kind = Kind::Table,
                      .shows = {.from = Instant{}, .until = spans.end()},
                      .columns = static_cast<int>(table.slots.size()) + kSlotsBehindTheEnd,
                      .slot = slot};
    for (std::size_t row = 0; row < table.jobs.size(); ++row) {
        exercise.rows << rowOf(exercise.rows, table.jobs[row].title);
        exercise.made.push_back(spans.lane(table.jobs[row].actor).created);
        for (std::size_t column = 0; column < table.slots.size(); ++column)
            if (table.slots[column][row])
                exercise.right << static_cast<int>(row) * exercise.columns + static_cast<int>(column);
    }
    return exercise;
}

// Who gets the thread next -------------------------------------------------------------------------------------

namespace {

const Span *spanBefore(const Lane &lane, EventIndex event)
{
    const auto after = std::ranges::partition_point(lane.spans, [&](const Span &span) { return span.first < event; });
    if (after == lane.spans.begin() || std::prev(after)->last < event)
        return nullptr;
    return &*std::prev(after);
}

Item candidate(const Names &names, const Lane &lane, State state, ActorId before)
{
    const Belief belief = lane.actor == before    ? Belief::HolderGoesOn
                          : state == State::Ready ? Belief::AnyReady
                                                  : Belief::WaiterRuns;
    return {.text = fromStd(names.lane(lane.actor)), .belief = belief, .shows = {.actor = lane.actor}};
}

/// A task switch, with those who might be thought to get the thread.
struct Switch {
    Exercise exercise;
    int ready = 0;
};
std::optional<Switch> switchAt(const Names &names, EventIndex step, ActorId before)
{
    const Spans &spans = names.spans();
    const Trace &trace = spans.trace();
    const ActorId taker = trace[step].actor;
    Switch found{.exercise = {.kind = Kind::Who, .event = step, .at = trace[step].at(), .before = before}};
    for (const Lane &lane : spans.lanes()) {
        const bool candidates = lane.kind == ActorKind::Task && lane.createdBy < step;
        const Span *span = candidates ? spanBefore(lane, step) : nullptr;
        if (!span)
            continue;
        if (lane.actor == taker)
            found.exercise.right = {static_cast<int>(found.exercise.items.size())};
        found.ready += span->state == State::Ready;
        found.exercise.items.push_back(candidate(names, lane, span->state, before));
    }
    const auto count = static_cast<int>(found.exercise.items.size());
    if (found.exercise.right.isEmpty() || count < 2 || count > 6)
        return std::nullopt;
    found.exercise.shows = {
        .from = instantBefore(trace, step), .until = found.exercise.at, .cursor = step + 1, .actor = taker};
    return found;
}

/// Where several are ready first, then from different instants; of these from the whole run.
std::vector<std::size_t> spread(const std::vector<Switch> &switches, std::size_t most)
{
    std::vector<std::size_t> places;
    for (const bool hard : {true, false}) {
        std::vector<std::size_t> firsts;
        for (std::size_t i = 0; i < switches.size(); ++i) {
            const auto sameInstant = [&](std::size_t other) {
                return switches[other].exercise.at == switches[i].exercise.at;
            };
            if ((switches[i].ready > 1) == hard && std::ranges::none_of(firsts, sameInstant)
                && std::ranges::none_of(places, sameInstant))
                firsts.push_back(i);
        }
        const std::size_t count = std::min(firsts.size(), most - places.size());
        for (std::size_t i = 0; i < count; ++i)
            places.push_back(firsts[(2 * i + 1) * firsts.size() / (2 * count)]);
    }
    for (std::size_t i = 0; i < switches.size() && places.size() < most; ++i)
        if (std::ranges::find(places, i) == places.end())
            places.push_back(i);
    std::ranges::sort(places);
    return places;
}

} // namespace

std::vector<Exercise> whoOf(const Names &names, int most)
{
    const Spans &spans = names.spans();
    std::vector<Switch> switches;
    ActorId before = ActorId::None;
    for (const EventIndex step : spans.steps()) {
        const TraceEvent &event = spans.trace()[step];
        if (spans.finished() && event.kind == EventKind::TaskStep)
            if (auto found = switchAt(names, step, before))
                switches.push_back(std::move(*found));
        before = event.actor;
    }
    std::vector<Exercise> chosen;
    const std::vector<std::size_t> places = spread(switches, static_cast<std::size_t>(std::max(most, 0)));
    for (const std::size_t place : places)
        chosen.push_back(std::move(switches[place].exercise));
    return chosen;
}

std::vector<Exercise> makeExercises(const Names &names, const ProgramSource &source, int who)
{
    std::vector<Exercise> all;
    const auto add = [&all](std::optional<Exercise> exercise) {
        if (exercise)
            all.push_back(std::move(*exercise));
    };
    add(totalOf(names));
    add(orderOf(names));
    add(tableOf(names));
    std::ranges::move(whoOf(names, who), std::back_inserter(all));
    add(lineOf(names, source));
    add(awaitsOf(names, source));
    return all;
}

} // namespace coroscope::exercises

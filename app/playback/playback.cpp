// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/playback.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace coroscope {

namespace {

/// What a frame costs: QT_LOGGING_RULES=coroscope.frames.debug=true
Q_LOGGING_CATEGORY(frames, "coroscope.frames", QtWarningMsg)

/// Bounds of the work done for one frame, step or seek, in callbacks and steps: a program that never lets time pass
/// must not keep the window from answering.
constexpr int kFrameChunks = 200;
constexpr std::uint64_t kChunk = 64;
constexpr int kSeekChunks = 2000;
constexpr int kRushTurns = 100;      ///< a frame, at full speed
constexpr Duration kRushStride = 1s; ///< and so far beyond what has been recorded, at most, at once

/// The next of 1, 1.5, 2, 2.5, 3, 4, 6, 8, 10, 15... seconds that is not before `end`.
Instant roundHorizon(Instant end)
{
    constexpr std::array<std::int64_t, 8> kTenths{10, 15, 20, 25, 30, 40, 60, 80};
    for (std::int64_t unit = 100'000'000;; unit *= 10) {
        for (const std::int64_t tenths : kTenths) {
            if (instantAt(tenths * unit) >= end)
                return instantAt(tenths * unit);
        }
    }
}

/// An instant with very many turns is not shown at the pace of one with three.
Duration dwellOf(int turn)
{
    constexpr int kUnhurried = 12;
    return turn <= kUnhurried ? Playback::kDwell : Playback::kDwell * kUnhurried / turn;
}

bool catchUp(Recording &recording, Instant until)
{
    for (int chunk = 0; chunk < kSeekChunks; ++chunk) {
        if (!recording.record(until, kChunk))
            return true;
    }
    return false;
}

} // namespace

Playback::Playback(std::unique_ptr<FrameTicks> ticks, QObject *parent) : QObject(parent), m_ticks(std::move(ticks))
{
    drive();
}

Playback::~Playback() = default;

QCoro::Task<> Playback::drive()
{
    while (true) {
        const FrameTicks::Elapsed elapsed = co_await m_ticks->next();
        if (!elapsed)
            co_return;
        if (!m_playing)
            continue;
        QElapsedTimer timer;
        timer.start();
        if (m_speed == kFullSpeed)
            rush();
        else
            spend(Duration(static_cast<std::int64_t>(static_cast<double>(elapsed->count()) * m_speed)));
        qCDebug(frames) << "step" << timer.nsecsElapsed() / 1000 << "µs, after" << elapsed->count() / 1000 << "µs";
    }
}

void Playback::load(std::vector<std::unique_ptr<Recording>> runs)
{
    setPlaying(false);
    m_runs.clear();
    setFollowing(false);
    for (auto &run : runs) {
        run->listen([this] { grown(); });
        m_runs.push_back({std::move(run), 0, false, 0});
    }
    m_now = Instant{};
    m_horizon = kFirstHorizon;
    m_knownEnd.reset();
    setLoop(std::nullopt);
    rest();
    Q_EMIT loaded();
    announce();
}

void Playback::setKnownEnd(std::optional<Instant> end)
{
    m_knownEnd = end;
    Q_EMIT changed();
}

void Playback::setTitles(const QStringList &titles)
{
    for (std::size_t i = 0; i < std::min(m_runs.size(), static_cast<std::size_t>(titles.size())); ++i)
        m_runs[i].recording->setTitle(titles[static_cast<qsizetype>(i)]);
    Q_EMIT changed();
}

Moment Playback::moment(std::size_t index) const
{
    const Staged &staged = m_runs[index];
    return {&staged.recording->spans(), staged.cursor, m_now};
}

Instant Playback::recordedEnd() const
{
    Instant end = m_now;
    for (const Staged &staged : m_runs)
        end = std::max(end, staged.recording->spans().end());
    return end;
}

bool Playback::atEnd() const
{
    return std::ranges::all_of(m_runs, &Staged::atEnd);
}

void Playback::setPlaying(bool playing)
{
    if (playing == m_playing || (playing && m_runs.empty()))
        return;
    if (playing)
        setFollowing(false);
    if (playing && atEnd())
        toStart();
    m_playing = playing;
    m_waiting = false;
    m_toSwitch = false;
    m_passageEnd.reset();
    if (playing)
        m_ticks->start();
    else
        m_ticks->stop();
    Q_EMIT playingChanged(playing);
}

void Playback::setSpeed(double speed)
{
    m_speed = speed == kFullSpeed ? speed : std::clamp(speed, kSlowest, kFastest);
    Q_EMIT speedChanged(m_speed);
}

void Playback::runToNextSwitch()
{
    setPlaying(false);
    rest();
    setPlaying(true);
    m_toSwitch = m_playing;
}

void Playback::setLoop(std::optional<Range> range)
{
    if (range && range->end <= range->begin)
        range.reset();
    if (range == m_loop)
        return;
    m_loop = range;
    Q_EMIT loopChanged();
}

/// Forgets what was still to be shown of a turn: the lecturer has gone elsewhere.
void Playback::rest()
{
    m_dwell = Duration{};
    m_turnsHere = 0;
}

void Playback::announce()
{
    for (Staged &staged : m_runs) {
        staged.endSeen = staged.endSeen || staged.atEnd();
        staged.seen = std::max(staged.seen, staged.cursor);
    }
    if (m_now > m_horizon)
        m_horizon = roundHorizon(m_now);
    if (!m_runs.empty() && atEnd())
        m_horizon = recordedEnd();
    Q_EMIT changed();
}

// A run that grows ---------------------------------------------------------------------------------------------

Instant Playback::edge() const
{
    Instant edge = kNever;
    for (const Staged &staged : m_runs)
        edge = std::min(edge, staged.recording->edge());
    return edge;
}

void Playback::setFollowing(bool following)
{
    if (following == m_following)
        return;
    if (following)
        setPlaying(false);
    m_following = following;
    Q_EMIT followingChanged(following);
    if (following)
        grown();
}

/// Recorded by somebody else: the window's other views want to know, too.
void Playback::grown()
{
    for (Staged &staged : m_runs)
        staged.recording->record(m_now, 0);
    if (std::exchange(m_waiting, false))
        m_ticks->start();
    if (m_following)
        standAt(edge() == kNever ? recordedEnd() : edge());
    else
        announce();
}

/// No frame has anything to show before the run has grown.
void Playback::waitAtEdge()
{
    if (std::ranges::any_of(m_runs, [](const Staged &staged) { return staged.recording->full(); })) {
        setPlaying(false);
        Q_EMIT full();
        return;
    }
    m_waiting = true;
    m_ticks->stop();
}

// Playing ------------------------------------------------------------------------------------------------------

void Playback::spend(Duration budget)
{
    while (budget > Duration{} && m_playing) {
        if (m_dwell > Duration{}) {
            const Duration spent = std::min(m_dwell, budget);
            m_dwell -= spent;
            budget -= spent;
            continue;
        }
        if (!prepareTurn())
            break;
        if (askFirst())
            break;
        if (takeTurns()) {
            m_admitted = false;
            if (m_toSwitch || passageIsOver(false))
                setPlaying(false);
            continue;
        }
        finishInstant();
        if (passageIsOver(true))
            setPlaying(false);
        if (!m_playing || goRound())
            break;
        if (atEnd())
            setPlaying(false);
        else
            moveTime(budget);
        if (atEdge() && !turnIsHere()) {
            waitAtEdge();
            break;
        }
    }
    announce();
    tellPending();
}

void Playback::tellPending()
{
    if (std::exchange(m_pending, false))
        Q_EMIT switchPending();
}

/// A frame at full speed: so many turns, and the time between them at once.
void Playback::rush()
{
    for (int turns = 0; turns < kRushTurns && m_playing; ++turns) {
        if (!prepareTurn())
            break;
        if (askFirst())
            break;
        if (takeTurns()) {
            m_admitted = false;
            if (m_toSwitch || passageIsOver(false))
                setPlaying(false);
            continue;
        }
        finishInstant();
        if (passageIsOver(true))
            setPlaying(false);
        if (!m_playing || goRound())
            break;
        if (atEnd()) {
            setPlaying(false);
            break;
        }
        Duration most = recordedEnd() + kRushStride - m_now;
        moveTime(most);
        if (atEdge() && !turnIsHere()) {
            waitAtEdge();
            break;
        }
    }
    m_dwell = Duration{};
    announce();
    tellPending();
}

bool Playback::turnIsHere() const
{
    return std::ranges::any_of(m_runs, [this](const Staged &staged) {
        const Stops stops(staged.recording->spans(), StepKind::Switch);
        return stops.reached(staged.cursor) < stops.countBefore(stops.firstAfter(m_now));
    });
}

/// At the end of the range that is played again and again: back to its begin.
bool Playback::goRound()
{
    if (!m_loop || (m_now < m_loop->end && !atEnd()))
        return false;
    standAt(m_loop->begin);
    return true;
}

/// Records until each run shows whether it has another turn at this instant. False when the bound of work was
/// reached first: the frame ends, the next one goes on.
bool Playback::prepareTurn()
{
    int chunks = kFrameChunks;
    for (Staged &staged : m_runs) {
        const Stops stops(staged.recording->spans(), StepKind::Switch);
        while (stops.reached(staged.cursor) == stops.countBefore(stops.firstAfter(m_now))) {
            if (!staged.recording->record(m_now, 1))
                break;
            if (--chunks == 0)
                return false;
        }
    }
    return true;
}

bool Playback::takeTurns()
{
    if (!stepWithinInstant(StepKind::Switch))
        return false;
    m_dwell = dwellOf(++m_turnsHere);
    return true;
}

void Playback::finishInstant()
{
    for (Staged &staged : m_runs) {
        const Stops stops(staged.recording->spans(), StepKind::Event);
        staged.cursor = std::max(staged.cursor, stops.firstAfter(m_now));
    }
}

/// Moves the now-line as far as the budget goes, but not past an instant at which something happens.
void Playback::moveTime(Duration &budget)
{
    Instant target = m_now + budget;
    if (m_loop && m_now < m_loop->end)
        target = std::min(target, m_loop->end);
    if (m_passageEnd)
        target = std::min(target, std::max(m_passageEnd->at, m_now));
    target = std::max(std::min(target, edge()), m_now);
    for (Staged &staged : m_runs) {
        Recording &recording = *staged.recording;
        const bool known = staged.cursor < recording.spans().eventsRead();
        if (!known)
            recording.record(target, 1);
        if (staged.cursor < recording.spans().eventsRead())
            target = std::min(target, recording.trace()[staged.cursor].at());
    }
    budget -= target - m_now;
    if (target > m_now)
        m_turnsHere = 0;
    m_now = target;
}

// Stepping -----------------------------------------------------------------------------------------------------
//
// A position is an instant and a rank: how many stops of that instant have been reached, the same in all runs. The
// cursors are a function of it (Stops::cursorAt), so a step back finds exactly what was shown before.

bool Playback::stepForward(StepKind kind)
{
    setFollowing(false);
    setPlaying(false);
    rest();
    if (m_runs.empty())
        return false;
    for (Staged &staged : m_runs)
        recordNextStop(staged, kind);
    const bool moved = stepWithinInstant(kind) || stepToNextInstant(kind);
    if (moved)
        announce();
    else if (!atEnd())
        toEnd();
    return moved;
}

void Playback::recordNextStop(Staged &staged, StepKind kind)
{
    const Stops stops(staged.recording->spans(), kind);
    for (int chunk = 0; chunk < kSeekChunks && stops.reached(staged.cursor) == stops.count(); ++chunk) {
        // A cancelled callback is skipped without a trace: only the end means that there is no more.
        if (!staged.recording->record(kNever, 1)
            && (staged.recording->finished() || staged.recording->edge() != kNever))
            return;
    }
}

bool Playback::stepWithinInstant(StepKind kind)
{
    constexpr std::size_t kNone = ~std::size_t(0);
    std::size_t rank = kNone;
    for (const Staged &staged : m_runs) {
        const Stops stops(staged.recording->spans(), kind);
        const std::size_t reached = stops.reached(staged.cursor);
        if (reached < stops.countBefore(stops.firstAfter(m_now)))
            rank = std::min(rank, reached - std::min(reached, stops.countBefore(stops.firstAt(m_now))));
    }
    return rank != kNone && goTo(m_now, rank + 1, kind, true);
}

bool Playback::stepToNextInstant(StepKind kind)
{
    Instant next = kNever;
    for (const Staged &staged : m_runs) {
        const Stops stops(staged.recording->spans(), kind);
        const std::size_t stop = stops.reached(staged.cursor);
        if (stop < stops.count())
            next = std::min(next, stops.timeOf(stop));
    }
    if (next == kNever)
        return false;
    for (Staged &staged : m_runs)
        catchUp(*staged.recording, next);
    return goTo(next, 1, kind, true);
}

bool Playback::stepBack(StepKind kind)
{
    setFollowing(false);
    setPlaying(false);
    rest();
    const bool moved = stepBackWithinInstant(kind) || stepToEarlierInstant(kind);
    if (moved) {
        announce();
        return true;
    }
    const bool atStart =
        m_now == Instant{} && std::ranges::all_of(m_runs, [](const Staged &s) { return s.cursor == 0; });
    if (!atStart)
        toStart();
    return !atStart;
}

bool Playback::stepBackWithinInstant(StepKind kind)
{
    std::size_t rank = 0;
    for (const Staged &staged : m_runs) {
        const Stops stops(staged.recording->spans(), kind);
        const std::size_t reached = stops.reached(staged.cursor);
        rank = std::max(rank, reached - std::min(reached, stops.countBefore(stops.firstAt(m_now))));
    }
    if (rank == 0)
        return false;
    return goTo(m_now, rank, kind, false) || (rank > 1 && goTo(m_now, rank - 1, kind, false));
}

bool Playback::stepToEarlierInstant(StepKind kind)
{
    Instant before = Instant::min();
    std::size_t rank = 0;
    for (const Staged &staged : m_runs) {
        const Stops stops(staged.recording->spans(), kind);
        const std::size_t left = std::min(stops.reached(staged.cursor), stops.countBefore(stops.firstAt(m_now)));
        if (left > 0)
            before = std::max(before, stops.timeOf(left - 1));
    }
    for (const Staged &staged : m_runs)
        rank = std::max(rank, Stops(staged.recording->spans(), kind).countAt(before));
    return rank > 0 && goTo(before, rank, kind, false);
}

/// Goes to a position. Runs that are past it already (or, going back, before it) stay. Returns whether any moved.
bool Playback::goTo(Instant at, std::size_t rank, StepKind kind, bool forward)
{
    bool moved = m_now != at;
    m_now = at;
    for (Staged &staged : m_runs) {
        const EventIndex cursor = Stops(staged.recording->spans(), kind).cursorAt(at, rank);
        if (forward ? cursor > staged.cursor : cursor < staged.cursor) {
            staged.cursor = cursor;
            moved = true;
        }
    }
    return moved;
}

// Jumping ------------------------------------------------------------------------------------------------------

void Playback::seek(Instant at)
{
    setFollowing(false);
    standAt(at);
}

void Playback::standAt(Instant at)
{
    rest();
    m_now = std::max(at, Instant{});
    for (Staged &staged : m_runs) {
        if (!catchUp(*staged.recording, m_now))
            m_now = std::min(m_now, staged.recording->spans().end());
        m_now = std::min(m_now, staged.recording->edge());
    }
    for (Staged &staged : m_runs)
        staged.cursor = Stops(staged.recording->spans(), StepKind::Event).firstAfter(m_now);
    announce();
}

void Playback::seekEvent(std::size_t run, EventIndex event)
{
    if (run >= m_runs.size() || event >= m_runs[run].recording->spans().eventsRead())
        return;
    setFollowing(false);
    setPlaying(false);
    const Spans &spans = m_runs[run].recording->spans();
    const Instant at = spans.trace()[event].at();
    standAt(at);
    const std::size_t rank = event - Stops(spans, StepKind::Event).firstAt(at) + 1;
    goTo(at, rank, StepKind::Event, false);
    announce();
}

void Playback::toStart()
{
    setFollowing(false);
    rest();
    m_now = Instant{};
    for (Staged &staged : m_runs)
        staged.cursor = 0;
    announce();
}

void Playback::toEnd()
{
    setPlaying(false);
    recordAll();
    standAt(recordedEnd());
}

void Playback::recordAll()
{
    for (Staged &staged : m_runs)
        catchUp(*staged.recording, kNever);
    announce();
}

} // namespace coroscope

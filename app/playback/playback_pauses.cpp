// SPDX-License-Identifier: GPL-3.0-or-later
// Where playing pauses by itself: before a task switch that is asked about, and at the end of a passage.

#include "app/playback/playback.h"

namespace coroscope {

/// Pauses before the turn that is about to be taken, if somebody wants to be asked; not in a passage, which is itself
/// an answer.
bool Playback::askFirst()
{
    if (!m_asking || m_admitted || m_passageEnd || !turnIsHere())
        return false;
    setPlaying(false);
    m_pending = true;
    return true;
}

void Playback::setAsking(bool asking)
{
    m_asking = asking;
    m_admitted = false;
}

void Playback::passSwitch()
{
    m_admitted = true;
    setPlaying(true);
}

std::optional<ActorId> Playback::nextTaker(std::size_t run)
{
    if (run >= m_runs.size())
        return std::nullopt;
    Staged &staged = m_runs[run];
    recordNextStop(staged, StepKind::Switch);
    const Spans &spans = staged.recording->spans();
    const std::size_t next = Stops(spans, StepKind::Switch).reached(staged.cursor);
    if (next >= spans.steps().size())
        return std::nullopt;
    return spans.trace()[spans.steps()[next]].actor;
}

void Playback::forgetSeen()
{
    setPlaying(false);
    for (Staged &staged : m_runs) {
        staged.endSeen = false;
        staged.seen = 0;
    }
    m_horizon = kFirstHorizon;
    if (!timeless())
        m_knownEnd.reset();
    toStart();
}

void Playback::playPassage(Instant from, PassageEnd end)
{
    setPlaying(false);
    if (end.run >= m_runs.size())
        return;
    if (from > Instant{})
        seek(from);
    else
        toStart();
    setPlaying(true);
    m_passageEnd = end;
}

/// `instantOver`: everything of the instant of the now-line has happened.
bool Playback::passageIsOver(bool instantOver) const
{
    if (!m_passageEnd || m_now < m_passageEnd->at)
        return false;
    const bool seen = m_passageEnd->cursor > 0 && m_runs[m_passageEnd->run].cursor >= m_passageEnd->cursor;
    return instantOver || seen;
}

} // namespace coroscope

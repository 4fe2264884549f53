// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/narrator.h"

#include "app/words/sentences.h"

#include <algorithm>

namespace coroscope {

namespace {

constexpr qsizetype kStrip = 170; ///< letters: two lines on a small screen

ActorId actorOf(const Passage &passage)
{
    return passage.kind == Passage::Kind::Turn ? passage.actor : ActorId::None;
}

/// With this event the thread is no longer the actor's.
bool givesBack(const TraceEvent &event, ActorId actor)
{
    switch (event.kind) {
    case EventKind::TaskAwait:
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled:
    case EventKind::Yielded:
    case EventKind::Returned:
    case EventKind::Raised: return event.actor == actor;
    default: return false;
    }
}

} // namespace

Narrator::Narrator(const Names &names)
    : m_names(names), m_story(names.spans()), m_stacks(names.spans().trace()), m_callbacks(1)
{
}

void Narrator::update()
{
    for (const EventIndex end = spans().eventsRead(); m_read < end; ++m_read)
        read(m_read, spans().trace()[m_read]);
    m_stacks.update();
    m_story.update();
}

void Narrator::read(EventIndex index, const TraceEvent &event)
{
    const auto entry = [](auto &list, std::size_t id) -> auto & {
        if (list.size() <= id)
            list.resize(id + 1);
        return list[id];
    };
    switch (event.kind) {
    case EventKind::HandleReady:
        entry(m_callbacks, event.object) = {.actor = event.actor,
                                            .label = static_cast<TextId>(event.value),
                                            .role = static_cast<HandleRole>(event.tag),
                                            .set = index,
                                            .gone = index};
        break;
    case EventKind::TimerSet:
        entry(m_callbacks, event.object) = {.actor = event.actor,
                                            .label = static_cast<TextId>(event.source),
                                            .role = static_cast<HandleRole>(event.tag),
                                            .timer = true,
                                            .deadline = instantAt(event.value),
                                            .set = index};
        break;
    case EventKind::TimerDue:
    case EventKind::HandleCancelled:
        if (event.object < m_callbacks.size())
            m_callbacks[event.object].gone = std::min(m_callbacks[event.object].gone, index);
        break;
    case EventKind::ResourceCreated: {
        const auto kind = static_cast<ResourceKind>(event.tag);
        const bool semaphore = kind == ResourceKind::Semaphore || kind == ResourceKind::BoundedSemaphore;
        entry(m_now, event.object) = semaphore ? event.value : 0;
        break;
    }
    case EventKind::ResourceLevel:
        m_levels.push_back({index, std::exchange(entry(m_now, event.object), event.value)});
        break;
    default: break;
    }
}

const Narrator::Callback &Narrator::callback(HandleId handle) const
{
    return m_callbacks[raw(handle) < m_callbacks.size() ? raw(handle) : 0];
}

std::int64_t Narrator::levelBefore(EventIndex event) const
{
    const auto found = std::ranges::lower_bound(m_levels, event, {}, &Level::event);
    return found == m_levels.end() ? 0 : found->before;
}

QString Narrator::at(ShownUntil moment) const
{
    const Passage *const passage = m_story.at(moment.cursor, moment.now);
    if (!passage)
        return {};
    if (fellAsleep(*passage, moment.cursor))
        return words::sentenceOf(*this,
                                 {.kind = Passage::Kind::Sleeps,
                                  .from = moment.cursor,
                                  .event = moment.cursor,
                                  .end = moment.cursor,
                                  .shownFrom = moment.cursor,
                                  .at = spans().trace()[moment.cursor - 1].at()},
                                 kStrip);
    return words::sentenceOf(*this, *passage, kStrip);
}

/// The end of what is recorded: no later event says that time goes on, but nobody wants the thread.
bool Narrator::fellAsleep(const Passage &last, EventIndex cursor) const
{
    const bool over = last.kind == Passage::Kind::Turn && last.end <= cursor && last.actor != ActorId::Main;
    if (!over || cursor < spans().eventsRead() || spans().finished())
        return false;
    return std::ranges::none_of(spans().lanes(), [](const Lane &lane) {
        return !lane.spans.empty() && lane.spans.back().open() && lane.spans.back().state == State::Ready;
    });
}

std::vector<Narrator::Sentence> Narrator::all() const
{
    std::vector<Sentence> sentences;
    const auto &passages = m_story.passages();
    for (auto passage = passages.begin(); passage != passages.end(); ++passage) {
        const bool rests =
            std::next(passage) != passages.end() && words::tellsOfSleep(*this, *passage, *std::next(passage));
        QString text = words::sentenceOf(*this, *passage);
        if (rests)
            text = words::withSleep(*this, *passage);
        if (passage == passages.begin() || !goesOnAs(*std::prev(passage), *passage))
            sentences.push_back({passage->at, passage->event, std::move(text), restOf(*passage), actorOf(*passage)});
        if (rests)
            ++passage;
    }
    return sentences;
}

/// The loop was woken by nothing that is told, and sleeps on.
bool Narrator::goesOnAs(const Passage &before, const Passage &passage) const
{
    if (before.kind != Passage::Kind::Sleeps || passage.kind != Passage::Kind::Sleeps)
        return false;
    Passage same = passage;
    same.at = before.at;
    return words::sentenceOf(*this, same) == words::sentenceOf(*this, before);
}

Narrator::Sentence Narrator::sentence(const Passage &passage) const
{
    return {passage.at, passage.event, words::sentenceOf(*this, passage), restOf(passage), actorOf(passage)};
}

ShownUntil Narrator::restOf(const Passage &passage) const
{
    const Trace &trace = spans().trace();
    EventIndex end = passage.shownFrom;
    const EventIndex limit = passage.kind == Passage::Kind::Turn ? std::min(passage.end, spans().eventsRead()) : end;
    while (end < limit && trace[end].at() == passage.at && !givesBack(trace[end], passage.actor))
        ++end;
    return {end, passage.at};
}

} // namespace coroscope

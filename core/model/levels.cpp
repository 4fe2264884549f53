// SPDX-License-Identifier: MIT
#include "core/model/levels.h"

#include <algorithm>

namespace coroscope {

namespace {

bool hasLevel(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::Queue:
    case ResourceKind::LifoQueue:
    case ResourceKind::PriorityQueue:
    case ResourceKind::Lock:
    case ResourceKind::Semaphore:
    case ResourceKind::BoundedSemaphore:
    case ResourceKind::Event: return true;
    default: return false;
    }
}

} // namespace

const LevelTrack::Change *LevelTrack::at(EventIndex cursor) const
{
    const auto after =
        std::ranges::partition_point(changes, [cursor](const Change &change) { return change.event < cursor; });
    return after == changes.begin() ? nullptr : &*(after - 1);
}

std::int64_t LevelTrack::initial() const
{
    return kind == ResourceKind::Semaphore || kind == ResourceKind::BoundedSemaphore ? capacity : 0;
}

void Levels::update()
{
    for (const EventIndex end = m_spans.eventsRead(); m_read < end; ++m_read) {
        const TraceEvent &event = m_spans.trace()[m_read];
        if (event.kind == EventKind::ResourceCreated) {
            create(m_read, event);
        } else if (event.kind == EventKind::ResourceLevel) {
            const auto track = std::ranges::lower_bound(m_tracks, event.resource(), {}, &LevelTrack::resource);
            if (track == m_tracks.end() || track->resource != event.resource())
                continue;
            track->changes.push_back({m_read, event.at(), event.value, event.actor});
            track->most = std::max(track->most, event.value);
        }
    }
}

void Levels::create(EventIndex index, const TraceEvent &event)
{
    const auto kind = static_cast<ResourceKind>(event.tag);
    const bool next = m_tracks.empty() || m_tracks.back().resource < event.resource();
    if (!hasLevel(kind) || !next)
        return;
    LevelTrack &track = m_tracks.emplace_back();
    track.resource = event.resource();
    track.kind = kind;
    track.name = static_cast<TextId>(event.source);
    track.createdBy = index;
    track.capacity = event.value;
    track.most = std::max<std::int64_t>(event.value, 1);
}

const LevelTrack *Levels::track(ResourceId resource) const
{
    const auto found = std::ranges::lower_bound(m_tracks, resource, {}, &LevelTrack::resource);
    return found == m_tracks.end() || found->resource != resource ? nullptr : &*found;
}

} // namespace coroscope

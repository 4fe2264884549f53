// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/spans.h"

#include <optional>
#include <vector>

namespace coroscope {

/// How full a queue was, what a semaphore's value was, who held a lock: over time, for the lanes of resources.
struct LevelTrack {
    struct Change {
        EventIndex event;
        Instant at;
        std::int64_t value;
        ActorId by; ///< whose doing; for a lock that is locked: its holder
    };

    ResourceId resource = ResourceId::None;
    ResourceKind kind = ResourceKind::Queue;
    TextId name = TextId::Empty;
    EventIndex createdBy = 0;
    std::int64_t capacity = 0; ///< or initial value; 0: without bound
    std::int64_t most = 0;     ///< the highest value up to now
    std::vector<Change> changes;

    /// The last change of which the event is before `cursor`; none when it still is as it was made.
    [[nodiscard]] const Change *at(EventIndex cursor) const;
    /// Before the first change: a semaphore begins with its value, everything else empty.
    [[nodiscard]] std::int64_t initial() const;
    [[nodiscard]] bool isLock() const { return kind == ResourceKind::Lock; }
};

/// The tracks of all resources that have a level, folded from a trace. Cost: proportional to the new events only.
class Levels {
public:
    explicit Levels(const Spans &spans) : m_spans(spans) {}

    /// Reads what `spans` has read since the last call.
    void update();

    /// In order of creation.
    [[nodiscard]] const std::vector<LevelTrack> &tracks() const { return m_tracks; }
    /// Null when the resource has no level.
    [[nodiscard]] const LevelTrack *track(ResourceId resource) const;

private:
    void create(EventIndex index, const TraceEvent &event);

    const Spans &m_spans;
    EventIndex m_read = 0;
    std::vector<LevelTrack> m_tracks;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/model/await_stack.h"
#include "core/model/names.h"
#include "core/model/shown_until.h"
#include "core/model/story.h"

#include <vector>

namespace coroscope {

/// A run told in plain sentences, in the program's language: who has the thread and why, what for, until when; who has
/// to wait; why nobody has it. From the trace alone, and nothing is told before it is known.
///
///     0.5 s: run1 is woken by its timer and gets the thread; it prints “run1 middle”.
///     0.5 s: run1 calls time.sleep(1) and keeps the thread; run2 is ready but has to wait until 1.5 s.
class Narrator {
public:
    struct Sentence {
        Instant at;
        EventIndex event; ///< where to look
        QString text;     ///< with its time: "0.5 s: ..."
        ShownUntil shown; ///< the moment that shows it: of a turn its end, just before the thread is given back
        ActorId actor = ActorId::None; ///< whose turn it tells of
    };

    /// Names are the caller's to update, before update().
    explicit Narrator(const Names &names);

    /// Reads what the names' spans have read since the last call.
    void update();

    /// What goes on at a moment, for a strip below the chart: not too long. Empty before the first event.
    [[nodiscard]] QString at(ShownUntil moment) const;
    /// All that has been read, one sentence a passage (see Story); but a sleep of the loop of which the turn before
    /// tells already, or which is no news after another sleep, has none of its own.
    [[nodiscard]] std::vector<Sentence> all() const;
    [[nodiscard]] Sentence sentence(const Passage &passage) const;

    // What sentences are made from.

    /// A timer or callback that the program, or the loop, has asked for.
    struct Callback {
        ActorId actor = ActorId::Main; ///< who asked for it
        TextId label = TextId::Empty;
        HandleRole role = HandleRole::Loop;
        bool timer = false;
        Instant deadline{};
        EventIndex set = 0;
        EventIndex gone = ~EventIndex(0); ///< when it became ready or was cancelled
    };
    [[nodiscard]] const Names &names() const { return m_names; }
    [[nodiscard]] const Spans &spans() const { return m_names.spans(); }
    [[nodiscard]] const AwaitStacks &stacks() const { return m_stacks; }
    [[nodiscard]] const Callback &callback(HandleId handle) const;
    [[nodiscard]] const std::vector<Callback> &callbacks() const { return m_callbacks; }
    /// What a resource's level was before a ResourceLevel event.
    [[nodiscard]] std::int64_t levelBefore(EventIndex event) const;

private:
    void read(EventIndex index, const TraceEvent &event);
    [[nodiscard]] ShownUntil restOf(const Passage &passage) const;
    [[nodiscard]] bool goesOnAs(const Passage &before, const Passage &passage) const;
    [[nodiscard]] bool fellAsleep(const Passage &last, EventIndex cursor) const;

    struct Level {
        EventIndex event;
        std::int64_t before;
    };

    const Names &m_names;
    Story m_story;
    AwaitStacks m_stacks;
    EventIndex m_read = 0;
    std::vector<Callback> m_callbacks; ///< by handle; sleeps' timers are empty here
    std::vector<Level> m_levels;       ///< by event
    std::vector<std::int64_t> m_now;   ///< level by resource
};

} // namespace coroscope

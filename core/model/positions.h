// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/seek.h"

#include <map>
#include <vector>

namespace coroscope {

/// Where in its source everybody is, rebuilt from the trace alone: each actor's chain of coroutines, and the place each
/// link has reached. Of the one that has the thread that is what it did last (it printed, called something that
/// blocks, was resumed), of the others where they await.
class Positions {
public:
    struct Frame {
        TextId function = TextId::Empty;
        SourceId place = SourceId::Nowhere; ///< Nowhere: it has not done anything yet
    };
    using Chain = std::vector<Frame>; ///< outermost first

    Positions() : m_chains{{ActorId::Main, {Frame()}}} {}

    void read(const TraceEvent &event);

    /// Of all actors that are there, by id. The main program has a chain until the run ends.
    [[nodiscard]] const std::map<ActorId, Chain> &chains() const { return m_chains; }
    /// Empty when the actor is not there.
    [[nodiscard]] Chain chain(ActorId actor) const;

    /// Who has the thread: a task, a coroutine driven by hand, or the main program outside of the loop. None while the
    /// loop itself has it, or a callback.
    [[nodiscard]] ActorId running() const { return m_running; }
    /// Who reached a place last; the main program before anybody did.
    [[nodiscard]] ActorId latest() const { return m_latest; }
    /// What the callback that runs, or ran last in this iteration of the loop, did last.
    [[nodiscard]] SourceId callbackPlace() const { return m_callbackPlace; }

private:
    void readDriven(const TraceEvent &event);
    void reached(const TraceEvent &event);
    void setPlace(ActorId actor, SourceId place);
    void setRunning(ActorId actor);

    std::map<ActorId, Chain> m_chains;
    std::vector<ActorId> m_driven; ///< coroutines that were sent to and have not yielded yet, innermost last
    ActorId m_running = ActorId::Main;
    ActorId m_latest = ActorId::Main;
    SourceId m_callbackPlace = SourceId::Nowhere;
    bool m_inLoop = false;
};

using PositionsView = Seek<Positions>;

} // namespace coroscope

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/model/shown_until.h"

namespace coroscope {

/// Something wrong with a run that its trace proves, with the proof.
struct Diagnostic {
    enum class Kind {
        NeverAwaited,     ///< a coroutine was dropped before it ran
        NeverRetrieved,   ///< a task failed and nobody asked for its exception
        ThreadHeld,       ///< a task or callback kept the thread while others were ready
        Deadlock,         ///< nothing could ever run again, and a task was not done
        StillPending,     ///< the loop was left with a task that was not done
        SequentialAwaits, ///< coroutines that depended on each other in nothing were awaited one after the other
        LostUpdate,       ///< a variable was written from a reading that another task had overwritten meanwhile
    };
    /// Somebody who had to wait meanwhile.
    struct Delayed {
        ActorId actor;
        Duration delay;
    };

    Kind kind;
    ActorId actor = ActorId::Main; ///< whom it concerns
    EventIndex event = 0;          ///< where to look
    Instant at{};
    Duration duration{}; ///< ThreadHeld: how long the thread was held while others wanted it; SequentialAwaits: of the
                         ///< waits in all
    Duration together{}; ///< SequentialAwaits: how long gather would have waited
    std::vector<Delayed> delayed = {};       ///< ThreadHeld
    std::vector<ActorId> actors = {};        ///< LostUpdate: who wrote from an outdated reading, in order of time
    std::vector<std::string> functions = {}; ///< SequentialAwaits: of the coroutines
    std::size_t count = 0;                   ///< LostUpdate: of the updates that were lost
    std::string detail; ///< NeverAwaited: the function; NeverRetrieved: the exception; Deadlock, StillPending: what it
                        ///< awaits; LostUpdate: the variable
    std::string text;   ///< one English sentence with the numbers
};

/// "never-awaited", "never-retrieved", "thread-held", "deadlock", "still-pending", "sequential-awaits", "lost-update".
[[nodiscard]] const char *kindText(Diagnostic::Kind kind);

/// All that can be proved of what is shown, in order of time. `names` must be up to date.
[[nodiscard]] std::vector<Diagnostic> diagnose(const Names &names, ShownUntil until);

} // namespace coroscope

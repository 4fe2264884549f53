// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shown_until.h"

namespace coroscope {

/// What a panel is shown: a run as it is at one moment. Events below `cursor` have happened; `now` is the
/// position of the now-line, which is never before the last of them. Valid until the run is replaced.
struct Moment {
    const Spans *spans = nullptr;
    EventIndex cursor = 0;
    Instant now{};

    /// Everything in the run has happened.
    [[nodiscard]] bool atEnd() const { return spans->finished() && cursor == spans->eventsRead(); }
    /// For what core works out: a run that is over does not last until the now-line of a longer one beside it.
    [[nodiscard]] ShownUntil until() const { return {cursor, atEnd() ? spans->end() : now}; }

    /// The span the lane is in; null before its creation and after its end. O(log n), as all below.
    [[nodiscard]] const Span *spanOf(const Lane &lane) const;
    /// The thread lane's span: who has the thread. Null when nobody has.
    [[nodiscard]] const Span *holder() const;
    /// How long the span has lasted.
    [[nodiscard]] Duration lengthOf(const Span &span) const { return until().lengthOf(span); }
};

} // namespace coroscope

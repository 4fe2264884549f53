// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/spans.h"

namespace coroscope {

/// How far a run is shown: the events before `cursor` have happened, and the clock says `now`. `now` is never before
/// the last of them nor after the next; during a blocking call it lies in between.
struct ShownUntil {
    EventIndex cursor = ~EventIndex(0);
    Instant now = Instant::max();

    /// All there is.
    [[nodiscard]] static ShownUntil endOf(const Spans &spans) { return {spans.eventsRead(), spans.end()}; }
    [[nodiscard]] bool shows(const Span &span) const { return span.first < cursor && span.begin <= now; }
    /// The end of a span as shown: `now` while it is open there.
    [[nodiscard]] Instant endOf(const Span &span) const { return std::min(span.end, now); }
    [[nodiscard]] Duration lengthOf(const Span &span) const { return std::max(endOf(span) - span.begin, Duration(0)); }
};

} // namespace coroscope

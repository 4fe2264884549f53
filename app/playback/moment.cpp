// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/moment.h"

#include <algorithm>

namespace coroscope {

namespace {

const Span *openSpan(const std::vector<Span> &spans, EventIndex cursor)
{
    const auto after = std::ranges::partition_point(spans, [cursor](const Span &span) { return span.first < cursor; });
    if (after == spans.begin())
        return nullptr;
    const Span &last = *(after - 1);
    return last.last < cursor ? nullptr : &last;
}

} // namespace

const Span *Moment::spanOf(const Lane &lane) const
{
    return lane.finishedBy < cursor ? nullptr : openSpan(lane.spans, cursor);
}

const Span *Moment::holder() const
{
    const Span *const span = openSpan(spans->thread(), cursor);
    return span && span->end >= now ? span : nullptr; // a callback is over as soon as time goes on
}

} // namespace coroscope

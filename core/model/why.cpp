// SPDX-License-Identifier: MIT
#include "core/model/why.h"

#include "core/model/causes.h"

#include <algorithm>
#include <optional>

namespace coroscope {

namespace {

constexpr std::size_t kLongest = 40; ///< more nobody follows

/// The span of a lane that an event lies in; the number of spans when there is none.
std::size_t spanAround(const Lane &lane, EventIndex event)
{
    const auto after = std::ranges::partition_point(lane.spans, [&](const Span &span) { return span.first <= event; });
    return after == lane.spans.begin() ? lane.spans.size()
                                       : static_cast<std::size_t>(std::prev(after) - lane.spans.begin());
}

std::vector<std::size_t> chainOf(const Spans &spans, ActorId actor, std::size_t span)
{
    std::vector<std::size_t> chain;
    auto cause = causeOf(spans, actor, span);
    while (cause && chain.size() < kLongest) {
        const Wakeup &wakeup = spans.wakeups()[*cause];
        const bool goesOn = chain.empty() || wakeup.event < spans.wakeups()[chain.back()].event;
        if (!goesOn)
            break;
        chain.push_back(*cause);
        if (wakeup.from == ActorId::Main || wakeup.from == ActorId::None || wakeup.from == wakeup.to)
            break;
        cause = causeOf(spans, wakeup.from, spanAround(spans.lane(wakeup.from), wakeup.event));
    }
    return chain;
}

/// Holds of the thread next to each other by the same one, in the same call, are one.
std::vector<HeldMeanwhile> heldDuring(const Spans &spans, const Span &ready)
{
    std::vector<HeldMeanwhile> held;
    const Instant end = ready.open() ? spans.end() : ready.end;
    const auto &thread = spans.thread();
    auto hold = std::ranges::partition_point(thread, [&](const Span &each) { return each.end <= ready.begin; });
    for (; hold != thread.end() && hold->begin < end; ++hold) {
        const Instant from = std::max(hold->begin, ready.begin);
        const Instant to = std::min(hold->end, end);
        if (from >= to)
            continue;
        const std::uint32_t call = hold->state == State::Blocking ? hold->object : 0;
        if (!held.empty() && held.back().holder == hold->by && held.back().call == call)
            held.back().end = to;
        else
            held.push_back({hold->by, from, to, call});
    }
    return held;
}

} // namespace

bool isGap(const Span &span)
{
    return span.state == State::Awaiting || span.state == State::Ready || span.state == State::Created;
}

Why whyOf(const Names &names, ActorId actor, std::size_t span)
{
    const Spans &spans = names.spans();
    const Lane &lane = spans.lane(actor);
    Why why{actor, span, {}, {}, false, {}};
    if (span >= lane.spans.size() || !isGap(lane.spans[span]))
        return why;
    const Span &gap = lane.spans[span];
    why.endless = gap.open() && waitsForEver(spans, lane);
    if (why.endless) {
        why.cycle = waitCycle(endlessWaits(names));
        return why;
    }
    why.chain = chainOf(spans, actor, span);
    if (gap.state == State::Ready)
        why.held = heldDuring(spans, gap);
    return why;
}

std::optional<std::size_t> gapAt(const Lane &lane, EventIndex cursor)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < lane.spans.size() && lane.spans[i].first < cursor; ++i)
        if (isGap(lane.spans[i]) && (lane.spans[i].open() || lane.spans[i].length() > Duration{}))
            found = i;
    return found;
}

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/model/causes.h"

#include <algorithm>

namespace coroscope {

namespace {

bool holdsThread(const Span &span)
{
    return span.state == State::Running || span.state == State::Blocking;
}

/// The first span of the hold that contains or follows `index`; the number of spans when there is none.
std::size_t holdOf(const std::vector<Span> &spans, std::size_t index)
{
    while (index < spans.size() && !holdsThread(spans[index]))
        ++index;
    while (index > 0 && index < spans.size() && holdsThread(spans[index - 1]))
        --index;
    return index;
}

std::size_t firstAfter(const std::vector<Wakeup> &wakeups, EventIndex event)
{
    const auto after = std::ranges::partition_point(wakeups, [event](const Wakeup &w) { return w.event <= event; });
    return static_cast<std::size_t>(after - wakeups.begin());
}

} // namespace

std::optional<std::size_t> causeOf(const Spans &spans, ActorId actor, std::size_t span)
{
    const Lane &lane = spans.lane(actor);
    if (span >= lane.spans.size())
        return std::nullopt;
    const std::size_t hold = holdOf(lane.spans, span);
    std::size_t before = hold;
    while (before > 0 && !holdsThread(lane.spans[before - 1]))
        --before;
    const EventIndex from = before > 0 ? lane.spans[before - 1].first : lane.createdBy;
    const EventIndex to =
        hold < lane.spans.size() ? lane.spans[hold].first : std::min(lane.finishedBy, spans.eventsRead());
    const auto &wakeups = spans.wakeups();
    std::optional<std::size_t> found;
    const std::size_t start = from == 0 ? 0 : firstAfter(wakeups, before > 0 ? from : from - 1);
    for (std::size_t i = start; i < wakeups.size() && wakeups[i].event <= to; ++i) {
        if (wakeups[i].to == actor && (!found || wakeups[i].kind == Wakeup::Kind::Cancel))
            found = i;
    }
    return found;
}

std::vector<std::size_t> effectsOf(const Spans &spans, ActorId actor, std::size_t span)
{
    const auto &all = spans.lane(actor).spans;
    std::vector<std::size_t> effects;
    if (span >= all.size() || !holdsThread(all[span]))
        return effects;
    const std::size_t hold = holdOf(all, span);
    std::size_t end = hold;
    while (end + 1 < all.size() && holdsThread(all[end + 1]))
        ++end;
    const auto &wakeups = spans.wakeups();
    for (std::size_t i = firstAfter(wakeups, all[hold].first); i < wakeups.size() && wakeups[i].event <= all[end].last;
         ++i) {
        if (wakeups[i].from == actor && wakeups[i].to != actor)
            effects.push_back(i);
    }
    return effects;
}

} // namespace coroscope

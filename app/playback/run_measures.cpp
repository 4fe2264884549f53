// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/run_measures.h"

#include <algorithm>
#include <utility>

namespace coroscope {

namespace {

constexpr std::size_t kStride = 64; ///< spans between checkpoints

} // namespace

void RunMeasures::Holds::add(const Span &span, Duration length)
{
    busy += length;
    if (span.by != ActorId::Main && std::exchange(holder, span.by) != span.by)
        ++switches;
}

/// Over the spans shown. All but the last of them are over, so what the checkpoints hold of them stays true.
template <class Sum>
Sum RunMeasures::sumOf(Checkpoints<Sum> &checkpoints, const std::vector<Span> &spans, ShownUntil until)
{
    const auto after = std::ranges::partition_point(spans, [until](const Span &span) { return until.shows(span); });
    const auto shown = static_cast<std::size_t>(after - spans.begin());
    if (shown == 0)
        return {};
    const std::size_t over = shown - 1;
    if (checkpoints.empty())
        checkpoints.emplace_back();
    while (checkpoints.size() <= over / kStride) {
        Sum sum = checkpoints.back();
        for (std::size_t i = (checkpoints.size() - 1) * kStride; i < checkpoints.size() * kStride; ++i)
            sum.add(spans[i], ShownUntil().lengthOf(spans[i]));
        m_visited += kStride;
        checkpoints.push_back(sum);
    }
    Sum sum = checkpoints[over / kStride];
    for (std::size_t i = over / kStride * kStride; i < shown; ++i)
        sum.add(spans[i], until.lengthOf(spans[i]));
    m_visited += shown - over / kStride * kStride;
    return sum;
}

/// Those at which somebody was given the thread.
std::uint64_t RunMeasures::stepsBefore(EventIndex cursor)
{
    const std::vector<EventIndex> &steps = m_spans.steps();
    const auto given = [this](EventIndex step) -> std::uint64_t {
        const EventKind kind = m_spans.trace()[step].kind;
        return kind == EventKind::TaskStep || kind == EventKind::HandleRun || kind == EventKind::Sent ? 1 : 0;
    };
    const auto begun = static_cast<std::size_t>(std::ranges::lower_bound(steps, cursor) - steps.begin());
    if (m_steps.empty())
        m_steps.push_back(0);
    while (m_steps.size() <= begun / kStride) {
        std::uint64_t count = m_steps.back();
        for (std::size_t i = (m_steps.size() - 1) * kStride; i < m_steps.size() * kStride; ++i)
            count += given(steps[i]);
        m_visited += kStride;
        m_steps.push_back(count);
    }
    std::uint64_t count = m_steps[begun / kStride];
    for (std::size_t i = begun / kStride * kStride; i < begun; ++i)
        count += given(steps[i]);
    m_visited += begun % kStride;
    return count;
}

TaskMeasures RunMeasures::taskAt(const Lane &lane, ShownUntil until)
{
    if (m_lanes.size() <= raw(lane.actor))
        m_lanes.resize(m_spans.lanes().size());
    const Times times = sumOf(m_lanes[raw(lane.actor)], lane.spans, until);
    const auto in = [&times](State state) { return times.in[static_cast<std::size_t>(state)]; };
    return {.actor = lane.actor,
            .name = lane.name,
            .running = in(State::Running),
            .blocking = in(State::Blocking),
            .ready = in(State::Created) + in(State::Ready),
            .awaiting = in(State::Awaiting),
            .state = stateText(lane, until)};
}

Measures RunMeasures::at(ShownUntil until)
{
    const Holds holds = sumOf(m_thread, m_spans.thread(), until);
    Measures measures{.duration = until.now.time_since_epoch(),
                      .steps = stepsBefore(until.cursor),
                      .switches = holds.switches,
                      .threadBusy = holds.busy,
                      .threadIdle = {},
                      .tasks = {}};
    measures.threadIdle = measures.duration - measures.threadBusy;
    for (const Lane &lane : m_spans.lanes()) {
        if (lane.kind == ActorKind::Task && lane.createdBy < until.cursor)
            measures.tasks.push_back(taskAt(lane, until));
    }
    return measures;
}

} // namespace coroscope

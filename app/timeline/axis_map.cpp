// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/axis_map.h"

#include "app/timeline/layout.h"

#include <algorithm>

namespace coroscope::timeline {

namespace {

constexpr double kPinGap = 2;
constexpr double kFanPins = 32;    ///< pins a fan may reach past the left edge of the view
constexpr double kFanShare = 0.6;  ///< of the way to the next instant
constexpr double kLastRoom = 0.4;  ///< of the view, for the last instant recorded
constexpr double kBlurPitch = 0.3; ///< pixels; below, every span is taken for a hold: such a fan is a blur anyway

/// The first for which `is` holds no longer, as std::partition_point, in time that depends on how far away it is: the
/// next pixel is near however long the run.
template <class Iterator, class Is>
Iterator firstNot(Iterator from, Iterator end, Is is)
{
    std::ptrdiff_t step = 1;
    while (step < end - from && is(from[step - 1])) {
        from += step;
        step *= 2;
    }
    return std::partition_point(from, from + std::min(step, end - from), is);
}

/// A run that is over stays as it was, however far the now-line of the run beside it goes on.
Instant lastMoment(const RunView &run)
{
    const Spans &spans = *run.spans;
    const bool over = spans.finished() && run.cursor >= spans.eventsRead();
    return over ? std::min(run.now, spans.end()) : run.now == kNever ? spans.end() : run.now;
}

} // namespace

AxisMap::AxisMap(const RunView &run, AxisMode mode, const Viewport &viewport, double pinWidth)
    : m_run(run), m_mode(mode), m_viewport(viewport), m_now(lastMoment(run)), m_pinWidth(pinWidth),
      m_fanReach(mode == AxisMode::Clock ? kFanPins * (pinWidth + kPinGap) : 0)
{
    if (mode == AxisMode::Clock)
        makeFans();
}

double AxisMap::pixel(EventIndex event, Instant at) const
{
    if (m_mode == AxisMode::Clock)
        return m_viewport.toPixel(at);
    return m_viewport.toPixel(stepPosition(*m_run.spans, event));
}

double AxisMap::pixel(Instant at) const
{
    if (m_mode == AxisMode::Clock)
        return m_viewport.toPixel(at);
    return m_viewport.toPixel(stepPosition(*m_run.spans, cursorAt(m_run.spans->trace(), at - Duration(1))));
}

double AxisMap::left(const Span &span) const
{
    if (m_mode == AxisMode::Clock)
        return m_viewport.toPixel(span.begin);
    const bool later = span.state == State::Ready && m_run.spans->trace()[span.first].at() < span.begin;
    return later ? pixel(span.begin) : pixel(span.first, span.begin);
}

double AxisMap::right(const Span &span) const
{
    if (m_mode == AxisMode::Clock)
        return m_viewport.toPixel(end(span));
    if (open(span))
        return nowPixel();
    const bool known = span.last == span.first; // closed by its own deadline
    return known ? pixel(span.end) : pixel(span.last, span.end);
}

double AxisMap::nowPixel() const
{
    return pixel(m_run.cursor, m_now);
}

bool AxisMap::beginsHold(const Span &span) const
{
    const TraceEvent &event = m_run.spans->trace()[span.first];
    switch (event.kind) {
    case EventKind::BlockEnded: return false;
    case EventKind::BlockBegan: return event.actor == ActorId::Main; // a task's blocking call is part of its step
    default: return true;
    }
}

/// Finds the instants in view at which someone gets the thread. Instants closer than half a pixel
/// to the one before are skipped: their pins are folded. What is recorded but has not happened yet
/// takes its room all the same, so that stepping through an instant moves none of its pins.
void AxisMap::makeFans()
{
    const auto &thread = m_run.spans->thread();
    const double unseen = m_viewport.left - m_fanReach;
    const auto firstBeyond = [&](auto from, double x) {
        return firstNot(from, thread.end(), [&](const Span &s) { return m_viewport.toPixel(s.begin) < x; });
    };
    auto span = firstBeyond(thread.begin(), unseen);
    while (span != thread.end() && m_viewport.toPixel(span->begin) <= m_viewport.right()) {
        const double x = m_viewport.toPixel(span->begin);
        const auto next = firstNot(span, thread.end(), [at = span->begin](const Span &s) { return s.begin <= at; });
        const double room = next == thread.end() ? kLastRoom * m_viewport.width : m_viewport.toPixel(next->begin) - x;
        addFan(static_cast<std::size_t>(span - thread.begin()), static_cast<std::size_t>(next - span), room);
        span = firstBeyond(next, x + 0.5);
    }
}

void AxisMap::addFan(std::size_t first, std::size_t count, double room)
{
    const auto &thread = m_run.spans->thread();
    Fan fan{.at = thread[first].begin,
            .first = first,
            .count = count,
            .starts = m_starts.size(),
            .holds = count,
            .pitch = 0,
            .counted = static_cast<double>(count) * kBlurPitch <= room};
    if (fan.counted) {
        for (std::size_t i = first; i < first + count; ++i) {
            if (beginsHold(thread[i]))
                m_starts.push_back(thread[i].first);
        }
        fan.holds = m_starts.size() - fan.starts;
    }
    fan.pitch =
        std::min(m_pinWidth + kPinGap, kFanShare * room / static_cast<double>(std::max<std::size_t>(1, fan.holds)));
    m_fans.push_back(fan);
}

PinSlot AxisMap::slot(const Span &span) const
{
    const auto fan =
        std::partition_point(m_fans.begin(), m_fans.end(), [&](const Fan &f) { return f.at < span.begin; });
    if (fan == m_fans.end() || fan->at != span.begin)
        return {.offset = 0, .width = 1, .pitch = 0};
    const double gap = std::min(kPinGap, fan->pitch * 0.2);
    return {static_cast<double>(placeIn(*fan, span.first)) * fan->pitch, std::max(1.0, fan->pitch - gap), fan->pitch};
}

/// Which of the fan's holds `event` belongs to.
std::size_t AxisMap::placeIn(const Fan &fan, EventIndex event) const
{
    const auto place = [](auto begin, auto after) {
        return static_cast<std::size_t>(after == begin ? 0 : after - begin - 1);
    };
    if (fan.counted) {
        const auto begin = m_starts.begin() + static_cast<std::ptrdiff_t>(fan.starts);
        return place(begin, std::upper_bound(begin, begin + static_cast<std::ptrdiff_t>(fan.holds), event));
    }
    const auto begin = m_run.spans->thread().begin() + static_cast<std::ptrdiff_t>(fan.first);
    return place(begin, std::partition_point(begin, begin + static_cast<std::ptrdiff_t>(fan.count),
                                             [event](const Span &s) { return s.first <= event; }));
}

} // namespace coroscope::timeline

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_layout.h"

#include "app/timeline/describe.h"
#include "app/timeline/frame.h"
#include "app/timeline/words.h"
#include "core/model/endless.h"

#include <algorithm>
#include <array>

namespace coroscope::timeline {

namespace {

constexpr std::size_t kFoldFrom = 4; ///< spans within a pixel that are drawn as one
constexpr double kLeastPitch = 0.8;  ///< pixels between pins that are drawn one by one
constexpr double kLeastLanePin = 4;  ///< pixels, in a task's lane; only the thread lane gets crowded

Sign signOf(Outcome outcome)
{
    return outcome == Outcome::Done ? Sign::Done : outcome == Outcome::Cancelled ? Sign::Cancelled : Sign::Failed;
}

QString describe(const RunView &run, const Span &span, Duration length)
{
    return run.describer ? run.describer->span(span, length) : Describer(*run.spans).span(span, length);
}

} // namespace

LaneLayout::LaneLayout(Canvas &canvas, const Theme &theme, const RunView &run, const AxisMap &map,
                       const LaneShape &shape, double unit, Place place)
    : m_canvas(canvas), m_theme(theme), m_run(run), m_map(map), m_shape(shape), m_unit(unit), m_place(place)
{
}

void LaneLayout::layoutThread()
{
    walk(m_run.spans->thread());
}

ItemKey LaneLayout::key(ItemKey::Part part, std::size_t span) const
{
    const std::uint32_t lane = m_actor == ActorId::None ? ItemKey::kThread : raw(m_actor);
    return {.part = part, .run = static_cast<std::uint16_t>(m_place.run), .lane = lane, .span = span};
}

void LaneLayout::layoutActor(ActorId actor)
{
    const Lane &lane = m_run.spans->lane(actor);
    m_actor = actor;
    m_kind = lane.kind;
    walk(lane.spans);
    placeEndMark(lane);
    m_canvas.stamp(key(ItemKey::Part::End, 0));
}

void LaneLayout::walk(const SpanList &spans)
{
    const double seen = m_place.clip.left() - m_map.fanReach();
    const auto first =
        std::partition_point(spans.begin(), spans.end(), [&](const Span &s) { return m_map.left(s) < seen; });
    auto i = static_cast<std::size_t>(first - spans.begin());
    if (i > 0)
        --i; // it may reach into view
    Instant asleepSince = i > 0 ? spans[i - 1].end : Instant{};
    while (i < spans.size() && m_map.happened(spans[i]) && m_map.left(spans[i]) <= m_place.clip.right()) {
        ++m_canvas.scene().visited;
        if (m_actor == ActorId::None)
            placeSleep(asleepSince, m_map.left(spans[i]), i);
        const std::size_t end = foldEnd(spans, i);
        if (end > i)
            fold(spans, i, end);
        const std::size_t next = end > i ? end : placeSpan(spans, i);
        m_canvas.stamp(key(ItemKey::Part::Span, i));
        m_lastWasFold = end > i;
        asleepSince = m_map.end(spans[next - 1]);
        i = next;
    }
    if (m_actor == ActorId::None && (i >= spans.size() || !m_map.happened(spans[i])))
        placeSleep(asleepSince, m_map.nowPixel(), i);
}

std::size_t LaneLayout::placeSpan(const SpanList &spans, std::size_t index)
{
    const Span &span = spans[index];
    switch (span.state) {
    case State::Running:
    case State::Blocking: return m_map.mode() == AxisMode::Steps ? placeStep(spans, index) : placeHold(spans, index);
    case State::Ready: placeReady(span, index); break;
    case State::Created:
    case State::Awaiting: placeAwaiting(span, index); break;
    }
    return index + 1;
}

/// Where the hold that begins at `index` ends in this list.
std::size_t LaneLayout::holdEnd(const SpanList &spans, std::size_t index) const
{
    std::size_t end = index + 1;
    while (end < spans.size() && holds(spans[end].state) && m_map.happened(spans[end]) && !m_map.beginsHold(spans[end]))
        ++end;
    return end;
}

/// Clock mode: a hold that takes no time is a pin; of one that does, the parts that take time are
/// bars.
std::size_t LaneLayout::placeHold(const SpanList &spans, std::size_t index)
{
    const Span &span = spans[index];
    if (m_map.length(span) > Duration::zero()) {
        placeBusy(span, index);
        return index + 1;
    }
    if (!m_map.beginsHold(span))
        return index + 1;
    const std::size_t end = holdEnd(spans, index);
    for (std::size_t i = index + 1; i < end; ++i) {
        if (m_map.length(spans[i]) > Duration::zero())
            return i; // this part shows the hold
    }
    placePin(span, index, end - index);
    return end;
}

/// Steps mode: a hold is a column, whatever time it takes.
std::size_t LaneLayout::placeStep(const SpanList &spans, std::size_t index)
{
    const std::size_t end = holdEnd(spans, index);
    const auto begin = spans.begin() + static_cast<std::ptrdiff_t>(index);
    const auto block = std::find_if(begin, spans.begin() + static_cast<std::ptrdiff_t>(end),
                                    [this](const Span &s) { return s.state == State::Blocking; });
    const double left = std::round(m_map.left(spans[index]));
    const double right = std::round(m_map.left(spans[index]) + m_map.viewport().scale()) - 1;
    const BarStyle style = m_shape.style.forWidth(right - left);
    const QRectF rect = band(left, std::max(left + 1, right), m_shape.bar);
    if (block == spans.begin() + static_cast<std::ptrdiff_t>(end)) {
        if (addBox(runningBar(rect, color(spans[index]), m_theme, style), index, end - index, owner(spans[index]),
                   Sign::Holds))
            addHolder(rect, spans[index], false);
    } else {
        const Box bar = blockingBar(rect, color(spans[index]), m_theme, style);
        if (addBox(bar, index, end - index, owner(spans[index]), Sign::Blocks))
            addHatch(blockingHatch(bar, m_shape.style));
        addHolder(rect, spans[index], true);
        if (m_actor != ActorId::None)
            addCallLabel(rect, *block);
    }
    m_free = right + 1;
    return end;
}

PinSlot LaneLayout::slot(const Span &span) const
{
    if (m_kind == ActorKind::Worker)
        return {0, m_map.pinWidth(), m_map.pinWidth()};
    return m_map.slot(span);
}

/// A task's own lane often has room for a full pin where the thread lane, which shows everybody's,
/// has not.
double LaneLayout::pinWidth(std::size_t next, double left, double narrow) const
{
    if (m_actor == ActorId::None)
        return narrow;
    const SpanList &spans = m_run.spans->lane(m_actor).spans;
    while (next < spans.size() && !holds(spans[next].state))
        ++next;
    const bool followed = next < spans.size() && m_map.happened(spans[next]);
    const double room = followed ? m_map.left(spans[next]) - left : 2 * m_map.pinWidth();
    return std::clamp(0.6 * room, std::max(narrow, std::min(kLeastLanePin, m_map.pinWidth())), m_map.pinWidth());
}

void LaneLayout::placePin(const Span &span, std::size_t index, std::size_t count)
{
    const PinSlot pin = slot(span);
    const double left = std::round(m_map.left(span) + pin.offset);
    const double width = std::round(pinWidth(index + count, left, pin.width));
    const QRectF rect = band(left, left + width, m_shape.bar);
    const bool seen = addBox(runningBar(rect, color(span), m_theme, m_shape.style.forWidth(width)), index, count,
                             owner(span), Sign::Holds);
    if (seen && pin.offset > 0)
        m_canvas.scene().signs.add(Sign::SideBySide);
    if (seen)
        addHolder(rect, span, false);
    m_free = std::max(m_free, rect.right());
}

/// A bar for time during which the thread is held.
void LaneLayout::placeBusy(const Span &span, std::size_t index)
{
    const PinSlot pin = slot(span);
    const double left = std::round(std::max(m_map.left(span) + pin.offset, std::min(m_free, m_map.right(span))));
    const double right = std::round(std::max(m_map.right(span), left + pinWidth(index + 1, left, pin.width)));
    const QRectF rect = band(left, std::max(right, left + 1), m_shape.bar);
    const BarStyle style = m_shape.style.forWidth(rect.width());
    const bool blocking = span.state == State::Blocking;
    Box bar = blocking ? blockingBar(rect, color(span), m_theme, style) : runningBar(rect, color(span), m_theme, style);
    bar.openRight = m_map.open(span);
    m_free = std::max(m_free, rect.right());
    if (!addBox(bar, index, 1, owner(span), blocking ? Sign::Blocks : Sign::Holds))
        return;
    if (blocking)
        addHatch(blockingHatch(bar, m_shape.style));
    addHolder(rect, span, blocking);
    if (!blocking)
        return;
    if (m_actor != ActorId::None)
        addCallLabel(rect, span);
}

/// Ready for longer than no time is starvation; in steps mode also the plain turn in the queue is
/// shown, plainly.
void LaneLayout::placeReady(const Span &span, std::size_t index)
{
    const Duration length = m_map.length(span);
    const double left = std::round(std::max(m_map.left(span), m_free));
    const double right = std::round(m_map.right(span));
    if (length > Duration::zero()) {
        placeStarved({left, right, length, m_map.open(span)}, span, index);
        return;
    }
    if (right - left < 1)
        return;
    Box bar = readyBar(band(left, right, m_shape.awaiting), m_theme);
    bar.openRight = m_map.open(span);
    if (addBox(bar, index, 1, owner(span), Sign::Ready))
        addLabel(bar.rect, {Words::tr("ready")}, {m_shape.reason, m_theme.mutedText});
}

void LaneLayout::placeStarved(const Stretch &denied, const Span &span, std::size_t index)
{
    if (denied.right - denied.left < 1)
        return;
    const BarStyle style = m_shape.style.forWidth(denied.right - denied.left);
    Box bar = starvedBar(band(denied.left, denied.right, m_shape.starved), m_theme, style);
    bar.openRight = denied.open;
    if (!addBox(bar, index, 1, owner(span), Sign::Denied))
        return;
    addHatch(starvedHatch(bar, m_shape.style));
    constexpr Duration kTenth = 100ms;
    const bool counts = denied.open && m_run.timePasses;
    const Duration told = counts ? std::max(kTenth, denied.length / kTenth * kTenth) : denied.length;
    const QString time = measuredText(told);
    addLabel(bar.rect, {deniedText(told), Words::tr("denied %1").arg(time), time},
             {.pixelSize = m_shape.denied,
              .color = m_theme.text,
              .boxHeight = m_shape.starved - 2 * bar.lineWidth,
              .boxFill = m_theme.panel,
              .rounded = m_shape.style.rounded});
}

void LaneLayout::placeAwaiting(const Span &span, std::size_t index)
{
    const double left = std::round(std::max(m_map.left(span), m_free));
    if (isEndless(span)) {
        placeWait({left, endlessEnd(), m_map.length(span), true}, span, index);
        return;
    }
    if (!m_map.overdue(span)) {
        placeWait({left, std::round(m_map.right(span)), m_map.length(span), m_map.open(span)}, span, index);
        return;
    }
    // It wants the thread from its deadline on, and will turn out to have been ready once the loop
    // gets round to it: show now what will be shown then.
    const Instant deadline = instantAt(span.value);
    const double due = std::round(m_map.pixel(deadline));
    placeWait({left, due, deadline - span.begin, false}, span, index);
    placeStarved({std::max(left, due), std::round(m_map.right(span)), m_map.now() - deadline, true}, span, index);
}

void LaneLayout::placeWait(const Stretch &wait, const Span &span, std::size_t index)
{
    if (wait.right - wait.left < 1)
        return;
    Box bar = awaitingBar(band(wait.left, wait.right, m_shape.awaiting), m_theme);
    bar.openRight = wait.open;
    if (!addBox(bar, index, 1, owner(span), Sign::Awaits) || wait.right - wait.left < 3 * m_shape.reason)
        return; // where no reason fits, spare the effort of wording it
    const QString reason = describe(m_run, span, wait.length);
    const QString await = QStringLiteral("await ");
    addLabel(bar.rect, {reason, reason.startsWith(await) ? reason.mid(await.size()) : reason},
             {m_shape.reason, m_theme.mutedText});
}

/// It goes on for ever, and the end of the run is in view: the bar goes on, too, to the end of the picture.
bool LaneLayout::isEndless(const Span &span) const
{
    return m_actor != ActorId::None && m_map.open(span) && m_map.nowPixel() <= endlessEnd()
           && m_map.happened(m_run.spans->eventsRead() - 1) && waitsForEver(*m_run.spans, m_run.spans->lane(m_actor));
}

/// Where its mark begins.
double LaneLayout::endlessEnd() const
{
    return std::round(m_place.clip.right() - textWidth(QStringLiteral("∞"), m_shape.mark, true) - 6 * m_unit);
}

void LaneLayout::placeEndlessMark()
{
    const double middle = m_place.lane.center().y();
    if (m_shape.mark > 0 && m_place.clip.top() <= middle - m_shape.mark / 2.0
        && middle + m_shape.mark / 2.0 <= m_place.clip.bottom())
        m_canvas.text(Canvas::Labels, {endlessEnd() + 3 * m_unit, baseline(middle, m_shape.mark)}, QStringLiteral("∞"),
                      m_shape.mark, m_theme.worseText, Text::Anchor::Start, true);
}

void LaneLayout::placeEndMark(const Lane &lane)
{
    if (!lane.spans.empty() && isEndless(lane.spans.back()))
        placeEndlessMark();
    if (lane.outcome == Outcome::Pending || !m_map.happened(lane.finishedBy) || m_shape.mark == 0)
        return;
    const Sign sign = signOf(lane.outcome);
    const QString mark = markOf(sign);
    const double left = std::round(std::max(m_map.pixel(lane.finishedBy, lane.finished), m_free) + 6 * m_unit);
    const double middle = m_place.lane.center().y();
    const QRectF rect(left, middle - m_shape.mark / 2.0, textWidth(mark, m_shape.mark, true), m_shape.mark);
    if (!m_place.clip.contains(rect))
        return;
    m_canvas.text(Canvas::Labels, {left, baseline(middle, m_shape.mark)}, mark, m_shape.mark, markColor(sign, m_theme),
                  Text::Anchor::Start, true);
    m_canvas.scene().signs.add(sign);
}

/// Where the spans from `index` on that lie within one pixel end; `index` itself when there is
/// nothing to fold.
std::size_t LaneLayout::foldEnd(const SpanList &spans, std::size_t index) const
{
    const double limit = m_map.left(spans[index]) + 1;
    if (index + kFoldFrom > spans.size())
        return index;
    const Span &least = spans[index + kFoldFrom - 1];
    if (!m_map.happened(least) || m_map.right(least) > limit)
        return index;
    if (m_map.mode() == AxisMode::Clock) {
        const Span &hold = holds(spans[index].state) ? spans[index] : spans[index + 1];
        if (slot(hold).pitch >= kLeastPitch)
            return index; // their pins have room
    }
    const auto from = spans.begin() + static_cast<std::ptrdiff_t>(index);
    const auto end = std::partition_point(from, spans.end(),
                                          [&](const Span &s) { return m_map.happened(s) && m_map.right(s) <= limit; });
    return static_cast<std::size_t>(end - spans.begin());
}

/// One plain box for many spans: tall when the thread was held, thin when it was not.
void LaneLayout::fold(const SpanList &spans, std::size_t index, std::size_t end)
{
    const Span &one = holds(spans[index].state) || index + 1 == end ? spans[index] : spans[index + 1];
    const Span &last = spans[end - 1];
    const bool busy = holds(one.state);
    const auto offset = [this](const Span &s) { return holds(s.state) ? slot(s).offset : 0; };
    const double left = std::round(m_map.left(spans[index]) + offset(spans[index]));
    const double right = std::round(std::max(m_map.right(last), m_map.left(last) + offset(last)) + 1);
    const bool mixed = m_actor == ActorId::None && one.by != last.by;
    Box box{.rect = band(left, std::max(right, left + 1), busy ? m_shape.bar : m_shape.awaiting)};
    box.fill = mixed ? m_theme.mutedText : busy ? color(one) : m_theme.waitLine;
    m_free = std::max(m_free, busy ? box.rect.right() : left);
    auto &boxes = m_canvas.layer(Canvas::Bars).boxes;
    if (m_lastWasFold && !boxes.empty() && boxes.back().fill == box.fill
        && boxes.back().rect.height() == box.rect.height() && boxes.back().rect.right() >= left) {
        const double seenRight = std::min(box.rect.right(), m_place.clip.right());
        boxes.back().rect.setRight(std::max(boxes.back().rect.right(), seenRight));
        Hit &hit = m_canvas.scene().hits.back();
        hit.rect = boxes.back().rect;
        hit.count = end - hit.span;
        return;
    }
    addBox(box, index, end - index, owner(one), busy ? Sign::Holds : Sign::Awaits);
}

void LaneLayout::placeSleep(Instant since, double to, std::size_t next)
{
    if (m_map.mode() == AxisMode::Steps || since == kNever)
        return;
    const double margin = 4 * m_unit;
    const double left = std::max({m_map.viewport().toPixel(since), m_free, m_place.clip.left() - margin}) + margin;
    const double right = std::min(to, m_place.clip.right()) - margin;
    if (right - left < 2 * margin)
        return;
    const double y = std::round(m_place.lane.center().y());
    const auto dots = [&](double from, double end) {
        m_canvas.layer(Canvas::Bars)
            .lines.push_back({{std::round(from), y}, {std::round(end), y}, m_theme.waitLine, 2, true});
    };
    const QString words = Words::tr("asleep in select()");
    const int size = std::min(m_shape.reason, static_cast<int>(std::lround(15 * m_unit)));
    const double half = size > 0 ? textWidth(words, size) / 2 : 0;
    const double middle = std::round((left + right) / 2);
    const bool above = m_place.lane.height() > 3.2 * size;
    if (size == 0 || 2 * half + (above ? 0 : 8 * margin) > right - left) {
        dots(left, right);
        m_canvas.stamp(key(ItemKey::Part::Sleep, next));
        return;
    }
    if (above) {
        dots(left, right);
    } else { // a low lane has room for the words only between two halves of the line
        dots(left, middle - half - margin);
        dots(middle + half + margin, right);
    }
    const double base = above ? std::round(y - 6 * m_unit) : baseline(y, size);
    // The lines of the grid end at the words.
    Box ground{.rect = {std::floor(middle - half) - 2, base - size, 2 * std::ceil(half) + 4, std::round(1.25 * size)},
               .fill = m_theme.panel};
    ground.rect.setBottom(above ? std::min(ground.rect.bottom(), y - 1) : ground.rect.bottom());
    m_canvas.layer(Canvas::Labels).boxes.push_back(ground);
    m_canvas.text(Canvas::Labels, {middle, base}, words, size, m_theme.mutedText, Text::Anchor::Middle);
    m_canvas.stamp(key(ItemKey::Part::Sleep, next));
}

QColor LaneLayout::color(const Span &span) const
{
    return m_theme.task(owner(span));
}

ActorId LaneLayout::owner(const Span &span) const
{
    return m_actor == ActorId::None ? span.by : m_actor;
}

QRectF LaneLayout::band(double left, double right, double height) const
{
    return {left, std::round(m_place.lane.center().y() - height / 2), right - left, height};
}

bool LaneLayout::addBox(Box box, std::size_t index, std::size_t count, ActorId actor, Sign sign)
{
    if (!Canvas::clip(box, m_place.clip))
        return false;
    m_canvas.scene().signs.add(sign);
    const auto kind = m_actor == ActorId::None ? Hit::Kind::Thread : Hit::Kind::Span;
    m_canvas.scene().hits.push_back({box.rect, kind, m_place.run, actor, index, count});
    m_canvas.layer(Canvas::Bars).boxes.push_back(std::move(box));
    return true;
}

void LaneLayout::addHatch(Hatch hatch)
{
    hatch.rect = hatch.rect.intersected(m_place.clip);
    if (!hatch.rect.isEmpty())
        m_canvas.layer(Canvas::Bars).hatches.push_back(hatch);
}

/// In the lane of the thread only the colour would tell who holds it: where there is room, the number of the task does,
/// or its initial.
void LaneLayout::addHolder(const QRectF &bar, const Span &span, bool hatched)
{
    if (m_actor != ActorId::None || span.by == ActorId::Main)
        return;
    const QString name = laneName(m_run, span.by);
    qsizetype digits = name.size();
    while (digits > 0 && name[digits - 1].isDigit())
        --digits;
    const QString mark = digits < name.size() ? name.mid(digits) : name.left(1);
    Label label{.pixelSize = m_shape.call, .color = readableOn(color(span)), .bold = true};
    if (hatched) {
        label.color = m_theme.text;
        label.boxHeight = std::min(std::round(27 * m_unit), m_shape.bar - 2);
        label.boxFill = m_theme.panel;
        label.rounded = m_shape.style.rounded;
    }
    addLabel(bar, {mark}, label);
}

void LaneLayout::addCallLabel(const QRectF &bar, const Span &span)
{
    const Label label{.pixelSize = m_shape.call,
                      .color = m_theme.text,
                      .bold = true,
                      .boxHeight = std::min(std::round(27 * m_unit), m_shape.bar - 2),
                      .boxFill = m_theme.panel,
                      .boxFrame = m_theme.starved,
                      .rounded = m_shape.style.rounded};
    addLabel(bar, {describe(m_run, span, m_map.length(span))}, label);
}

/// Only where the bar is seen in its whole height.
void LaneLayout::addLabel(const QRectF &bar, const QStringList &candidates, const Label &label)
{
    const QRectF seen = bar.intersected(m_place.clip);
    if (seen.height() >= bar.height())
        layoutLabel(m_canvas, seen, candidates, label, m_unit);
}

} // namespace coroscope::timeline

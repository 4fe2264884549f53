// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/note_layout.h"

#include "app/timeline/bars.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace coroscope::timeline {

namespace {

constexpr double kWidest = 300; ///< of a card's text, at a font scale of 1
constexpr int kMostLines = 6;
constexpr std::size_t kMostTaken = 20'000;
constexpr double kReach = 700;  ///< how far from what it is about a card is, at a font scale of 1
constexpr double kWorse = 20;   ///< to cover a card than to cover a bar
constexpr double kThin = 0.15;  ///< to cover the dotted line of a wait, whose words are elsewhere as well
constexpr double kCrossing = 6; ///< a pixel of the line over a bar, beside a covered pixel of it
constexpr double kFarther = 12; ///< pixels: at a distance of n times this a card costs as much as n * n covered ones

QString textOf(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

double overlap(const QRectF &a, const QRectF &b)
{
    const QRectF both = a.intersected(b);
    return both.isEmpty() ? 0 : both.width() * both.height();
}

} // namespace

QStringList wrappedText(const QString &text, int pixelSize, double width, int most)
{
    QStringList lines;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QString line;
        for (const QString &word : paragraph.split(QLatin1Char(' '))) {
            const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
            if (line.isEmpty() || textWidth(longer, pixelSize) <= width) {
                line = longer;
                continue;
            }
            lines << line;
            line = word;
        }
        lines << line;
    }
    if (lines.size() > most) {
        lines = lines.mid(0, most);
        lines.back() += QStringLiteral(" …");
    }
    for (QString &line : lines)
        line = elidedText(line, pixelSize, false, width);
    return lines;
}

NoteLayout::NoteLayout(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run,
                       const AxisMap &map, const std::vector<std::pair<ActorId, QRectF>> &lanes)
    : m_canvas(canvas), m_theme(request.theme), m_sizes(frame.sizes), m_run(request.runs[run]),
      m_panel(frame.panels[run]), m_map(map), m_lanes(lanes), m_index(run)
{
}

void NoteLayout::layout()
{
    if (!m_run.notes || m_run.notes->empty())
        return;
    // All that is recorded is kept off, also what is yet to come: a card stays where it is while
    // the bars around it grow.
    RunView whole = m_run;
    whole.cursor = ~EventIndex(0);
    whole.now = kNever;
    const AxisMap map(whole, m_map.mode(), m_map.viewport(), m_map.pinWidth());
    take(map, m_run.spans->thread(), m_panel.thread);
    for (const auto &[actor, lane] : m_lanes)
        take(map, m_run.spans->lane(actor).spans, lane);
    for (std::size_t i = 0; i < m_run.notes->size(); ++i)
        place(i);
}

/// The bars of a lane, and the mark behind the last one.
void NoteLayout::take(const AxisMap &map, const std::vector<Span> &spans, const QRectF &lane)
{
    const LaneShape shape(lane.height(), m_sizes.unit);
    const QRectF &area = m_panel.area;
    const auto first = std::partition_point(
        spans.begin(), spans.end(), [&](const Span &span) { return map.right(span) + map.fanReach() < area.left(); });
    for (auto span = first; span != spans.end() && map.left(*span) <= area.right(); ++span) {
        if (m_taken.size() >= kMostTaken)
            return;
        const bool pin = holds(span->state);
        const double offset = pin && map.mode() == AxisMode::Clock ? map.slot(*span).offset : 0;
        const double left = map.left(*span) + offset;
        const double right = std::max(map.right(*span), pin ? left + map.pinWidth() : left);
        const double height = pin ? shape.bar : span->state == State::Ready ? shape.starved : shape.awaiting;
        const QRectF bar(left, lane.center().y() - height / 2, right - left, height);
        m_taken.push_back({bar, pin || span->state == State::Ready ? 1 : kThin});
    }
    if (!spans.empty() && !spans.back().open()) {
        const double end = map.right(spans.back());
        m_taken.push_back({{end, lane.center().y() - shape.bar / 2, 40 * m_sizes.unit, shape.bar}, 1});
    }
}

void NoteLayout::place(std::size_t index)
{
    const RunNote &note = (*m_run.notes)[index];
    Anchor anchor;
    if (note.text.empty() || !anchorOf(note, anchor))
        return;
    const int type = m_sizes.reason;
    const double padding = std::round(8 * m_sizes.unit);
    const double widest = std::min(kWidest * m_sizes.unit, m_panel.area.width() - 4 * padding);
    const QStringList lines = wrappedText(textOf(note.text), type, widest, kMostLines);
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, textWidth(line, type));
    const double height = static_cast<double>(lines.size()) * std::round(1.3 * type);
    const QSizeF size(std::ceil(width + 2 * padding), std::ceil(height + padding));
    const QRectF card = roomFor(size, anchor);
    drawLeader(anchor, card);
    drawCard(card, lines);
    m_canvas.stamp({.part = ItemKey::Part::Note, .run = static_cast<std::uint16_t>(m_index), .span = index});
    m_cards.push_back(card);
    m_canvas.scene().hits.push_back({card, Hit::Kind::Note, m_index, ActorId::None, index, 1});
}

/// Where what the note is about lies; false when that is out of view, or has not happened yet.
bool NoteLayout::anchorOf(const RunNote &note, Anchor &anchor) const
{
    if (note.at > m_run.now)
        return false;
    const double left = m_map.pixel(note.at);
    const double right = note.end ? m_map.pixel(std::min(*note.end, m_map.now())) : left;
    const QRectF &area = m_panel.area;
    if (right < area.left() || left > area.right())
        return false;
    const double below = std::round(5 * m_sizes.unit); // of the bars, over whose words nothing goes
    double y = m_panel.thread.bottom() - below;
    if (!note.lane.empty()) {
        const auto lane = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const auto &candidate) {
            return laneName(m_run, candidate.first) == textOf(note.lane);
        });
        if (lane == m_lanes.end() || !m_panel.lanes.contains(lane->second.center()))
            return false;
        y = lane->second.bottom() - below;
    }
    anchor.from = {std::clamp(left, area.left(), area.right()), y};
    anchor.to = {std::clamp(right, anchor.from.x(), area.right()), y};
    return true;
}

/// Of the places around the anchor the one that covers least and lies near: a line across the whole chart leads the eye
/// astray more than a card over a bar or two.
QRectF NoteLayout::roomFor(QSizeF size, const Anchor &anchor) const
{
    const double reach = kReach * m_sizes.unit;
    const QRectF &area = m_panel.area;
    const QRectF near = area & QRectF(anchor.from, anchor.to).adjusted(-reach, -reach, reach, reach);
    const std::vector<Taken> taken = takenIn(near);
    const double step = std::max(4.0, std::round(8 * m_sizes.unit));
    const double across = std::max(12.0, std::round(size.width() / 8));
    QRectF best;
    double least = 1e300;
    for (double top = near.top() + 2; top + size.height() <= near.bottom() - 2; top += step) {
        for (double left = near.left() + 2; left + size.width() <= near.right() - 2; left += across) {
            const QRectF card(QPointF(std::round(left), std::round(top)), size);
            double cost = covered(card, taken) + farness(card, anchor);
            if (cost < least)
                cost += crossed(leaderTo(card, anchor), taken);
            if (cost < least) {
                least = cost;
                best = card;
            }
        }
    }
    return best.isNull() ? QRectF(area.topLeft(), size.boundedTo(area.size())) : best;
}

std::vector<NoteLayout::Taken> NoteLayout::takenIn(const QRectF &area) const
{
    std::vector<Taken> found;
    std::copy_if(m_taken.begin(), m_taken.end(), std::back_inserter(found),
                 [&](const Taken &taken) { return taken.rect.intersects(area); });
    return found;
}

/// Above and below count twice: a line along a lane is told from its bars less easily.
double NoteLayout::farness(const QRectF &card, const Anchor &anchor)
{
    const double nearest = std::clamp(card.center().x(), anchor.from.x(), anchor.to.x());
    const QPointF away = (card.center() - QPointF(nearest, anchor.from.y())) / kFarther;
    return away.x() * away.x() + 2 * away.y() * away.y();
}

/// How much of what is kept off the line runs over, a point every few pixels.
double NoteLayout::crossed(const QLineF &leader, const std::vector<Taken> &taken) const
{
    const int points = std::max(2, static_cast<int>(leader.length() / (4 * m_sizes.unit)));
    double sum = 0;
    for (int i = 1; i < points; ++i) {
        const QPointF point = leader.pointAt(static_cast<double>(i) / points);
        for (const Taken &bar : taken)
            sum += bar.rect.contains(point) ? bar.weight : 0;
    }
    return kCrossing * sum * leader.length() / points;
}

double NoteLayout::covered(const QRectF &card, const std::vector<Taken> &taken) const
{
    const double margin = 3 * m_sizes.unit;
    const QRectF around = card.adjusted(-margin, -margin, margin, margin);
    double sum = 0;
    for (const Taken &bar : taken)
        sum += bar.weight * overlap(around, bar.rect);
    for (const QRectF &other : m_cards)
        sum += kWorse * overlap(around, other);
    return sum;
}

/// The shortest way to the card.
QLineF NoteLayout::leaderTo(const QRectF &card, const Anchor &anchor) const
{
    const QPointF start(std::clamp(card.center().x(), anchor.from.x(), anchor.to.x()), anchor.from.y());
    const double inset = std::round(8 * m_sizes.unit);
    const QPointF end(std::clamp(start.x(), card.left() + (start.x() < card.left() ? 0 : inset),
                                 card.right() - (start.x() > card.right() ? 0 : inset)),
                      std::clamp(start.y(), card.top(), card.bottom()));
    return {start, end};
}

/// A bracket along a stretch of time, or a dot at an instant, and a line from it to the card.
void NoteLayout::drawLeader(const Anchor &anchor, const QRectF &card)
{
    Layer &below = m_canvas.layer(Canvas::Arrows); // of all cards
    const double width = std::max(1.5, 2 * m_sizes.unit);
    const double tick = std::round(6 * m_sizes.unit);
    if (anchor.to.x() - anchor.from.x() > 2 * tick) {
        below.lines.push_back({anchor.from, anchor.to, m_theme.accent, width});
        for (const QPointF end : {anchor.from, anchor.to})
            below.lines.push_back({end - QPointF(0, tick), end + QPointF(0, tick), m_theme.accent, width});
    } else {
        const double half = std::round(4 * m_sizes.unit);
        const QPointF p = anchor.from;
        below.shapes.push_back(
            {QPolygonF({p - QPointF(half, 0), p - QPointF(0, half), p + QPointF(half, 0), p + QPointF(0, half)}),
             m_theme.accent});
    }
    const QLineF leader = leaderTo(card, anchor);
    below.lines.push_back({leader.p1(), leader.p2(), m_theme.accent, width});
}

void NoteLayout::drawCard(const QRectF &card, const QStringList &lines)
{
    const int type = m_sizes.reason;
    Box box{.rect = card,
            .fill = m_theme.panel,
            .line = m_theme.accent,
            .lineWidth = std::max(1.0, std::round(2 * m_sizes.unit)),
            .radius = std::round(6 * m_sizes.unit)};
    box.frame = Box::Frame::Solid;
    m_canvas.layer(Canvas::Front).boxes.push_back(box);
    const double padding = std::round(8 * m_sizes.unit);
    double middle = card.top() + padding / 2 + std::round(1.3 * type) / 2;
    for (const QString &line : lines) {
        m_canvas.text(Canvas::Front, {card.left() + padding, baseline(middle, type)}, line, type, m_theme.text);
        middle += std::round(1.3 * type);
    }
}

} // namespace coroscope::timeline

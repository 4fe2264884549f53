// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/slice_layout.h"

#include "app/timeline/canvas.h"
#include "app/timeline/describe.h"
#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "app/timeline/ruler.h"
#include "app/timeline/slice_arrows.h"
#include "app/timeline/slice_labels.h"
#include "app/timeline/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace coroscope::timeline {

namespace {

constexpr float kFaintest = 0.15F; ///< what is there at all can be seen

/// What a column shows over what is behind it. A frame has a hundred thousand columns: four channels at a time.
QRgb mixed(const SliceColumn &behind, const SliceColumn &column)
{
    float strength = 1;
    if (column.covered < kFaintest)
        strength = kFaintest / column.covered;
    else if (column.covered > 1)
        strength = 1 / column.covered;
    const float through = 1 - std::min(1.0F, column.covered * strength);
#ifdef __SSE2__
    const __m128 sum = _mm_add_ps(_mm_mul_ps(_mm_load_ps(&column.red), _mm_set1_ps(strength)),
                                  _mm_mul_ps(_mm_load_ps(&behind.red), _mm_set1_ps(through)));
    const __m128i words = _mm_cvtps_epi32(_mm_shuffle_ps(sum, sum, _MM_SHUFFLE(3, 0, 1, 2))); // blue comes first
    const __m128i bytes = _mm_packus_epi16(_mm_packs_epi32(words, words), words);
    return static_cast<QRgb>(_mm_cvtsi128_si32(bytes)) | 0xff000000U;
#else
    const auto channel = [&](float color, float below) {
        return static_cast<int>(std::clamp(std::lrint(color * strength + below * through), 0L, 255L));
    };
    return qRgb(channel(column.red, behind.red), channel(column.green, behind.green),
                channel(column.blue, behind.blue));
#endif
}

SliceColumn columnOf(QRgb color)
{
    return {static_cast<float>(qRed(color)), static_cast<float>(qGreen(color)), static_cast<float>(qBlue(color)), 0};
}

QRgb darker(QRgb color)
{
    return qRgb(qRed(color) * 5 / 8, qGreen(color) * 5 / 8, qBlue(color) * 5 / 8);
}

/// Writes one picture.
class SliceLayout {
public:
    explicit SliceLayout(const SliceRequest &request)
        : m_request(request), m_slices(*request.slices), m_sizes(request.fontScale), m_frame(request), m_canvas(m_scene)
    {
    }

    Scene run()
    {
        m_scene.size = m_request.size;
        m_scene.background = m_request.theme.background;
        m_scene.maxScroll = m_frame.maxScroll;
        m_scene.naturalHeight = m_frame.naturalHeight;
        layoutPanel();
        layoutAxis();
        layoutLanes(m_frame.rows.pinned(), true);
        if (const double edge = m_frame.scrolledArea.top(); edge > m_frame.area.top())
            m_canvas.layer(Canvas::Labels)
                .lines.push_back({{m_frame.panel.left() + 1, edge - 1},
                                  {m_frame.panel.right() - 1, edge - 1},
                                  m_request.theme.mutedText,
                                  2});
        layoutLanes(m_frame.rows.order(), false);
        layoutSliceArrows(m_request, m_frame, m_canvas);
        m_scene.plots.push_back({m_frame.panel, m_frame.area, m_frame.area, m_frame.viewport, m_frame.rows.height()});
        return std::move(m_scene);
    }

private:
    void layoutPanel()
    {
        const Theme &theme = m_request.theme;
        Box box{.rect = m_frame.panel, .fill = theme.panel, .line = theme.border, .lineWidth = 1, .radius = 6};
        box.frame = Box::Frame::Solid;
        m_canvas.layer(Canvas::Back).boxes.push_back(box);
        const double pad = std::round(16 * m_sizes.unit);
        const double y = baseline(m_frame.panel.top() + m_sizes.header / 2, m_sizes.title);
        const QString facts = QStringLiteral("%1 · %2 · %3")
                                  .arg(spanCountText(m_slices.spanCount()),
                                       SliceWords::tr("%Ln lanes", nullptr, pluralOf(m_slices.lanes().size())),
                                       durationText(Duration(m_slices.end())));
        const double width = textWidth(facts, m_sizes.axis);
        m_canvas.text(Canvas::Back, {m_frame.panel.left() + pad, y},
                      elidedText(m_request.title, m_sizes.title, true, m_frame.panel.width() - width - 3 * pad),
                      m_sizes.title, theme.text, Text::Anchor::Start, true);
        if (width < m_frame.panel.width() / 2)
            m_canvas.text(Canvas::Back, {m_frame.panel.right() - pad, y}, facts, m_sizes.axis, theme.mutedText,
                          Text::Anchor::End);
    }

    /// The lines of the grid are part of what is behind the spans: a row of colours covers everything else.
    void layoutAxis()
    {
        const QRectF &area = m_frame.area;
        m_behind.assign(static_cast<std::size_t>(area.width()), m_request.theme.panel.rgb());
        double labelEnd = -1e300;
        for (const Tick &tick : clockTicks(m_frame.viewport, 120 * m_sizes.unit)) {
            const double x = std::round(m_frame.viewport.toPixel(tick.position));
            if (x < area.left() || x >= area.right())
                continue;
            m_canvas.layer(Canvas::Back)
                .lines.push_back({{x, area.top()}, {x, area.bottom()}, m_request.theme.grid, 1});
            m_behind[static_cast<std::size_t>(x - area.left())] = m_request.theme.grid.rgb();
            const double half = textWidth(tick.label, m_sizes.axis) / 2;
            if (x - half < labelEnd + 8 * m_sizes.unit || x + half > m_frame.panel.right() - 4)
                continue;
            labelEnd = x + half;
            m_canvas.text(Canvas::Back, {x, baseline(area.bottom() + m_sizes.ruler * 0.52, m_sizes.axis)}, tick.label,
                          m_sizes.axis, m_request.theme.mutedText, Text::Anchor::Middle);
        }
        std::ranges::transform(m_behind, std::back_inserter(m_behindColumns), columnOf);
    }

    void layoutLanes(const std::vector<std::uint32_t> &order, bool pinned)
    {
        m_clip = m_frame.clip(pinned);
        m_namesEnd = -1e300;
        if (m_clip.isEmpty())
            return;
        for (std::size_t i = m_frame.rows.indexAt(order, pinned ? 0 : m_frame.scroll); i < order.size(); ++i) {
            if (m_frame.topOf(order[i]) >= m_clip.bottom())
                break;
            layoutLane(order[i]);
        }
    }

    void layoutLane(std::uint32_t index)
    {
        const SliceLane &lane = m_slices.lanes()[index];
        const SliceRows::Place &place = m_frame.rows[index];
        const double rowHeight = m_frame.rows.rowHeight();
        const double top = m_frame.topOf(index);
        const double bars = m_frame.barsOf(index);
        if (rowHeight >= 12 && top > m_clip.top())
            m_canvas.layer(Canvas::Back)
                .lines.push_back(
                    {{m_frame.panel.left() + 1, top}, {m_frame.panel.right() - 1, top}, m_request.theme.border, 1});
        if (place.header)
            layoutHeader(index, place.folded);
        if (place.folded)
            return;
        const double laneHeight = place.height - (bars - top);
        layoutName(index, bars, laneHeight);
        const double gap = rowHeight >= 5 ? 1 : 0;
        if (lane.kind == SliceLane::Kind::Counter) {
            layoutCounter(lane, {m_frame.area.left(), bars + gap, m_frame.area.width(), laneHeight - 2 * gap});
            return;
        }
        const auto rectOf = [&](std::size_t row) {
            const double above = std::round(bars + gap + static_cast<double>(row) * rowHeight);
            const double below = std::round(bars + gap + static_cast<double>(row + 1) * rowHeight) - gap;
            return QRectF(m_frame.area.left(), above, m_frame.area.width(), std::max(1.0, below - above));
        };
        const std::size_t rows = std::min(place.rows, lane.rows.size());
        for (std::size_t row = 0; row < rows; ++row)
            layoutRow(index, static_cast<std::uint32_t>(row), rectOf(row));
        layoutMarks(index, rectOf(0));
    }

    [[nodiscard]] double nameLeft() const
    {
        return m_frame.panel.left() + std::round((m_request.foldMarks ? 20 : 12) * m_sizes.unit);
    }

    void layoutHeader(std::uint32_t index, bool folded)
    {
        const SliceLane &lane = m_slices.lanes()[index];
        const double height = m_frame.rows.headerHeight();
        const double middle = m_frame.topOf(index) + height / 2;
        const int size = std::min(m_sizes.axis, static_cast<int>(height * 0.7));
        const double room = folded ? m_frame.area.left() - nameLeft() - 8 * m_sizes.unit : m_frame.panel.width() / 2;
        name(processText(lane), nameLeft(), middle, size, true, room);
        foldMark(middle, folded);
        if (folded)
            layoutFolded(index, middle);
    }

    /// Of all its lanes the outermost spans, upon each other.
    void layoutFolded(std::uint32_t first, double middle)
    {
        const double height = std::round(0.6 * m_frame.rows.headerHeight());
        const QRectF seen = QRectF(m_frame.area.left(), std::round(middle - height / 2), m_frame.area.width(), height)
                                .intersected(m_clip);
        if (seen.isEmpty())
            return;
        m_columns.assign(m_behind.size(), SliceColumn());
        const auto &lanes = m_slices.lanes();
        const std::uint32_t process = processOf(m_slices, first);
        for (std::uint32_t lane = process; lane < lanes.size() && processOf(m_slices, lane) == process; ++lane)
            if (!lanes[lane].rows.empty())
                lanes[lane].rows.front().sample(m_frame.viewport.range.begin, 1 / m_frame.viewport.scale(), m_columns);
        if (Strip strip{.rect = seen, .columns = {}}; fill(strip))
            m_canvas.layer(Canvas::Bars).strips.push_back(std::move(strip));
    }

    void layoutName(std::uint32_t index, double bars, double laneHeight)
    {
        const SliceLane &lane = m_slices.lanes()[index];
        const SliceRows::Place &place = m_frame.rows[index];
        const double rowHeight = m_frame.rows.rowHeight();
        // Where lanes are lower than letters, as many have their names as fit.
        const int size =
            std::clamp(static_cast<int>(std::min(laneHeight, 1.3 * rowHeight) * 0.8), 9, std::max(9, m_sizes.axis));
        const double middle = bars + std::min(laneHeight, rowHeight + 2) / 2;
        if (middle - 0.5 * size < m_namesEnd)
            return;
        name(nameText(m_request, index), nameLeft(), middle, size, false,
             m_frame.area.left() - nameLeft() - std::round(8 * m_sizes.unit));
        m_namesEnd = middle + 0.6 * size;
        if (rowsOf(lane) > 1 && rowHeight >= 8)
            foldMark(middle, place.rows == 1);
    }

    /// A triangle that points down, or at what is folded.
    void foldMark(double middle, bool folded)
    {
        if (!m_request.foldMarks || middle < m_clip.top() + 4 || middle > m_clip.bottom() - 4)
            return;
        const double half = std::max(3.0, std::round(4 * m_sizes.unit));
        const QPointF centre(m_frame.panel.left() + std::round(11 * m_sizes.unit), std::round(middle));
        const QPolygonF down(
            {centre + QPointF(-half, -half / 2), centre + QPointF(half, -half / 2), centre + QPointF(0, half * 0.7)});
        const QPolygonF aside(
            {centre + QPointF(-half / 2, -half), centre + QPointF(half * 0.7, 0), centre + QPointF(-half / 2, half)});
        m_canvas.layer(Canvas::Arrows).shapes.push_back({folded ? aside : down, m_request.theme.mutedText});
    }

    void name(const QString &text, double x, double y, int size, bool bold, double room)
    {
        if (y - 0.5 * size < m_clip.top() || y + 0.5 * size > m_clip.bottom())
            return;
        m_canvas.text(Canvas::Back, {x, baseline(y, size)}, elidedText(text, size, bold, room, Qt::ElideMiddle), size,
                      m_request.theme.text, Text::Anchor::Start, bold); // they often differ at their end
    }

    /// From m_columns; false when nothing is there.
    bool fill(Strip &strip) const
    {
        strip.columns.resize(m_behind.size());
        bool any = false;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const bool covered = m_columns[i].covered > 0;
            strip.columns[i] = covered ? mixed(m_behindColumns[i], m_columns[i]) : m_behind[i];
            any = any || covered;
        }
        return any;
    }

    /// Its edges are drawn, too: yellow and mint are hardly seen on white.
    void layoutRow(std::uint32_t lane, std::uint32_t row, const QRectF &rect)
    {
        const QRectF seen = rect.intersected(m_clip);
        if (seen.isEmpty())
            return;
        const SliceRow &spans = m_slices.lanes()[lane].rows[row];
        m_columns.assign(m_behind.size(), SliceColumn());
        const Viewport &view = m_frame.viewport;
        spans.sample(view.range.begin, 1 / view.scale(), m_columns);
        Strip strip{.rect = seen, .columns = {}};
        if (!fill(strip))
            return;
        layoutDetails(lane, row, seen, strip);
        auto &strips = m_canvas.layer(Canvas::Bars).strips;
        strips.push_back(std::move(strip));
        constexpr double kFramed = 8;
        if (rect.height() < kFramed)
            return;
        Strip edge{.rect = {seen.left(), seen.top(), seen.width(), 1}, .columns = strips.back().columns};
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].covered > 0)
                edge.columns[i] = darker(edge.columns[i]);
        if (seen.top() == rect.top())
            strips.push_back(edge);
        edge.rect.moveTop(seen.bottom() - 1);
        if (seen.bottom() == rect.bottom())
            strips.push_back(std::move(edge));
    }

    /// Where spans are wide: edges, names, the selection.
    void layoutDetails(std::uint32_t lane, std::uint32_t row, const QRectF &rect, Strip &strip)
    {
        constexpr double kEdged = 4;
        const SliceRow &spans = m_slices.lanes()[lane].rows[row];
        const Viewport &view = m_frame.viewport;
        const int size = rect.height() >= 11 ? std::min(static_cast<int>(rect.height() * 0.68), m_sizes.reason) : 0;
        const double least = 28 * std::max(0.7, m_sizes.unit);
        const double edged = kEdged / view.scale();
        spans.forEachLong(instantOf(view.range.begin), instantOf(view.range.end), instantOf(edged), [&](std::size_t i) {
            const double left = view.toPixel(static_cast<double>(spans.begin(i)));
            const double right = std::min(rect.right(), view.toPixel(static_cast<double>(spans.end(i))));
            const double begin = std::max(rect.left(), left);
            if (left >= rect.left() && left < rect.right()) {
                QRgb &edge = strip.columns[static_cast<std::size_t>(left - rect.left())];
                edge = darker(edge);
            }
            if (spans.at(i).open && view.toPixel(static_cast<double>(spans.end(i))) <= rect.right())
                fray(strip, rect, begin, right);
            if (size > 0 && right - begin >= least)
                label(spans, i, begin, right, rect, size);
        });
        if (m_request.selected && m_request.selected->lane == lane && m_request.selected->row == row)
            select(spans, m_request.selected->index, rect);
    }

    /// What has no end goes out in stripes.
    void fray(Strip &strip, const QRectF &rect, double begin, double right)
    {
        constexpr double kStripe = 3;
        const double from = std::max(begin, right - 8 * kStripe);
        for (double x = from; x < right; ++x) {
            const auto column = static_cast<std::size_t>(x - rect.left());
            if (column < strip.columns.size() && static_cast<int>((right - x) / kStripe) % 2 == 0)
                strip.columns[column] = m_behind[column];
        }
    }

    void label(const SliceRow &spans, std::size_t index, double begin, double right, const QRectF &rect, int size)
    {
        constexpr double kPadding = 4;
        const QString &words = m_labels.fitted(m_slices, spans.name(index), size, right - begin - 2 * kPadding);
        if (words.isEmpty())
            return;
        const bool dark = contrast(QColor(spans.color(index)), Qt::black) >= 6;
        m_canvas.layer(Canvas::Labels)
            .texts.push_back({{std::round(begin + kPadding), baseline(rect.center().y(), size)},
                              words,
                              size,
                              false,
                              Text::Anchor::Start,
                              dark ? QColor(0x10, 0x10, 0x10) : QColor(Qt::white),
                              textWidth(words, size)});
    }

    /// However short it is.
    void select(const SliceRow &spans, std::size_t index, const QRectF &row)
    {
        constexpr double kLeast = 6;
        const Viewport &view = m_frame.viewport;
        const double left = view.toPixel(static_cast<double>(spans.begin(index)));
        const double right = view.toPixel(static_cast<double>(spans.end(index)));
        const double more = std::max(0.0, (kLeast - (right - left)) / 2);
        const QRectF rect = QRectF(QPointF(std::max(row.left() - kLeast, left - more), row.top()),
                                   QPointF(std::min(row.right() + kLeast, right + more), row.bottom()))
                                .intersected(row);
        if (rect.isEmpty())
            return;
        Box box{
            .rect = rect, .line = m_request.theme.nowLine, .lineWidth = std::max(2.0, std::round(2.5 * m_sizes.unit))};
        box.frame = Box::Frame::Solid;
        m_canvas.layer(Canvas::Front).boxes.push_back(box);
    }

    /// One tick a column at most, at the top of the row: spans and their names are to be seen below. What concerns more
    /// than its lane is a line through all it concerns.
    void layoutMarks(std::size_t index, const QRectF &rect)
    {
        const SliceLane &lane = m_slices.lanes()[index];
        const QRectF seen = rect.intersected(m_clip);
        if (seen.isEmpty() || lane.marks.empty())
            return;
        const Viewport &view = m_frame.viewport;
        const double width = std::max(2.0, std::round(2 * m_sizes.unit));
        const double height = lane.rows.empty()
                                  ? seen.height()
                                  : std::min(seen.height(), std::max(2.0, std::round(0.25 * rect.height())));
        layoutFarMarks(index);
        auto mark = std::ranges::lower_bound(lane.marks, static_cast<std::int64_t>(std::ceil(view.range.begin)), {},
                                             &SliceMark::at);
        while (mark != lane.marks.end()) {
            const double x = std::floor(view.toPixel(static_cast<double>(mark->at)));
            if (x >= seen.right())
                break;
            const QRectF tick(x, seen.top(), std::min(width, seen.right() - x), height);
            m_canvas.layer(Canvas::Labels).boxes.push_back({.rect = tick, .fill = m_request.theme.text});
            const double next = view.toPosition(x + width);
            mark = std::ranges::lower_bound(mark, lane.marks.end(), static_cast<std::int64_t>(std::ceil(next)), {},
                                            &SliceMark::at);
        }
    }

    void layoutFarMarks(std::size_t index)
    {
        const Viewport &view = m_frame.viewport;
        constexpr double kApart = 3;
        const auto &marks = m_slices.lanes()[index].farMarks;
        auto mark = std::ranges::lower_bound(marks, instantOf(view.range.begin), {}, &SliceMark::at);
        while (mark != marks.end() && static_cast<double>(mark->at) <= view.range.end) {
            const double x = std::floor(view.toPixel(static_cast<double>(mark->at)));
            const auto [top, bottom] = mark->scope == SliceMark::Scope::Everything
                                           ? std::pair(m_clip.top(), m_clip.bottom())
                                           : processEdges(index);
            m_canvas.layer(Canvas::Labels)
                .lines.push_back({{x, std::max(top, m_clip.top())},
                                  {x, std::max(m_clip.top(), std::min(bottom, m_clip.bottom()))},
                                  m_request.theme.text,
                                  1});
            mark =
                std::ranges::lower_bound(mark, marks.end(), instantOf(view.toPosition(x + kApart)), {}, &SliceMark::at);
        }
    }

    /// From the first of the lanes of its process to the last.
    [[nodiscard]] std::pair<double, double> processEdges(std::size_t lane) const
    {
        const std::uint32_t process = processOf(m_slices, static_cast<std::uint32_t>(lane));
        const auto isIts = [&](std::uint32_t other) { return processOf(m_slices, other) == process; };
        const auto &order = m_frame.rows.order();
        const auto first = std::ranges::find_if(order, isIts);
        const auto behind = std::find_if_not(first, order.end(), isIts);
        if (first == behind)
            return {0, 0};
        const std::uint32_t last = *std::prev(behind);
        return {m_frame.topOf(*first), m_frame.topOf(last) + m_frame.rows[last].height};
    }

    /// Steps, filled down to zero; a column shows the farthest value it holds.
    void layoutCounter(const SliceLane &lane, const QRectF &rect)
    {
        const QRectF seen = rect.intersected(m_clip);
        const double range = lane.most - lane.least;
        if (seen.isEmpty() || lane.points.empty() || range <= 0)
            return;
        const Viewport &view = m_frame.viewport;
        auto point =
            std::ranges::upper_bound(lane.points, static_cast<std::int64_t>(view.range.begin), {}, &CounterPoint::at);
        double value = point == lane.points.begin() ? 0 : std::prev(point)->value;
        const auto heightOf = [&](double v) { return std::round((v - lane.least) / range * rect.height()); };
        const double zero = heightOf(0);
        double start = seen.left();
        double shown = heightOf(value);
        const auto flush = [&](double until) {
            QRectF bar(QPointF(start, rect.bottom() - std::max(shown, zero)),
                       QPointF(until, rect.bottom() - std::min(shown, zero)));
            bar = bar.intersected(seen);
            if (!bar.isEmpty())
                m_canvas.layer(Canvas::Bars).boxes.push_back({.rect = bar, .fill = m_request.theme.accent});
            start = until;
        };
        for (double x = seen.left(); x < seen.right(); ++x) {
            const auto end = static_cast<std::int64_t>(view.toPosition(x + 1));
            double farthest = value;
            if (const auto next = std::ranges::lower_bound(point, lane.points.end(), end, {}, &CounterPoint::at);
                next != point) {
                const double among = lane.farthest(static_cast<std::size_t>(point - lane.points.begin()),
                                                   static_cast<std::size_t>(next - lane.points.begin()));
                farthest = std::abs(among) > std::abs(value) ? among : value;
                value = std::prev(next)->value;
                point = next;
            }
            if (const double height = heightOf(farthest); height != shown) {
                flush(x);
                shown = height;
            }
            if (static_cast<double>(m_slices.end()) < view.toPosition(x)) {
                flush(x);
                return;
            }
        }
        flush(seen.right());
    }

    const SliceRequest &m_request;
    const Slices &m_slices;
    Sizes m_sizes;
    SliceFrame m_frame;
    Scene m_scene;
    Canvas m_canvas;
    SliceLabels m_labels;
    QRectF m_clip;                            ///< what is seen of the lanes being drawn
    double m_namesEnd = -1e300;               ///< where the last lane's name ends, downwards
    std::vector<QRgb> m_behind;               ///< by column
    std::vector<SliceColumn> m_behindColumns; ///< the same colours
    std::vector<SliceColumn> m_columns;
};

} // namespace

Scene layoutSlices(const SliceRequest &request)
{
    return SliceLayout(request).run();
}

} // namespace coroscope::timeline

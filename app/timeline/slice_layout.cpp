// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/slice_layout.h"

#include "app/timeline/canvas.h"
#include "app/timeline/describe.h"
#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "app/timeline/ruler.h"
#include "app/timeline/slice_labels.h"
#include "app/timeline/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace coroscope::timeline {

namespace {

constexpr std::size_t kMostArrows = 400; ///< visible ones; more would hide what they connect
constexpr float kFaintest = 0.15F;       ///< what is there at all can be seen

QString textOf(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

double naturalRow(const SliceRequest &request)
{
    return std::max(9.0, std::round(24 * request.fontScale));
}

double leastRow(const SliceRequest &request)
{
    return std::max(8.0, std::round(14 * request.fontScale));
}

std::size_t rowsOf(const SliceLane &lane)
{
    return lane.kind == SliceLane::Kind::Counter ? 2 : std::max<std::size_t>(1, lane.rows.size());
}

/// As high as the room allows, between what can just be read and what is comfortable. Where all lanes have to be
/// visible the rows get lower, then a lane is a single row, in the end of one pixel.
SliceRows rowsFor(const SliceRequest &request, double room, double header)
{
    constexpr double kLowestNested = 6;
    const double natural = naturalRow(request);
    std::size_t count = 0;
    for (const SliceLane &lane : request.slices->lanes())
        count += rowsOf(lane);
    const double share = room / static_cast<double>(std::max<std::size_t>(count, 1));
    SliceRows rows(*request.slices, std::clamp(std::floor(share), leastRow(request), natural), header, true);
    for (double height = rows.rowHeight() - 1;
         rows.height() > room && height >= (request.fitLanes ? kLowestNested : leastRow(request)); --height)
        rows = SliceRows(*request.slices, height, header, true);
    if (request.fitLanes && rows.height() > room)
        rows = SliceRows(*request.slices, std::max(1.0, std::floor(room / static_cast<double>(rows.size()))), 0, false);
    return rows;
}

double nameColumn(const SliceRequest &request, const Sizes &sizes)
{
    constexpr std::size_t kMeasured = 200;
    double widest = 0;
    const auto &lanes = request.slices->lanes();
    for (std::size_t i = 0; i < std::min(lanes.size(), kMeasured); ++i)
        widest = std::max(widest, textWidth(laneText(lanes[i]), sizes.axis));
    return std::round(std::clamp(widest + 32 * sizes.unit, 80 * sizes.unit, 0.2 * request.size.width()));
}

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
        const auto &rows = m_frame.rows;
        if (rows.size() > 0) {
            for (std::size_t lane = rows.laneAt(m_frame.scroll); lane < rows.size(); ++lane) {
                const double top = m_frame.area.top() - m_frame.scroll + rows[lane].top;
                if (top >= m_frame.area.bottom())
                    break;
                layoutLane(lane, top);
            }
            layoutArrows();
        }
        m_scene.plots.push_back({m_frame.panel, m_frame.area, m_frame.area, m_frame.viewport, rows.height()});
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

    void layoutLane(std::size_t index, double top)
    {
        const SliceLane &lane = m_slices.lanes()[index];
        const SliceRows::Place &place = m_frame.rows[index];
        const double rowHeight = m_frame.rows.rowHeight();
        double bars = top;
        if (place.header) {
            const int size = std::min(m_sizes.axis, static_cast<int>(m_frame.rows.headerHeight() * 0.7));
            name(processText(lane), m_frame.panel.left() + std::round(12 * m_sizes.unit),
                 top + m_frame.rows.headerHeight() / 2, size, true, m_frame.panel.width() / 2);
            bars += m_frame.rows.headerHeight();
        }
        if (rowHeight >= 12 && top > m_frame.area.top())
            m_canvas.layer(Canvas::Back)
                .lines.push_back(
                    {{m_frame.panel.left() + 1, top}, {m_frame.panel.right() - 1, top}, m_request.theme.border, 1});
        const double laneHeight = place.height - (bars - top);
        // Where lanes are lower than letters, as many have their names as fit.
        const int size =
            std::clamp(static_cast<int>(std::min(laneHeight, 1.3 * rowHeight) * 0.8), 9, std::max(9, m_sizes.axis));
        const double middle = bars + std::min(laneHeight, rowHeight + 2) / 2;
        if (middle - 0.5 * size >= m_namesEnd) {
            name(laneText(lane), m_frame.panel.left() + std::round(12 * m_sizes.unit), middle, size, false,
                 m_frame.area.left() - m_frame.panel.left() - std::round(20 * m_sizes.unit));
            m_namesEnd = middle + 0.6 * size;
        }
        const double gap = rowHeight >= 5 ? 1 : 0;
        if (lane.kind == SliceLane::Kind::Counter) {
            layoutCounter(lane, {m_frame.area.left(), bars + gap, m_frame.area.width(), laneHeight - 2 * gap});
            return;
        }
        const std::size_t rows = m_frame.rows.nested() ? lane.rows.size() : std::min<std::size_t>(1, lane.rows.size());
        for (std::size_t row = 0; row < rows; ++row)
            layoutRow(static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(row),
                      {m_frame.area.left(), bars + gap + static_cast<double>(row) * rowHeight, m_frame.area.width(),
                       std::max(1.0, rowHeight - gap)});
        layoutMarks(index, {m_frame.area.left(), bars + gap, m_frame.area.width(), std::max(1.0, rowHeight - gap)});
    }

    void name(const QString &text, double x, double y, int size, bool bold, double room)
    {
        if (y - 0.5 * size < m_frame.area.top() || y + 0.5 * size > m_frame.area.bottom())
            return;
        m_canvas.text(Canvas::Back, {x, baseline(y, size)}, elidedText(text, size, bold, room, Qt::ElideMiddle), size,
                      m_request.theme.text, Text::Anchor::Start, bold); // they often differ at their end
    }

    void layoutRow(std::uint32_t lane, std::uint32_t row, const QRectF &rect)
    {
        const QRectF seen = rect.intersected(m_frame.area);
        if (seen.isEmpty())
            return;
        const SliceRow &spans = m_slices.lanes()[lane].rows[row];
        m_columns.assign(m_behind.size(), SliceColumn());
        const Viewport &view = m_frame.viewport;
        spans.sample(view.range.begin, 1 / view.scale(), m_columns);
        Strip strip{.rect = seen, .columns = std::vector<QRgb>(m_behind.size())};
        bool any = false;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const bool covered = m_columns[i].covered > 0;
            strip.columns[i] = covered ? mixed(m_behindColumns[i], m_columns[i]) : m_behind[i];
            any = any || covered;
        }
        if (!any)
            return;
        layoutDetails(lane, row, seen, strip);
        m_canvas.layer(Canvas::Bars).strips.push_back(std::move(strip));
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

    [[nodiscard]] static std::int64_t instantOf(double position)
    {
        return static_cast<std::int64_t>(std::clamp(std::ceil(position), -9e18, 9e18));
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
        const QRectF seen = rect.intersected(m_frame.area);
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
                                           ? std::pair(m_frame.area.top(), m_frame.area.bottom())
                                           : processEdges(index);
            m_canvas.layer(Canvas::Labels)
                .lines.push_back({{x, std::max(top, m_frame.area.top())},
                                  {x, std::min(bottom, m_frame.area.bottom())},
                                  m_request.theme.text,
                                  1});
            mark =
                std::ranges::lower_bound(mark, marks.end(), instantOf(view.toPosition(x + kApart)), {}, &SliceMark::at);
        }
    }

    /// From the first of the lanes of its process to the last.
    [[nodiscard]] std::pair<double, double> processEdges(std::size_t lane) const
    {
        const auto &lanes = m_slices.lanes();
        std::size_t first = lane;
        std::size_t last = lane;
        while (first > 0 && lanes[first - 1].process == lanes[lane].process)
            --first;
        while (last + 1 < lanes.size() && lanes[last + 1].process == lanes[lane].process)
            ++last;
        const double origin = m_frame.area.top() - m_frame.scroll;
        return {origin + m_frame.rows[first].top, origin + m_frame.rows[last].top + m_frame.rows[last].height};
    }

    /// Steps, filled down to zero; a column shows the farthest value it holds.
    void layoutCounter(const SliceLane &lane, const QRectF &rect)
    {
        const QRectF seen = rect.intersected(m_frame.area);
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

    /// The middle of the innermost span that is there.
    [[nodiscard]] QPointF anchor(std::uint32_t lane, std::int64_t at) const
    {
        const auto &rows = m_slices.lanes()[lane].rows;
        std::size_t deepest = 0;
        for (std::size_t row = 0; m_frame.rows.nested() && row < rows.size(); ++row) {
            const std::size_t i = rows[row].firstAt(at);
            if (i < rows[row].size() && rows[row].begin(i) <= at)
                deepest = row;
        }
        const SliceRows::Place &place = m_frame.rows[lane];
        const double top =
            m_frame.area.top() - m_frame.scroll + place.top + (place.header ? m_frame.rows.headerHeight() : 0);
        return {m_frame.viewport.toPixel(static_cast<double>(at)),
                top + (static_cast<double>(deepest) + 0.5) * m_frame.rows.rowHeight()};
    }

    void layoutArrows()
    {
        const AxisRange &range = m_frame.viewport.range;
        std::vector<const SliceArrow *> visible;
        const auto &arrows = m_slices.arrows();
        for (auto arrow = std::ranges::lower_bound(arrows, instantOf(range.begin), {}, &SliceArrow::from);
             arrow != arrows.end(); ++arrow) {
            if (static_cast<double>(arrow->from) > range.end)
                break;
            if (static_cast<double>(arrow->to) > range.end)
                continue;
            visible.push_back(&*arrow);
            if (visible.size() > kMostArrows)
                return;
        }
        const QColor &color = m_request.theme.arrow;
        for (const SliceArrow *arrow : visible) {
            const QPointF from = anchor(arrow->fromLane, arrow->from);
            const QPointF to = anchor(arrow->toLane, arrow->to);
            if (!m_frame.area.contains(from) || !m_frame.area.contains(to) || from == to)
                continue;
            m_canvas.layer(Canvas::Arrows).lines.push_back({from, to, color, std::max(1.0, 1.5 * m_sizes.unit)});
            const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
            const QPointF along = (to - from) / length;
            const QPointF across(-along.y(), along.x());
            const double head = std::max(5.0, 8 * m_sizes.unit);
            m_canvas.layer(Canvas::Arrows)
                .shapes.push_back(
                    {QPolygonF({to, to - head * along + 0.4 * head * across, to - head * along - 0.4 * head * across}),
                     color});
        }
    }

    const SliceRequest &m_request;
    const Slices &m_slices;
    Sizes m_sizes;
    SliceFrame m_frame;
    Scene m_scene;
    Canvas m_canvas;
    SliceLabels m_labels;
    double m_namesEnd = -1e300;               ///< where the last lane's name ends, downwards
    std::vector<QRgb> m_behind;               ///< by column
    std::vector<SliceColumn> m_behindColumns; ///< the same colours
    std::vector<SliceColumn> m_columns;
};

} // namespace

SliceRows::SliceRows(const Slices &slices, double rowHeight, double headerHeight, bool nested)
    : m_rowHeight(rowHeight), m_headerHeight(headerHeight), m_nested(nested)
{
    const auto &lanes = slices.lanes();
    // A single process has a header when it has a name: a number says nothing.
    const auto isNumber = [](const std::string &text) {
        return text.find_first_not_of("0123456789") == std::string::npos;
    };
    const bool several = std::ranges::any_of(
        lanes, [&](const SliceLane &lane) { return lane.process != lanes.front().process || !isNumber(lane.process); });
    m_places.reserve(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const bool header = m_headerHeight > 0 && several && (i == 0 || lanes[i].process != lanes[i - 1].process);
        const double rows = nested ? static_cast<double>(rowsOf(lanes[i])) : 1;
        const double gap = nested ? std::max(2.0, std::round(0.25 * rowHeight)) : 0;
        m_places.push_back({m_height, rows * rowHeight + gap + (header ? m_headerHeight : 0), header});
        m_height += m_places.back().height;
    }
}

std::size_t SliceRows::laneAt(double y) const
{
    const auto after = std::ranges::upper_bound(m_places, y, {}, &Place::top);
    return after == m_places.begin() ? 0 : static_cast<std::size_t>(after - m_places.begin()) - 1;
}

SliceFrame::SliceFrame(const SliceRequest &request) : rows(*request.slices, 1, 0, false)
{
    const Sizes sizes(request.fontScale);
    panel = QRectF(sizes.margin, sizes.margin, request.size.width() - 2 * sizes.margin,
                   request.size.height() - 2 * sizes.margin);
    const double names = nameColumn(request, sizes);
    const double left = std::round(panel.left() + names);
    area = QRectF(left, panel.top() + sizes.header,
                  std::max(1.0, std::floor(panel.right() - std::round(16 * sizes.unit) - left)),
                  std::max(1.0, std::floor(panel.height() - sizes.header - sizes.ruler)));
    rows = rowsFor(request, area.height(), std::round(26 * sizes.unit));
    viewport = {request.visible.value_or(wholeRange(*request.slices)), area.left(), area.width()};
    maxScroll = std::max(0.0, std::ceil(rows.height() - area.height()));
    scroll = std::clamp(std::round(request.scroll), 0.0, maxScroll);
    naturalHeight = rows.height() + request.size.height() - area.height();
}

QString laneText(const SliceLane &lane)
{
    return lane.name.empty() ? SliceWords::tr("(no thread)") : textOf(lane.name);
}

QString processText(const SliceLane &lane)
{
    return lane.process.empty() ? SliceWords::tr("(no process)") : textOf(lane.process);
}

Scene layoutSlices(const SliceRequest &request)
{
    return SliceLayout(request).run();
}

QString spanCountText(std::size_t count)
{
    return SliceWords::tr("%Ln spans", nullptr, pluralOf(count));
}

AxisRange wholeRange(const Slices &slices)
{
    const auto end = static_cast<double>(std::max<std::int64_t>(slices.end(), 1000));
    return {0, end * 1.01};
}

AxisLimits axisLimits(const Slices &slices)
{
    return {.whole = wholeRange(slices), .shortest = 100.0};
}

} // namespace coroscope::timeline

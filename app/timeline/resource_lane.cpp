// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/resource_lane.h"

#include "app/timeline/frame.h"
#include "app/timeline/label.h"

#include <QLocale>

#include <algorithm>

namespace coroscope::timeline {

namespace {

using Change = LevelTrack::Change;

constexpr std::size_t kMostSampled = 64; ///< changes within a pixel that are looked at one by one

class ResourceLayout {
public:
    ResourceLayout(Canvas &canvas, const Theme &theme, const RunView &run, const AxisMap &map, const LaneShape &shape,
                   const LevelTrack &track, const QRectF &lane, const QRectF &clip)
        : m_canvas(canvas), m_theme(theme), m_run(run), m_map(map), m_shape(shape), m_track(track), m_clip(clip),
          m_middle(lane.center().y())
    {
    }

    /// Stretch by stretch: from one change that is a pixel after the one before to the next such.
    void layout()
    {
        if (m_clip.height() < m_shape.bar / 2)
            return; // scrolled away but for a few pixels
        const auto &changes = m_track.changes;
        auto change = std::partition_point(changes.begin(), changes.end(),
                                           [this](const Change &c) { return pixel(c) < m_clip.left(); });
        const bool before = change != changes.begin();
        double left = std::max(
            m_clip.left(), std::round(m_map.pixel(m_track.createdBy, m_run.spans->trace()[m_track.createdBy].at())));
        m_level = before ? std::prev(change)->value : m_track.initial();
        m_by = before ? std::prev(change)->by : ActorId::None;
        const double end = std::min(m_map.nowPixel(), m_clip.right());
        while (change != changes.end() && m_map.happened(change->event) && pixel(*change) <= m_clip.right()) {
            const double x = std::round(pixel(*change));
            stretch(left, x, false);
            const auto next = std::partition_point(
                change, changes.end(), [&](const Change &c) { return m_map.happened(c.event) && pixel(c) < x + 1; });
            jump(x, change, next);
            left = x;
            change = next;
        }
        stretch(left, std::round(end), m_track.isLock() && m_level > 0);
    }

private:
    [[nodiscard]] double pixel(const Change &change) const { return m_map.pixel(change.event, change.at); }

    [[nodiscard]] double height(std::int64_t level) const
    {
        return std::round(m_shape.bar * static_cast<double>(std::clamp<std::int64_t>(level, 0, m_track.most))
                          / static_cast<double>(m_track.most));
    }

    [[nodiscard]] double bottom() const { return std::round(m_middle + m_shape.bar / 2); }

    template <class Iterator>
    void jump(double x, Iterator from, Iterator to)
    {
        std::int64_t least = m_level;
        std::int64_t most = m_level;
        const auto sampled = std::min(from + std::min<std::ptrdiff_t>(kMostSampled, to - from), to);
        for (auto change = from; change != sampled; ++change) {
            ++m_canvas.scene().visited;
            least = std::min(least, change->value);
            most = std::max(most, change->value);
        }
        const bool pin = m_track.isLock() && most > 0 && std::prev(to)->value == 0 && m_level == 0;
        m_level = std::prev(to)->value;
        if (pin) {
            addBox({x, bottom() - m_shape.bar, m_map.pinWidth() / 2, m_shape.bar}, from->by, false);
        } else if (!m_track.isLock()) {
            const double top = bottom() - height(std::max(most, m_level));
            addLine({x, top}, {x, bottom() - height(std::min(least, m_level))});
        }
        m_by = std::prev(to)->by;
    }

    void stretch(double left, double right, bool open)
    {
        if (right - left < 1)
            return;
        if (m_track.isLock())
            held(left, right, open);
        else
            level(left, right);
    }

    void held(double left, double right, bool open)
    {
        if (m_level == 0)
            return;
        const QRectF rect(left, bottom() - m_shape.bar, right - left, m_shape.bar);
        addBox(rect, m_by, open);
        const Label label{.pixelSize = m_shape.call,
                          .color = m_theme.text,
                          .bold = true,
                          .boxHeight = std::min(m_shape.call * 1.5, m_shape.bar - 6),
                          .boxFill = m_theme.panel,
                          .boxFrame = m_theme.outline,
                          .rounded = m_shape.style.rounded};
        if (whole())
            layoutLabel(m_canvas, rect.intersected(m_clip), {laneName(m_run, m_by)}, label, m_shape.style.stroke);
    }

    void level(double left, double right)
    {
        const double high = height(m_level);
        const double y = bottom() - high;
        if (high > 0) {
            Box fill{.rect = {left, y, right - left, high}, .fill = m_theme.waitFill};
            if (Canvas::clip(fill, m_clip))
                m_canvas.layer(Canvas::Bars).boxes.push_back(fill);
        }
        addLine({left, y}, {right, y});
        const QString figure = QLocale().toString(static_cast<qlonglong>(m_level));
        const int size = m_shape.reason;
        if (size == 0 || !whole() || textWidth(figure, size) + 8 > right - left)
            return;
        const bool below = high > 1.4 * size;
        const double text = below ? y + 1.2 * size : y - 0.35 * size;
        m_canvas.text(Canvas::Labels, {(left + right) / 2, std::round(text)}, figure, size, m_theme.mutedText,
                      Text::Anchor::Middle);
    }

    [[nodiscard]] bool whole() const { return m_clip.top() <= bottom() - m_shape.bar && m_clip.bottom() >= bottom(); }

    void addBox(const QRectF &rect, ActorId by, bool open)
    {
        Box bar = runningBar(rect, m_theme.task(by), m_theme, m_shape.style.forWidth(rect.width()));
        bar.openRight = open;
        if (Canvas::clip(bar, m_clip))
            m_canvas.layer(Canvas::Bars).boxes.push_back(bar);
    }

    void addLine(QPointF from, QPointF to)
    {
        const QRectF seen = m_clip.adjusted(0, 0, 0, 1);
        if (seen.contains(from) && seen.contains(to))
            m_canvas.layer(Canvas::Bars).lines.push_back({from, to, m_theme.text, 2});
    }

    Canvas &m_canvas;
    const Theme &m_theme;
    const RunView &m_run;
    const AxisMap &m_map;
    const LaneShape &m_shape;
    const LevelTrack &m_track;
    QRectF m_clip;
    double m_middle;
    std::int64_t m_level = 0;
    ActorId m_by = ActorId::None;
};

} // namespace

void layoutResource(Canvas &canvas, const Theme &theme, const RunView &run, const AxisMap &map, const LaneShape &shape,
                    ResourceId resource, const QRectF &lane, const QRectF &clip)
{
    if (const LevelTrack *track = run.levels ? run.levels->track(resource) : nullptr)
        ResourceLayout(canvas, theme, run, map, shape, *track, lane, clip).layout();
}

} // namespace coroscope::timeline

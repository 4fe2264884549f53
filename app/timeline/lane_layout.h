// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/axis_map.h"
#include "app/timeline/bars.h"
#include "app/timeline/canvas.h"
#include "app/timeline/label.h"

namespace coroscope::timeline {

/// Turns the visible spans of one lane into bars, pins, labels and hits. Made anew for each lane.
class LaneLayout {
public:
    struct Place {
        std::size_t run = 0;
        QRectF lane; ///< its full height
        QRectF clip; ///< the part of it that is seen, from the plot's left to its right
    };

    LaneLayout(Canvas &canvas, const Theme &theme, const RunView &run, const AxisMap &map, const LaneShape &shape,
               double unit, Place place);

    /// Who holds the thread, and when it is asleep.
    void layoutThread();
    /// What one actor does.
    void layoutActor(ActorId actor);

private:
    using SpanList = std::vector<Span>;

    void walk(const SpanList &spans);
    std::size_t placeSpan(const SpanList &spans, std::size_t index);
    std::size_t placeHold(const SpanList &spans, std::size_t index);
    std::size_t placeStep(const SpanList &spans, std::size_t index);
    void placePin(const Span &span, std::size_t index, std::size_t count);
    void placeBusy(const Span &span, std::size_t index);
    void placeReady(const Span &span, std::size_t index);
    struct Stretch { ///< of a lane: pixels, and how long it has lasted
        double left = 0;
        double right = 0;
        Duration length{};
        bool open = false;
    };
    void placeStarved(const Stretch &denied, const Span &span, std::size_t index);
    void placeWait(const Stretch &wait, const Span &span, std::size_t index);
    void placeAwaiting(const Span &span, std::size_t index);
    void placeEndMark(const Lane &lane);
    void placeEndlessMark();
    [[nodiscard]] bool isEndless(const Span &span) const;
    [[nodiscard]] double endlessEnd() const;

    [[nodiscard]] std::size_t foldEnd(const SpanList &spans, std::size_t index) const;
    void fold(const SpanList &spans, std::size_t index, std::size_t end);

    void placeSleep(Instant since, double to, std::size_t next);
    [[nodiscard]] ItemKey key(ItemKey::Part part, std::size_t span) const;
    [[nodiscard]] PinSlot slot(const Span &span) const;
    [[nodiscard]] double pinWidth(std::size_t next, double left, double narrow) const;
    [[nodiscard]] std::size_t holdEnd(const SpanList &spans, std::size_t index) const;
    [[nodiscard]] QColor color(const Span &span) const;
    [[nodiscard]] ActorId owner(const Span &span) const;
    [[nodiscard]] QRectF band(double left, double right, double height) const;
    bool addBox(Box box, std::size_t index, std::size_t count, ActorId actor, Sign sign);
    void addHatch(Hatch hatch);
    void addHolder(const QRectF &bar, const Span &span, bool hatched);
    void addCallLabel(const QRectF &bar, const Span &span);
    void addLabel(const QRectF &bar, const QStringList &candidates, const Label &label);

    Canvas &m_canvas;
    const Theme &m_theme;
    const RunView &m_run;
    const AxisMap &m_map;
    const LaneShape &m_shape;
    double m_unit;
    Place m_place;
    ActorId m_actor = ActorId::None; ///< None: the thread lane
    ActorKind m_kind = ActorKind::Main;
    double m_free = -1e300; ///< everything left of this pixel is taken by pins already
    bool m_lastWasFold = false;
};

} // namespace coroscope::timeline

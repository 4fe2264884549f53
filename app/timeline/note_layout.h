// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/axis_map.h"
#include "app/timeline/canvas.h"
#include "app/timeline/frame.h"

#include <QLineF>

#include <utility>
#include <vector>

namespace coroscope::timeline {

/// The notes of a run: a card each, with a line to what it is about. Cards keep off bars, labels
/// and each other as long as there is room, and never leave the chart. Call it after everything
/// else of the run: it looks at what is there.
class NoteLayout {
public:
    /// `lanes`: the lanes in view and where they are.
    NoteLayout(Canvas &canvas, const ChartRequest &request, const Frame &frame, std::size_t run, const AxisMap &map,
               const std::vector<std::pair<ActorId, QRectF>> &lanes);

    void layout();

private:
    struct Anchor {
        QPointF from; ///< of what it is about: a point, or the two ends of a line
        QPointF to;
    };
    struct Taken {
        QRectF rect;
        double weight; ///< of a covered pixel of it
    };
    void take(const AxisMap &map, const std::vector<Span> &spans, const QRectF &lane);
    void place(std::size_t index);
    [[nodiscard]] bool anchorOf(const RunNote &note, Anchor &anchor) const;
    [[nodiscard]] QRectF roomFor(QSizeF size, const Anchor &anchor) const;
    [[nodiscard]] std::vector<Taken> takenIn(const QRectF &area) const;
    [[nodiscard]] double covered(const QRectF &card, const std::vector<Taken> &taken) const;
    [[nodiscard]] double crossed(const QLineF &leader, const std::vector<Taken> &taken) const;
    [[nodiscard]] QLineF leaderTo(const QRectF &card, const Anchor &anchor) const;
    [[nodiscard]] static double farness(const QRectF &card, const Anchor &anchor);
    void drawLeader(const Anchor &anchor, const QRectF &card);
    void drawCard(const QRectF &card, const QStringList &lines);

    Canvas &m_canvas;
    const Theme &m_theme;
    const Sizes &m_sizes;
    const RunView &m_run;
    const PanelFrame &m_panel;
    const AxisMap &m_map;
    const std::vector<std::pair<ActorId, QRectF>> &m_lanes;
    std::size_t m_index;
    std::vector<Taken> m_taken;  ///< bars: what cards keep off
    std::vector<QRectF> m_cards; ///< and off each other
};

/// The text in lines no wider than `width`; at most `most`, the last one shortened with "…".
[[nodiscard]] QStringList wrappedText(const QString &text, int pixelSize, double width, int most);

} // namespace coroscope::timeline

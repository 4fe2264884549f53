// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/item_key.h"
#include "app/timeline/viewport.h"
#include "core/record/event.h"

#include <QColor>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace coroscope::timeline {

// A picture as plain geometry, in pixels at scale 1, y downwards. It is made once from a request
// and replayed by painters that know nothing of traces: window, PNG and SVG show the same because
// they replay the same Scene. Everything is clipped by arithmetic when the scene is made, since not
// every output can clip.

/// A rectangle, filled and framed; the frame lies inside `rect`.
struct Box {
    enum class Frame : std::uint8_t { None, Solid, Dotted };

    QRectF rect;
    QColor fill = {}; ///< invalid: not filled
    QColor line = {};
    double lineWidth = 0;
    double radius = 0;
    Frame frame = Frame::None;
    bool openLeft = false;  ///< it began before the visible range: no left edge
    bool openRight = false; ///< still going on, or goes on beyond the visible range: no right edge
    ItemKey key = {};
};

/// Diagonal stripes inside `rect`, rising to the right or falling, in phase all over the picture.
/// hatch.h cuts them into polygons.
struct Hatch {
    QRectF rect;
    QColor ink;
    bool rising = true;
    double period = 12; ///< horizontal distance of stripes, whole pixels
    double stripe = 4;  ///< horizontal width of a stripe, whole pixels
    ItemKey key = {};
};

struct Line {
    QPointF from;
    QPointF to;
    QColor color;
    double width = 1;
    bool dotted = false; ///< dots of 2 px, 5 px apart
    ItemKey key = {};
};

/// A row of colours, one a pixel of `rect`'s width, copied over its height.
struct Strip {
    QRectF rect; ///< whole pixels
    std::vector<QRgb> columns;
};

/// A filled polygon (arrow heads).
struct Shape {
    QPolygonF points;
    QColor fill;
    ItemKey key = {};
};

struct Text {
    enum class Anchor : std::uint8_t { Start, Middle, End };

    QPointF at;     ///< on the baseline
    QString string; ///< already elided
    int pixelSize = 16;
    bool bold = false;
    Anchor anchor = Anchor::Start;
    QColor color;
    double width = 0; ///< as measured with the theme's font
    ItemKey key = {};

    /// Where its ink may be: for tests and for keeping labels apart.
    [[nodiscard]] QRectF bounds() const;
};

/// Painted in this order: strips, boxes, hatches, lines, shapes, texts.
/// What a legend can name.
enum class Sign : std::uint8_t { Holds, Blocks, Denied, Awaits, Ready, Done, Failed, Cancelled, SideBySide };

/// A set of signs.
class Signs {
public:
    void add(Sign sign) { m_bits |= bit(sign); }
    void remove(Sign sign) { m_bits &= ~bit(sign); }
    [[nodiscard]] bool has(Sign sign) const { return (m_bits & bit(sign)) != 0; }
    [[nodiscard]] static Signs all();
    [[nodiscard]] bool operator==(const Signs &) const = default;

private:
    [[nodiscard]] static constexpr unsigned bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }
    unsigned m_bits = 0;
};

struct Layer {
    std::vector<Strip> strips;
    std::vector<Box> boxes;
    std::vector<Hatch> hatches;
    std::vector<Line> lines;
    std::vector<Shape> shapes;
    std::vector<Text> texts;
};

/// What a place of the picture stands for.
struct Hit {
    enum class Kind : std::uint8_t {
        Span,     ///< a bar or pin of a lane: `actor`, spans `span` .. `span + count - 1` of
                  ///< Spans::lane(actor)
        Thread,   ///< a bar or pin of the thread lane: `actor` holds it, spans `span`... of
                  ///< Spans::thread()
        LaneName, ///< `actor`
        Lane,     ///< the lane where nothing is drawn: `actor`
        Resource, ///< the lane of `resource`, its name included
        Plot,     ///< the chart beside its lanes
        Note,     ///< a note's card: note `span` of RunView::notes
    };

    QRectF rect;
    Kind kind = Kind::Plot;
    std::size_t run = 0; ///< index in ChartRequest::runs
    ActorId actor = ActorId::None;
    std::size_t span = 0;
    std::size_t count = 0; ///< more than 1 when neighbours under a pixel were folded into one box
    ResourceId resource = ResourceId::None;
};

/// Where a run's chart is, for the mouse.
struct Plot {
    QRectF panel; ///< with title and axis
    QRectF area;  ///< time runs here, lanes one below the other
    QRectF lanes; ///< the part of `area` that scrolls (all but the thread lane)
    Viewport viewport;
    double contentHeight = 0; ///< of all the lanes; more than lanes.height() when they scroll
    double laneHeight = 0;
    double scroll = 0; ///< the lanes are moved up by this
};

struct Scene {
    QSizeF size;
    QColor background;
    std::vector<Layer> layers; ///< painted in this order
    std::vector<Hit> hits;     ///< later ones lie above earlier ones
    std::vector<Plot> plots;   ///< one a run
    Signs signs;               ///< what is to be seen in the charts
    /// The largest useful ChartRequest::scroll; 0 when all lanes are visible.
    double maxScroll = 0;
    /// The height at which the lanes would have their full size.
    double naturalHeight = 0;
    /// What the layout looked at: spans, wake-ups, changes of levels. It follows the pixels, not the run.
    std::size_t visited = 0;
};

/// The topmost hit at `point`, or nothing beside all charts.
[[nodiscard]] std::optional<Hit> hitTest(const Scene &scene, QPointF point);

} // namespace coroscope::timeline

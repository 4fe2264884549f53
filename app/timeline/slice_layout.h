// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/theme.h"
#include "core/slices/slices.h"

#include <optional>
#include <vector>

namespace coroscope::timeline {

/// A picture of another program's trace: a lane for each thread, operation and counter, spans within spans below them.
/// Equal requests give equal scenes.
///
///     SliceRequest request;
///     request.slices = &slices;
///     request.title = tr("build.json");
///     const Scene scene = layoutSlices(request);
struct SliceRequest {
    const Slices *slices = nullptr; ///< not owned, not null
    QString title = {};
    Theme theme = Theme::light();
    QSizeF size{1280, 720};
    double fontScale = 1;
    std::optional<AxisRange> visible = {}; ///< nanoseconds; nothing: all of it
    bool fitLanes = false;                 ///< all lanes are to be visible, however low they get
    double scroll = 0;                     ///< pixels the lanes are moved up by
    std::optional<SliceAddress> selected = {};
};

/// Where the rows of lanes are, from the top of the first; made once for a height of rows.
class SliceRows {
public:
    /// Not `nested`: a lane is one row, its outermost spans.
    SliceRows(const Slices &slices, double rowHeight, double headerHeight, bool nested);

    struct Place {
        double top = 0;
        double height = 0;
        bool header = false; ///< the first of its process: its name stands above
    };
    [[nodiscard]] const Place &operator[](std::size_t lane) const { return m_places[lane]; }
    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double rowHeight() const { return m_rowHeight; }
    [[nodiscard]] double headerHeight() const { return m_headerHeight; }
    [[nodiscard]] bool nested() const { return m_nested; }
    /// The lane at a distance from the top, or the last.
    [[nodiscard]] std::size_t laneAt(double y) const;

private:
    std::vector<Place> m_places;
    double m_height = 0;
    double m_rowHeight;
    double m_headerHeight;
    bool m_nested;
};

/// The geometry of a request; layout and hit test share it.
struct SliceFrame {
    explicit SliceFrame(const SliceRequest &request);

    QRectF panel;
    QRectF area; ///< time runs here
    SliceRows rows;
    Viewport viewport;
    double scroll = 0;
    double maxScroll = 0;
    double naturalHeight = 0; ///< of a picture in which all lanes are visible
};

/// Cost: proportional to the pixels, whatever the number of spans. Needs a QGuiApplication.
[[nodiscard]] Scene layoutSlices(const SliceRequest &request);
/// What a lane or its process is called; some have no name and no number.
[[nodiscard]] QString laneText(const SliceLane &lane);
[[nodiscard]] QString processText(const SliceLane &lane);
/// "1 span", "12,000 spans".
[[nodiscard]] QString spanCountText(std::size_t count);
/// The whole trace, with a little room behind it.
[[nodiscard]] AxisRange wholeRange(const Slices &slices);
/// How far one may zoom and pan.
[[nodiscard]] AxisLimits axisLimits(const Slices &slices);

} // namespace coroscope::timeline

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/chart_request.h"

#include <QStringList>

#include <vector>

namespace coroscope::timeline {

// Where the panels, lanes and texts of a picture go, before any span is looked at.

/// Lengths in pixels that follow from the size of type. The figures are those of a window of 1080
/// lines.
struct Sizes {
    explicit Sizes(double fontScale, int leastType = 0);

    double unit;          ///< one pixel at scale 1
    int pictureTitle = 0; ///< type
    int title = 0;
    int name = 0;
    int axis = 0;
    int reason = 0;
    int sleep = 0;
    int mark = 0;
    int legend = 0;
    double margin;
    double gap;       ///< between panels
    double header;    ///< a panel's title
    double ruler;     ///< its axis
    double lane;      ///< a lane with room
    double leastLane; ///< and with none; from here on lanes scroll
    double pin;
    double legendRow;
};

/// A run's panel. The thread lane stays on top; the others scroll below it.
struct PanelFrame {
    QRectF panel;
    QRectF area;       ///< thread lane and lanes, where time runs
    QRectF thread;     ///< the thread lane, from the panel's left to its right
    QRectF lanes;      ///< the window through which the lanes are seen, likewise
    QStringList title; ///< a line or two
    std::vector<ActorId> rows;
    std::vector<ResourceId> resources; ///< below the rows
    double contentHeight = 0;
    double scroll = 0; ///< this panel's part of ChartRequest::scroll

    [[nodiscard]] std::size_t rowCount() const { return rows.size() + resources.size(); }
};

/// One sign and its name.
struct LegendEntry {
    Sign sign;
    QString name;
    double left; ///< in its row
    int row;
};

struct Frame {
    /// `signs`: what the legend names.
    Frame(const ChartRequest &request, Signs signs);

    Sizes sizes;
    double laneHeight = 0;
    std::vector<PanelFrame> panels;
    QStringList title; ///< of the picture: a line or two
    QRectF titleRect;
    QRectF legendRect;
    std::vector<LegendEntry> legend;
    double maxScroll = 0;
    double naturalHeight = 0;

private:
    void placePanels(const ChartRequest &request, double top, double bottom);
    void placeTitles(const ChartRequest &request);
};

/// The lanes below the thread lane as of the cursor: the main program if it does anything that
/// takes time, the tasks by creation, then worker threads.
/// Where lanes were hidden or moved by hand, without those and in that order.
[[nodiscard]] std::vector<ActorId> rowsOf(const RunView &run);
/// The lanes of resources, where they exist already.
[[nodiscard]] std::vector<ResourceId> resourcesOf(const RunView &run);
/// What a lane is called.
[[nodiscard]] QString laneName(const RunView &run, ActorId actor);
[[nodiscard]] QString resourceName(const RunView &run, ResourceId resource);

} // namespace coroscope::timeline

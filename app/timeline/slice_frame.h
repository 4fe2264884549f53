// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"
#include "app/timeline/theme.h"
#include "core/slices/slices.h"

#include <optional>
#include <set>
#include <vector>

namespace coroscope::timeline {

/// What somebody has made of the lanes of a trace. Processes are named by their first lane.
struct SliceLanes {
    std::set<std::uint32_t> folded;                   ///< lanes that show their outermost spans alone
    std::set<std::uint32_t> foldedProcesses;          ///< one line for all their lanes
    std::vector<std::uint32_t> pinned;                ///< on top, in this order, whatever is scrolled
    std::optional<std::set<std::uint32_t>> only = {}; ///< no others are shown

    [[nodiscard]] bool isPinned(std::uint32_t lane) const;
    [[nodiscard]] bool operator==(const SliceLanes &) const = default;
};

/// The first lane of the process a lane belongs to.
[[nodiscard]] std::uint32_t processOf(const Slices &slices, std::uint32_t lane);

/// Rows of a lane that is not folded.
[[nodiscard]] std::size_t rowsOf(const SliceLane &lane);

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
    bool foldMarks = false;                ///< triangles that say what can be folded; for a window
    SliceLanes lanes = {};
    std::optional<SliceAddress> selected = {};
    std::vector<std::uint32_t> arrows = {}; ///< drawn in any case, by their index: those of the selected span
};

/// Where the rows of lanes are, from the top of the first; pinned ones from the top of the first of these.
class SliceRows {
public:
    /// `rowHeight` may be a fraction: edges are rounded. Not `nested`: a lane is one row, its outermost spans.
    SliceRows(const Slices &slices, const SliceLanes &lanes, double rowHeight, double headerHeight, bool nested);

    struct Place {
        double top = 0;
        double height = 0;
        std::size_t rows = 0; ///< of spans that are drawn
        bool shown = false;
        bool pinned = false;
        bool header = false; ///< the first of its process: its name stands above
        bool folded = false; ///< stands for all lanes of its process: nothing but the header
    };
    [[nodiscard]] const Place &operator[](std::size_t lane) const { return m_places[lane]; }
    /// Of those that are shown and not pinned.
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double pinnedHeight() const { return m_pinnedHeight; }
    [[nodiscard]] double rowHeight() const { return m_rowHeight; }
    [[nodiscard]] double headerHeight() const { return m_headerHeight; }
    [[nodiscard]] bool nested() const { return m_nested; }
    /// Lanes that are shown and not pinned, downwards.
    [[nodiscard]] const std::vector<std::uint32_t> &order() const { return m_order; }
    [[nodiscard]] const std::vector<std::uint32_t> &pinned() const { return m_pinned; }
    /// The place in one of these two of the lane at a distance from the top, or of the last.
    [[nodiscard]] std::size_t indexAt(const std::vector<std::uint32_t> &order, double y) const;

private:
    void placePinned(const Slices &slices, const SliceLanes &lanes);
    [[nodiscard]] double heightOf(std::size_t rows) const;

    std::vector<Place> m_places; ///< by lane
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_pinned;
    double m_height = 0;
    double m_pinnedHeight = 0;
    double m_rowHeight;
    double m_headerHeight;
    bool m_nested;
};

/// The geometry of a request; layout and hit test share it.
struct SliceFrame {
    explicit SliceFrame(const SliceRequest &request);

    /// Of a lane that is shown, in the picture.
    [[nodiscard]] double topOf(std::size_t lane) const;
    /// Where its spans begin: below the header.
    [[nodiscard]] double barsOf(std::size_t lane) const;
    /// What is seen of lanes that are pinned, or of the others.
    [[nodiscard]] QRectF clip(bool ofPinned) const { return ofPinned ? pinnedArea : scrolledArea; }

    QRectF panel;
    QRectF area; ///< time runs here
    QRectF pinnedArea;
    QRectF scrolledArea; ///< below it
    SliceRows rows;
    Viewport viewport;
    double scroll = 0;
    double maxScroll = 0;
    double naturalHeight = 0; ///< of a picture in which all lanes are visible
};

/// What a lane is called in a picture: a pinned one, which has left its process, with that behind it.
[[nodiscard]] QString nameText(const SliceRequest &request, std::uint32_t lane);
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

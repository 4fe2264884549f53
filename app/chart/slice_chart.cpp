// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/slice_chart.h"

#include "app/access/spoken.h"
#include "app/chart/slice_menu.h"
#include "app/chart/slice_walk.h"
#include "app/controls/appearance.h"
#include "app/controls/plain_text.h"
#include "app/timeline/layout.h"
#include "app/timeline/painter.h"
#include "app/timeline/slice_hit.h"
#include "app/timeline/slice_layout.h"
#include "core/slices/slice_relations.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLoggingCategory>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace coroscope {

using timeline::AxisRange;

namespace {

Q_LOGGING_CATEGORY(sliceFrames, "coroscope.frames", QtWarningMsg)

constexpr double kZoomStep = 1.25;

/// Keys that mean something here, though menus have them too.
bool isOwnKey(int key)
{
    constexpr std::array keys{Qt::Key_Plus,   Qt::Key_Equal,  Qt::Key_Minus,    Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
                              Qt::Key_Down,   Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End,   Qt::Key_F,
                              Qt::Key_Return, Qt::Key_Enter,  Qt::Key_D,        Qt::Key_C,    Qt::Key_P};
    return std::ranges::find(keys, key) != keys.end();
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

SliceChart::SliceChart(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_scroll(new QScrollBar(Qt::Vertical, this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    access::setRole(*this, QAccessible::Chart);
    setAccessibleName(tr("Timeline of the trace"));
    m_scroll->hide();
    connect(&appearance, &Appearance::changed, this, &SliceChart::invalidate);
    connect(m_scroll, &QScrollBar::valueChanged, this, &SliceChart::invalidate);
}

void SliceChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Timeline of the trace"));
}

void SliceChart::setSlices(std::shared_ptr<const Slices> slices, const QString &title)
{
    m_slices = std::move(slices);
    m_title = title;
    m_range.reset();
    m_selected.reset();
    m_arrows.clear();
    m_lanes = {};
    m_drag.reset();
    m_scene = {}; // what it speaks of has gone
    m_scroll->setValue(0);
    invalidate();
    Q_EMIT selectionChanged();
    Q_EMIT visibleChanged();
}

timeline::SliceRequest SliceChart::request(QSizeF size) const
{
    timeline::SliceRequest request;
    request.slices = m_slices.get();
    request.title = m_title;
    request.theme = m_appearance.theme();
    request.size = size;
    request.fontScale = timeline::fontScaleFor(window()->size());
    request.visible = m_range;
    request.fitLanes = m_fitLanes;
    request.scroll = m_scroll->isHidden() ? 0 : m_scroll->value();
    request.selected = m_selected;
    request.lanes = m_lanes;
    request.arrows = m_arrows;
    request.foldMarks = true;
    return request;
}

void SliceChart::invalidate()
{
    m_stale = true;
    update();
}

void SliceChart::layOut()
{
    m_stale = false;
    m_scene = timeline::layoutSlices(request(size()));
    m_scroll->setVisible(m_scene.maxScroll > 0);
    m_scroll->setRange(0, static_cast<int>(m_scene.maxScroll));
    m_scroll->setPageStep(height() / 2);
    m_scroll->setSingleStep(40);
    m_stale = false; // the range of the bar is no news
}

void SliceChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (!m_slices) {
        painter.fillRect(rect(), m_appearance.theme().background);
        return;
    }
    QElapsedTimer timer;
    timer.start();
    if (m_stale)
        layOut();
    timeline::paint(painter, m_scene);
    qCDebug(sliceFrames) << "slices" << timer.nsecsElapsed() / 1000 << "µs";
}

void SliceChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int bar = m_scroll->sizeHint().width();
    m_scroll->setGeometry(width() - bar, 0, bar, height());
    invalidate();
}

// What is visible ----------------------------------------------------------------------------------------------

AxisRange SliceChart::visible() const
{
    return m_range || !m_slices ? m_range.value_or(AxisRange{0, 1}) : timeline::wholeRange(*m_slices);
}

void SliceChart::setVisible(AxisRange range)
{
    if (!m_slices)
        return;
    m_range = timeline::clamped(range, timeline::axisLimits(*m_slices));
    invalidate();
    Q_EMIT visibleChanged();
}

void SliceChart::zoomAt(double position, double factor)
{
    if (m_slices)
        setVisible(timeline::zoomed(visible(), position, factor, timeline::axisLimits(*m_slices)));
}

void SliceChart::zoom(double factor)
{
    const AxisRange range = visible();
    zoomAt((range.begin + range.end) / 2, factor);
}

void SliceChart::pan(double share)
{
    if (m_slices)
        setVisible(timeline::panned(visible(), share * visible().length(), timeline::axisLimits(*m_slices)));
}

void SliceChart::fit()
{
    m_range.reset();
    invalidate();
    Q_EMIT visibleChanged();
}

void SliceChart::scrollLanes(int steps)
{
    m_scroll->setValue(m_scroll->value() + steps * m_scroll->singleStep());
}

void SliceChart::setFitLanes(bool fit)
{
    m_fitLanes = fit;
    invalidate();
}

void SliceChart::setLanes(timeline::SliceLanes lanes)
{
    m_lanes = std::move(lanes);
    invalidate();
}

namespace {

void toggle(std::set<std::uint32_t> &set, std::uint32_t item)
{
    if (set.erase(item) == 0)
        set.insert(item);
}

} // namespace

void SliceChart::toggleLane(std::uint32_t lane)
{
    if (timeline::rowsOf(m_slices->lanes()[lane]) > 1)
        toggle(m_lanes.folded, lane);
    invalidate();
}

void SliceChart::toggleProcess(std::uint32_t lane)
{
    toggle(m_lanes.foldedProcesses, timeline::processOf(*m_slices, lane));
    invalidate();
}

void SliceChart::togglePinned(std::uint32_t lane)
{
    if (std::erase(m_lanes.pinned, lane) == 0)
        m_lanes.pinned.push_back(lane);
    invalidate();
}

void SliceChart::select(const std::optional<SliceAddress> &address)
{
    m_selected = address;
    m_arrows = address ? arrowsOf(*m_slices, *address) : std::vector<std::uint32_t>();
    invalidate();
    Q_EMIT selectionChanged();
}

void SliceChart::reveal(const SliceAddress &address)
{
    select(address);
    if (!m_lanes.isPinned(address.lane))
        m_lanes.foldedProcesses.erase(timeline::processOf(*m_slices, address.lane));
    if (address.row > 0)
        m_lanes.folded.erase(address.lane);
    const Slice slice = m_slices->lanes()[address.lane].rows[address.row].at(address.index);
    const AxisRange range = visible();
    const auto begin = static_cast<double>(slice.begin);
    const auto end = static_cast<double>(slice.end());
    if (begin < range.begin || end > range.end || end - begin < range.length() / 200) {
        const double length = std::clamp(range.length(), (end - begin) * 1.5, std::max((end - begin) * 100, 1000.0));
        setVisible({(begin + end - length) / 2, (begin + end + length) / 2});
    }
    const timeline::SliceFrame frame(request(size()));
    const timeline::SliceRows::Place &place = frame.rows[address.lane];
    const double row =
        place.top + (place.header ? frame.rows.headerHeight() : 0) + address.row * frame.rows.rowHeight();
    const double room = frame.scrolledArea.height();
    if (!place.pinned && (row < frame.scroll || row + frame.rows.rowHeight() > frame.scroll + room)) {
        layOut();
        m_scroll->setValue(
            static_cast<int>(place.height < room ? place.top + place.height / 2 - room / 2 : row - room / 2));
    }
}

void SliceChart::zoomToSelected()
{
    if (!m_selected)
        return;
    const Slice slice = m_slices->lanes()[m_selected->lane].rows[m_selected->row].at(m_selected->index);
    const auto margin = static_cast<double>(slice.duration) / 10;
    setVisible({static_cast<double>(slice.begin) - margin, static_cast<double>(slice.end()) + margin});
}

/// From span to span; at first to one of those that are seen.
void SliceChart::walk(int key)
{
    if (!m_slices)
        return;
    if (m_selected) {
        const bool along = key == Qt::Key_Left || key == Qt::Key_Right;
        reveal(along ? sliceAlong(*m_slices, *m_selected, key == Qt::Key_Right)
                     : sliceAcross(*m_slices, *m_selected, key == Qt::Key_Down));
        return;
    }
    const timeline::SliceFrame frame(request(size()));
    const auto &order = frame.rows.order();
    for (std::size_t i = frame.rows.indexAt(order, frame.scroll); i < order.size(); ++i)
        if (const auto first = sliceNear(*m_slices, order[i], static_cast<std::int64_t>(visible().begin));
            first && !frame.rows[order[i]].folded) {
            reveal(*first);
            return;
        }
}

// Mouse and keys -----------------------------------------------------------------------------------------------

void SliceChart::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (!m_slices || m_scene.plots.empty())
        return;
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ShiftModifier) {
        m_scroll->setValue(m_scroll->value() - static_cast<int>(notches * 60));
        return;
    }
    const timeline::Viewport &viewport = m_scene.plots.front().viewport;
    zoomAt(viewport.toPosition(std::clamp(event->position().x(), viewport.left, viewport.right())),
           std::pow(kZoomStep, notches));
}

void SliceChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_slices)
        m_drag = Drag{event->position(), visible(), m_scroll->value(), false};
}

void SliceChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag || m_scene.plots.empty())
        return;
    const QPointF distance = event->position() - m_drag->from;
    if (!m_drag->moved && distance.manhattanLength() < 6)
        return;
    m_drag->moved = true;
    setCursor(Qt::ClosedHandCursor);
    const double share = -std::round(distance.x()) / m_scene.plots.front().viewport.width;
    m_range = timeline::panned(m_drag->range, share * m_drag->range.length(), timeline::axisLimits(*m_slices));
    m_scroll->setValue(m_drag->scroll - static_cast<int>(distance.y()));
    invalidate();
    Q_EMIT visibleChanged();
}

void SliceChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    const bool moved = m_drag->moved;
    m_drag.reset();
    unsetCursor();
    if (moved)
        return;
    click(event->position());
}

void SliceChart::click(QPointF at)
{
    const auto hit = timeline::sliceAt(request(size()), at);
    if (hit && hit->header)
        toggleProcess(static_cast<std::uint32_t>(hit->lane));
    else if (hit && hit->name)
        toggleLane(static_cast<std::uint32_t>(hit->lane));
    else
        select(hit ? hit->span : std::nullopt);
}

/// By the mouse about what is below it, by a key about what is selected.
void SliceChart::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_slices || m_drag)
        return;
    auto hit = timeline::sliceAt(request(size()), event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        hit.reset();
        if (m_selected)
            hit = timeline::SliceHit{.lane = m_selected->lane, .span = m_selected};
        at = mapToGlobal(rect().center());
    } else if (hit && hit->span) {
        select(hit->span);
    }
    showSliceMenu(*this, hit, at);
}

/// Of the selected span.
bool SliceChart::actOnLane(const QKeyEvent &event)
{
    const bool folds = event.key() == Qt::Key_C;
    if ((!folds && event.key() != Qt::Key_P) || (event.modifiers() & ~Qt::ShiftModifier) || !m_slices)
        return false;
    if (!m_selected)
        return true;
    if (!folds)
        togglePinned(m_selected->lane);
    else if (event.modifiers() & Qt::ShiftModifier)
        toggleProcess(m_selected->lane);
    else
        toggleLane(m_selected->lane);
    return true;
}

void SliceChart::keyPressEvent(QKeyEvent *event)
{
    constexpr double kShare = 0.2;
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT searchRequested();
        return;
    }
    if (event->modifiers() == Qt::ShiftModifier && isArrow(event->key())) {
        walk(event->key());
        return;
    }
    if (actOnLane(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(kZoomStep); break;
    case Qt::Key_Minus: zoom(1 / kZoomStep); break;
    case Qt::Key_Left: pan(-kShare); break;
    case Qt::Key_Right: pan(kShare); break;
    case Qt::Key_Up: scrollLanes(-1); break;
    case Qt::Key_Down: scrollLanes(1); break;
    case Qt::Key_PageUp: m_scroll->triggerAction(QScrollBar::SliderPageStepSub); break;
    case Qt::Key_PageDown: m_scroll->triggerAction(QScrollBar::SliderPageStepAdd); break;
    case Qt::Key_Home: pan(-1e9); break;
    case Qt::Key_End: pan(1e9); break;
    case Qt::Key_F: fit(); break;
    case Qt::Key_D: Q_EMIT detailsRequested(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: zoomToSelected(); break;
    default: QWidget::keyPressEvent(event);
    }
}

bool SliceChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() == Qt::NoModifier && isOwnKey(key->key()))
            || (key->modifiers() == Qt::ShiftModifier && (isArrow(key->key()) || key->key() == Qt::Key_C))
            || key->matches(QKeySequence::Find))
            event->accept();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = factsAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

QString SliceChart::factsAt(QPointF point) const
{
    if (!m_slices)
        return {};
    const auto hit = timeline::sliceAt(request(size()), point);
    return hit ? timeline::describe(*m_slices, *hit) : QString();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_widget.h"

#include "app/chart/chart_accessible.h"
#include "app/chart/chart_menu.h"
#include "app/chart/chart_mouse.h"
#include "app/chart/chart_walk.h"
#include "app/controls/appearance.h"
#include "app/controls/plain_text.h"
#include "app/timeline/cause_text.h"
#include "app/timeline/frame.h"
#include "app/timeline/painter.h"
#include "core/model/causes.h"
#include "core/model/endless.h"
#include "core/model/measures.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLoggingCategory>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace coroscope {

using timeline::AxisLimits;
using timeline::AxisMode;
using timeline::AxisRange;
using timeline::ChartRequest;
using timeline::Hit;
using timeline::Plot;

namespace {

Q_LOGGING_CATEGORY(frames, "coroscope.frames", QtWarningMsg)

/// When the lanes do not fit, the type gets smaller down to this before they scroll.
constexpr double kSmallest = 0.7;
constexpr double kSmallestMagnified = 0.85; ///< lane names of 24 px on a screen of 1080 lines
constexpr double kMagnified = 1.3;
constexpr double kLargest = 1.5;       ///< times that, where few lanes leave room
constexpr double kMostGrowth = 2;      ///< of lanes, where few have a whole window
constexpr double kSmallestFigure = 15; ///< type of the smallest words in a chart at scale 1
constexpr double kSqueezeStep = 0.05;
constexpr double kLeastMagnifiedType = 20.0 / 1080; ///< of the screen's height
constexpr double kLeastType = 0.7;                  ///< of the window's type

} // namespace

ChartWidget::ChartWidget(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_stage(stage), m_appearance(appearance), m_mouse(std::make_unique<ChartMouse>(*this)),
      m_scroll(new QScrollBar(Qt::Vertical, this)), m_basePoints(Appearance::pointSizeForScreen())
{
    makeChartsAccessible(); // before anything is told of it: Qt keeps the interface it makes first
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    m_scroll->hide();
    connect(&stage.playback(), &Playback::loaded, this, &ChartWidget::reset);
    connect(&stage, &Stage::reset, this, [this] {
        m_mouse->letGo();
        invalidate();
    });
    connect(&stage, &Stage::changed, this, &ChartWidget::showMoment);
    connect(&appearance, &Appearance::changed, this, [this] {
        m_squeeze = widest();
        invalidate();
    });
    connect(m_scroll, &QScrollBar::valueChanged, this, &ChartWidget::invalidate);
    connect(&m_view, &ChartView::changed, this, &ChartWidget::invalidate);
    connect(&m_view, &ChartView::selectionChanged, this, &ChartWidget::showSelection);
}

ChartWidget::~ChartWidget() = default;

/// Where lanes and type begin, before they are made to fit: on a projector, few lanes fill the screen.
double ChartWidget::widest() const
{
    return m_magnified ? kLargest : 1;
}

/// Other runs are on the stage.
void ChartWidget::reset()
{
    m_squeeze = widest();
    m_scroll->setValue(0);
    QStringList runs;
    for (std::size_t run = 0; run < m_stage.runCount(); ++run)
        runs.append(m_stage.run(run).id());
    m_view.reset(runs);
    invalidate();
}

void ChartWidget::showMoment()
{
    if (m_view.range() && m_view.following() && m_stage.playback().playing() && !m_mouse->busy())
        m_view.drift(timeline::following(*m_view.range(), nowPosition()));
    m_view.measureTo(nowPosition());
    m_moved = true;
    invalidate();
}

/// Brings the lane of who had the thread last into view.
void ChartWidget::followHolder()
{
    const bool moved = std::exchange(m_moved, false);
    const std::size_t run = m_stage.focus();
    if (!moved || !m_view.following() || m_scene.maxScroll == 0 || run >= m_scene.plots.size() || m_mouse->busy())
        return;
    const Moment moment = m_stage.moment(run);
    if (const Span *holder = spanAt(moment.spans->thread(), moment.until()))
        scrollTo({run, holder->by, std::nullopt});
}

/// Cause and effects are looked up once, not with every frame.
void ChartWidget::showSelection()
{
    const ChartView::Selection &selection = m_view.selection();
    m_emphasized.clear();
    m_ring.clear();
    if (!selection.empty() && selection.span && selection.run < m_stage.runCount()) {
        const Spans &spans = m_stage.run(selection.run).spans();
        m_emphasized = effectsOf(spans, selection.actor, *selection.span);
        if (const auto cause = causeOf(spans, selection.actor, *selection.span))
            m_emphasized.push_back(*cause);
    }
    if (!selection.empty())
        Q_EMIT laneSelected(selection.run, selection.actor);
}

void ChartWidget::explain(std::vector<std::size_t> chain, WaitRing ring)
{
    if (chain.empty() && ring.empty()) {
        showSelection();
    } else {
        m_emphasized = std::move(chain);
        m_ring = std::move(ring);
    }
    invalidate();
}

void ChartWidget::invalidate()
{
    m_stale = true;
    update();
}

// What is drawn ------------------------------------------------------------------------------------------------

ChartRequest ChartWidget::request(QSizeF size) const
{
    return requestAt(size, typeScale());
}

/// How much larger or smaller than usual somebody wants to have it.
double ChartWidget::typeScale() const
{
    return static_cast<double>(m_appearance.pointSize()) / m_basePoints;
}

ChartRequest ChartWidget::requestAt(QSizeF size, double typeScale) const
{
    ChartRequest request;
    request.theme = m_appearance.theme();
    request.size = size;
    request.fontScale = timeline::fontScaleFor(window()->size()) * (m_magnified ? kMagnified : 1) * m_squeeze;
    const double usual = QFontInfo(font()).pixelSize() / this->typeScale();
    request.leastType = static_cast<int>(
        std::lround(typeScale * (m_magnified ? window()->height() * kLeastMagnifiedType : usual * kLeastType)));
    request.fontScale = std::max(request.fontScale * typeScale, request.leastType / kSmallestFigure);
    request.axis = m_view.axis();
    request.arrows = m_view.arrows();
    const ChartView::Selection &lit = m_view.pointed().empty() ? m_view.selection() : m_view.pointed();
    request.selectedRun = lit.run;
    request.selected = lit.actor;
    request.selectedSpan = lit.span;
    request.emphasized = m_emphasized;
    request.measured = m_view.measured();
    request.measureLoops = m_stage.playback().loop().has_value();
    request.spotlight = m_view.spotlight();
    request.signs = timeline::Signs::all(); // the legend does not jump while a run goes on
    request.signs->remove(m_view.axis() == AxisMode::Clock ? timeline::Sign::Ready : timeline::Sign::SideBySide);
    request.legendLine = true;
    request.mostGrowth = kMostGrowth;
    request.scroll = m_scroll->isHidden() ? 0 : m_scroll->value();
    for (std::size_t run = 0; run < m_stage.runCount(); ++run)
        addRun(request, run);
    if (m_view.range())
        request.visible = m_view.range();
    else if (m_view.axis() == AxisMode::Clock && m_stage.playback().horizon() > Instant{})
        request.visible = AxisRange{
            0, std::max(timeline::fitted(static_cast<double>(nanosecondsOf(m_stage.playback().horizon()))).end,
                        endlessEnd(request))};
    return request;
}

/// Where somebody waits for ever, that is seen.
double ChartWidget::endlessEnd(const ChartRequest &request) const
{
    const auto endless = [this](std::size_t run) {
        return m_stage.playback().endSeen(run) && hasEndlessWaits(m_stage.run(run).spans());
    };
    for (std::size_t run = 0; run < m_stage.runCount(); ++run)
        if (endless(run))
            return timeline::wholeRange(request).end;
    return 0;
}

void ChartWidget::addRun(ChartRequest &request, std::size_t run) const
{
    const Moment moment = m_stage.moment(run);
    timeline::RunView view;
    view.spans = moment.spans;
    view.describer = &m_stage.describer(run);
    view.levels = &m_stage.levels(run);
    view.lanes = m_view.lanes(run);
    view.title = m_stage.run(run).title();
    view.notes = m_stage.notes(run);
    view.cursor = moment.cursor;
    view.known = m_stage.playback().seen(run);
    view.now = moment.now;
    if (m_stage.playback().endSeen(run)) {
        const Duration length = moment.spans->end().time_since_epoch();
        const bool compare = run > 0 && m_stage.playback().endSeen(0);
        const Duration first = m_stage.run(0).spans().end().time_since_epoch();
        view.verdict = compare ? timeline::verdictText(length, first) : timeline::verdictText(length);
        view.verdictWorse = compare && length > first;
    }
    request.runs.push_back(std::move(view));
}

void ChartWidget::layOut()
{
    m_stale = false;
    // What larger type gives is not taken away again: it is squeezed as much as the usual type would be.
    const double usual = std::min(1.0, typeScale());
    m_scene = timeline::layoutChart(requestAt(size(), usual));
    while (m_magnified && m_squeeze > 1 && m_scene.naturalHeight > height()) {
        m_squeeze -= kSqueezeStep;
        m_scene = timeline::layoutChart(requestAt(size(), usual));
    }
    while (m_scene.maxScroll > 0 && m_squeeze > (m_magnified ? kSmallestMagnified : kSmallest)) {
        m_squeeze -= kSqueezeStep;
        m_scene = timeline::layoutChart(requestAt(size(), usual));
    }
    if (typeScale() > usual)
        m_scene = timeline::layoutChart(request(size()));
    showScrollBar();
    followHolder();
    if (std::exchange(m_stale, false))
        m_scene = timeline::layoutChart(request(size()));
    drawRing(m_scene, m_ring, m_view.selection().run, m_appearance.theme().worseText);
    const int margin =
        m_scene.plots.empty() ? m_margin : static_cast<int>(std::lround(m_scene.plots.front().panel.left()));
    if (margin != m_margin) {
        m_margin = margin;
        Q_EMIT marginChanged(margin);
    }
    Q_EMIT laidOut();
}

void ChartWidget::showScrollBar()
{
    const bool scrolls = m_scene.maxScroll > 0;
    if (scrolls != !m_scroll->isHidden())
        m_scroll->setVisible(scrolls);
    m_scroll->setRange(0, static_cast<int>(std::ceil(m_scene.maxScroll)));
    m_scroll->setPageStep(height() / 2);
}

void ChartWidget::paintEvent(QPaintEvent * /*event*/)
{
    QElapsedTimer timer;
    timer.start();
    if (m_stale)
        layOut();
    QPainter painter(this);
    timeline::paint(painter, m_scene);
    m_stale = false;
    m_frameTime = std::chrono::nanoseconds(timer.nsecsElapsed());
    qCDebug(frames) << "chart" << m_frameTime.count() / 1000 << "µs";
}

void ChartWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_squeeze = widest();
    const int width = m_scroll->sizeHint().width();
    m_scroll->setGeometry(this->width() - width, 0, width, height());
    invalidate();
}

// What is visible ----------------------------------------------------------------------------------------------

double ChartWidget::nowPosition() const
{
    if (m_view.axis() == AxisMode::Clock || m_stage.empty())
        return static_cast<double>(nanosecondsOf(m_stage.playback().now()));
    const Moment moment = m_stage.moment(m_stage.focus());
    return timeline::stepPosition(*moment.spans, moment.cursor);
}

AxisLimits ChartWidget::limits() const
{
    const ChartRequest request = this->request(size());
    AxisLimits limits = timeline::axisLimits(request);
    if (m_view.axis() == AxisMode::Clock)
        limits.whole.end = std::max(
            limits.whole.end, timeline::fitted(static_cast<double>(nanosecondsOf(m_stage.playback().horizon()))).end);
    return limits;
}

AxisRange ChartWidget::visible() const
{
    const ChartRequest request = this->request(size());
    return request.visible ? *request.visible : timeline::wholeRange(request);
}

void ChartWidget::fit()
{
    m_view.show(std::nullopt);
}

void ChartWidget::zoom(double factor)
{
    const AxisRange range = visible();
    const double now = nowPosition();
    const bool nowVisible = now >= range.begin && now <= range.end;
    zoomAt(nowVisible ? now : (range.begin + range.end) / 2, factor, 0);
}

void ChartWidget::zoomAt(double position, double factor, int gesture)
{
    if (!m_stage.empty())
        m_view.show(timeline::zoomed(visible(), position, factor, limits()), gesture);
}

void ChartWidget::pan(double share)
{
    if (!m_stage.empty())
        m_view.show(timeline::panned(visible(), share * visible().length(), limits()));
}

void ChartWidget::setMagnified(bool magnified)
{
    m_magnified = magnified;
    m_basePoints = magnified ? m_appearance.pointSize() : Appearance::pointSizeForScreen();
    m_squeeze = widest();
    invalidate();
}

int ChartWidget::scroll() const
{
    return m_scroll->value();
}

void ChartWidget::setScroll(int pixels)
{
    m_scroll->setValue(pixels);
}

// Lanes --------------------------------------------------------------------------------------------------------

bool ChartWidget::resourcesShown() const
{
    for (std::size_t run = 0; run < m_stage.runCount(); ++run) {
        if (!m_view.lanes(run).resources.empty())
            return true;
    }
    return false;
}

void ChartWidget::showResources(bool shown)
{
    for (std::size_t run = 0; run < m_stage.runCount(); ++run) {
        timeline::LaneChoice choice = m_view.lanes(run);
        choice.resources.clear();
        for (const LevelTrack &track : m_stage.levels(run).tracks()) {
            if (shown)
                choice.resources.push_back(track.resource);
        }
        m_view.setLanes(run, std::move(choice));
    }
    m_squeeze = widest();
}

void ChartWidget::reveal(const ChartView::Selection &selection)
{
    m_view.select(selection);
    if (selection.empty() || selection.run >= m_stage.runCount() || m_scene.plots.size() <= selection.run)
        return;
    scrollTo(selection);
    const auto &spans = m_stage.run(selection.run).spans().lane(selection.actor).spans;
    if (!selection.span || *selection.span >= spans.size() || !m_view.range())
        return;
    const Span &span = spans[*selection.span];
    const double position = m_view.axis() == AxisMode::Clock
                                ? static_cast<double>(nanosecondsOf(span.begin))
                                : timeline::stepPosition(m_stage.run(selection.run).spans(), span.first);
    const AxisRange range = *m_view.range();
    if (position < range.begin || position > range.end)
        m_view.show(timeline::panned(range, position - (range.begin + range.end) / 2, limits()));
}

void ChartWidget::scrollTo(const ChartView::Selection &selection)
{
    const Plot &plot = m_scene.plots[selection.run];
    const ChartRequest now = request(size());
    const auto rows = timeline::rowsOf(now.runs[selection.run]);
    const auto row = std::ranges::find(rows, selection.actor);
    if (row == rows.end())
        return;
    const double top = static_cast<double>(row - rows.begin()) * plot.laneHeight;
    const double least = top + plot.laneHeight - plot.lanes.height();
    setScroll(static_cast<int>(std::clamp(static_cast<double>(scroll()), least, std::max(least, top))));
}

// Mouse and keys -----------------------------------------------------------------------------------------------

const Plot *ChartWidget::plotAt(QPointF point) const
{
    const auto plot = std::ranges::find_if(m_scene.plots, [&](const Plot &p) { return p.panel.contains(point); });
    return plot == m_scene.plots.end() ? nullptr : &*plot;
}

void ChartWidget::wheelEvent(QWheelEvent *event)
{
    m_mouse->wheel(*event);
    event->accept();
}

void ChartWidget::mousePressEvent(QMouseEvent *event)
{
    m_walking = false;
    m_mouse->press(*event);
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse->move(*event);
}

void ChartWidget::mouseReleaseEvent(QMouseEvent *event)
{
    m_mouse->release(*event);
}

void ChartWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_mouse->doubleClick(*event);
}

void ChartWidget::contextMenuEvent(QContextMenuEvent *event)
{
    showChartMenu(*this, event->reason() == QContextMenuEvent::Mouse ? QPointF(event->pos()) : QPointF(rect().center()),
                  event->globalPos());
}

/// Left and right step the playback, as everywhere, unless somebody walks along the lanes.
bool ChartWidget::walks(const QKeyEvent &event) const
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: return !m_stage.empty();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape: return m_walking && !m_stage.empty();
    default: return false;
    }
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    if (walks(*event))
        walk(event->key());
    else
        QWidget::keyPressEvent(event);
}

void ChartWidget::walk(int key)
{
    const ChartRequest now = request(size());
    const ChartView::Selection &at = m_view.selection();
    m_walking = key != Qt::Key_Escape;
    if (!m_walking) {
        m_view.select({});
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!at.empty() && at.span)
            Q_EMIT eventChosen(at.run, m_stage.run(at.run).spans().lane(at.actor).spans[*at.span].first);
    } else if (key == Qt::Key_Up || key == Qt::Key_Down) {
        reveal(walkedAcross(now, at, key == Qt::Key_Down));
    } else {
        reveal(walkedAlong(now, at, key == Qt::Key_Right));
    }
    tellChartFocus(*this);
}

bool ChartWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = factsAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainTip(text), this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && walks(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Leave)
        Q_EMIT laneHovered(0, ActorId::None);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        invalidate();
    }
    return QWidget::event(event);
}

QString ChartWidget::factsAt(QPointF point) const
{
    const std::optional<Hit> hit = timeline::hitTest(m_scene, point);
    if (!hit || hit->run >= m_stage.runCount() || (hit->kind != Hit::Kind::Span && hit->kind != Hit::Kind::Thread))
        return {};
    const Moment moment = m_stage.moment(hit->run);
    const timeline::Describer &describer = m_stage.describer(hit->run);
    const bool thread = hit->kind == Hit::Kind::Thread;
    const Span &span = thread ? moment.spans->thread()[hit->span] : moment.spans->lane(hit->actor).spans[hit->span];
    QString text = timeline::factsText(describer, hit->actor, span, moment.lengthOf(span));
    if (hit->count > 1)
        text += QLatin1Char('\n') + tr("and %n more", nullptr, static_cast<int>(hit->count) - 1);
    if (!thread) {
        if (const QString cause = causeAndEffects(m_stage, {hit->run, hit->actor, hit->span}); !cause.isEmpty())
            text += QLatin1Char('\n') + cause;
    }
    return text;
}

} // namespace coroscope

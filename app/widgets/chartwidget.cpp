// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/chartwidget.h"

#include "app/timeline/painter.h"
#include "app/widgets/appearance.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLoggingCategory>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace coroscope {

using timeline::AxisLimits;
using timeline::AxisMode;
using timeline::AxisRange;
using timeline::ChartRequest;
using timeline::Hit;
using timeline::Plot;

namespace {

Q_LOGGING_CATEGORY(frames, "coroscope.frames", QtWarningMsg)

constexpr double kZoomStep = 1.25;
/// When the lanes do not fit, the type gets smaller down to this before they scroll.
constexpr double kSmallest = 0.7;
constexpr double kSmallestMagnified = 0.85; ///< lane names of 24 px on a screen of 1080 lines
constexpr double kMagnified = 1.3;
constexpr double kSqueezeStep = 0.05;

} // namespace

ChartWidget::ChartWidget(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_stage(stage), m_appearance(appearance), m_scroll(new QScrollBar(Qt::Vertical, this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Timeline"));
    m_scroll->hide();
    connect(&stage, &Stage::reset, this, &ChartWidget::reset);
    connect(&stage, &Stage::changed, this, &ChartWidget::showMoment);
    connect(&appearance, &Appearance::changed, this, &ChartWidget::invalidate);
    connect(m_scroll, &QScrollBar::valueChanged, this, &ChartWidget::invalidate);
}

void ChartWidget::reset()
{
    m_squeeze = 1;
    if (m_selectedRun >= m_stage.runCount())
        m_selected = ActorId::None;
    if (m_stage.playback().now() == Instant{}) {
        m_range.reset();
        m_selected = ActorId::None;
    }
    invalidate();
}

void ChartWidget::showMoment()
{
    if (m_range && m_stage.playback().playing() && !m_drag)
        m_range = timeline::following(*m_range, nowPosition());
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
    ChartRequest request;
    request.theme = m_appearance.theme();
    request.size = size;
    request.fontScale = timeline::fontScaleFor(window()->size()) * (m_magnified ? kMagnified : 1) * m_squeeze;
    request.axis = m_axis;
    request.arrows = timeline::Arrows::Selected;
    request.selectedRun = m_selectedRun;
    request.selected = m_selected;
    request.scroll = m_scroll->isHidden() ? 0 : m_scroll->value();
    for (std::size_t run = 0; run < m_stage.runCount(); ++run)
        addRun(request, run);
    if (m_range)
        request.visible = m_range;
    else if (m_axis == AxisMode::Clock && m_stage.playback().horizon() > Instant{})
        request.visible = timeline::fitted(static_cast<double>(nanosecondsOf(m_stage.playback().horizon())));
    return request;
}

void ChartWidget::addRun(ChartRequest &request, std::size_t run) const
{
    const Moment moment = m_stage.moment(run);
    timeline::RunView view;
    view.spans = moment.spans;
    view.describer = &m_stage.describer(run);
    view.title = m_stage.run(run).title();
    view.cursor = moment.cursor;
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
    m_scene = timeline::layoutChart(request(size()));
    while (m_scene.maxScroll > 0 && m_squeeze > (m_magnified ? kSmallestMagnified : kSmallest)) {
        m_squeeze -= kSqueezeStep;
        m_scene = timeline::layoutChart(request(size()));
    }
    showScrollBar();
    const int margin = m_scene.plots.empty() ? m_margin : static_cast<int>(std::lround(m_scene.plots.front().panel.left()));
    if (margin != m_margin) {
        m_margin = margin;
        Q_EMIT marginChanged(margin);
    }
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
    qCDebug(frames) << "chart" << timer.nsecsElapsed() / 1000 << "µs";
}

void ChartWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_squeeze = 1;
    const int width = m_scroll->sizeHint().width();
    m_scroll->setGeometry(this->width() - width, 0, width, height());
    invalidate();
}

// What is visible ----------------------------------------------------------------------------------------------

double ChartWidget::nowPosition() const
{
    if (m_axis == AxisMode::Clock || m_stage.empty())
        return static_cast<double>(nanosecondsOf(m_stage.playback().now()));
    const Moment moment = m_stage.moment(m_stage.focus());
    return timeline::stepPosition(*moment.spans, moment.cursor);
}

AxisLimits ChartWidget::limits() const
{
    const ChartRequest request = this->request(size());
    AxisLimits limits = timeline::axisLimits(request);
    if (m_axis == AxisMode::Clock)
        limits.whole.end = std::max(limits.whole.end, timeline::fitted(static_cast<double>(nanosecondsOf(m_stage.playback().horizon()))).end);
    return limits;
}

AxisRange ChartWidget::visible() const
{
    const ChartRequest request = this->request(size());
    return request.visible ? *request.visible : timeline::wholeRange(request);
}

void ChartWidget::setAxis(AxisMode axis)
{
    if (axis == m_axis)
        return;
    m_axis = axis;
    fit();
}

void ChartWidget::fit()
{
    m_range.reset();
    invalidate();
}

void ChartWidget::zoom(double factor)
{
    const AxisRange range = visible();
    const double now = nowPosition();
    const bool nowVisible = now >= range.begin && now <= range.end;
    zoomAt(nowVisible ? now : (range.begin + range.end) / 2, factor);
}

void ChartWidget::zoomAt(double position, double factor)
{
    if (m_stage.empty())
        return;
    m_range = timeline::zoomed(visible(), position, factor, limits());
    invalidate();
}

void ChartWidget::setMagnified(bool magnified)
{
    m_magnified = magnified;
    m_squeeze = 1;
    invalidate();
}

// The mouse ----------------------------------------------------------------------------------------------------

const Plot *ChartWidget::plotAt(QPointF point) const
{
    const auto plot = std::ranges::find_if(m_scene.plots, [&](const Plot &p) { return p.panel.contains(point); });
    return plot == m_scene.plots.end() ? nullptr : &*plot;
}

void ChartWidget::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ShiftModifier) {
        m_scroll->setValue(m_scroll->value() - static_cast<int>(notches * 60));
    } else if (const Plot *plot = plotAt(event->position())) {
        const double pixel = std::clamp(event->position().x(), plot->viewport.left, plot->viewport.right());
        zoomAt(plot->viewport.toPosition(pixel), std::pow(kZoomStep, notches));
    }
    event->accept();
}

void ChartWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_stage.empty())
        m_drag = Drag{event->position(), visible(), m_scroll->value(), false};
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag || m_scene.plots.empty())
        return;
    const QPointF distance = event->position() - m_drag->from;
    if (!m_drag->moved && distance.manhattanLength() < 6)
        return;
    m_drag->moved = true;
    setCursor(Qt::ClosedHandCursor);
    const timeline::Viewport &viewport = m_scene.plots.front().viewport;
    m_range = timeline::panned(m_drag->range, -std::round(distance.x()) / viewport.width * m_drag->range.length(), limits());
    m_scroll->setValue(m_drag->scroll - static_cast<int>(distance.y()));
    invalidate();
}

void ChartWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    if (!m_drag->moved)
        select(event->position());
    m_drag.reset();
    unsetCursor();
}

void ChartWidget::select(QPointF point)
{
    const std::optional<Hit> hit = timeline::hitTest(m_scene, point);
    if (!hit)
        return;
    const bool again = hit->actor == m_selected && hit->run == m_selectedRun;
    m_selected = again ? ActorId::None : hit->actor;
    m_selectedRun = hit->run;
    invalidate();
    Q_EMIT laneSelected(m_selectedRun, m_selected);
}

bool ChartWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

QString ChartWidget::toolTipAt(QPointF point) const
{
    const std::optional<Hit> hit = timeline::hitTest(m_scene, point);
    if (!hit || hit->run >= m_stage.runCount() || (hit->kind != Hit::Kind::Span && hit->kind != Hit::Kind::Thread))
        return {};
    const Moment moment = m_stage.moment(hit->run);
    const timeline::Describer &describer = m_stage.describer(hit->run);
    const bool thread = hit->kind == Hit::Kind::Thread;
    const Span &span = thread ? moment.spans->thread()[hit->span] : moment.spans->lane(hit->actor).spans[hit->span];
    const Duration length = moment.lengthOf(span);
    const QString begin = timeline::durationText(span.begin.time_since_epoch());
    const QString end = timeline::durationText((span.begin + length).time_since_epoch());
    QString text = tr("%1: %2\n%3 – %4 (%5)")
                       .arg(describer.lane(hit->actor), describer.span(span, length), begin, end, timeline::durationText(length));
    if (hit->count > 1)
        text += QLatin1Char('\n') + tr("and %n more", nullptr, static_cast<int>(hit->count) - 1);
    return text;
}

} // namespace coroscope

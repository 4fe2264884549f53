// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/overview_strip.h"

#include "app/access/spoken.h"
#include "app/chart/chart_widget.h"
#include "app/chart/loop_control.h"
#include "app/controls/appearance.h"
#include "app/timeline/axis_map.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace coroscope {

using timeline::AxisMode;
using timeline::AxisRange;

namespace {

constexpr double kGrip = 4;
constexpr double kHolderRoom = 5;     ///< above and below a turn
constexpr double kLeastMark = 2;      ///< pixels of a turn that takes no time
constexpr int kGestureBase = 1 << 20; ///< beside those of the chart's own mouse

} // namespace

OverviewStrip::OverviewStrip(ChartWidget &chart, Playback &playback, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_chart(chart), m_playback(playback), m_appearance(appearance),
      m_follow(addButton(QStringLiteral("⇥"))), m_loop(addButton(QStringLiteral("⟳")))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
    m_follow->setObjectName(QStringLiteral("follow"));
    m_loop->setObjectName(QStringLiteral("loop"));
    connect(m_follow, &QToolButton::clicked, this, [this](bool on) { m_chart.view().setFollowing(on); });
    connect(m_loop, &QToolButton::clicked, this, [this] { toggleLoop(m_chart, m_playback); });
    connect(&chart, &ChartWidget::laidOut, this, qOverload<>(&QWidget::update));
    connect(&chart, &ChartWidget::laidOut, this, &OverviewStrip::placeButtons);
    connect(&chart.view(), &ChartView::modeChanged, this, &OverviewStrip::showModes);
    connect(&chart.view(), &ChartView::measureChanged, this, &OverviewStrip::showModes);
    connect(&playback, &Playback::loopChanged, this, &OverviewStrip::showModes);
    connect(&appearance, &Appearance::changed, this, [this] {
        m_drawn.reset();
        update();
    });
    retranslate();
    showModes();
}

QToolButton *OverviewStrip::addButton(const QString &sign)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QSize OverviewStrip::sizeHint() const
{
    return {600, fontMetrics().height() + 12};
}

// Where things are ---------------------------------------------------------------------------------------------

QRectF OverviewStrip::band() const
{
    const auto &plots = m_chart.scene().plots;
    if (plots.empty())
        return QRectF(rect()).adjusted(160, 3, -16, -3);
    const auto &view = plots.front().viewport;
    return {view.left, 3, view.width, height() - 6.0};
}

double OverviewStrip::wholeEnd() const
{
    return std::max(1.0, m_chart.limits().whole.end);
}

double OverviewStrip::toX(double position) const
{
    const QRectF where = band();
    return where.left() + position / wholeEnd() * where.width();
}

double OverviewStrip::toPosition(double x) const
{
    const QRectF where = band();
    return std::clamp((x - where.left()) / where.width(), 0.0, 1.0) * wholeEnd();
}

QRectF OverviewStrip::frame() const
{
    const AxisRange visible = m_chart.visible();
    const QRectF where = band();
    const double left = std::clamp(toX(visible.begin), where.left(), where.right());
    const double right = std::clamp(toX(visible.end), where.left(), where.right());
    return {left, where.top(), std::max(6.0, right - left), where.height()};
}

void OverviewStrip::placeButtons()
{
    int right = static_cast<int>(band().left()) - 8;
    for (QToolButton *button : {m_loop, m_follow}) {
        const int width = std::max(height() - 4, button->sizeHint().width());
        button->setGeometry(right - width, 2, width, height() - 4);
        right -= width + 4;
    }
}

// Painting -----------------------------------------------------------------------------------------------------

void OverviewStrip::paintEvent(QPaintEvent * /*event*/)
{
    const timeline::Theme &theme = m_appearance.theme();
    QPainter painter(this);
    const QRectF where = band();
    painter.fillRect(where, theme.panel);
    if (m_chart.stage().empty())
        return;
    drawHolders(painter, where);
    if (m_playback.loop() && m_chart.axis() == AxisMode::Clock) {
        QColor tint = theme.accent;
        tint.setAlphaF(0.2F);
        const double left = toX(static_cast<double>(nanosecondsOf(m_playback.loop()->begin)));
        const double right = toX(static_cast<double>(nanosecondsOf(m_playback.loop()->end)));
        painter.fillRect(QRectF(left, where.top(), right - left, where.height()), tint);
    }
    if (m_chart.view().range()) {
        const QRectF shown = frame();
        QColor veil = theme.background;
        veil.setAlphaF(0.6F);
        painter.fillRect(QRectF(where.topLeft(), QPointF(shown.left(), where.bottom())), veil);
        painter.fillRect(QRectF(shown.topRight(), where.bottomRight()), veil);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(shown.adjusted(1, 1, -1, -1));
    }
    const double now = std::round(toX(m_chart.nowPosition()));
    if (now <= where.right())
        painter.fillRect(QRectF(now - 1, where.top() - 2, 3, where.height() + 4), theme.nowLine);
    painter.setPen(theme.border);
    painter.drawRect(where.adjusted(0, 0, -1, -1));
}

void OverviewStrip::drawHolders(QPainter &painter, const QRectF &where)
{
    const auto &stage = m_chart.stage();
    const Moment moment = stage.moment(stage.focus());
    const Drawn now{
        moment.cursor, wholeEnd(),  static_cast<int>(m_appearance.theme().id), where, m_chart.axis() == AxisMode::Steps,
        stage.focus(), moment.spans};
    if (m_drawn != now || m_holders.devicePixelRatio() != devicePixelRatioF()) {
        m_drawn = now;
        renewHolders(where);
    }
    const double end = std::min(toX(m_chart.nowPosition()), where.right());
    painter.fillRect(QRectF(where.left(), where.center().y() - 1, end - where.left(), 2),
                     m_appearance.theme().waitLine);
    painter.drawPixmap(where.topLeft(), m_holders);
    drawOpen(painter, where, moment);
}

/// Whoever has the thread now has it up to now, which moves on while nothing happens. (In steps a turn is a column.)
void OverviewStrip::drawOpen(QPainter &painter, const QRectF &where, const Moment &moment)
{
    const Span *const open = moment.holder();
    if (!open || open->momentary() || m_chart.axis() == AxisMode::Steps)
        return;
    const double left = std::round(toX(static_cast<double>(nanosecondsOf(open->begin))));
    const double right = std::max(left + kLeastMark, std::min(toX(m_chart.nowPosition()), where.right()));
    drawHold(painter, QRectF(left, where.top() + kHolderRoom, right - left, where.height() - 2 * kHolderRoom),
             m_appearance.theme().task(open->by));
}

/// Framed, or light colours would not be seen on a light ground; of a narrow one only above and below.
void OverviewStrip::drawHold(QPainter &painter, const QRectF &rect, const QColor &color)
{
    constexpr double kRoomForSides = 5;
    const double side = rect.width() < kRoomForSides ? 0 : 1;
    painter.fillRect(rect, m_appearance.theme().outline);
    painter.fillRect(rect.adjusted(side, 1, -side, -1), color);
}

/// From pixel to pixel, by binary search: the cost follows the width, not the run.
void OverviewStrip::renewHolders(const QRectF &where)
{
    const double ratio = devicePixelRatioF();
    m_holders = QPixmap((where.size() * ratio).toSize());
    m_holders.setDevicePixelRatio(ratio);
    m_holders.fill(Qt::transparent);
    QPainter painter(&m_holders);
    const timeline::Theme &theme = m_appearance.theme();
    const timeline::ChartRequest request = m_chart.request(m_chart.size());
    const timeline::Viewport view{{0, wholeEnd()}, 0, where.width()};
    const timeline::AxisMap map(request.runs[m_chart.stage().focus()], request.axis, view, 1);
    const auto &thread = map.spans().thread();
    const double step = request.axis == AxisMode::Steps ? view.scale() : 0;
    const auto reach = [&](const Span &s) { return step > 0 ? map.left(s) + step : map.right(s); };
    auto span = thread.begin();
    while (span != thread.end() && map.happened(*span) && (step > 0 || !map.open(*span) || span->momentary())) {
        const double left = std::round(map.left(*span));
        const double right = std::max(left + kLeastMark, reach(*span));
        drawHold(painter, QRectF(left, kHolderRoom, right - left, where.height() - 2 * kHolderRoom),
                 theme.task(span->by));
        span =
            std::partition_point(std::next(span), thread.end(), [&](const Span &s) { return reach(s) < right + 0.4; });
    }
}

// The mouse ----------------------------------------------------------------------------------------------------

void OverviewStrip::scrub(double x)
{
    m_playback.setPlaying(false);
    const double position = toPosition(x);
    if (m_chart.axis() == AxisMode::Clock) {
        m_playback.seek(instantAt(std::llround(position)));
        return;
    }
    const std::size_t run = m_chart.stage().focus();
    const auto &steps = m_chart.stage().run(run).spans().steps();
    const auto step = static_cast<std::size_t>(std::max(0.0, position));
    if (step < steps.size())
        m_playback.seekEvent(run, steps[step]);
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_chart.stage().empty())
        return;
    const QRectF shown = frame();
    const double x = event->position().x();
    const bool onEdge = std::abs(x - shown.left()) <= kGrip || std::abs(x - shown.right()) <= kGrip;
    const bool onNow = std::abs(x - toX(m_chart.nowPosition())) <= 2 * kGrip;
    if (m_chart.view().range() && !onNow && (onEdge || (event->modifiers() & Qt::ShiftModifier))) {
        m_pan = toPosition(x) - m_chart.visible().begin;
        return;
    }
    m_scrubbing = true;
    scrub(x);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pan) {
        const AxisRange visible = m_chart.visible();
        const double by = toPosition(event->position().x()) - *m_pan - visible.begin;
        m_chart.view().show(timeline::panned(visible, by, m_chart.limits()), kGestureBase);
    } else if (m_scrubbing) {
        scrub(event->position().x());
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_pan.reset();
    m_scrubbing = false;
}

// Texts --------------------------------------------------------------------------------------------------------

void OverviewStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void OverviewStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void OverviewStrip::retranslate()
{
    setAccessibleName(tr("Overview"));
    setToolTip(tr("The whole run: drag to go through time, with Shift to move what the chart shows"));
    access::setControl(*m_follow, tr("The chart follows the now-line"), tr("G"));
    access::setControl(*m_loop, tr("Play the measured part again and again"), tr("R"),
                       tr("Play the measured part again and again (R); measure by dragging with Shift"));
}

void OverviewStrip::showModes()
{
    m_follow->setChecked(m_chart.view().following());
    m_loop->setChecked(m_playback.loop().has_value());
    m_loop->setEnabled(m_playback.loop() || canLoop(m_chart));
    update();
}

} // namespace coroscope

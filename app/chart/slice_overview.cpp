// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/slice_overview.h"

#include "app/access/spoken.h"
#include "app/chart/slice_chart.h"
#include "app/controls/appearance.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace coroscope {

using timeline::AxisRange;

SliceOverview::SliceOverview(SliceChart &chart, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_chart(chart), m_appearance(appearance)
{
    access::setRole(*this, QAccessible::Graphic);
    setAccessibleName(tr("Overview of the trace"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&chart, &SliceChart::visibleChanged, this, qOverload<>(&QWidget::update));
    connect(&appearance, &Appearance::changed, this, &SliceOverview::renew);
}

void SliceOverview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Overview of the trace"));
}

void SliceOverview::renew()
{
    m_lanes = QImage();
    update();
}

/// Aligned with the chart's time axis.
QRect SliceOverview::band() const
{
    const auto &plots = m_chart.scene().plots;
    const QRect within = rect().adjusted(12, 4, -12, -8);
    return plots.empty() ? within
                         : QRect(static_cast<int>(plots.front().area.left()), within.top(),
                                 static_cast<int>(plots.front().area.width()), within.height());
}

/// Of every lane its outermost spans, all lanes upon each other.
void SliceOverview::drawLanes()
{
    const Slices &slices = *m_chart.slices();
    std::vector<SliceColumn> columns(static_cast<std::size_t>(std::max(1, band().width())));
    const AxisRange whole = timeline::wholeRange(slices);
    for (const SliceLane &lane : slices.lanes())
        if (!lane.rows.empty())
            lane.rows.front().sample(whole.begin, whole.length() / static_cast<double>(columns.size()), columns);
    float most = 0;
    for (const SliceColumn &column : columns)
        most = std::max(most, column.covered);
    m_lanes = QImage(static_cast<int>(columns.size()), 1, QImage::Format_RGB32);
    const QColor panel = m_appearance.theme().panel;
    const QColor ink = m_appearance.theme().accent;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const float share = most > 0 ? std::sqrt(columns[i].covered / most) : 0;
        const auto mix = [share](int from, int to) {
            return static_cast<int>(static_cast<float>(from) + share * static_cast<float>(to - from));
        };
        m_lanes.setPixel(
            static_cast<int>(i), 0,
            qRgb(mix(panel.red(), ink.red()), mix(panel.green(), ink.green()), mix(panel.blue(), ink.blue())));
    }
}

void SliceOverview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const timeline::Theme &theme = m_appearance.theme();
    painter.fillRect(rect(), theme.background);
    if (!m_chart.slices())
        return;
    const QRect band = this->band();
    if (m_lanes.width() != band.width())
        drawLanes();
    painter.drawImage(band, m_lanes);
    painter.setPen(theme.border);
    painter.drawRect(band.adjusted(-1, -1, 0, 0));
    const AxisRange whole = timeline::wholeRange(*m_chart.slices());
    const AxisRange visible = m_chart.visible();
    const double scale = band.width() / whole.length();
    const QRectF seen(band.left() + visible.begin * scale, band.top() - 1, std::max(4.0, visible.length() * scale),
                      band.height() + 2);
    painter.setPen(QPen(theme.nowLine, 2));
    painter.drawRect(seen.intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
}

void SliceOverview::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position().x());
}

void SliceOverview::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position().x());
}

void SliceOverview::goTo(double x)
{
    if (!m_chart.slices())
        return;
    const QRect band = this->band();
    const AxisRange whole = timeline::wholeRange(*m_chart.slices());
    const double middle = (x - band.left()) / std::max(1, band.width()) * whole.length();
    const double half = m_chart.visible().length() / 2;
    m_chart.setVisible({middle - half, middle + half});
}

} // namespace coroscope

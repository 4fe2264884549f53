// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <QImage>

namespace coroscope {

class Appearance;
class SliceChart;

/// The whole trace in a low strip below its chart: how busy all lanes are together, and the part the chart shows. A
/// click or drag goes there.
class SliceOverview : public QWidget {
    Q_OBJECT

public:
    SliceOverview(SliceChart &chart, const Appearance &appearance, QWidget *parent = nullptr);

    /// Another trace, or other colours.
    void renew();

    [[nodiscard]] QSize sizeHint() const override { return {400, 44}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 44}; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect band() const;
    void goTo(double x);
    void drawLanes();

    SliceChart &m_chart;
    const Appearance &m_appearance;
    QImage m_lanes; ///< one line of colours; null until it is needed
};

} // namespace coroscope

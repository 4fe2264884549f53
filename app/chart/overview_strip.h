// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <QPixmap>

#include <optional>

class QToolButton;

namespace coroscope {

class Appearance;
class ChartWidget;
class Playback;

/// The whole run in a low strip below the chart, aligned with its time axis: who held the thread, the part that the
/// chart shows, the part that is played again and again, the now-line. Dragging scrubs; dragging the frame of the
/// visible part pans. Beside it, whether the chart follows the now-line and whether playing goes round.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    OverviewStrip(ChartWidget &chart, Playback &playback, const Appearance &appearance, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &sign);
    void placeButtons();
    void retranslate();
    void showModes();
    void drawHolders(QPainter &painter, const QRectF &band);
    void drawHold(QPainter &painter, const QRectF &rect, const QColor &color);
    void renewHolders(const QRectF &band);
    void drawOpen(QPainter &painter, const QRectF &band, const Moment &moment);
    void scrub(double x);
    [[nodiscard]] QRectF band() const;
    [[nodiscard]] double wholeEnd() const;
    [[nodiscard]] double toX(double position) const;
    [[nodiscard]] double toPosition(double x) const;
    [[nodiscard]] QRectF frame() const;

    ChartWidget &m_chart;
    Playback &m_playback;
    const Appearance &m_appearance;
    QToolButton *m_follow;
    QToolButton *m_loop;

    /// What the holders were drawn from: they are drawn anew when it changes.
    struct Drawn {
        unsigned long long cursor = 0;
        double end = 0;
        int theme = 0;
        QRectF band;
        bool steps = false;
        std::size_t run = 0;
        const void *spans = nullptr;
        [[nodiscard]] bool operator==(const Drawn &) const = default;
    };
    std::optional<Drawn> m_drawn;
    QPixmap m_holders;
    std::optional<double> m_pan; ///< where the visible part was gripped, in units of the axis from its begin
    bool m_scrubbing = false;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace coroscope {

class ChartWidget;

/// What is selected in the chart, with its cause and effects, in the place of the legend: the charts do not move.
class SelectionCard : public QFrame {
    Q_OBJECT

public:
    explicit SelectionCard(ChartWidget &chart);

    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSelection();
    void place();
    [[nodiscard]] QString words() const;

    ChartWidget &m_chart;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace coroscope

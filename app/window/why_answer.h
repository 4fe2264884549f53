// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/chart/chart_view.h"

class QWidget;

namespace coroscope {

class Actions;
class Appearance;
class ChartCard;
class ChartWidget;
class WhyView;

/// "Why?" for a gap of a lane: in words beside the chart, and marked in it.
class WhyAnswer : public QObject {
    Q_OBJECT

public:
    WhyAnswer(ChartWidget &chart, Playback &playback, const Appearance &appearance, QObject *parent = nullptr);

    [[nodiscard]] QWidget *card();
    [[nodiscard]] WhyView &view() { return *m_view; }
    /// Of the selected gap, or the gap that the selected lane is in or was in last; of nothing selected, of who waits
    /// for ever, or of the lane that has waited longest at the now-line.
    void ask();
    void askAbout(const ChartView::Selection &selection);
    /// False when there was no answer to be seen.
    bool leave();
    void setMagnified(bool magnified);
    void retranslate();
    void addCommands(Actions &actions);

Q_SIGNALS:
    /// One sentence: there is nothing to ask about.
    void failed(const QString &sentence);

private:
    [[nodiscard]] ChartView::Selection choose() const;
    void show(const ChartView::Selection &gap);

    ChartWidget &m_chart;
    Playback &m_playback;
    WhyView *m_view;
    ChartCard *m_card;
    ChartView::Selection m_shown;
};

} // namespace coroscope

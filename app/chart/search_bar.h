// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/chart/chart_search.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace coroscope {

class ChartWidget;

/// Ctrl+F: a field in the chart's corner that searches tasks and events; Return and Shift+Return go from match to
/// match. The window's Escape closes it.
class SearchBar : public QFrame {
    Q_OBJECT

public:
    explicit SearchBar(ChartWidget &chart);

    void open();
    /// Closes it; the chart has the keys again.
    void leave();
    void next() { go(1); }
    void previous() { go(-1); }
    [[nodiscard]] std::size_t matchCount() const { return m_matches.size(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void go(int by);
    void showCount();
    void place();
    void retranslate();

    ChartWidget &m_chart;
    QLineEdit *m_words;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    std::vector<SearchMatch> m_matches;
    std::optional<std::size_t> m_at;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/slices/slices.h"

#include <memory>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace coroscope {

class Appearance;
class SliceChart;
class SliceOverview;

/// What the window shows of another program's trace, in the place of everything that speaks of tasks and a loop: such a
/// file says nothing of them. Chart, overview, search by name, and the facts of the span that is selected.
class TracePage : public QWidget {
    Q_OBJECT

public:
    explicit TracePage(const Appearance &appearance, QWidget *parent = nullptr);

    void show(std::shared_ptr<const Slices> slices, const QString &path);
    using QWidget::show;
    /// The trace is closed: it is not kept.
    void forget();
    [[nodiscard]] SliceChart &chart() { return *m_chart; }
    [[nodiscard]] QString path() const { return m_path; }
    /// To the next span, or the one before, whose name contains what is searched. False when there is none.
    bool search(const QString &text, bool forward);
    /// The same with what was searched last.
    bool searchAgain(bool forward);
    void focusSearch();
    /// Out of the search field, or nothing is selected any more; false when there is nothing to leave.
    bool leaveSearch();
    /// What the chart shows, into a file that is asked for.
    void exportPicture();
    void copyPicture();
    void exportTo(const QString &path);
    /// One sentence about something that went wrong.
    void tell(const QString &sentence);
    /// Any window is wide enough: the bar takes more rows.
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

Q_SIGNALS:
    /// Back to the lessons.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void tellSelection();
    QToolButton *addButton();

    QString m_path;
    QBoxLayout *m_bar;
    SliceChart *m_chart;
    SliceOverview *m_overview;
    QToolButton *m_back;
    QToolButton *m_fit;
    QToolButton *m_lanes;
    QToolButton *m_export;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLineEdit *m_search;
    QLabel *m_found;
    QLabel *m_facts;
    QLabel *m_limits;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/readers/byte_source.h"
#include "core/slices/slices.h"

#include <memory>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace coroscope {

class Appearance;
class DetailsPanel;
class SliceChart;
class SliceOverview;
class Splitter;

/// What the window shows of another program's trace, in the place of everything that speaks of tasks and a loop: such a
/// file says nothing of them. Chart, overview, search by name, and the facts of the span that is selected.
class TracePage : public QWidget {
    Q_OBJECT

public:
    explicit TracePage(const Appearance &appearance, QWidget *parent = nullptr);

    /// `text` is where what is not kept of it can be looked up; without it the details are those of the chart.
    void show(std::shared_ptr<const Slices> slices, const QString &path,
              std::unique_ptr<formats::ByteSource> text = nullptr);
    using QWidget::show;
    /// The trace is closed: it is not kept.
    void forget();
    [[nodiscard]] SliceChart &chart() { return *m_chart; }
    [[nodiscard]] DetailsPanel &details() { return *m_details; }
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
    void showDetails();
    /// Opens or closes the details; they take the focus, the chart has it back.
    void toggleDetails();
    QToolButton *addButton();

    QString m_path;
    std::unique_ptr<formats::ByteSource> m_text; ///< null: it is not at hand
    QBoxLayout *m_bar;
    SliceChart *m_chart;
    SliceOverview *m_overview;
    DetailsPanel *m_details;
    Splitter *m_parts;
    QToolButton *m_back;
    QToolButton *m_fit;
    QToolButton *m_lanes;
    QToolButton *m_showDetails;
    QToolButton *m_export;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLineEdit *m_search;
    QLabel *m_found;
    QLabel *m_facts;
    QLabel *m_limits;
};

} // namespace coroscope

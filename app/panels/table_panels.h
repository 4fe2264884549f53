// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"
#include "app/playback/run_measures.h"

#include <optional>
#include <vector>

class QAbstractItemModel;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace coroscope {

class EventModel;
class MeasureModel;
class Notices;
class TaskModel;

/// A table in the look all tables of the window share.
[[nodiscard]] QTableView *makeTable(QWidget *parent);

/// A table that a click on a heading sorts (a third click puts it back) and that can be narrowed to the rows with a
/// text. A double click or Return goes to where a row is in the run.
class TablePanel : public Panel {
    Q_OBJECT

public:
    explicit TablePanel(const Stage &stage, QWidget *parent = nullptr);

    void setFilter(const QString &text);

Q_SIGNALS:
    void instantChosen(coroscope::Instant at);

protected:
    void setModel(QAbstractItemModel *model, int sortRole);
    [[nodiscard]] QTableView &table() { return *m_table; }
    /// The row of the model that a row of the view shows.
    [[nodiscard]] QModelIndex sourceOf(const QModelIndex &shown) const;
    /// Nobody has sorted it: the newest is last.
    [[nodiscard]] bool inOrder() const;
    /// What stands there instead of an empty table.
    void setEmptyText(const QString &text);
    void showWhatThereIs();
    virtual void choose(const QModelIndex &source) = 0;
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_empty;
    QString m_emptyText;
};

/// The tasks: what each does and how it has spent its time.
class TasksPanel : public TablePanel {
    Q_OBJECT

public:
    explicit TasksPanel(const Stage &stage, QWidget *parent = nullptr);

protected:
    void resetView() override;
    void updateView() override;
    void choose(const QModelIndex &source) override;
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();

    TaskModel *m_model;
    std::optional<RunMeasures> m_measures; ///< of the run in focus
};

/// The trace; the last event before the cursor is in sight.
class EventsPanel : public TablePanel {
    Q_OBJECT

public:
    explicit EventsPanel(const Stage &stage, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The run in focus as it is when this event has just happened.
    void eventChosen(std::size_t run, coroscope::EventIndex event);

protected:
    void resetView() override;
    void updateView() override;
    void choose(const QModelIndex &source) override;
    void retranslate() override;

private:
    EventModel *m_model;
};

/// The figures of all runs side by side.
class MeasuresPanel : public Panel {
    Q_OBJECT

public:
    explicit MeasuresPanel(const Stage &stage, QWidget *parent = nullptr);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QStringList titles() const;
    MeasureModel *m_model;
    std::vector<RunMeasures> m_measures; ///< one a run
    QTableView *m_table;
    Notices *m_notices; ///< of the run in focus
};

} // namespace coroscope

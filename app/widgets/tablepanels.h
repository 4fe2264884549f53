// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/panel.h"

class QSortFilterProxyModel;
class QTableView;

namespace coroscope {

class EventModel;
class MeasureModel;
class TaskModel;

/// A table in the look all tables of the window share.
[[nodiscard]] QTableView *makeTable(QWidget *parent);

/// The tasks, sortable by any column.
class TasksPanel : public Panel {
    Q_OBJECT

public:
    explicit TasksPanel(const Stage &stage, QWidget *parent = nullptr);

Q_SIGNALS:
    void instantChosen(coroscope::Instant at);

protected:
    void resetView() override;
    void updateView() override;

private:
    TaskModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
};

/// The trace; the last event before the cursor is in sight.
class EventsPanel : public Panel {
    Q_OBJECT

public:
    explicit EventsPanel(const Stage &stage, QWidget *parent = nullptr);

Q_SIGNALS:
    void instantChosen(coroscope::Instant at);

protected:
    void resetView() override;
    void updateView() override;

private:
    EventModel *m_model;
    QTableView *m_table;
};

/// The figures of all runs side by side.
class MeasuresPanel : public Panel {
    Q_OBJECT

public:
    explicit MeasuresPanel(const Stage &stage, QWidget *parent = nullptr);

protected:
    void resetView() override;
    void updateView() override;

private:
    MeasureModel *m_model;
    QTableView *m_table;
};

} // namespace coroscope

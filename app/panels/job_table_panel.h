// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"
#include "app/panels/table_copy.h"

class QLabel;
class QMenu;
class QTableView;
class QToolButton;

namespace coroscope {

class Appearance;
class ChoiceButton;
class JobTableModel;

/// The job table of the run in focus, filling as the run goes on; the width of a slot is the reader's choice. What is
/// under the pointer here is marked in the chart, and the other way round.
class JobTablePanel : public Panel {
    Q_OBJECT

public:
    JobTablePanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    /// To the clipboard.
    void copy(TableFormat format) const;
    /// What the button offers; not owned.
    void setCopyMenu(QMenu *menu);
    /// Shows which columns are the task's; nothing is emitted.
    void markTask(ActorId task);

Q_SIGNALS:
    /// The pointer is over a job of the task, or over none (ActorId::None).
    void taskHovered(coroscope::ActorId task);
    /// A cell has been chosen: a job, and the instant its slot begins.
    void cellChosen(coroscope::ActorId task, coroscope::Instant at);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void fitColumns();
    [[nodiscard]] Duration slot() const;
    [[nodiscard]] ActorId taskAt(const QModelIndex &index) const;

    JobTableModel *m_model;
    QTableView *m_table;
    QLabel *m_slotLabel;
    ChoiceButton *m_slot;
    QToolButton *m_copy;
    QLabel *m_empty;
};

} // namespace coroscope

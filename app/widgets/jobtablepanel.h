// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/panel.h"

class QLabel;
class QTableView;

namespace coroscope {

class Appearance;
class ChoiceButton;
class JobTableModel;

/// The job table of the run in focus, filling as the run goes on; the width of a slot is the reader's choice.
class JobTablePanel : public Panel {
    Q_OBJECT

public:
    JobTablePanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] Duration slot() const;

    JobTableModel *m_model;
    QTableView *m_table;
    QLabel *m_slotLabel;
    ChoiceButton *m_slot;
    QLabel *m_empty;
};

} // namespace coroscope

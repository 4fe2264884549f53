// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"

class QLabel;
class QListView;

namespace coroscope {

class Appearance;
class ConsoleModel;
class Notices;

/// What the run in focus has printed. A click goes to the instant of a line; the lines of the instant are marked.
class ConsolePanel : public Panel {
    Q_OBJECT

public:
    ConsolePanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    /// To the clipboard.
    void copy() const;
    /// Where a tab says what it is, it needs no heading.
    void setHeadingShown(bool shown);

Q_SIGNALS:
    void instantChosen(coroscope::Instant at);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString heading() const;
    void retranslate();

    ConsoleModel *m_model;
    QLabel *m_heading;
    QLabel *m_empty;
    QListView *m_list;
    Notices *m_notices;
};

} // namespace coroscope

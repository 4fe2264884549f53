// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace coroscope {

class ProgramSession;
class Stage;

/// In the place of the chart as long as the program on the stage has not run: what it is, a large Run, and which
/// interpreter that would start.
class ProgramWelcome : public QWidget {
    Q_OBJECT

public:
    /// Lies over the chart and follows its size.
    ProgramWelcome(ProgramSession &programs, const Stage &stage, QWidget *chart);

Q_SIGNALS:
    void runClicked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showProgram();

    ProgramSession &m_programs;
    const Stage &m_stage;
    QLabel *m_title;
    QPushButton *m_run;
    QLabel *m_interpreter;
    QLabel *m_hint;
};

} // namespace coroscope

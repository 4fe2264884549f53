// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace coroscope {

class ProgramSession;

/// Run and Stop of a Python program, in the bar on top. Not there for anything else.
class RunButtons : public QWidget {
    Q_OBJECT

public:
    explicit RunButtons(ProgramSession &programs, QWidget *parent = nullptr);

Q_SIGNALS:
    void runClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showProgram();
    void retranslate();

    ProgramSession &m_programs;
    QPushButton *m_run;
    QPushButton *m_stop;
};

} // namespace coroscope

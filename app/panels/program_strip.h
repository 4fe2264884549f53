// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace coroscope {

class Appearance;
class ProgramSession;

/// Above the chart of a Python program: Run and Stop, the constants on top of it as controls, its arguments and its
/// clock. Not there for anything else.
class ProgramStrip : public QWidget {
    Q_OBJECT

public:
    explicit ProgramStrip(ProgramSession &programs, QWidget *parent = nullptr);

Q_SIGNALS:
    void runClicked();
    /// A value that cannot be: why, in one sentence.
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Control {
        QString name;
        QWidget *box;
        QLineEdit *edit;
    };

    void showProgram();
    void makeControls();
    Control makeControl(const QString &name);
    void change(const Control &control);
    void retranslate();
    [[nodiscard]] QString stateText() const;

    ProgramSession &m_programs;
    QPushButton *m_run;
    QPushButton *m_stop;
    QPushButton *m_clock;
    QWidget *m_argumentBox;
    QLabel *m_argumentLabel;
    QLineEdit *m_arguments;
    QLabel *m_state;
    std::vector<Control> m_controls;
};

} // namespace coroscope

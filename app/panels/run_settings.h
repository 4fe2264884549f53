// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace coroscope {

class ProgramSession;

/// How a Python program is run: by which interpreter, where, with which arguments, on which clock, and whether it runs
/// by itself when it is saved elsewhere. Nothing is started to find that out.
class RunSettings : public QWidget {
    Q_OBJECT

public:
    explicit RunSettings(ProgramSession &programs, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectControls();
    void showProgram();
    void fillInterpreters();
    void addInterpreter(const QString &path, const QString &text);
    void chooseInterpreter();
    void chooseFolder();
    void retranslate();

    ProgramSession &m_programs;
    QToolButton *m_interpreter;
    QMenu *m_interpreters;
    QToolButton *m_folder;
    QLabel *m_argumentLabel;
    QLineEdit *m_arguments;
    QPushButton *m_clock;
    QCheckBox *m_onSave;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QAbstractButton;
class QLabel;
class QLineEdit;

namespace coroscope {

class ProgramSession;

/// Above the chart of a Python program: the constants on top of it as controls, whether the line of the cursor awaits
/// or blocks, and what became of the run. Not there for anything else.
class ProgramStrip : public QWidget {
    Q_OBJECT

public:
    explicit ProgramStrip(ProgramSession &programs, QWidget *parent = nullptr);

    /// The line of the cursor in the program's own file; 0: none.
    void setLine(int line);

Q_SIGNALS:
    void runClicked();
    /// This line is to block, or to await.
    void blockClicked(int line, bool blocks);
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

    QWidget *makeLineBox();
    void showProgram();
    void showLine();
    void makeControls();
    Control makeControl(const QString &name);
    void change(const Control &control);
    void retranslate();
    [[nodiscard]] QString stateText() const;

    ProgramSession &m_programs;
    QLabel *m_lineLabel;
    QAbstractButton *m_awaits;
    QAbstractButton *m_blocks;
    QWidget *m_lineBox;
    QLabel *m_state;
    std::vector<Control> m_controls;
    int m_line = 0;
};

} // namespace coroscope

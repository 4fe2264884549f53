// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "app/session/program_session.h"

class QAction;
class QLineEdit;
class QStackedWidget;

namespace coroscope {

class Actions;
class Appearance;
class ChartWidget;
class ProgramPanel;
class ProgramStrip;
class RunButtons;
class Session;
class SourcePanel;
class Stage;

/// Your own Python in the window: what is shown instead of a lesson's panels while a program is on the stage, and what
/// can be done with it.
class Programs : public QObject {
    Q_OBJECT

public:
    Programs(Session &session, const Stage &stage, const Appearance &appearance, QWidget *window);

    /// Shows the program's source; nothing runs. What is wrong with it is told by failed().
    void open(const QString &path);
    [[nodiscard]] ProgramSession &session() { return m_programs; }

    // The parts of the window, each with a program's part in or beside it.

    [[nodiscard]] QWidget *withStrip(QWidget *parameters);
    [[nodiscard]] QWidget *withEditor(SourcePanel *source);
    [[nodiscard]] QWidget *withInput(QWidget *console);
    /// Run and Stop, for the bar on top.
    [[nodiscard]] QWidget *runButtons();
    /// Names clicked in the source are selected in the chart; as long as nothing has run, it says how to run it.
    void follow(ChartWidget &chart);
    /// The keys go into the program's source.
    [[nodiscard]] bool typing() const;
    /// After the language has changed.
    void retranslate() { showState(); }

    /// New program, examples.
    void addFileCommands(Actions &actions);
    /// Run, stop, block a line, edit a copy, run the listing.
    void addCommands(Actions &actions);
    /// All that can block does, or all awaits: runs it so, beside the run before.
    void blockAll(bool blocks);

Q_SIGNALS:
    /// A program is on the stage, or none any more.
    void activeChanged(bool active);
    /// One sentence.
    void failed(const QString &sentence);

private:
    void run();
    void showState();
    void addLineCommands(Actions &actions);
    void addListingCommands(Actions &actions);
    void newProgram();
    void openExample(const QString &name);
    void editCopy();
    void openCopy(const QString &text, const QString &name, const QString &lesson = {});
    void addFile();
    void blockLine();
    void setBlocks(int line, bool blocks);
    void tellOfChange(int file);

    Session &m_session;
    const Stage &m_stage;
    ProgramSession m_programs;
    QWidget *m_window;
    ProgramStrip *m_strip;
    RunButtons *m_buttons;
    ProgramPanel *m_panel;
    SourcePanel *m_source = nullptr;
    QStackedWidget *m_sources = nullptr;
    QPointer<QLineEdit> m_input;
    bool m_active = false;
    QAction *m_runAction = nullptr;
    QAction *m_stopAction = nullptr;
    QAction *m_blockAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_listingAction = nullptr;
};

} // namespace coroscope

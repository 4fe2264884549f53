// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/programs.h"

#include "app/chart/chart_widget.h"
#include "app/controls/actions.h"
#include "app/controls/code_view.h"
#include "app/course/line_map.h"
#include "app/panels/program_panel.h"
#include "app/panels/program_strip.h"
#include "app/panels/program_welcome.h"
#include "app/panels/run_buttons.h"
#include "app/panels/source_panel.h"
#include "app/session/session.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace coroscope {

namespace {

struct Example {
    const char *name; ///< of its file
    const char *text;
    const char *tip;
};

constexpr std::array kExamples{
    Example{"gather", QT_TRANSLATE_NOOP("Actions", "&Gather: tasks take turns"),
            QT_TRANSLATE_NOOP("Actions", "While one waits, the others work")},
    Example{"producer_consumer", QT_TRANSLATE_NOOP("Actions", "&Queue between producer and consumers"),
            QT_TRANSLATE_NOOP("Actions", "Who is too fast has to wait")},
    Example{"window", QT_TRANSLATE_NOOP("Actions", "Eight &jobs in a window"),
            QT_TRANSLATE_NOOP("Actions", "The next begins as soon as a place is free")},
    Example{"timeouts", QT_TRANSLATE_NOOP("Actions", "&Timeouts"),
            QT_TRANSLATE_NOOP("Actions", "What takes too long is given up and tried again")},
    Example{"streams", QT_TRANSLATE_NOOP("Actions", "&Streams over 127.0.0.1"),
            QT_TRANSLATE_NOOP("Actions", "A server and three clients, over real sockets")},
    Example{"child_process", QT_TRANSLATE_NOOP("Actions", "Child &process"),
            QT_TRANSLATE_NOOP("Actions", "Reads what another program writes, line by line")},
    Example{"to_thread", QT_TRANSLATE_NOOP("Actions", "T&hread for a blocking call"),
            QT_TRANSLATE_NOOP("Actions", "Then the other tasks go on")},
    Example{"blocking_call", QT_TRANSLATE_NOOP("Actions", "&Blocking call"),
            QT_TRANSLATE_NOOP("Actions", "time.sleep() keeps the thread from everybody")},
    Example{"cancellation", QT_TRANSLATE_NOOP("Actions", "&Cancellation"),
            QT_TRANSLATE_NOOP("Actions", "A task that is cancelled cleans up before it goes")},
    Example{"task_group", QT_TRANSLATE_NOOP("Actions", "Task gr&oup"),
            QT_TRANSLATE_NOOP("Actions", "When one fails, the others are cancelled")}};

constexpr const char *kNewProgram = R"(import asyncio


async def greet(name, pause):
    print("hello", name)
    await asyncio.sleep(pause)
    print("goodbye", name)


async def main():
    await asyncio.gather(greet("Ada", 0.5), greet("Guido", 1))

asyncio.run(main())
)";

} // namespace

Programs::Programs(Session &session, const Stage &stage, const Appearance &appearance, QWidget *window)
    : QObject(window), m_session(session), m_stage(stage), m_programs(session), m_window(window),
      m_strip(new ProgramStrip(m_programs)), m_buttons(new RunButtons(m_programs)),
      m_panel(new ProgramPanel(stage, m_programs, appearance))
{
    connect(&session, &Session::opened, this, [this] {
        if (m_programs.active() && m_session.file() != m_programs.program().name)
            m_programs.leave();
    });
    connect(&m_programs, &ProgramSession::opened, this, &Programs::showState);
    connect(&m_programs, &ProgramSession::changed, this, &Programs::showState);
    connect(&m_programs, &ProgramSession::failed, this, &Programs::failed);
    connect(&m_programs.files(), &ProgramFiles::changedOnDisk, this, &Programs::tellOfChange);
    connect(m_buttons, &RunButtons::runClicked, this, &Programs::run);
    connect(m_strip, &ProgramStrip::runClicked, this, &Programs::run);
    connect(m_strip, &ProgramStrip::blockClicked, this, &Programs::setBlocks);
    connect(m_panel, &ProgramPanel::cursorLineChanged, m_strip, &ProgramStrip::setLine);
    connect(m_panel, &ProgramPanel::addFileClicked, this, &Programs::addFile);
    connect(m_strip, &ProgramStrip::failed, this, &Programs::failed);
}

void Programs::open(const QString &path)
{
    if (const QString sentence = m_programs.open(path); !sentence.isEmpty())
        Q_EMIT failed(sentence);
}

QWidget *Programs::withStrip(QWidget *parameters)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(parameters);
    column->addWidget(m_strip);
    return box;
}

QWidget *Programs::withEditor(SourcePanel *source)
{
    m_source = source;
    m_sources = new QStackedWidget;
    m_sources->addWidget(source);
    m_sources->addWidget(m_panel);
    return m_sources;
}

QWidget *Programs::withInput(QWidget *console)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(console, 1);
    m_input = new QLineEdit;
    m_input->setObjectName(QStringLiteral("programInput"));
    column->addWidget(m_input);
    connect(m_input, &QLineEdit::returnPressed, this, [this] {
        m_programs.sendInput(m_input->text());
        m_input->clear();
    });
    showState();
    return box;
}

QWidget *Programs::runButtons()
{
    return m_buttons;
}

bool Programs::typing() const
{
    return m_panel->typing();
}

void Programs::follow(ChartWidget &chart)
{
    m_panel->follow(chart.view());
    const auto *welcome = new ProgramWelcome(m_programs, m_stage, &chart);
    connect(welcome, &ProgramWelcome::runClicked, this, &Programs::run);
}

void Programs::run()
{
    if (const QString sentence = m_programs.run(); !sentence.isEmpty())
        Q_EMIT failed(sentence);
}

void Programs::showState()
{
    if (m_active != m_programs.active()) {
        m_active = m_programs.active();
        Q_EMIT activeChanged(m_active);
    }
    if (m_sources)
        m_sources->setCurrentIndex(m_programs.active() ? 1 : 0);
    if (QLineEdit *const input = m_input) {
        input->setVisible(m_programs.active() && m_programs.running());
        input->setPlaceholderText(tr("input: what the program asks for is typed here"));
        input->setAccessibleName(tr("Input of the program"));
    }
    if (!m_runAction)
        return;
    m_runAction->setEnabled(m_programs.active());
    m_stopAction->setEnabled(m_session.running() || (m_programs.active() && m_programs.running()));
    m_blockAction->setEnabled(m_programs.active());
    m_copyAction->setEnabled(m_session.current() != nullptr);
    m_listingAction->setEnabled(m_session.current() != nullptr);
}

void Programs::addFileCommands(Actions &actions)
{
    actions.add(Menu::File, {.id = "program.new",
                             .text = QT_TRANSLATE_NOOP("Actions", "&New Python program…"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "A small program that runs, to be changed"),
                             .keys = {Qt::CTRL | Qt::Key_N},
                             .run = [this] { newProgram(); }});
    actions.addSubmenu(Menu::Examples);
    for (const Example &example : kExamples)
        actions.add(Menu::Examples, {.id = example.name,
                                     .text = example.text,
                                     .tip = example.tip,
                                     .run = [this, name = QString::fromLatin1(example.name)] { openExample(name); }});
}

void Programs::addCommands(Actions &actions)
{
    actions.addSeparator(Menu::Lesson);
    m_runAction = actions.add(
        Menu::Lesson, {.id = "program.run",
                       .text = QT_TRANSLATE_NOOP("Actions", "R&un the Python program"),
                       .tip = QT_TRANSLATE_NOOP("Actions", "Saves it and runs it; the run before stays beside it"),
                       .keys = {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                       .icon = Symbol::Play,
                       .run = [this] { run(); }});
    m_stopAction = actions.add(
        Menu::Lesson, {.id = "program.stop",
                       .text = QT_TRANSLATE_NOOP("Actions", "S&top the run"),
                       .tip = QT_TRANSLATE_NOOP(
                           "Actions", "Interrupts it as Ctrl+C does; a second time ends a Python program at once"),
                       .keys = {Qt::CTRL | Qt::Key_Period},
                       .run = [this] { m_session.running() ? m_session.stop() : m_programs.stop(); }});
    addLineCommands(actions);
    addListingCommands(actions);
    connect(&m_session, &Session::opened, this, &Programs::showState);
    connect(&m_session, &Session::runningChanged, this, &Programs::showState);
    showState();
}

void Programs::addLineCommands(Actions &actions)
{
    m_blockAction = actions.add(
        Menu::Lesson,
        {.id = "program.block",
         .text = QT_TRANSLATE_NOOP("Actions", "This &line as a blocking call"),
         .tip = QT_TRANSLATE_NOOP(
             "Actions", "The await asyncio.sleep of the line of the cursor keeps the thread, or awaits again"),
         .keys = {Qt::CTRL | Qt::Key_B, Qt::Key_X},
         .run = [this] { blockLine(); }});
    m_panel->addToMenu(m_blockAction);
}

void Programs::addListingCommands(Actions &actions)
{
    m_copyAction =
        actions.add(Menu::Lesson, {.id = "program.copy",
                                   .text = QT_TRANSLATE_NOOP("Actions", "&Edit a copy of the listing…"),
                                   .tip = QT_TRANSLATE_NOOP("Actions", "The lesson's Python as a program of your own"),
                                   .run = [this] { editCopy(); }});
    m_listingAction = actions.add(
        Menu::Lesson,
        {.id = "program.listing",
         .text = QT_TRANSLATE_NOOP("Actions", "Run this l&isting"),
         .tip = QT_TRANSLATE_NOOP("Actions", "Python runs the lesson's listing, beside the lesson and on one axis"),
         .icon = Symbol::Play,
         .run = [this] { m_session.compareWithListing(); }});
    m_source->addToMenu(m_listingAction);
    m_source->addToMenu(m_copyAction);
}

void Programs::newProgram()
{
    openCopy(QString::fromUtf8(kNewProgram), QStringLiteral("program"));
}

/// A copy: the examples themselves are inside of this program.
void Programs::openExample(const QString &name)
{
    QFile file(QStringLiteral(":/python/examples/%1.py").arg(name));
    if (file.open(QIODevice::ReadOnly))
        openCopy(QString::fromUtf8(file.readAll()), name);
}

void Programs::editCopy()
{
    if (const Lesson *lesson = m_session.current()) {
        const QString id = QString::fromStdString(lesson->id);
        QString name = id;
        openCopy(formats::listingOf(id), name.replace(QLatin1Char('-'), QLatin1Char('_')), id);
    }
}

void Programs::openCopy(const QString &text, const QString &name, const QString &lesson)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *chooser =
        new QFileDialog(m_window, tr("Where to keep the program"), folder.path(), tr("Python programs (*.py)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("py"));
    chooser->selectFile(folder.filePath(name + QStringLiteral(".py")));
    connect(chooser, &QFileDialog::fileSelected, this, [this, text, lesson](const QString &path) {
        if (const QString sentence = m_programs.openCopy(text, path, lesson); !sentence.isEmpty())
            Q_EMIT failed(sentence);
    });
    chooser->open();
}

/// Another file of its folder.
void Programs::addFile()
{
    const QString folder = QFileInfo(m_programs.files().file(0).path()).path();
    auto *chooser = new QFileDialog(m_window, tr("Another file of the program"), folder, tr("Python programs (*.py)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString sentence = m_programs.files().add(path); !sentence.isEmpty())
            Q_EMIT failed(sentence);
    });
    chooser->open();
}

/// And runs it so, beside the run before.
void Programs::blockLine()
{
    const int line = m_panel->cursorLine();
    if (line == 0 || !m_programs.canBlock(line))
        Q_EMIT failed(tr("The cursor is not in a line with “await asyncio.sleep”."));
    else
        setBlocks(line, !m_programs.blocks(line));
}

void Programs::setBlocks(int line, bool blocks)
{
    m_programs.setBlocks(line, blocks);
    run();
}

void Programs::blockAll(bool blocks)
{
    m_programs.setBlocksAll(blocks);
    run();
}

/// What nobody has changed here is read again; else it is for the user to say whose is kept.
void Programs::tellOfChange(int file)
{
    if (!m_programs.active())
        return;
    const QString name = m_programs.files().name(file);
    if (m_programs.files().edited(file)) {
        Q_EMIT failed(
            tr("Another program has changed %1, and so have you: running writes yours, opening it again reads the other.")
                .arg(name));
        return;
    }
    if (const QString sentence = m_programs.files().readAgain(file); !sentence.isEmpty())
        Q_EMIT failed(sentence);
    else if (m_programs.runsOnSave())
        run();
    else
        Q_EMIT failed(tr("%1 has changed on disk: Ctrl+Return runs it again.").arg(name));
}

} // namespace coroscope

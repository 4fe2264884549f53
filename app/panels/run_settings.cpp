// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/run_settings.h"

#include "app/access/spoken.h"
#include "app/controls/flow_layout.h"
#include "app/controls/plain_text.h"
#include "app/session/program_session.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace coroscope {

namespace {

/// "python3 (.venv)": its name, and the virtual environment it belongs to.
QString interpreterTitle(const QString &interpreter)
{
    const QFileInfo info(interpreter);
    QDir folder = info.dir();
    const bool isEnvironment = folder.dirName() == QLatin1String("bin") && folder.cdUp()
                               && QFileInfo::exists(folder.filePath(QStringLiteral("pyvenv.cfg")));
    return isEnvironment ? QStringLiteral("%1 (%2)").arg(info.fileName(), folder.dirName()) : info.fileName();
}

} // namespace

RunSettings::RunSettings(ProgramSession &programs, QWidget *parent)
    : QWidget(parent), m_programs(programs), m_interpreter(new QToolButton), m_interpreters(new QMenu(m_interpreter)),
      m_folder(new QToolButton), m_argumentLabel(new QLabel), m_arguments(new QLineEdit), m_clock(new QPushButton),
      m_onSave(new QCheckBox)
{
    m_interpreter->setObjectName(QStringLiteral("interpreter"));
    m_interpreter->setPopupMode(QToolButton::InstantPopup);
    m_interpreter->setMenu(m_interpreters);
    m_folder->setObjectName(QStringLiteral("workingFolder"));
    m_arguments->setObjectName(QStringLiteral("programArguments"));
    m_clock->setObjectName(QStringLiteral("realClock"));
    m_clock->setCheckable(true);
    m_onSave->setObjectName(QStringLiteral("runOnSave"));
    auto *arguments = new QWidget;
    auto *row = new QHBoxLayout(arguments);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_argumentLabel);
    row->addWidget(m_arguments);
    m_argumentLabel->setBuddy(m_arguments);
    auto *flow = new FlowLayout(this, 10, 4);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_interpreter, m_folder, arguments, m_clock, m_onSave})
        flow->addWidget(widget);
    connectControls();
    retranslate();
}

void RunSettings::connectControls()
{
    connect(m_interpreters, &QMenu::aboutToShow, this, &RunSettings::fillInterpreters);
    connect(m_folder, &QToolButton::clicked, this, &RunSettings::chooseFolder);
    connect(m_arguments, &QLineEdit::editingFinished, this, [this] {
        if (m_programs.active() && m_arguments->text() != m_programs.arguments())
            m_programs.setArguments(m_arguments->text());
    });
    connect(m_clock, &QPushButton::clicked, &m_programs, &ProgramSession::setRealClock);
    connect(m_onSave, &QCheckBox::clicked, &m_programs, &ProgramSession::setRunsOnSave);
    connect(&m_programs, &ProgramSession::opened, this, &RunSettings::showProgram);
    connect(&m_programs, &ProgramSession::changed, this, &RunSettings::showProgram);
}

void RunSettings::showProgram()
{
    if (!m_programs.active())
        return;
    const QString interpreter = m_programs.interpreter();
    m_interpreter->setText(plainEntry(interpreter.isEmpty() ? tr("no Python") : interpreterTitle(interpreter)));
    access::setControl(*m_interpreter, tr("Interpreter: %1").arg(m_interpreter->text()), {}, plainTip(interpreter));
    const QString folder = m_programs.program().workingFolder;
    m_folder->setText(plainEntry(tr("in %1").arg(QFileInfo(folder).fileName())));
    access::setControl(*m_folder, tr("Working folder"), {}, plainTip(folder));
    if (!m_arguments->hasFocus())
        m_arguments->setText(m_programs.arguments());
    m_clock->setChecked(m_programs.realClock());
    m_clock->setText(m_programs.realClock() ? tr("clock: real") : tr("clock: virtual"));
    m_onSave->setChecked(m_programs.runsOnSave());
}

/// What could run it, as it lies on the disk now.
void RunSettings::fillInterpreters()
{
    m_interpreters->clear();
    const QStringList found = interpretersFor(m_programs.program());
    addInterpreter({}, tr("The first that is found"));
    m_interpreters->addSeparator();
    for (const QString &path : found)
        addInterpreter(path, QStringLiteral("%1 – %2").arg(interpreterTitle(path), path));
    if (const QString chosen = m_programs.program().interpreter; !chosen.isEmpty() && !found.contains(chosen))
        addInterpreter(chosen, QStringLiteral("%1 – %2").arg(interpreterTitle(chosen), chosen));
    m_interpreters->addSeparator();
    connect(m_interpreters->addAction(tr("Another…")), &QAction::triggered, this, &RunSettings::chooseInterpreter);
}

void RunSettings::addInterpreter(const QString &path, const QString &text)
{
    QAction *action = m_interpreters->addAction(plainEntry(text));
    action->setCheckable(true);
    action->setChecked(path == m_programs.program().interpreter);
    connect(action, &QAction::triggered, this, [this, path] { m_programs.setInterpreter(path); });
}

void RunSettings::chooseInterpreter()
{
    auto *chooser = new QFileDialog(this, tr("Which Python runs it?"), QFileInfo(m_programs.interpreter()).path());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, &m_programs, &ProgramSession::setInterpreter);
    chooser->open();
}

void RunSettings::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("In which folder does it run?"), m_programs.program().workingFolder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, &m_programs, &ProgramSession::setWorkingFolder);
    chooser->open();
}

void RunSettings::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showProgram();
}

void RunSettings::retranslate()
{
    access::setControl(*m_interpreter, tr("Interpreter"), {});
    access::setControl(*m_folder, tr("Working folder"), {});
    m_argumentLabel->setText(tr("arguments"));
    m_arguments->setPlaceholderText(tr("none"));
    m_arguments->setToolTip(tr("What the program finds in sys.argv"));
    m_clock->setToolTip(tr(
        "On the virtual clock an hour of sleep takes no time; on the real one everything takes as long as it takes"));
    m_onSave->setText(tr("run on save"));
    m_onSave->setToolTip(
        tr("When another editor saves the program, it runs at once: this program, until the next is opened"));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_panel.h"

#include "app/access/spoken.h"
#include "app/controls/code_view.h"
#include "app/panels/run_settings.h"
#include "app/session/program_session.h"

#include <QEvent>
#include <QLabel>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <ranges>

namespace coroscope {

ProgramPanel::ProgramPanel(const Stage &stage, ProgramSession &programs, const Appearance &appearance, QWidget *parent)
    : PositionsPanel(stage, appearance, parent), m_programs(programs), m_add(new QToolButton)
{
    m_add->setObjectName(QStringLiteral("addFile"));
    m_add->setText(QStringLiteral("+"));
    m_add->setAutoRaise(true);
    addBesideTabs(m_add);
    addBelow(new RunSettings(programs));
    connect(m_add, &QToolButton::clicked, this, &ProgramPanel::addFileClicked);
    connect(&tabs(), &QTabBar::currentChanged, this, &ProgramPanel::showFile);
    connect(&code(), &CodeView::cursorMoved, this, [this] { Q_EMIT cursorLineChanged(cursorLine()); });
    connect(&code(), &CodeView::edited, this, [this] {
        if (tabIndex() < m_programs.files().count())
            m_programs.setText(tabIndex(), code().code());
        m_whatRan.reset();
        updateView();
    });
    connectProgram();
    retranslate();
}

void ProgramPanel::connectProgram()
{
    connect(&m_programs, &ProgramSession::opened, this, &ProgramPanel::showProgram);
    connect(&m_programs, &ProgramSession::changed, this, [this] {
        showTabs();
        showFault();
        updateView();
    });
    connect(&m_programs.files(), &ProgramFiles::listChanged, this, &ProgramPanel::showTabs);
    connect(&m_programs.files(), &ProgramFiles::replaced, this, [this](int file) {
        if (file == tabIndex())
            code().replaceCode(m_programs.files().text(file));
        m_whatRan.reset();
        updateView();
    });
}

int ProgramPanel::tabIndex() const
{
    return std::max(0, tabs().currentIndex());
}

bool ProgramPanel::typing() const
{
    return code().typing();
}

void ProgramPanel::showProgram()
{
    m_names.clear();
    m_tried.clear();
    m_fault = {};
    if (!m_programs.active())
        return;
    showTabs();
    showFile();
}

/// What the program imported from its own folder can be edited from then on.
void ProgramPanel::takeImported()
{
    ProgramFiles &files = m_programs.files();
    for (std::size_t i = 0; i < trace().sourceCount(); ++i) {
        const QString name = QString::fromStdString(trace().source(i).file);
        if (files.find(name) >= 0 || m_tried.contains(name))
            continue;
        m_tried.insert(name);
        if (const QString path = files.pathOf(name); !path.isEmpty())
            (void)files.add(path); // what cannot be edited can still be read
    }
}

void ProgramPanel::showTabs()
{
    if (!m_programs.active())
        return;
    const ProgramFiles &files = m_programs.files();
    QStringList names;
    for (int i = 0; i < files.count(); ++i)
        names << files.name(i);
    for (std::size_t i = 0; !stage().empty() && i < trace().sourceCount(); ++i)
        if (const QString name = QString::fromStdString(trace().source(i).file); !names.contains(name))
            names << name;
    if (names != m_names) {
        const QString shown = fileName();
        m_names = names;
        setTabs(names, std::max<int>(0, static_cast<int>(names.indexOf(shown))));
        if (fileName() != shown)
            showFile();
    }
    for (int i = 0; i < files.count(); ++i)
        tabs().setTabText(i, files.edited(i) ? tr("%1 •", "a file that is not saved").arg(m_names[i]) : m_names[i]);
}

void ProgramPanel::showFile()
{
    if (!m_programs.active())
        return;
    forgetLines();
    m_whatRan.reset();
    const bool edited = tabIndex() < m_programs.files().count();
    code().setEditable(true);
    if (edited) {
        code().setCode(m_programs.files().text(tabIndex()), CodeView::Language::Python);
    } else {
        for (std::size_t i = 0; i < trace().sourceCount(); ++i)
            if (trace().source(i).file == fileName().toStdString())
                code().setCode(QString::fromStdString(trace().source(i).text), CodeView::Language::Python);
    }
    code().setEditable(edited);
    showFault();
    updateView();
    Q_EMIT cursorLineChanged(cursorLine());
}

/// As long as nothing is changed: then lines move.
void ProgramPanel::showFault()
{
    const bool failed = m_programs.active() && !m_programs.running() && m_programs.exitStatus().value_or(0) != 0;
    m_fault = failed && !m_programs.files().edited() ? lastTraceback(m_programs.errors()) : Traceback();
    if (m_fault.places.isEmpty())
        m_faultSeen = false;
    else if (!m_faultSeen)
        goToFault();
    const bool shown = m_programs.active() && tabIndex() < m_programs.files().count();
    code().noteAt(shown ? m_fault.lineIn(m_programs.files().file(tabIndex()).path()) : 0, m_fault.message);
}

/// The innermost line of the program's own files.
void ProgramPanel::goToFault()
{
    m_faultSeen = true;
    ProgramFiles &files = m_programs.files();
    for (const Traceback::Place &place : m_fault.places | std::views::reverse) {
        if (files.find(place.file) < 0)
            if (const QString path = files.pathOf(place.file); !path.isEmpty())
                (void)files.add(path);
        if (const int file = files.find(place.file); file >= 0) {
            tabs().setCurrentIndex(file);
            code().reveal(place.line);
            return;
        }
    }
}

int ProgramPanel::cursorLine() const
{
    return m_programs.active() && tabIndex() == 0 ? code().cursorLine() : 0;
}

void ProgramPanel::resetView()
{
    PositionsPanel::resetView();
    m_whatRan.reset();
    showTabs();
}

/// The marks say something of the text that ran, and of no other.
bool ProgramPanel::isWhatRan()
{
    if (m_whatRan && m_sourceCount == trace().sourceCount())
        return *m_whatRan;
    m_sourceCount = trace().sourceCount();
    takeImported();
    showTabs();
    const std::string name = fileName().toStdString();
    m_whatRan = true; // not said: then it is the file that was started
    for (std::size_t i = 0; i < m_sourceCount; ++i)
        if (trace().source(i).file == name)
            m_whatRan = trace().source(i).text == code().code().toStdString();
    return *m_whatRan;
}

void ProgramPanel::updateView()
{
    if (!m_programs.active())
        return;
    const bool ran = !stage().empty();
    if (ran && isWhatRan()) {
        PositionsPanel::updateView();
        return;
    }
    code().setMarks({});
    stack().setText(ran ? tr("The text has changed since it ran: Ctrl+Return runs it again.")
                        : tr("Nothing has run yet: Ctrl+Return runs it."));
}

int ProgramPanel::lineIn(const SourcePlace &place) const
{
    return place.file == fileName().toStdString() ? static_cast<int>(place.line) : 0;
}

void ProgramPanel::changeEvent(QEvent *event)
{
    PositionsPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgramPanel::retranslate()
{
    tabs().setAccessibleName(tr("Files of the program"));
    code().setName(tr("Source of the program"), {});
    access::setControl(*m_add, tr("Another file of the program"), {});
    showTabs();
}

} // namespace coroscope

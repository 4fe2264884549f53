// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_panel.h"

#include "app/controls/code_view.h"
#include "app/session/program_session.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QTabBar>

namespace coroscope {

ProgramPanel::ProgramPanel(const Stage &stage, ProgramSession &programs, const Appearance &appearance, QWidget *parent)
    : PositionsPanel(stage, appearance, parent), m_programs(programs)
{
    connect(&tabs(), &QTabBar::currentChanged, this, [this] { showFile(); });
    connect(&code(), &CodeView::edited, this, [this] {
        if (showsMain())
            m_programs.setText(code().code());
        m_whatRan.reset();
    });
    connect(&programs, &ProgramSession::opened, this, &ProgramPanel::showProgram);
    connect(&programs, &ProgramSession::changed, this, [this] {
        showFiles();
        showFault();
        updateView();
    });
    connect(&programs, &ProgramSession::textReplaced, this, [this] {
        if (showsMain())
            code().replaceCode(m_programs.text());
        m_whatRan.reset();
        updateView();
    });
    retranslate();
}

void ProgramPanel::showProgram()
{
    if (!m_programs.active())
        return;
    setTabs({QFileInfo(m_programs.file().path()).fileName()}, 0);
    showFile();
}

/// The files of the program that ran, behind its own.
void ProgramPanel::showFiles()
{
    if (!m_programs.active() || stage().empty())
        return;
    QStringList names{fileName().isEmpty() ? QString() : tabs().tabText(0)};
    const std::string own = QFileInfo(m_programs.file().path()).fileName().toStdString();
    for (std::size_t i = 0; i < trace().sourceCount(); ++i)
        if (trace().source(i).file != own)
            names << QString::fromStdString(trace().source(i).file);
    for (int i = tabs().count(); i < names.size(); ++i)
        tabs().addTab(names[i]);
}

QString ProgramPanel::fileName() const
{
    return tabs().count() == 0 ? QString() : tabs().tabText(tabs().currentIndex());
}

bool ProgramPanel::showsMain() const
{
    return tabs().currentIndex() <= 0;
}

void ProgramPanel::showFile()
{
    if (!m_programs.active())
        return;
    forgetLines();
    m_whatRan.reset();
    code().setEditable(true);
    if (showsMain()) {
        code().setCode(m_programs.text(), CodeView::Language::Python);
    } else {
        for (std::size_t i = 0; i < trace().sourceCount(); ++i)
            if (trace().source(i).file == fileName().toStdString())
                code().setCode(QString::fromStdString(trace().source(i).text), CodeView::Language::Python);
        code().setEditable(false);
    }
    updateView();
}

/// A line of a traceback that speaks of the program's own file is shown there: the last one.
void ProgramPanel::showFault()
{
    if (!m_programs.active() || !showsMain())
        return;
    if (m_programs.running() || !m_programs.exitStatus().value_or(0) || m_programs.edited()) {
        code().noteAt(0, {});
        return;
    }
    const QString errors = QString::fromUtf8(m_programs.errors()).trimmed();
    static const QRegularExpression place(QStringLiteral("File \"([^\"]+)\", line (\\d+)"));
    int line = 0;
    for (auto it = place.globalMatch(errors); it.hasNext();) {
        const auto match = it.next();
        if (QFileInfo(match.captured(1)).fileName() == QFileInfo(m_programs.file().path()).fileName())
            line = match.captured(2).toInt();
    }
    code().noteAt(line, errors.section(QLatin1Char('\n'), -1));
    if (line > 0)
        code().reveal(line);
}

int ProgramPanel::cursorLine() const
{
    return showsMain() ? code().cursorLine() : 0;
}

void ProgramPanel::resetView()
{
    PositionsPanel::resetView();
    m_whatRan.reset();
    showFiles();
}

/// The marks say something of the text that ran, and of no other.
bool ProgramPanel::isWhatRan()
{
    if (m_whatRan && m_sourceCount == trace().sourceCount())
        return *m_whatRan;
    m_sourceCount = trace().sourceCount();
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
    code().setAccessibleName(tr("Source of the program"));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/run_buttons.h"

#include "app/access/spoken.h"
#include "app/controls/plain_text.h"
#include "app/session/program_session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace coroscope {

RunButtons::RunButtons(ProgramSession &programs, QWidget *parent)
    : QWidget(parent), m_programs(programs), m_run(new QPushButton), m_stop(new QPushButton)
{
    m_run->setObjectName(QStringLiteral("runProgram"));
    m_run->setProperty("primary", true);
    m_stop->setObjectName(QStringLiteral("stopProgram"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_run);
    row->addWidget(m_stop);
    for (QPushButton *button : {m_run, m_stop}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Expanding); // as high as the bar's other buttons
    }
    connect(m_run, &QPushButton::clicked, this, &RunButtons::runClicked);
    connect(m_stop, &QPushButton::clicked, &programs, &ProgramSession::stop);
    connect(&programs, &ProgramSession::opened, this, &RunButtons::showProgram);
    connect(&programs, &ProgramSession::changed, this, &RunButtons::showProgram);
    retranslate();
    showProgram();
}

void RunButtons::showProgram()
{
    setVisible(m_programs.active());
    if (!m_programs.active())
        return;
    m_stop->setEnabled(m_programs.running());
    m_run->setEnabled(!m_programs.interpreter().isEmpty());
    access::setControl(*m_run, tr("Run the program"), tr("Ctrl+Return"),
                       tr("Saves the program and runs it (Ctrl+Return)") + QLatin1Char('\n')
                           + plainTip(m_programs.interpreter()));
}

void RunButtons::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showProgram();
}

void RunButtons::retranslate()
{
    m_run->setText(tr("▶ Run"));
    m_stop->setText(tr("Stop"));
    access::setControl(*m_stop, tr("Stop the program"), tr("Ctrl+."),
                       tr("Interrupts the program as Ctrl+C does; a second time ends it at once"));
}

} // namespace coroscope

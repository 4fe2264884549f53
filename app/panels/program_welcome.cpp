// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_welcome.h"

#include "app/access/spoken.h"
#include "app/session/program_session.h"
#include "app/session/stage.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace coroscope {

ProgramWelcome::ProgramWelcome(ProgramSession &programs, const Stage &stage, QWidget *chart)
    : QWidget(chart), m_programs(programs), m_stage(stage), m_title(new QLabel), m_run(new QPushButton),
      m_interpreter(new QLabel), m_hint(new QLabel)
{
    m_title->setProperty("role", QStringLiteral("heading"));
    m_run->setObjectName(QStringLiteral("runFirst"));
    m_run->setProperty("primary", true);
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addSpacing(6);
    column->addWidget(m_run, 0, Qt::AlignHCenter);
    for (QLabel *label : {m_interpreter, m_hint}) {
        label->setProperty("role", QStringLiteral("muted"));
        column->addWidget(label);
    }
    column->addStretch(2);
    for (QLabel *label : {m_title, m_interpreter, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
    }
    connect(m_run, &QPushButton::clicked, this, &ProgramWelcome::runClicked);
    connect(&programs, &ProgramSession::opened, this, &ProgramWelcome::showProgram);
    connect(&programs, &ProgramSession::changed, this, &ProgramWelcome::showProgram);
    connect(&stage, &Stage::reset, this, &ProgramWelcome::showProgram);
    chart->installEventFilter(this);
    showProgram();
}

void ProgramWelcome::showProgram()
{
    setVisible(m_programs.active() && m_stage.empty());
    if (isHidden())
        return;
    const QString interpreter = m_programs.interpreter();
    m_title->setText(m_programs.program().title());
    m_run->setText(tr("▶ Run"));
    m_run->setEnabled(!interpreter.isEmpty());
    m_run->setMinimumSize(14 * fontMetrics().averageCharWidth() * 2, 3 * fontMetrics().height());
    access::setControl(*m_run, tr("Run the program"), tr("Ctrl+Return"));
    m_interpreter->setText(interpreter.isEmpty()
                               ? tr("No Python was found: install python3, or choose one below the source.")
                               : tr("by %1").arg(interpreter));
    m_hint->setText(
        tr("Nothing has run yet: opening a program only shows it. Run saves it first, and Ctrl+Return does the same."));
    setGeometry(parentWidget()->rect());
    raise();
}

void ProgramWelcome::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showProgram();
}

bool ProgramWelcome::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace coroscope

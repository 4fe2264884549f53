// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_strip.h"

#include "app/controls/flow_layout.h"
#include "app/session/program_session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace coroscope {

namespace {

/// A label and what it is for, side by side.
QWidget *boxOf(QLabel *label, QLineEdit *edit)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(edit);
    label->setBuddy(edit);
    label->setTextFormat(Qt::PlainText);
    return box;
}

int widthFor(const QLineEdit &edit, const QString &text)
{
    constexpr int kLeast = 4;
    constexpr int kMost = 22;
    const int letters = std::clamp(static_cast<int>(text.size()) + 1, kLeast, kMost);
    return edit.fontMetrics().averageCharWidth() * letters + 24;
}

} // namespace

ProgramStrip::ProgramStrip(ProgramSession &programs, QWidget *parent)
    : QWidget(parent), m_programs(programs), m_run(new QPushButton), m_stop(new QPushButton), m_clock(new QPushButton),
      m_argumentLabel(new QLabel), m_arguments(new QLineEdit), m_state(new QLabel)
{
    auto *flow = new FlowLayout(this, 14, 6);
    m_run->setObjectName(QStringLiteral("runProgram"));
    m_run->setProperty("primary", true);
    m_stop->setObjectName(QStringLiteral("stopProgram"));
    m_clock->setObjectName(QStringLiteral("realClock"));
    m_clock->setCheckable(true);
    m_arguments->setObjectName(QStringLiteral("programArguments"));
    m_argumentBox = boxOf(m_argumentLabel, m_arguments);
    m_state->setProperty("role", QStringLiteral("muted"));
    m_state->setTextFormat(Qt::PlainText);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_run, m_stop, m_clock, m_argumentBox, m_state})
        flow->addWidget(widget);
    connect(m_run, &QPushButton::clicked, this, &ProgramStrip::runClicked);
    connect(m_stop, &QPushButton::clicked, &programs, &ProgramSession::stop);
    connect(m_clock, &QPushButton::clicked, &programs, &ProgramSession::setRealClock);
    connect(m_arguments, &QLineEdit::editingFinished, this, [this] { m_programs.setArguments(m_arguments->text()); });
    connect(&programs, &ProgramSession::opened, this, [this] {
        makeControls();
        showProgram();
    });
    connect(&programs, &ProgramSession::changed, this, &ProgramStrip::showProgram);
    retranslate();
    showProgram();
}

void ProgramStrip::showProgram()
{
    setVisible(m_programs.active());
    if (!m_programs.active())
        return;
    const QList<PythonConstant> constants = m_programs.constants();
    const bool same = std::ranges::equal(constants, m_controls, {}, &PythonConstant::name, &Control::name);
    if (!same)
        makeControls();
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        QLineEdit &edit = *m_controls[i].edit;
        if (!edit.hasFocus())
            edit.setText(constants[static_cast<qsizetype>(i)].written);
        edit.setFixedWidth(widthFor(edit, edit.text()));
    }
    if (!m_arguments->hasFocus())
        m_arguments->setText(m_programs.arguments());
    m_clock->setChecked(m_programs.realClock());
    m_stop->setEnabled(m_programs.running());
    m_run->setEnabled(!m_programs.interpreter().isEmpty());
    m_state->setText(stateText());
    retranslate();
}

/// What would run it, or what became of it.
QString ProgramStrip::stateText() const
{
    if (m_programs.running())
        return tr("running");
    if (const auto status = m_programs.exitStatus()) {
        constexpr int kKilled = 128;
        return *status > kKilled ? tr("ended by signal %1").arg(*status - kKilled)
                                 : tr("ended with status %1").arg(*status);
    }
    const QString interpreter = m_programs.interpreter();
    return interpreter.isEmpty() ? tr("no Python was found") : interpreter;
}

void ProgramStrip::makeControls()
{
    for (const Control &control : m_controls) {
        control.box->hide();
        control.box->deleteLater();
    }
    m_controls.clear();
    if (!m_programs.active())
        return;
    for (const PythonConstant &constant : m_programs.constants())
        m_controls.push_back(makeControl(constant.name));
    // What follows the constants goes behind them.
    for (QWidget *widget : std::initializer_list<QWidget *>{m_clock, m_argumentBox, m_state}) {
        layout()->removeWidget(widget);
        layout()->addWidget(widget);
    }
}

ProgramStrip::Control ProgramStrip::makeControl(const QString &name)
{
    auto *label = new QLabel(name);
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("constant.") + name);
    const Control control{name, boxOf(label, edit), edit};
    layout()->addWidget(control.box);
    control.box->show();
    connect(edit, &QLineEdit::returnPressed, this, [this, control] {
        change(control);
        Q_EMIT runClicked();
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, control] { change(control); });
    return control;
}

void ProgramStrip::change(const Control &control)
{
    const QString value = control.edit->text();
    if (m_programs.setConstant(control.name, value))
        return;
    const QList<PythonConstant> constants = m_programs.constants();
    const auto own = std::ranges::find(constants, control.name, &PythonConstant::name);
    if (own == constants.end())
        return;
    control.edit->setText(own->written);
    Q_EMIT failed(tr("%1 is %2 and cannot be “%3”").arg(control.name, own->written, value));
}

void ProgramStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_programs.active())
        m_state->setText(stateText());
}

void ProgramStrip::retranslate()
{
    m_run->setText(tr("▶ Run"));
    m_run->setAccessibleName(tr("Run the program"));
    m_run->setToolTip(tr("Saves the program and runs it (Ctrl+Return)\n%1").arg(m_programs.interpreter()));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Interrupts the program as Ctrl+C does; a second time ends it at once"));
    m_clock->setText(m_programs.realClock() ? tr("clock: real") : tr("clock: virtual"));
    m_clock->setToolTip(tr(
        "On the virtual clock an hour of sleep takes no time; on the real one everything takes as long as it takes"));
    m_argumentLabel->setText(tr("arguments"));
    m_arguments->setToolTip(tr("What the program finds in sys.argv"));
}

} // namespace coroscope

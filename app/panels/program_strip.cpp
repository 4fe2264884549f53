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
    : QWidget(parent), m_programs(programs), m_lineLabel(new QLabel), m_awaits(new QPushButton),
      m_blocks(new QPushButton), m_lineBox(makeLineBox()), m_state(new QLabel)
{
    auto *flow = new FlowLayout(this, 14, 6);
    m_state->setProperty("role", QStringLiteral("muted"));
    m_state->setTextFormat(Qt::PlainText);
    for (QWidget *widget : {m_lineBox, static_cast<QWidget *>(m_state)})
        flow->addWidget(widget);
    connect(m_awaits, &QAbstractButton::clicked, this, [this] { Q_EMIT blockClicked(m_line, false); });
    connect(m_blocks, &QAbstractButton::clicked, this, [this] { Q_EMIT blockClicked(m_line, true); });
    connect(&programs, &ProgramSession::opened, this, [this] {
        makeControls();
        showProgram();
    });
    connect(&programs, &ProgramSession::changed, this, &ProgramStrip::showProgram);
    retranslate();
    showProgram();
}

/// "line 9: [await] [as blocking call]".
QWidget *ProgramStrip::makeLineBox()
{
    auto *box = new QWidget;
    box->setObjectName(QStringLiteral("blockLine"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_lineLabel);
    row->addSpacing(6);
    m_awaits->setProperty("half", QStringLiteral("left"));
    m_blocks->setProperty("half", QStringLiteral("right"));
    for (QAbstractButton *button : {m_awaits, m_blocks}) {
        button->setCheckable(true);
        row->addWidget(button);
    }
    return box;
}

void ProgramStrip::setLine(int line)
{
    m_line = line;
    showLine();
}

void ProgramStrip::showLine()
{
    const bool offered = m_programs.active() && m_line > 0 && m_programs.canBlock(m_line);
    m_lineBox->setVisible(offered);
    if (!offered)
        return;
    m_lineLabel->setText(tr("line %1:").arg(m_line));
    m_awaits->setChecked(!m_programs.blocks(m_line));
    m_blocks->setChecked(m_programs.blocks(m_line));
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
    m_state->setText(stateText());
    showLine();
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
    for (QWidget *widget : {m_lineBox, static_cast<QWidget *>(m_state)}) {
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
    m_awaits->setText(tr("await"));
    m_awaits->setToolTip(tr("The line of the cursor awaits: the others go on meanwhile"));
    m_blocks->setText(tr("as blocking call"));
    m_blocks->setToolTip(tr("The line of the cursor keeps the thread, as time.sleep() does; the file stays as it is"));
}

} // namespace coroscope

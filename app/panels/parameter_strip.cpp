// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/parameter_strip.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/flow_layout.h"
#include "app/controls/icons.h"
#include "app/controls/parameter_control.h"
#include "app/course/lesson_texts.h"
#include "app/session/session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace coroscope {

ParameterStrip::ParameterStrip(Session &session, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_session(session), m_switch(new QWidget), m_await(addChoice("await", false)),
      m_block(addChoice("block", true)), m_reset(new QToolButton), m_clock(new QPushButton), m_stop(new QPushButton)
{
    auto *flow = new FlowLayout(this, 18, 6);
    auto *halves = new QHBoxLayout(m_switch);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(m_await);
    halves->addWidget(m_block);
    m_reset->setObjectName(QStringLiteral("resetParameters"));
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_clock->setObjectName(QStringLiteral("lessonClock"));
    m_clock->setCheckable(true);
    m_stop->setObjectName(QStringLiteral("stopLesson"));
    for (QPushButton *button : {m_clock, m_stop})
        button->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_switch, m_reset, m_clock, m_stop})
        flow->addWidget(widget);
    const auto restyle = [this, &appearance] { m_reset->setIcon(symbolIcon(Symbol::Reset, appearance.theme().text)); };
    restyle();
    connect(&appearance, &Appearance::changed, this, restyle);
    connect(m_reset, &QToolButton::clicked, &session, &Session::resetParameters);
    connect(m_clock, &QPushButton::clicked, &session, &Session::setRealClock);
    connect(m_stop, &QPushButton::clicked, &session, &Session::stop);
    connect(&session, &Session::opened, this, &ParameterStrip::showLesson);
    connect(&session, &Session::runningChanged, this, &ParameterStrip::showClock);
    retranslate();
    showLesson();
}

QPushButton *ParameterStrip::addChoice(const char *name, bool blocks)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1StringView(name));
    button->setProperty("half", blocks ? QStringLiteral("right") : QStringLiteral("left"));
    button->setCheckable(true);
    access::setRole(*button, QAccessible::RadioButton);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, blocks] {
        m_session.setBlocking(blocks);
        showLesson();
    });
    return button;
}

void ParameterStrip::showLesson()
{
    const Lesson *lesson = m_session.current();
    if (m_session.lesson() != m_lesson)
        makeControls();
    const Session::Blocking blocking = m_session.blocking();
    const bool any =
        lesson && (!lesson->parameters.empty() || blocking != Session::Blocking::None || m_session.realClock());
    setVisible(any);
    if (!any)
        return;
    const Settings settings = m_session.settingsOf(*lesson);
    for (ParameterControl *control : m_controls)
        control->setValue(QString::fromStdString(settings.written(control->name().toStdString())));
    m_switch->setVisible(blocking != Session::Blocking::None);
    m_await->setChecked(blocking == Session::Blocking::Awaits);
    m_block->setChecked(blocking == Session::Blocking::Blocks);
    m_reset->setEnabled(!m_session.atDefaults());
    showClock();
}

void ParameterStrip::showClock()
{
    m_clock->setChecked(m_session.realClock());
    m_clock->setEnabled(m_session.hasRealClock() || m_session.realClock());
    m_stop->setVisible(m_session.realClock());
    m_stop->setEnabled(m_session.running());
}

void ParameterStrip::makeControls()
{
    for (ParameterControl *control : m_controls) {
        control->hide();
        control->deleteLater();
    }
    m_controls.clear();
    m_lesson = m_session.lesson();
    const Lesson *lesson = m_session.current();
    if (!lesson)
        return;
    // The controls come first: behind the switch, before what concerns them all.
    std::vector<QLayoutItem *> last;
    while (layout()->count() > 1)
        last.push_back(layout()->takeAt(1));
    for (const Parameter &parameter : lesson->parameters) {
        if (parameter.name == "blocking")
            continue; // the switch
        auto *control = ParameterControl::make(parameter, this);
        connect(control, &ParameterControl::chosen, this, &ParameterStrip::change);
        layout()->addWidget(control);
        m_controls.push_back(control);
        control->show();
    }
    for (QLayoutItem *item : last) {
        const auto *old = qobject_cast<ParameterControl *>(item->widget());
        old ? delete item : layout()->addItem(item);
    }
    retranslate();
}

void ParameterStrip::change(const QString &parameter, const QString &value)
{
    try {
        m_session.setParameter(parameter, value);
    } catch (const SettingError &) {
        const auto control = std::ranges::find(m_controls, parameter, &ParameterControl::name);
        showLesson();
        Q_EMIT failed((*control)->refusal(value));
    }
}

void ParameterStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    makeControls(); // numbers are written in another way, too
    retranslate();
    showLesson();
}

void ParameterStrip::retranslate()
{
    m_await->setText(tr("await"));
    m_await->setToolTip(tr("The lesson awaits: others may have the thread meanwhile"));
    m_block->setText(tr("blocking call"));
    m_block->setToolTip(tr("The lesson blocks: it keeps the thread meanwhile"));
    access::setControl(*m_reset, tr("Reset the parameters"), {}, tr("All parameters as they are in the course"));
    m_clock->setText(tr("real clock"));
    m_clock->setToolTip(tr("The lesson runs in real time, in a thread of its own (I)"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Interrupts the run as Ctrl+C does (Ctrl+.)"));
    setAccessibleName(tr("Parameters"));
    m_switch->setAccessibleName(tr("Await or block"));
    const QString language = formats::textLanguage();
    const formats::LessonTexts &texts = formats::lessonTexts(m_lesson, language);
    for (ParameterControl *control : m_controls)
        control->setLabel(texts.labelOf(control->name()));
}

} // namespace coroscope

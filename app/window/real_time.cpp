// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/real_time.h"

#include "app/controls/actions.h"
#include "app/course/lesson_texts.h"
#include "app/panels/freeze_card.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QAction>
#include <QTimer>

namespace coroscope {

namespace {

/// So that the metronome is seen to swing, and to swing again.
constexpr std::chrono::milliseconds kBefore{900};
constexpr std::chrono::milliseconds kAfter{600};

} // namespace

RealTime::RealTime(Session &session, const Appearance &appearance, Actions &actions, MainWindow &window)
    : QObject(&window), m_session(session), m_window(window), m_card(new FreezeCard(appearance, &window))
{
    addCommands(actions);
    connect(&session, &Session::opened, this, &RealTime::showState);
    connect(&session, &Session::runningChanged, this, &RealTime::showState);
}

void RealTime::addCommands(Actions &actions)
{
    actions.addSeparator(Menu::Lesson);
    m_clockAction = actions.add(
        Menu::Lesson,
        {.id = "clock.real",
         .text = QT_TRANSLATE_NOOP("Actions", "Real cl&ock"),
         .tip = QT_TRANSLATE_NOOP("Actions", "The lesson takes its time, in a thread of its own, and is measured"),
         .keys = {Qt::Key_I},
         .checkable = true,
         .run = [this] { m_session.setRealClock(!m_session.realClock()); }});
    m_freezeAction = actions.add(
        Menu::Lesson,
        {.id = "clock.freeze",
         .text = QT_TRANSLATE_NOOP("Actions", "Feel the free&ze"),
         .tip = QT_TRANSLATE_NOOP(
             "Actions", "The lesson runs on the window's own thread, beside a metronome: what blocks stops it"),
         .keys = {Qt::Key_Z},
         .run = [this] { feelTheFreeze(); }});
    showState();
}

void RealTime::feelTheFreeze()
{
    if (m_card->measures() || !m_session.hasRealClock())
        return;
    const QString lesson = m_session.lesson();
    m_card->begin(formats::lessonTitle(lesson.toStdString(), formats::textLanguage()));
    QTimer::singleShot(kBefore, Qt::PreciseTimer, this, [this, lesson] { beginRun(lesson); });
}

void RealTime::beginRun(const QString &lesson)
{
    const bool stays = m_session.lesson() == lesson;
    const QString refusal = stays ? m_session.runHere() : QString();
    m_runs = stays && refusal.isEmpty();
    if (m_runs)
        return;
    m_card->end();
    m_card->hide();
    if (!refusal.isEmpty())
        m_window.tell(refusal);
}

void RealTime::showState()
{
    if (m_runs && !m_session.running())
        runEnded();
    if (!m_clockAction)
        return;
    m_clockAction->setEnabled(m_session.hasRealClock() || m_session.realClock());
    m_clockAction->setChecked(m_session.realClock());
    m_freezeAction->setEnabled(m_session.hasRealClock());
}

void RealTime::runEnded()
{
    m_runs = false;
    QTimer::singleShot(kAfter, this, [this] { m_card->end(); });
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/teaching.h"

#include "app/controls/actions.h"
#include "app/panels/chart_card.h"
#include "app/panels/introduction.h"
#include "app/panels/lesson_talk.h"
#include "app/playback/prediction.h"
#include "app/session/session.h"
#include "app/window/arrangement.h"

#include <QAction>
#include <QVBoxLayout>
#include <QWidget>

namespace coroscope {

namespace {

constexpr int kMostAnswers = 4; ///< besides not sure yet, which is 0

} // namespace

Teaching::Teaching(Session &session, Playback &playback, ProgramSession &programs, const Appearance &appearance,
                   QWidget *window)
    : QObject(window), m_dialogue(session, playback, programs), m_window(window), m_cards(new QWidget),
      m_talk(new LessonTalk(m_dialogue, appearance)), m_card(new ChartCard(m_talk, appearance, QStringLiteral("F2")))
{
    auto *column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_cards->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_talk, &LessonTalk::resized, m_card, &ChartCard::fit);
    connect(&m_dialogue, &LessonDialogue::asked, this, &Teaching::showQuestion);
    connect(&session, &Session::opened, this, [this, &session] {
        if (session.lesson() == m_lesson)
            return;
        m_lesson = session.lesson();
        m_card->hide();
        if (m_dialogue.asksFirst() && m_dialogue.hasQuestion() && besideChart()
            && m_dialogue.answered() == LessonDialogue::Answer::None)
            openCard();
    });
}

void Teaching::follow(Arrangement &arrangement, Introduction &introduction, Prediction &prediction)
{
    m_arrangement = &arrangement;
    m_introduction = &introduction;
    m_prediction = &prediction;
    connect(&m_dialogue, &LessonDialogue::changed, this, &Teaching::offerKeys);
    connect(&prediction, &Prediction::changed, this, &Teaching::offerKeys);
}

/// Where the text about the lesson is not in sight.
bool Teaching::besideChart() const
{
    return m_arrangement && (m_arrangement->alone() || m_arrangement->compact());
}

void Teaching::ask()
{
    if (!leave())
        m_dialogue.ask();
}

void Teaching::showQuestion()
{
    if (besideChart()) {
        openCard();
        return;
    }
    m_arrangement->setShown(Arrangement::Area::Side, true);
    m_introduction->focusQuestion();
}

bool Teaching::leave()
{
    if (!m_card->isVisible())
        return false;
    m_card->hide();
    return true;
}

void Teaching::openCard()
{
    m_card->show();
    m_talk->focusFirst();
}

void Teaching::setMagnified(bool magnified)
{
    leave();
    m_talk->setMagnified(magnified);
}

void Teaching::retranslate()
{
    m_card->setNames(tr("The lesson's question"), tr("Close the question"));
}

void Teaching::answer(int index)
{
    const bool seen = m_card->isVisible() || (m_introduction->isVisible() && m_introduction->expanded());
    if (!seen)
        return;
    if (index < 0)
        m_dialogue.answerUnsure();
    else
        m_dialogue.answer(index);
}

/// Other questions are answered by digits, too.
void Teaching::offerKeys()
{
    const bool open = m_dialogue.hasQuestion() && m_dialogue.answered() == LessonDialogue::Answer::None;
    for (QAction *digit : m_digits)
        digit->setEnabled(open && !m_prediction->asks());
}

void Teaching::addCommands(Actions &actions)
{
    QAction *ask = actions.add(
        Menu::Lesson, {.id = "talk.ask",
                       .text = QT_TRANSLATE_NOOP("Actions", "Ask the lesson's &question"),
                       .tip = QT_TRANSLATE_NOOP(
                           "Actions", "Goes to the beginning and asks the class; a digit answers, 0: not sure yet"),
                       .keys = {Qt::Key_F2},
                       .run = [this] { this->ask(); }});
    QAction *play = actions.add(Menu::Lesson,
                                {.id = "talk.play",
                                 .text = QT_TRANSLATE_NOOP("Actions", "Play to what re&futes the mistake"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "Stops where the chart shows that many are wrong"),
                                 .keys = {Qt::Key_F4},
                                 .run = [this] {
                                     m_dialogue.showMisconception();
                                     m_dialogue.playToRefutation();
                                 }});
    QAction *first =
        actions.add(Menu::Lesson, {.id = "talk.first",
                                   .text = QT_TRANSLATE_NOOP("Actions", "Ask before pla&ying"),
                                   .tip = QT_TRANSLATE_NOOP("Actions", "A lesson waits until its question is answered"),
                                   .checkable = true,
                                   .run = [this] { m_dialogue.setAsksFirst(!m_dialogue.asksFirst()); }});
    const auto offer = [=, this] {
        ask->setEnabled(m_dialogue.hasQuestion());
        play->setEnabled(m_dialogue.refutedAt().has_value());
        first->setChecked(m_dialogue.asksFirst());
    };
    connect(&m_dialogue, &LessonDialogue::changed, this, offer);
    offer();
    for (int i = 0; i <= kMostAnswers; ++i) {
        auto *digit = new QAction(m_window);
        digit->setShortcut(QKeySequence(static_cast<int>(Qt::Key_0) + i));
        connect(digit, &QAction::triggered, this, [this, i] { answer(i - 1); });
        m_window->addAction(digit);
        m_digits.append(digit);
    }
    offerKeys();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/teaching.h"

#include "app/controls/actions.h"
#include "app/panels/chart_card.h"
#include "app/panels/exercise_view.h"
#include "app/panels/introduction.h"
#include "app/panels/lesson_talk.h"
#include "app/playback/prediction.h"
#include "app/session/session.h"
#include "app/window/arrangement.h"

#include <QAction>
#include <QApplication>
#include <QVBoxLayout>
#include <QWidget>

namespace coroscope {

namespace {

constexpr int kDigits = 10;

} // namespace

Teaching::Teaching(Session &session, Playback &playback, ProgramSession &programs, const Appearance &appearance,
                   QWidget *window)
    : QObject(window), m_dialogue(session, playback, programs), m_round(session, playback), m_window(window),
      m_cards(new QWidget), m_talk(new LessonTalk(m_dialogue, appearance)),
      m_card(new ChartCard(m_talk, appearance, QStringLiteral("F2"))),
      m_exercises(new ExerciseView(m_round, appearance)),
      m_exerciseCard(new ChartCard(m_exercises, appearance, QStringLiteral("F8")))
{
    auto *column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_card);
    column->addWidget(m_exerciseCard);
    connect(m_exercises, &ExerciseView::resized, m_exerciseCard, &ChartCard::fit);
    connect(m_exerciseCard, &ChartCard::closed, &m_round, &ExerciseRound::end);
    connect(&m_round, &ExerciseRound::changed, this, &Teaching::showRound);
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
    if (m_round.active()) {
        m_round.end();
        return true;
    }
    if (!m_card->isVisible())
        return false;
    m_card->hide();
    Q_EMIT left();
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
    m_exercises->setMagnified(magnified);
}

void Teaching::retranslate()
{
    m_card->setNames(tr("The lesson's question"), tr("Close the question"));
    m_exerciseCard->setNames(tr("Exercises"), tr("Close the exercises"));
}

void Teaching::toggleExercises()
{
    if (m_round.active()) {
        m_round.end();
        return;
    }
    m_card->hide();
    if (const QString sentence = m_round.begin(); !sentence.isEmpty()) {
        Q_EMIT failed(sentence);
        return;
    }
    m_exercises->focusFirst();
}

void Teaching::showRound()
{
    const bool focus = m_exerciseCard->isAncestorOf(QApplication::focusWidget());
    m_exerciseCard->setVisible(m_round.active());
    if (focus && !m_round.active())
        Q_EMIT left();
    offerKeys();
}

void Teaching::press(int digit)
{
    if (m_round.active())
        m_exercises->press(digit);
    else
        answer(digit - 1);
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
        digit->setEnabled((m_round.active() || open) && !m_prediction->asks());
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
    actions.add(Menu::Lesson,
                {.id = "exercises",
                 .text = QT_TRANSLATE_NOOP("Actions", "E&xercises"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "Questions about this run, answered by its trace, with a score"),
                 .keys = {Qt::Key_F8},
                 .run = [this] { toggleExercises(); }});
    const auto offer = [=, this] {
        ask->setEnabled(m_dialogue.hasQuestion());
        play->setEnabled(m_dialogue.refutedAt().has_value());
        first->setChecked(m_dialogue.asksFirst());
    };
    connect(&m_dialogue, &LessonDialogue::changed, this, offer);
    offer();
    for (int i = 0; i < kDigits; ++i) {
        auto *digit = new QAction(m_window);
        digit->setShortcut(QKeySequence(static_cast<int>(Qt::Key_0) + i));
        connect(digit, &QAction::triggered, this, [this, i] { press(i); });
        m_window->addAction(digit);
        m_digits.append(digit);
    }
    offerKeys();
}

} // namespace coroscope

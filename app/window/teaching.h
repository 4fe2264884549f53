// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/session/exercise_round.h"
#include "app/session/lesson_dialogue.h"

class QAction;

namespace coroscope {

class Actions;
class Appearance;
class Arrangement;
class ChartCard;
class ExerciseView;
class Introduction;
class LessonTalk;
class Prediction;

/// What is said with the class about a run, in the window: where a lesson's question and exercises are shown, and the
/// keys for them.
class Teaching : public QObject {
    Q_OBJECT

public:
    Teaching(Session &session, Playback &playback, ProgramSession &programs, const Appearance &appearance,
             QWidget *window);

    [[nodiscard]] LessonDialogue &dialogue() { return m_dialogue; }
    /// What stands beside the chart: the question, where the text about the lesson is not in sight.
    [[nodiscard]] QWidget *cards() { return m_cards; }
    [[nodiscard]] ChartCard &questionCard() { return *m_card; }
    [[nodiscard]] ExerciseRound &round() { return m_round; }
    [[nodiscard]] ChartCard &exerciseCard() { return *m_exerciseCard; }
    /// Where else it is shown, and whose questions go before.
    void follow(Arrangement &arrangement, Introduction &introduction, Prediction &prediction);
    void addCommands(Actions &actions);
    /// What stands beside the chart is closed; false when nothing does.
    bool leave();
    /// Larger type for the far end of the room; what stood beside the chart is closed.
    void setMagnified(bool magnified);
    /// After the language has changed.
    void retranslate();

Q_SIGNALS:
    /// One sentence.
    void failed(const QString &sentence);
    /// What had the keyboard is gone.
    void left();

private:
    void ask();
    void showQuestion();
    void openCard();
    void press(int digit);
    void answer(int index);
    void toggleExercises();
    void showRound();
    void offerKeys();
    [[nodiscard]] bool besideChart() const;

    LessonDialogue m_dialogue;
    ExerciseRound m_round;
    QWidget *m_window;
    QWidget *m_cards;
    LessonTalk *m_talk;
    ChartCard *m_card;
    ExerciseView *m_exercises;
    ChartCard *m_exerciseCard;
    Arrangement *m_arrangement = nullptr;
    Introduction *m_introduction = nullptr;
    Prediction *m_prediction = nullptr;
    QString m_lesson;
    QList<QAction *> m_digits;
};

} // namespace coroscope

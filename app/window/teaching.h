// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/session/lesson_dialogue.h"

class QAction;

namespace coroscope {

class Actions;
class Appearance;
class Arrangement;
class ChartCard;
class Introduction;
class LessonTalk;
class Prediction;

/// What is said with the class about a lesson, in the window: where its question is shown, and the keys for it.
class Teaching : public QObject {
    Q_OBJECT

public:
    Teaching(Session &session, Playback &playback, ProgramSession &programs, const Appearance &appearance,
             QWidget *window);

    [[nodiscard]] LessonDialogue &dialogue() { return m_dialogue; }
    /// What stands beside the chart: the question, where the text about the lesson is not in sight.
    [[nodiscard]] QWidget *cards() { return m_cards; }
    [[nodiscard]] ChartCard &questionCard() { return *m_card; }
    /// Where else it is shown, and whose questions go before.
    void follow(Arrangement &arrangement, Introduction &introduction, Prediction &prediction);
    void addCommands(Actions &actions);
    /// What stands beside the chart is closed; false when nothing does.
    bool leave();
    /// Larger type for the far end of the room; what stood beside the chart is closed.
    void setMagnified(bool magnified);
    /// After the language has changed.
    void retranslate();

private:
    void ask();
    void showQuestion();
    void openCard();
    void answer(int index);
    void offerKeys();
    [[nodiscard]] bool besideChart() const;

    LessonDialogue m_dialogue;
    QWidget *m_window;
    QWidget *m_cards;
    LessonTalk *m_talk;
    ChartCard *m_card;
    Arrangement *m_arrangement = nullptr;
    Introduction *m_introduction = nullptr;
    Prediction *m_prediction = nullptr;
    QString m_lesson;
    QList<QAction *> m_digits;
};

} // namespace coroscope

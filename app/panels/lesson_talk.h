// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace coroscope {

class Appearance;
class LessonDialogue;

/// The question of a lesson with its answers as buttons, a digit each; after an answer what is right, what many
/// believe, and where the chart refutes it; and the goals, each with whether the run reaches it.
class LessonTalk : public QWidget {
    Q_OBJECT

public:
    LessonTalk(LessonDialogue &dialogue, const Appearance &appearance, QWidget *parent = nullptr);

    /// Larger type for the far end of the room.
    void setMagnified(bool magnified);
    /// The keyboard goes to the first answer, or to what follows it.
    void focusFirst();
    /// Something to show.
    [[nodiscard]] bool any() const;
    /// What can be done after an answer.
    [[nodiscard]] QWidget *deeds() const { return m_deeds; }

Q_SIGNALS:
    /// It needs more room, or less.
    void resized();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void refresh();
    void showQuestion();
    void makeAnswers();
    void showVerdict();
    void showMisconception();
    void showGoals();
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString markOf(int answer) const;
    QLabel *addLabel(const char *name);

    LessonDialogue &m_dialogue;
    const Appearance &m_appearance;
    QLabel *m_heading;
    QLabel *m_question;
    QWidget *m_answers;
    QList<QPushButton *> m_buttons; ///< the answers, and not sure yet as the last
    QLabel *m_verdict;
    QLabel *m_belief;
    QWidget *m_deeds; ///< what can be done then
    QPushButton *m_play;
    QPushButton *m_more; ///< what many believe
    QPushButton *m_again;
    QLabel *m_goalsHeading;
    QLabel *m_goals;
    QString m_made; ///< the question the buttons are for
    bool m_magnified = false;
};

} // namespace coroscope

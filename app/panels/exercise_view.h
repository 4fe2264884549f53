// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace coroscope {

class Appearance;
class ExerciseRound;
class SlotTable;

/// A round of exercises: the question, what it is answered with, what is said of the answer, and the score at the end.
///
/// By keyboard: digits choose (of an order, they say what comes next; 0 takes the last back), Return is done, or goes
/// on; in a table arrows move and Space marks. Everything can be clicked as well.
class ExerciseView : public QWidget {
    Q_OBJECT

public:
    ExerciseView(ExerciseRound &round, const Appearance &appearance, QWidget *parent = nullptr);

    void setMagnified(bool magnified);
    /// The keyboard goes to what the question is answered with.
    void focusFirst();
    /// A digit, or what is done with the answer.
    void press(int digit);
    void goOn();

Q_SIGNALS:
    /// It needs more room, or less.
    void resized();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();
    void refresh();
    void makeAnswers();
    void showQuestion();
    void showItems();
    void showVerdict();
    void showScore();
    void choose(int item);
    void give();
    void beUnsure();
    [[nodiscard]] QString itemText(int item) const;
    [[nodiscard]] QString verdictText() const;
    [[nodiscard]] QString heading() const;
    [[nodiscard]] bool asks() const;
    [[nodiscard]] bool complete() const;
    QLabel *addLabel(const char *name);

    ExerciseRound &m_round;
    const Appearance &m_appearance;
    QLabel *m_heading;
    QLabel *m_question;
    QWidget *m_items;
    QList<QPushButton *> m_buttons; ///< one an item
    SlotTable *m_table;
    QLabel *m_verdict;
    QWidget *m_deeds;
    QPushButton *m_done;
    QPushButton *m_unsure;
    QPushButton *m_play;
    QPushButton *m_next;
    QList<int> m_chosen;
    std::size_t m_made = ~std::size_t(0); ///< the exercise the answers are for
    bool m_magnified = false;
};

} // namespace coroscope

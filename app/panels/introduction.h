// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace coroscope {

class Appearance;
class LessonDialogue;
class LessonTalk;
class Session;

/// What the lesson is about: its introduction, what is asked about it and what to try, what to notice once the run has
/// been seen, and the words it uses, each with its definition in its tip. Folds away to its heading.
class Introduction : public QFrame {
    Q_OBJECT

public:
    Introduction(const Session &session, LessonDialogue &dialogue, const Appearance &appearance,
                 QWidget *parent = nullptr);

    [[nodiscard]] bool expanded() const { return m_expanded; }
    void setExpanded(bool expanded);
    /// Whether it stands under its own heading; without one it is unfolded, as high as there is room.
    void setHeadingShown(bool shown);
    /// Not seen while it is not offered, whatever the lesson.
    void setOffered(bool offered);
    [[nodiscard]] QSize sizeHint() const override;
    /// Unfolds, and the keyboard goes to the question.
    void focusQuestion();

Q_SIGNALS:
    void expandedChanged(bool expanded);
    /// A word has been chosen: a key of the glossary.
    void wordChosen(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showLesson();
    void restyle();
    void showNotice();
    void showWords();
    [[nodiscard]] QString aboutLesson() const;
    [[nodiscard]] QString aboutFile() const;

    const Session &m_session;
    LessonDialogue &m_dialogue;
    const Appearance &m_appearance;
    QToolButton *m_heading;
    QScrollArea *m_scroll;
    QVBoxLayout *m_lines = nullptr; ///< of what follows
    QLabel *m_text;
    LessonTalk *m_talk;
    QLabel *m_notice;
    QToolButton *m_showNotice;
    QWidget *m_words; ///< a button each
    bool m_expanded = true;
    bool m_headed = true;
    bool m_offered = true;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include "app/course/lesson_texts.h"
#include "core/record/time.h"

#include <memory>
#include <optional>

namespace coroscope {

class Playback;
class ProgramSession;
class Recording;
class Session;

/// What is said with a class about the lesson on the stage: the question before it is played, what many believe and
/// what refutes it, the goals to try, and what to notice. What is right is read from traces, never from the texts.
///
/// A program that was begun as a copy of a lesson's listing has that lesson's goals.
class LessonDialogue : public QObject {
    Q_OBJECT

public:
    enum class Answer { None, Right, Wrong, Unsure };
    enum class Goal { Unknown, NotYet, Reached };

    LessonDialogue(Session &session, Playback &playback, ProgramSession &programs, QObject *parent = nullptr);
    ~LessonDialogue() override;

    /// Of the lesson on the stage; empty when there is none.
    [[nodiscard]] QString lesson() const { return m_lesson; }
    [[nodiscard]] const formats::LessonTexts &texts() const;
    /// The lesson is on the stage itself, and has a question.
    [[nodiscard]] bool hasQuestion() const;

    /// Lessons wait at their beginning until the question has been answered, or played over.
    void setAsksFirst(bool asks);
    [[nodiscard]] bool asksFirst() const { return m_asksFirst; }
    /// Asks again: to the beginning, whatever was answered before.
    void ask();
    /// One of the answers of the question, from 0. If the run stands at its beginning, it plays.
    void answer(int index);
    void answerUnsure();
    [[nodiscard]] Answer answered() const { return m_said.answer; }
    /// The one that was given; -1 when there was none.
    [[nodiscard]] int given() const { return m_said.given; }
    /// The answer that the trace gives, with the lesson's values of the course; -1 when it gives none of them.
    [[nodiscard]] int rightAnswer();

    /// After an answer that is not right, or when it has been asked for.
    [[nodiscard]] bool misconceptionShown() const { return m_said.misconception; }
    void showMisconception();
    /// Where the chart refutes it.
    [[nodiscard]] std::optional<Instant> refutedAt();
    /// Plays the lesson, with its values of the course, from its beginning to there.
    void playToRefutation();

    /// Once the run has been seen to its end, or when it has been asked for.
    [[nodiscard]] bool noticeShown() const { return m_said.notice; }
    void showNotice();

    /// Of each goal, whether the run on the stage reaches it.
    [[nodiscard]] const QList<Goal> &goals() const { return m_goals; }

Q_SIGNALS:
    void changed();
    /// The question is put, by ask().
    void asked();
    /// By answer() or answerUnsure().
    void answeredNow();

private:
    struct Said {
        Answer answer = Answer::None;
        int given = -1;
        bool misconception = false;
        bool notice = false;
    };
    struct Facts;
    void showOpened();
    void look();
    void checkGoals();
    void setGoals(const QList<Goal> &goals);
    void give(Answer answer, int index);
    [[nodiscard]] Facts &facts();

    Session &m_session;
    Playback &m_playback;
    ProgramSession &m_programs;
    QString m_lesson;
    std::unique_ptr<Facts> m_facts; ///< of the lesson with its values of the course, when somebody has asked
    Said m_said;
    QHash<QString, Said> m_before; ///< what was said about other lessons
    QList<Goal> m_goals;
    const Recording *m_checked = nullptr; ///< the program's run whose goals are known
    bool m_asksFirst = false;
};

} // namespace coroscope

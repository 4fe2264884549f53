// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/exercises/exercise.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace coroscope {

class Names;
class Playback;
class Session;

/// A round of exercises about the run on the stage: one after the other, each answered once, checked by the trace of
/// the same run made aside, with a score at the end. The run stands where the question is about, and an answer that is
/// not right plays the passage that shows why. It ends when something else is put on the stage.
class ExerciseRound : public QObject {
    Q_OBJECT

public:
    struct Score {
        int right = 0;
        int wrong = 0;
        int unsure = 0;
        std::map<exercises::Belief, int> beliefs = {}; ///< how many of the wrong answers show it
    };

    ExerciseRound(Session &session, Playback &playback, QObject *parent = nullptr);
    ~ExerciseRound() override;

    /// One sentence when none can be made: there is no run, it is not over, nothing in it can be asked about.
    [[nodiscard]] QString begin();
    void end();
    [[nodiscard]] bool active() const { return m_run != nullptr; }
    /// All have been answered and left behind.
    [[nodiscard]] bool over() const { return active() && m_index == m_all.size(); }

    [[nodiscard]] std::size_t count() const { return m_all.size(); }
    [[nodiscard]] std::size_t index() const { return m_index; }
    /// While it is active and not over.
    [[nodiscard]] const exercises::Exercise &current() const { return m_all[m_index]; }
    [[nodiscard]] const Names &names() const;

    /// See exercises::check(). Once for each exercise.
    void answer(const QList<int> &answer);
    void answerUnsure();
    /// What is said of the answer to the current one; none yet.
    [[nodiscard]] const std::optional<exercises::Verdict> &verdict() const { return m_verdict; }
    [[nodiscard]] const QList<int> &answered() const { return m_answer; }
    [[nodiscard]] bool wasUnsure() const { return m_verdict && m_unsure; }
    void playPassage();
    /// The next one, or the score.
    void next();
    [[nodiscard]] const Score &score() const { return m_score; }

Q_SIGNALS:
    void changed();

private:
    struct Run;
    void stand();
    void judge(const exercises::Verdict &verdict);

    Session &m_session;
    Playback &m_playback;
    std::unique_ptr<Run> m_run;
    std::vector<exercises::Exercise> m_all;
    std::size_t m_index = 0;
    std::optional<exercises::Verdict> m_verdict;
    QList<int> m_answer;
    bool m_unsure = false;
    Score m_score;
};

} // namespace coroscope

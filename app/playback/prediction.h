// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/playback/playback.h"

#include <optional>
#include <vector>

namespace coroscope {

/// "Who runs next?": while it is on, playing pauses before each task switch and asks; an answer, or the wish to know,
/// takes the step and tells. Where there is nothing to choose from, nothing is asked.
///
///     asks ──answer()/reveal()──► told ──goOn()──► plays up to the next question
class Prediction : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMostCandidates = 6;

    explicit Prediction(Playback &playback, QObject *parent = nullptr);

    [[nodiscard]] bool on() const { return m_on; }
    /// About the run at this index.
    void setOn(bool on, std::size_t run = 0);

    [[nodiscard]] bool asks() const { return m_taker.has_value(); }
    /// The tasks that are not over, in the order of their lanes; the one that runs next is among them.
    [[nodiscard]] const std::vector<ActorId> &candidates() const { return m_candidates; }
    void answer(ActorId actor);
    /// Without an answer.
    void reveal();
    void goOn();

    struct Told {
        ActorId taker;
        std::optional<ActorId> answered;
        [[nodiscard]] bool right() const { return answered == taker; }
    };
    /// What came out last; nothing while it asks.
    [[nodiscard]] const std::optional<Told> &told() const { return m_told; }
    [[nodiscard]] int right() const { return m_right; }
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] std::size_t run() const { return m_run; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void forget();

    Playback &m_playback;
    bool m_on = false;
    bool m_stepping = false;
    std::size_t m_run = 0;
    std::optional<ActorId> m_taker; ///< the answer, while it asks
    std::vector<ActorId> m_candidates;
    std::optional<Told> m_told;
    int m_right = 0;
    int m_answered = 0;
};

} // namespace coroscope

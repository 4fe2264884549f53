// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/playback/prediction.h"
#include "app/session/stage.h"

#include <array>

class QLabel;
class QPushButton;

namespace coroscope {

class Appearance;

/// The question "Who runs next?" with its candidates as buttons, their number keys, the answer, and the score.
class PredictBar : public QWidget {
    Q_OBJECT

public:
    PredictBar(Prediction &prediction, const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// The n-th candidate, from 0, if there is one.
    void choose(std::size_t index);
    void setMagnified(bool magnified);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showQuestion();
    void restyle();
    [[nodiscard]] QString words() const;

    Prediction &m_prediction;
    const Stage &m_stage;
    const Appearance &m_appearance;
    QLabel *m_text;
    QLabel *m_score;
    std::array<QPushButton *, Prediction::kMostCandidates> m_candidates{};
    QPushButton *m_next;
    bool m_magnified = false;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"
#include "app/playback/hand_play.h"
#include "core/model/positions.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace coroscope {

class Appearance;
class HandStack;
class Session;

/// Coroutines without a loop, side by side: the frames between whoever drives and the yield as a stack, what was sent
/// in, what came out, and buttons to send. The first send takes the lesson out of its script's hand.
class HandPanel : public Panel {
    Q_OBJECT

public:
    HandPanel(const Stage &stage, HandPlay &hand, Session &session, const Appearance &appearance,
              QWidget *parent = nullptr);

    /// The lesson on the stage can be driven by hand.
    [[nodiscard]] bool offered() const;
    /// What a coroutine's stack shows.
    [[nodiscard]] QStringList frames(std::size_t coroutine) const;
    [[nodiscard]] QString sent(std::size_t coroutine) const;
    [[nodiscard]] QString cameOut(std::size_t coroutine) const;

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        ActorId actor = ActorId::None;
        QLabel *name = nullptr;
        HandStack *stack = nullptr;
        QPushButton *none = nullptr;
        QLineEdit *value = nullptr;
        QPushButton *send = nullptr;
    };
    void addRow(std::size_t index);
    void showRow(Row &row, const Moment &moment);
    void send(std::size_t index, const Value &value);
    [[nodiscard]] QString note(const Moment &at) const;
    void retranslate();

    HandPlay &m_hand;
    Session &m_session;
    const Appearance &m_appearance;
    QGridLayout *m_grid;
    QLabel *m_note;
    QPushButton *m_again;
    std::vector<Row> m_rows;
    QString m_raised; ///< by the last send, where it left no trace
    std::optional<PositionsView> m_positions;
};

} // namespace coroscope

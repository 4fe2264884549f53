// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controls/chip_field.h"
#include "app/panels/panel.h"
#include "core/model/loop_view.h"

#include <QElapsedTimer>

#include <array>
#include <optional>

class QFrame;
class QLabel;

namespace coroscope {

class Appearance;

/// What is inside the loop at the now-line: the ready queue in its order, the timers, who has the thread, and who
/// awaits something else, by what is awaited. From step to step each glides to its new place.
class LoopPanel : public Panel {
    Q_OBJECT

public:
    enum Box { Ready, Timers, Holder, Waiters, BoxCount };

    LoopPanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    /// What a box says, one text a chip.
    [[nodiscard]] QStringList texts(Box box) const;
    [[nodiscard]] const ChipField &chips() const { return *m_field; }

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void nameHolder();
    [[nodiscard]] EventIndex lastTurn() const;
    void placeBoxes();
    void describeBoxes();
    [[nodiscard]] bool glides();
    [[nodiscard]] QString nameOf(ActorId task, TextId label) const;
    void add(Box box, quint64 key, const QString &text, ActorId task);
    void addReady(const LoopState &state);
    void addTimers(const LoopState &state);
    void addHolder(const LoopState &state);
    void addWaiters(const LoopState &state);

    const Appearance &m_appearance;
    std::optional<LoopView> m_view; ///< of the run in focus
    std::vector<Chip> m_chips;
    ChipField *m_field;
    QElapsedTimer m_sinceUpdate;

    std::array<QFrame *, BoxCount> m_frames{};
    std::array<QLabel *, BoxCount> m_captions{};
    std::array<QLabel *, BoxCount> m_empty{};
    bool m_over = false; ///< what is shown is past
};

} // namespace coroscope

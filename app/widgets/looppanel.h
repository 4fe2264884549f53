// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/panel.h"
#include "core/trace/loop_view.h"

#include <array>
#include <optional>

class QLabel;

namespace coroscope {

/// What is inside the loop at the now-line: the ready queue in its order, the timers, who has the thread, and who
/// awaits something else.
class LoopPanel : public Panel {
    Q_OBJECT

public:
    explicit LoopPanel(const Stage &stage, QWidget *parent = nullptr);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    enum Box { Ready, Timers, Holder, Waiters, BoxCount };

    void retranslate();
    void fill(Box box, const QStringList &lines);
    [[nodiscard]] QString nameOf(ActorId task, TextId label) const;
    [[nodiscard]] QStringList readyLines(const LoopState &state) const;
    [[nodiscard]] QStringList timerLines(const LoopState &state) const;
    [[nodiscard]] QStringList holderLines(const LoopState &state) const;
    [[nodiscard]] QStringList waiterLines(const LoopState &state) const;

    std::optional<LoopView> m_view; ///< of the run in focus

    std::array<QLabel *, BoxCount> m_captions{};
    std::array<QLabel *, BoxCount> m_contents{};
};

} // namespace coroscope

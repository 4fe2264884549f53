// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/panel.h"

#include <array>

class QLabel;

namespace coroscope {

/// What is inside the loop at the now-line: the ready queue in its order, the timers, who has the thread, and who
/// awaits something else.
class LoopPanel : public Panel {
    Q_OBJECT

public:
    explicit LoopPanel(const Stage &stage, QWidget *parent = nullptr);

protected:
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    enum Box { Ready, Timers, Holder, Waiters, BoxCount };

    void retranslate();
    void fill(Box box, const QStringList &lines);

    std::array<QLabel *, BoxCount> m_captions{};
    std::array<QLabel *, BoxCount> m_contents{};
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"

class QLabel;

namespace coroscope {

class Appearance;

/// Below compared runs: what differs between the first and each of the others, once their ends have been seen. Before
/// that it would give away how they end.
class VerdictStrip : public Panel {
    Q_OBJECT

public:
    VerdictStrip(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool allSeen() const;
    [[nodiscard]] QString verdicts() const;
    void say(const QString &text);

    const Appearance &m_appearance;
    QLabel *m_label;
    bool m_told = false; ///< the verdict does not change any more
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/panel.h"

class QLabel;

namespace coroscope {

/// The sentence below the chart.
class ExplanationStrip : public Panel {
    Q_OBJECT

public:
    explicit ExplanationStrip(const Stage &stage, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Larger type for the far end of the room.
    void setMagnified(bool magnified);

protected:
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void sizeToFont();

    QLabel *m_label;
    bool m_magnified = false;
};

} // namespace coroscope

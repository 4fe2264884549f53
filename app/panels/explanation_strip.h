// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"
#include "app/words/narrator.h"

#include <optional>

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
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeToFont();
    [[nodiscard]] QFont fullFont() const;
    void fitText();
    [[nodiscard]] QString sentence();

    QLabel *m_label;
    bool m_magnified = false;
    std::optional<Narrator> m_narrator; ///< of the run in focus
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"
#include "app/words/narrator.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QLabel;

namespace coroscope {

/// The sentence below the chart. Assistive technology reads it out when it changes; while the run plays no faster than
/// can be listened to, and then the one it stops at.
class ExplanationStrip : public Panel {
    Q_OBJECT

public:
    explicit ExplanationStrip(const Stage &stage, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Larger type for the far end of the room.
    void setMagnified(bool magnified);
    /// As long as there is no run: whether it is a program that has to be run for it.
    void setAwaitsProgram(bool awaits);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeToFont();
    [[nodiscard]] QFont fullFont() const;
    void fitText();
    void showStatus();
    [[nodiscard]] QString sentence();
    void announce();
    void announceNow();

    QLabel *m_label;
    QLabel *m_status; ///< while presenting
    QElapsedTimer m_sinceAnnounced;
    QTimer m_soon; ///< one announcement where several changes come at once
    QString m_announced;
    bool m_magnified = false;
    bool m_awaitsProgram = false;
    std::optional<Narrator> m_narrator; ///< of the run in focus
};

} // namespace coroscope

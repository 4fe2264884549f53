// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace coroscope {

class Appearance;

/// A dot that swings by the wall clock, drawn anew sixty times a second: when the window stands still, so does the dot.
/// It measures how long that was.
class Metronome : public QWidget {
    Q_OBJECT

public:
    explicit Metronome(const Appearance &appearance, QWidget *parent = nullptr);

    /// Swings, and forgets what was measured.
    void start();
    void stop();
    [[nodiscard]] bool swings() const { return m_frames.isActive(); }
    /// The longest time between two frames since it was started.
    [[nodiscard]] std::chrono::nanoseconds longestGap() const { return m_longest; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void frame();

    const Appearance &m_appearance;
    QTimer m_frames;
    QElapsedTimer m_since; ///< it was started
    std::chrono::nanoseconds m_last{};
    std::chrono::nanoseconds m_longest{};
};

} // namespace coroscope

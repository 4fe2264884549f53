// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <chrono>

class QLabel;
class QPushButton;

namespace coroscope {

class Appearance;
class Metronome;

/// Over the window while a lesson runs on the window's own thread: a metronome that stands still when the thread is
/// kept, and afterwards how long that was. It stands at the top of its parent.
class FreezeCard : public QFrame {
    Q_OBJECT

public:
    FreezeCard(const Appearance &appearance, QWidget *parent);

    /// Shows itself; the metronome swings.
    void begin(const QString &lesson);
    /// The lesson is over: says what the metronome has measured.
    void end();
    [[nodiscard]] bool measures() const { return m_measures; }
    [[nodiscard]] std::chrono::nanoseconds longestGap() const;
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void retranslate();

    QLabel *m_sentence;
    Metronome *m_metronome;
    QPushButton *m_close;
    QString m_lesson;
    bool m_measures = false;
};

} // namespace coroscope

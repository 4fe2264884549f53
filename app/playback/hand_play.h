// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/playback/playback.h"
#include "core/loop/hand_run.h"

namespace coroscope {

/// Puts a lesson's coroutines on the stage for a hand to drive, and sends to them. The run is a list of sends: sending
/// at an earlier moment forgets those that came later, and the run is made again from what is left.
class HandPlay : public QObject {
    Q_OBJECT

public:
    explicit HandPlay(Playback &playback, QObject *parent = nullptr);

    /// The run on the stage is the hand's.
    [[nodiscard]] bool active() const { return m_run != nullptr; }
    /// Puts the coroutines on the stage; nothing has been sent. They have to be offered (findByHand).
    void begin(const QString &lesson, const QString &title);
    /// To the coroutine of this index; the hand's run is put on the stage first if need be. What Python raises that is
    /// no part of the run, as text.
    QString send(std::size_t coroutine, const Value &value);

    /// A literal as Python would read it, None included; anything else is a text.
    [[nodiscard]] static Value valueOf(const QString &written);

Q_SIGNALS:
    void changed();

private:
    void replay();
    [[nodiscard]] std::size_t sendsBefore(EventIndex cursor) const;

    Playback &m_playback;
    QString m_lesson;
    QString m_title;
    std::vector<HandRun::Send> m_sends;
    std::shared_ptr<HandRun> m_run; ///< on the stage; null when something else is
    bool m_loading = false;
};

} // namespace coroscope

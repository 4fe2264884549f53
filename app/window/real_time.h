// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace coroscope {

class Actions;
class Appearance;
class FreezeCard;
class Session;

/// Lessons on the real clock, in the window: the switch, and the freeze that one feels.
class RealTime : public QObject {
    Q_OBJECT

public:
    RealTime(Session &session, const Appearance &appearance, QWidget *window);

    void addCommands(Actions &actions);
    /// The lesson on the stage runs on the window's own thread, beside a metronome that swings a little before and
    /// after it.
    void feelTheFreeze();
    [[nodiscard]] const FreezeCard &card() const { return *m_card; }

Q_SIGNALS:
    /// One sentence.
    void failed(const QString &sentence);

private:
    void showState();
    void beginRun(const QString &lesson);
    void runEnded();

    Session &m_session;
    FreezeCard *m_card;
    QAction *m_clockAction = nullptr;
    QAction *m_freezeAction = nullptr;
    bool m_runs = false; ///< the lesson, on this thread
};

} // namespace coroscope

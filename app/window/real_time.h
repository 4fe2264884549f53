// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace coroscope {

class Actions;
class Appearance;
class FreezeCard;
class MainWindow;
class Session;

/// Lessons on the real clock, in the window: the switch, and the freeze that one feels.
class RealTime : public QObject {
    Q_OBJECT

public:
    /// With its commands.
    RealTime(Session &session, const Appearance &appearance, Actions &actions, MainWindow &window);

    /// The lesson on the stage runs on the window's own thread, beside a metronome that swings a little before and
    /// after it.
    void feelTheFreeze();
    [[nodiscard]] const FreezeCard &card() const { return *m_card; }

private:
    void addCommands(Actions &actions);
    void showState();
    void beginRun(const QString &lesson);
    void runEnded();

    Session &m_session;
    MainWindow &m_window;
    FreezeCard *m_card;
    QAction *m_clockAction = nullptr;
    QAction *m_freezeAction = nullptr;
    bool m_runs = false; ///< the lesson, on this thread
};

} // namespace coroscope

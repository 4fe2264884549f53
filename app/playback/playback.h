// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <QCoroTask>

#include "app/playback/frame_ticks.h"
#include "app/playback/moment.h"
#include "app/playback/recording.h"
#include "app/playback/stops.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace coroscope {

/// One or more runs on one time axis, played, stopped and stepped. The state is the now-line (an instant of virtual
/// time) and a cursor into each run's trace; every view is a function of those, so going back is exact.
///
/// Virtual time stands still while tasks take turns, yet an audience must see the turns one by one. So playing goes
/// by budget: each frame brings elapsed time x speed, and the budget is spent either on moving the now-line or, when a
/// task takes the thread, on dwelling there (kDwell; less when an instant has very many turns). Runs compared take
/// their k-th turn of an instant together, so they stay side by side.
///
/// Single thread: the window's. The driver is a coroutine, a guest of the Qt event loop, which ends with this object.
class Playback : public QObject {
    Q_OBJECT

public:
    /// How long a turn that takes no time is shown at speed 1.
    static constexpr Duration kDwell = 120ms;
    static constexpr double kSlowest = 0.1;
    static constexpr double kFastest = 10;
    /// As fast as the machine can show it, frame by frame: no turn is dwelt upon.
    static constexpr double kFullSpeed = std::numeric_limits<double>::infinity();

    /// What the axis shows of a run of which nothing is known.
    static constexpr Instant kFirstHorizon = instantAt(2'000'000'000);

    explicit Playback(std::unique_ptr<FrameTicks> ticks = std::make_unique<TimerTicks>(), QObject *parent = nullptr);
    ~Playback() override;

    /// Puts other runs on the stage, at their beginning; paused.
    void load(std::vector<std::unique_ptr<Recording>> runs);
    [[nodiscard]] std::size_t runCount() const { return m_runs.size(); }
    [[nodiscard]] const Recording &run(std::size_t index) const { return *m_runs[index].recording; }
    [[nodiscard]] Moment moment(std::size_t index) const;
    /// Other headings, one a run: the language has changed.
    void setTitles(const QStringList &titles);

    [[nodiscard]] Instant now() const { return m_now; }
    /// The last instant any run has recorded, or the now-line when that is later.
    [[nodiscard]] Instant recordedEnd() const;
    /// Where a time axis that shows everything should end. While a run is discovered it grows in round steps, so that
    /// the axis does not crawl; from when all has been seen it is the end of the longest run.
    [[nodiscard]] Instant horizon() const { return m_horizon; }
    /// The end of the run has been shown at least once: its length is no secret any more.
    [[nodiscard]] bool endSeen(std::size_t index) const { return m_runs[index].endSeen; }
    /// What has been shown of the run at least once: the events before this one.
    [[nodiscard]] EventIndex seen(std::size_t index) const { return m_runs[index].seen; }
    /// Where a slider over all there is should end: where the runs end, if somebody knows, else the horizon.
    [[nodiscard]] Instant extent() const { return std::max(m_horizon, m_knownEnd.value_or(m_horizon)); }
    /// Everything happens at one instant: a slider over time could not move.
    [[nodiscard]] bool timeless() const { return m_knownEnd == Instant{}; }
    /// The end of the longest of the runs on the stage, from whoever has run them before; until others are loaded.
    void setKnownEnd(std::optional<Instant> end);
    /// All runs have ended, and everything in them has happened.
    [[nodiscard]] bool atEnd() const;

    /// The now-line stands at the live edge of a run that still grows: playing goes on when it has grown.
    [[nodiscard]] bool atEdge() const { return m_now >= edge(); }
    /// Follows the live edge: whatever is recorded is shown at once, until something else is asked for.
    [[nodiscard]] bool following() const { return m_following; }
    void setFollowing(bool following);

    [[nodiscard]] bool playing() const { return m_playing; }
    void setPlaying(bool playing); ///< from the beginning again when it is at the end
    void togglePlaying() { setPlaying(!m_playing); }
    [[nodiscard]] double speed() const { return m_speed; }
    void setSpeed(double speed); ///< kept within kSlowest and kFastest, or kFullSpeed

    /// Plays up to the next time a task gets the thread, and pauses there.
    void runToNextSwitch();

    /// While asking, playing pauses before each task switch and says so (switchPending); a step takes the switch.
    void setAsking(bool asking);
    /// Plays on over the switch that is pending.
    void passSwitch();
    /// Who gets the thread with the next task switch of the run; recorded as far as need be. None when there is no
    /// more.
    [[nodiscard]] std::optional<ActorId> nextTaker(std::size_t run);

    /// A part of the run to be played again and again; both ends are instants of virtual time.
    struct Range {
        Instant begin;
        Instant end;
        [[nodiscard]] bool operator==(const Range &) const = default;
    };
    [[nodiscard]] const std::optional<Range> &loop() const { return m_loop; }
    /// Nothing: plays to the end. An empty range is none.
    void setLoop(std::optional<Range> range);

    /// Where a passage ends: everything up to and including an instant has happened, or, of that instant, the events of
    /// a run before `cursor` unless that is 0.
    struct PassageEnd {
        std::size_t run = 0;
        Instant at{};
        EventIndex cursor = 0;
    };
    /// Plays from an instant on, and pauses where the passage ends. Whatever else is asked for meanwhile ends it.
    void playPassage(Instant from, PassageEnd end);

    /// Steps pause. They return false when there was nowhere to go.
    bool stepForward(StepKind kind);
    bool stepBack(StepKind kind);
    /// Everything up to and including `at` has happened. Recording catches up within a bound of work; then the
    /// now-line stands where it got to.
    void seek(Instant at);
    /// The event of the run is the last that has happened; the other runs stand where a step by event would leave them.
    void seekEvent(std::size_t run, EventIndex event);
    void toStart();
    /// To the beginning, as if nothing had been shown: how long the runs are is a secret again.
    void forgetSeen();
    /// To the end; an endless run goes as far as a bound of work allows.
    void toEnd();
    /// Records the runs to their ends, within a bound of work; what is shown stays as it is.
    void recordAll();

Q_SIGNALS:
    void loaded();  ///< other runs are on the stage
    void changed(); ///< the moment is another
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void loopChanged();
    void switchPending();
    void followingChanged(bool following);
    /// A run is longer than what is kept: playing has stopped where its recording ends.
    void full();

private:
    struct Staged {
        std::unique_ptr<Recording> recording;
        EventIndex cursor = 0;
        bool endSeen = false;
        EventIndex seen = 0;

        [[nodiscard]] bool atEnd() const { return recording->finished() && cursor == recording->spans().eventsRead(); }
    };

    QCoro::Task<> drive();
    [[nodiscard]] Instant edge() const;
    void grown();
    void waitAtEdge();
    void spend(Duration budget);
    void rush();
    bool goRound();
    [[nodiscard]] bool passageIsOver(bool instantOver) const;
    bool askFirst();
    void tellPending();
    [[nodiscard]] bool turnIsHere() const;
    bool takeTurns();
    bool prepareTurn();
    void moveTime(Duration &budget);
    void finishInstant();

    bool stepWithinInstant(StepKind kind);
    bool stepToNextInstant(StepKind kind);
    bool stepBackWithinInstant(StepKind kind);
    bool stepToEarlierInstant(StepKind kind);
    bool goTo(Instant at, std::size_t rank, StepKind kind, bool forward);
    void recordNextStop(Staged &staged, StepKind kind);
    void rest();
    void announce();
    void standAt(Instant at);

    std::unique_ptr<FrameTicks> m_ticks;
    std::vector<Staged> m_runs;
    Instant m_now{};
    Instant m_horizon{};
    std::optional<Instant> m_knownEnd;
    Duration m_dwell{};  ///< still to be spent at this turn
    int m_turnsHere = 0; ///< taken at this instant
    double m_speed = 1;
    bool m_playing = false;
    bool m_waiting = false; ///< playing, at the live edge: no frame is asked for until the run has grown
    bool m_following = false;
    bool m_toSwitch = false; ///< pauses at the next
    bool m_asking = false;
    bool m_pending = false;
    bool m_admitted = false; ///< the pending switch may be taken
    std::optional<Range> m_loop;
    std::optional<PassageEnd> m_passageEnd;
};

} // namespace coroscope

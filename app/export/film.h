// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/sheet.h"

#include <chrono>
#include <vector>

namespace coroscope::formats {

/// How virtual time becomes time on a screen.
struct FilmPace {
    double speed = 1;                     ///< virtual seconds a second
    int rate = 25;                        ///< pictures a second
    std::chrono::milliseconds step{600};  ///< how long a step is shown at speed 1, where time is not what moves
    std::chrono::milliseconds hold{2000}; ///< how long the end stays
};

/// The moments of a run, or of runs side by side, that are drawn one after the other. Each is the
/// whole sheet, as the window would show it at that moment; nothing is drawn before it happens.
///
/// Played, the now-line moves at exactly `speed`: a picture shows the run as it is at its
/// beginning. A run that takes no time, and the axis of steps, go step by step instead.
class Film {
public:
    enum class Kind {
        Played, ///< as time goes by
        Steps,  ///< one picture a step: each time somebody had the thread
    };

    /// `sheet` shows the runs as they are at the film's end. The runs must not change meanwhile.
    Film(timeline::SheetRequest sheet, Kind kind, FilmPace pace = {});

    [[nodiscard]] std::size_t size() const { return m_moments.size(); }
    [[nodiscard]] timeline::Scene scene(std::size_t index) const;
    /// How long it is shown. The roundings do not add up.
    [[nodiscard]] std::chrono::milliseconds duration(std::size_t index) const;
    /// All of it.
    [[nodiscard]] std::chrono::milliseconds length() const;
    [[nodiscard]] QSizeF pageSize() const { return m_plan.size; }

private:
    struct Moment {
        Instant now;
        std::vector<EventIndex> cursors; ///< a run
        double shownAt = 0;              ///< in milliseconds from the film's beginning
    };
    void play();
    void step();
    [[nodiscard]] Instant end() const;

    timeline::SheetRequest m_sheet;
    timeline::SheetPlan m_plan;
    FilmPace m_pace;
    std::vector<Moment> m_moments;
    double m_end = 0; ///< in milliseconds, with the hold
};

/// Where a run has come to rest after a step: somebody has given the thread back, or a blocking
/// call has begun or ended.
struct Rest {
    Instant at;
    EventIndex cursor;
};
[[nodiscard]] std::vector<Rest> restsOf(const Spans &spans, EventIndex end);

} // namespace coroscope::formats

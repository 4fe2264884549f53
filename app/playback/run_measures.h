// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/measures.h"

#include <array>
#include <vector>

namespace coroscope {

/// What measure() of core says, at any moment of a run that is played and sought, without reading the run again: sums
/// are kept at every so many spans, so a moment costs a few spans a lane, wherever it is and however long the run.
///
///     RunMeasures measures(recording.spans());
///     const Measures now = measures.at(moment.until());
class RunMeasures {
public:
    /// The spans live as long.
    explicit RunMeasures(const Spans &spans) : m_spans(spans) {}

    [[nodiscard]] Measures at(ShownUntil until);
    /// Spans and steps read so far: the work done.
    [[nodiscard]] std::size_t visited() const { return m_visited; }

private:
    /// What has been summed up over the first so many of a list.
    template <class Sum>
    using Checkpoints = std::vector<Sum>;

    struct Times {
        std::array<Duration, 5> in{}; ///< by State
        void add(const Span &span, Duration length) { in[static_cast<std::size_t>(span.state)] += length; }
    };
    struct Holds {
        Duration busy{};
        std::uint64_t switches = 0;
        ActorId holder = ActorId::None;
        void add(const Span &span, Duration length);
    };

    template <class Sum>
    Sum sumOf(Checkpoints<Sum> &checkpoints, const std::vector<Span> &spans, ShownUntil until);
    std::uint64_t stepsBefore(EventIndex cursor);
    TaskMeasures taskAt(const Lane &lane, ShownUntil until);

    const Spans &m_spans;
    std::vector<Checkpoints<Times>> m_lanes; ///< by actor
    Checkpoints<Holds> m_thread;
    Checkpoints<std::uint64_t> m_steps;
    std::size_t m_visited = 0;
};

} // namespace coroscope

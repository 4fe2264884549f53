// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/shown_until.h"

namespace coroscope {

/// Which job was at work in which slot of time. The jobs are the run's sections (">>> job3" ... "<<< job3"); a run
/// without sections has its tasks for jobs, from creation to end, and its worker threads, from the first thing they do
/// to the last.
struct JobTable {
    struct Job {
        ActorId actor;
        std::string title; ///< "j3 (1)" for "job3 - duration 1"; else the section's name
        Instant begin;
        Instant end; ///< `now` while it is at work
    };
    Duration slot{};
    std::vector<Job> jobs;                ///< by lane, then by time
    std::vector<std::vector<bool>> slots; ///< [slot][job]: at work in some part of it

    [[nodiscard]] Instant slotBegin(std::size_t index) const
    {
        return Instant(slot * static_cast<std::int64_t>(index));
    }
    /// "0-1": a slot's beginning and end in seconds.
    [[nodiscard]] std::string slotText(std::size_t index) const;
};

/// How many slots the table would have.
[[nodiscard]] std::int64_t jobTableSlots(const Spans &spans, ShownUntil until, Duration slot);
/// The table of what is shown. slot must be longer than zero.
[[nodiscard]] JobTable jobTable(const Spans &spans, ShownUntil until, Duration slot);

} // namespace coroscope

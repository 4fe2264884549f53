// SPDX-License-Identifier: MIT
#include "core/model/job_table.h"

#include <algorithm>

namespace coroscope {

namespace {

/// "job3 - duration 1" is "j3 (1)".
std::string titleOf(const std::string &section)
{
    constexpr std::string_view kJob = "job";
    constexpr std::string_view kDuration = " - duration ";
    const auto separator = section.find(kDuration);
    if (!section.starts_with(kJob) || separator == section.npos)
        return section;
    return 'j' + section.substr(kJob.size(), separator - kJob.size()) + " ("
           + section.substr(separator + kDuration.size()) + ')';
}

/// What a thread of its own does, from the first thing to the last.
JobTable::Job workOf(const Lane &lane, ShownUntil until)
{
    const Span &last = lane.spans.back();
    const bool over = !last.open() && last.last < until.cursor;
    return {lane.actor, lane.label, lane.spans.front().begin, over ? last.end : until.now};
}

std::vector<JobTable::Job> jobsOf(const Spans &spans, ShownUntil until)
{
    std::vector<JobTable::Job> jobs;
    for (const Section &section : spans.sections())
        if (section.first < until.cursor)
            jobs.push_back({section.actor, titleOf(spans.trace().text(section.name)), section.begin,
                            section.last < until.cursor ? section.end : until.now});
    if (spans.sections().empty())
        for (const Lane &lane : spans.lanes()) {
            if (lane.kind == ActorKind::Task && lane.createdBy < until.cursor)
                jobs.push_back(
                    {lane.actor, lane.label, lane.created, lane.finishedBy < until.cursor ? lane.finished : until.now});
            else if (lane.kind == ActorKind::Worker && !lane.spans.empty() && lane.spans.front().first < until.cursor)
                jobs.push_back(workOf(lane, until));
        }
    std::stable_sort(jobs.begin(), jobs.end(), [](const auto &a, const auto &b) { return a.actor < b.actor; });
    return jobs;
}

std::int64_t slotsUntil(Instant end, Duration slot)
{
    return (end.time_since_epoch() + slot - Duration(1)) / slot;
}

} // namespace

std::string JobTable::slotText(std::size_t index) const
{
    return secondsText(slotBegin(index).time_since_epoch()) + '-'
           + secondsText(slotBegin(index + 1).time_since_epoch());
}

std::int64_t jobTableSlots(const Spans &spans, ShownUntil until, Duration slot)
{
    return slotsUntil(std::min(until.now, spans.end()), slot);
}

JobTable jobTable(const Spans &spans, ShownUntil until, Duration slot)
{
    JobTable table{slot, jobsOf(spans, until), {}};
    table.slots.resize(static_cast<std::size_t>(jobTableSlots(spans, until, slot)),
                       std::vector<bool>(table.jobs.size()));
    for (std::size_t column = 0; column < table.jobs.size(); ++column) {
        const auto &job = table.jobs[column];
        const auto first = static_cast<std::size_t>(job.begin.time_since_epoch() / slot);
        const auto last =
            std::max(static_cast<std::size_t>(slotsUntil(job.end, slot)), first + 1); // one of no length is seen too
        for (std::size_t row = first; row < std::min(last, table.slots.size()); ++row)
            table.slots[row][column] = true;
    }
    return table;
}

} // namespace coroscope

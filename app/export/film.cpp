// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/film.h"

#include "app/timeline/layout.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace coroscope::formats {

namespace {

using timeline::RunView;

/// The k-th rest of an instant: runs side by side take theirs together.
struct Place {
    Instant at;
    std::size_t rank;
    auto operator<=>(const Place &) const = default;
};

std::vector<Place> placesOf(const std::vector<Rest> &rests)
{
    std::vector<Place> places;
    for (const Rest &rest : rests) {
        const bool again = !places.empty() && places.back().at == rest.at;
        places.push_back({rest.at, again ? places.back().rank + 1 : 0});
    }
    return places;
}

EventIndex lastEvent(const RunView &run)
{
    return std::min(run.cursor, run.spans->eventsRead());
}

Instant lastInstant(const RunView &run)
{
    return std::min(run.now, run.spans->end());
}

bool takesThread(const TraceEvent &event)
{
    return event.kind == EventKind::BlockBegan || event.kind == EventKind::BlockEnded;
}

} // namespace

std::vector<Rest> restsOf(const Spans &spans, EventIndex end)
{
    std::vector<Rest> rests;
    const Trace &trace = spans.trace();
    auto step = spans.steps().begin();
    bool busy = false; // somebody has had the thread since the last rest
    for (EventIndex i = 0; i < end; ++i) {
        const bool begins = step != spans.steps().end() && *step == i;
        const bool later = i > 0 && trace[i].time != trace[i - 1].time;
        if (busy && (begins || later)) {
            rests.push_back({trace[i - 1].at(), i});
            busy = false;
        }
        step += begins ? 1 : 0;
        busy = busy || begins || takesThread(trace[i]);
    }
    if (end > 0 && (busy || rests.empty() || rests.back().cursor < end))
        rests.push_back({trace[end - 1].at(), end});
    return rests;
}

Film::Film(timeline::SheetRequest sheet, Kind kind, FilmPace pace)
    : m_sheet(std::move(sheet)), m_plan(timeline::planSheet(m_sheet)), m_pace(pace)
{
    timeline::ChartRequest &chart = m_sheet.chart;
    if (!chart.visible) // the axis stays as it is
        chart.visible = timeline::wholeRange(chart);
    const bool timeMoves = chart.axis == timeline::AxisMode::Clock && end() > Instant{};
    if (kind == Kind::Played && timeMoves)
        play();
    else
        step();
    m_end = m_moments.empty() ? 0 : m_moments.back().shownAt + static_cast<double>(m_pace.hold.count());
}

Instant Film::end() const
{
    Instant end{};
    for (const RunView &run : m_sheet.chart.runs)
        end = std::max(end, lastInstant(run));
    return end;
}

void Film::play()
{
    const Instant last = end();
    const double step = 1e9 * m_pace.speed / m_pace.rate; // virtual nanoseconds
    const auto whole = static_cast<double>(nanosecondsOf(last));
    const auto pictures = static_cast<std::size_t>(std::ceil(whole / step - 1e-9));
    for (std::size_t i = 0; i <= pictures; ++i) {
        const double at = std::min(whole, static_cast<double>(i) * step);
        const Instant now(Duration(std::llround(at)));
        Moment moment{now, {}, at / 1e6 / m_pace.speed};
        for (const RunView &run : m_sheet.chart.runs)
            moment.cursors.push_back(std::min(lastEvent(run), timeline::cursorAt(run.spans->trace(), now)));
        if (!m_moments.empty() && std::llround(m_moments.back().shownAt) == std::llround(moment.shownAt))
            m_moments.pop_back(); // the end comes right behind it
        m_moments.push_back(std::move(moment));
    }
}

void Film::step()
{
    const auto &runs = m_sheet.chart.runs;
    std::vector<std::vector<Rest>> rests;
    std::vector<std::vector<Place>> places;
    std::set<Place> all;
    for (const RunView &run : runs) {
        rests.push_back(restsOf(*run.spans, lastEvent(run)));
        places.push_back(placesOf(rests.back()));
        all.insert(places.back().begin(), places.back().end());
    }
    const double each = static_cast<double>(m_pace.step.count()) / m_pace.speed;
    for (const Place &place : all) {
        Moment moment{place.at, {}, static_cast<double>(m_moments.size()) * each};
        for (std::size_t run = 0; run < runs.size(); ++run) {
            const auto reached = std::upper_bound(places[run].begin(), places[run].end(), place) - places[run].begin();
            moment.cursors.push_back(reached == 0 ? 0 : rests[run][static_cast<std::size_t>(reached) - 1].cursor);
        }
        m_moments.push_back(std::move(moment));
    }
}

timeline::Scene Film::scene(std::size_t index) const
{
    const Moment &moment = m_moments[index];
    timeline::SheetRequest sheet = m_sheet;
    for (std::size_t run = 0; run < sheet.chart.runs.size(); ++run) {
        RunView &view = sheet.chart.runs[run];
        const Instant last = lastInstant(view);
        const bool over = moment.cursors[run] >= lastEvent(view) && moment.now >= last;
        view.cursor = moment.cursors[run];
        view.now = std::min(moment.now, last);
        view.reserved = lastEvent(m_sheet.chart.runs[run]); // lanes stay where they are
        view.verdictKnown = over;                           // else it is not known yet how long it takes
    }
    return timeline::layoutSheet(sheet, m_plan);
}

std::chrono::milliseconds Film::duration(std::size_t index) const
{
    const double begin = m_moments[index].shownAt;
    const double next = index + 1 < m_moments.size() ? m_moments[index + 1].shownAt : m_end;
    return std::chrono::milliseconds(std::llround(next) - std::llround(begin));
}

std::chrono::milliseconds Film::length() const
{
    return std::chrono::milliseconds(std::llround(m_end));
}

} // namespace coroscope::formats

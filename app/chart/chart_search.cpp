// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_search.h"

#include <algorithm>
#include <unordered_map>

namespace coroscope {

namespace {

/// The event's `object` is a text that means something to who searches.
bool hasText(EventKind kind)
{
    switch (kind) {
    case EventKind::BlockBegan:
    case EventKind::SectionBegan:
    case EventKind::Printed:
    case EventKind::Warned:
    case EventKind::Reported:
    case EventKind::Caught:
    case EventKind::CallbackFailed:
    case EventKind::NeverRetrieved:
    case EventKind::NeverAwaited:
    case EventKind::TaskFailed:
    case EventKind::Yielded:
    case EventKind::Sent:
    case EventKind::Returned:
    case EventKind::Raised: return true;
    default: return false;
    }
}

class Search {
public:
    Search(const Stage &stage, const QString &words, std::size_t most) : m_stage(stage), m_words(words), m_most(most) {}

    std::vector<SearchMatch> run()
    {
        for (std::size_t run = 0; run < m_stage.runCount(); ++run)
            tasks(run);
        for (std::size_t run = 0; run < m_stage.runCount(); ++run)
            events(run);
        return std::move(m_found);
    }

private:
    void tasks(std::size_t run)
    {
        const Spans &spans = m_stage.run(run).spans();
        for (const Lane &lane : spans.lanes()) {
            const QString name = m_stage.describer(run).lane(lane.actor);
            const QString function = QString::fromStdString(spans.trace().text(lane.function));
            if (lane.actor != ActorId::Main && (matches(name) || matches(function)))
                add(firstTurn(run, lane, name));
        }
    }

    /// Where a task has the thread for the first time: there is something of it to see. Before, it was only created.
    [[nodiscard]] static SearchMatch firstTurn(std::size_t run, const Lane &lane, const QString &name)
    {
        const auto turn = std::ranges::find_if(
            lane.spans, [](const Span &span) { return span.state == State::Running || span.state == State::Blocking; });
        if (turn == lane.spans.end())
            return {{run, lane.actor, lane.spans.empty() ? std::nullopt : std::optional<std::size_t>(0)},
                    lane.createdBy,
                    name,
                    true};
        return {{run, lane.actor, static_cast<std::size_t>(turn - lane.spans.begin())}, turn->first, name, true};
    }

    void events(std::size_t run)
    {
        const Spans &spans = m_stage.run(run).spans();
        std::unordered_map<std::uint32_t, bool> known; // texts come again and again
        for (EventIndex i = 0; i < spans.eventsRead() && m_found.size() < m_most; ++i) {
            const TraceEvent &event = spans.trace()[i];
            if (!hasText(event.kind))
                continue;
            const auto [text, fresh] = known.try_emplace(event.object, false);
            if (fresh)
                text->second = matches(QString::fromStdString(spans.trace().text(event.text())));
            if (text->second)
                add({{run, event.actor, spanOf(spans, event.actor, i)},
                     i,
                     QString::fromStdString(spans.trace().text(event.text())).trimmed()});
        }
    }

    [[nodiscard]] static std::optional<std::size_t> spanOf(const Spans &spans, ActorId actor, EventIndex event)
    {
        if (raw(actor) >= spans.lanes().size())
            return std::nullopt;
        const auto &all = spans.lane(actor).spans;
        const auto after = std::ranges::partition_point(all, [event](const Span &span) { return span.first <= event; });
        return after == all.begin() ? std::nullopt : std::optional(static_cast<std::size_t>(after - all.begin() - 1));
    }

    [[nodiscard]] bool matches(const QString &text) const { return text.contains(m_words, Qt::CaseInsensitive); }
    void add(SearchMatch match)
    {
        if (m_found.size() < m_most)
            m_found.push_back(std::move(match));
    }

    const Stage &m_stage;
    const QString &m_words;
    std::size_t m_most;
    std::vector<SearchMatch> m_found;
};

} // namespace

std::vector<SearchMatch> searchRuns(const Stage &stage, const QString &words, std::size_t most)
{
    return words.trimmed().isEmpty() ? std::vector<SearchMatch>() : Search(stage, words.trimmed(), most).run();
}

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/trace/trace_check.h"

namespace coroscope {

namespace {

/// Some 36 years: sums and differences of instants stay far from overflow.
constexpr std::int64_t kLatest = std::int64_t(1) << 60;

class TraceCheck {
public:
    explicit TraceCheck(const Trace &trace)
        : m_texts(trace.textCount()), m_places(trace.placeCount()), m_mostObjects(2 * trace.size() + 16)
    {
    }

    std::optional<TraceFault::Kind> check(const TraceEvent &event)
    {
        using Kind = TraceFault::Kind;
        if (event.time < m_time || event.time > kLatest || event.value < -kLatest || event.value > kLatest)
            return Kind::Time;
        m_time = event.time;
        if (event.kind > EventKind::Finished || event.tag > lastTag(event.kind))
            return Kind::Kind;
        if (event.kind == EventKind::ActorCreated && raw(event.actor) != m_actors++)
            return Kind::Actor;
        if (!isActor(raw(event.actor)))
            return Kind::Actor;
        return objectsExist(event) ? std::nullopt : std::optional(Kind::Object);
    }

private:
    static std::uint8_t lastTag(EventKind kind)
    {
        const auto tag = [](auto last) { return static_cast<std::uint8_t>(last); };
        switch (kind) {
        case EventKind::ActorCreated: return tag(ActorKind::Driven);
        case EventKind::TaskAwait:
        case EventKind::TaskReady: return tag(Reason::Process);
        case EventKind::TaskDone:
        case EventKind::Printed: return tag(TextForm::Integer);
        case EventKind::ResourceCreated: return tag(ResourceKind::Variable);
        case EventKind::ResourceLevel: return tag(LevelChange::Written);
        case EventKind::HandleReady:
        case EventKind::TimerSet: return tag(HandleRole::Loop);
        case EventKind::TaskStep:
        case EventKind::FutureLinked: return 1;
        case EventKind::Finished: return tag(RunEnd::Uncaught);
        default: return 0;
        }
    }

    [[nodiscard]] bool isActor(std::int64_t actor) const { return actor >= 0 && actor < m_actors; }
    [[nodiscard]] bool isText(std::int64_t text) const { return text >= 0 && static_cast<std::uint64_t>(text) < m_texts; }
    [[nodiscard]] bool isPlace(std::uint32_t place) const { return place < m_places; }
    /// Handles and resources: numbered as they come, and whatever they do is an event.
    [[nodiscard]] bool isObject(std::int64_t object) const
    {
        return object >= 0 && static_cast<std::uint64_t>(object) <= m_mostObjects;
    }

    [[nodiscard]] bool objectsExist(const TraceEvent &event) const
    {
        switch (event.kind) {
        case EventKind::ActorCreated:
            return isText(event.object) && isText(event.source);
        case EventKind::TaskAwait:
            return awaited(event) && isPlace(event.source);
        case EventKind::TaskReady:
            return awaited(event);
        case EventKind::TimerSet:
        case EventKind::ResourceCreated:
            return isObject(event.object) && isText(event.source);
        case EventKind::HandleReady:
            return isObject(event.object) && isText(event.value);
        case EventKind::HandleRun:
        case EventKind::HandleCancelled:
        case EventKind::TimerDue:
        case EventKind::ResourceLevel:
            return isObject(event.object);
        case EventKind::FutureLinked:
            return isObject(event.object) && (event.tag ? isObject(event.value) : isActor(event.value));
        case EventKind::Printed:
            return isText(event.object) && isText(event.value);
        default: // a text, or 0: the empty one
            return isText(event.object) && isPlace(event.source);
        }
    }

    [[nodiscard]] bool awaited(const TraceEvent &event) const
    {
        switch (event.reason()) {
        case Reason::Task:
        case Reason::WaitFor:
        case Reason::Shield: return isActor(event.object);
        default: return isObject(event.object);
        }
    }

    std::size_t m_texts;
    std::size_t m_places;
    std::uint64_t m_mostObjects;
    std::int64_t m_time = 0;
    std::int64_t m_actors = 1; ///< the main program
};

} // namespace

bool isSoundTime(std::int64_t nanoseconds)
{
    return nanoseconds >= 0 && nanoseconds <= kLatest;
}

std::optional<TraceFault> checkTrace(const Trace &trace)
{
    TraceCheck check(trace);
    const EventIndex size = trace.size();
    for (EventIndex i = 0; i < size; ++i)
        if (const auto fault = check.check(trace[i]))
            return TraceFault{i, *fault};
    return std::nullopt;
}

} // namespace coroscope

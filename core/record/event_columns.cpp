// SPDX-License-Identifier: MIT
#include "core/record/event_columns.h"

#include <array>

namespace coroscope {

namespace {

template <class Tag>
constexpr std::uint8_t last(Tag tag)
{
    return static_cast<std::uint8_t>(tag);
}

constexpr EventColumns describe(EventKind kind)
{
    using enum Column;
    switch (kind) {
    case EventKind::LoopStarted: return {.source = Place, .value = Moment};
    case EventKind::LoopStopped:
    case EventKind::Pass:
    case EventKind::SelectEntered: return {.value = Moment};
    case EventKind::ActorCreated:
        return {.object = Text, .source = Text, .value = Moment, .lastTag = last(ActorKind::Driven), .by = true};
    case EventKind::TaskStep: return {.lastTag = 1};
    case EventKind::TaskAwait:
        return {.object = Awaited, .source = Place, .value = Moment, .lastTag = last(Reason::Process)};
    case EventKind::TaskReady:
        return {.object = Awaited, .source = Waker, .lastTag = last(Reason::Process), .by = true};
    case EventKind::TaskDone: return {.object = Text, .value = Number, .lastTag = last(TextForm::Integer)};
    case EventKind::TaskCancelRequested: return {.value = Moment, .by = true};
    case EventKind::FrameEntered: return {.object = Text, .source = Place, .value = Event};
    case EventKind::SleepAsked: return {.object = Handle, .value = Moment};
    case EventKind::BlockBegan:
    case EventKind::WorkerStarted: return {.object = Text, .source = Place, .value = Moment, .lastTag = 1};
    case EventKind::HandleReady:
        return {.object = Handle, .value = Text, .lastTag = last(HandleRole::Loop), .by = true};
    case EventKind::HandleRun:
    case EventKind::HandleEnded:
    case EventKind::HandleCancelled:
    case EventKind::TimerDue: return {.object = Handle};
    case EventKind::TimerSet:
        return {.object = Handle, .source = Text, .value = Moment, .lastTag = last(HandleRole::Loop)};
    case EventKind::ResourceCreated:
        return {.object = Resource, .source = Text, .value = Moment, .lastTag = last(ResourceKind::Variable)};
    case EventKind::ResourceLevel:
        return {.object = Resource, .source = Event, .value = Moment, .lastTag = last(LevelChange::Written)};
    case EventKind::FutureLinked: return {.object = Resource, .value = Child, .lastTag = 1};
    case EventKind::Printed:
    case EventKind::PrintedError:
        return {.object = Text, .source = Place, .value = Text, .lastTag = last(TextForm::Integer)};
    case EventKind::Sent: return {.object = Text, .source = Place, .lastTag = 1};
    case EventKind::NeverAwaited:
    case EventKind::Yielded: return {.object = Text, .source = Place};
    case EventKind::Finished: return {.object = Text, .lastTag = last(RunEnd::Uncaught)};
    case EventKind::ActorLabel:
    case EventKind::TaskFailed:
    case EventKind::SectionBegan:
    case EventKind::SectionEnded:
    case EventKind::Warned:
    case EventKind::Reported:
    case EventKind::Caught:
    case EventKind::CallbackFailed:
    case EventKind::NeverRetrieved:
    case EventKind::Returned:
    case EventKind::Raised: return {.object = Text};
    case EventKind::SelectLeft:
    case EventKind::TaskCancelled:
    case EventKind::FrameLeft:
    case EventKind::BlockEnded:
    case EventKind::WorkerStopped:
    case EventKind::Interrupted: return {};
    }
    return {};
}

constexpr std::size_t kKindCount = static_cast<std::size_t>(kLastEventKind) + 1;

constexpr auto kColumns = [] {
    std::array<EventColumns, kKindCount> columns;
    for (std::size_t i = 0; i < kKindCount; ++i)
        columns[i] = describe(static_cast<EventKind>(i));
    return columns;
}();

} // namespace

const EventColumns &columnsOf(EventKind kind)
{
    return kColumns[static_cast<std::size_t>(kind)];
}

ActorId byOf(const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::ActorCreated: return event.creator();
    case EventKind::TaskReady: return event.wokenBy();
    case EventKind::TaskCancelRequested: return event.cancelledBy();
    case EventKind::HandleReady: return event.onBehalfOf();
    default: return ActorId::Main;
    }
}

std::int64_t valueOf(const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::ActorCreated: return event.number();
    case EventKind::TaskReady: return 0;
    default: return event.value;
    }
}

void clearUnused(TraceEvent &event)
{
    if (event.kind > kLastEventKind)
        return;
    const EventColumns &columns = columnsOf(event.kind);
    if (columns.object == Column::Nothing)
        event.object = 0;
    if (columns.source == Column::Nothing)
        event.source = 0;
    if (columns.value == Column::Nothing)
        event.value = 0;
}

bool setBy(TraceEvent &event, ActorId by)
{
    switch (event.kind) {
    case EventKind::ActorCreated:
        if (event.value < 0 || event.value > 0xffffffff)
            return false;
        event.value = TraceEvent::numberAndCreator(static_cast<std::uint32_t>(event.value), by);
        return true;
    case EventKind::TaskReady: event.value = raw(by); return true;
    case EventKind::TaskCancelRequested: event.object = raw(by); return true;
    case EventKind::HandleReady: event.source = raw(by); return true;
    default: // whose doing it is, says nothing more
        return true;
    }
}

} // namespace coroscope

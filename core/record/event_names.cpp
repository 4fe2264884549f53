// SPDX-License-Identifier: MIT
#include "core/record/event_names.h"

#include "core/record/event.h"

#include <algorithm>
#include <array>

namespace coroscope {

namespace {

// In the order of their enumerations; a kind that is added there needs its name here.
constexpr std::array<std::string_view, static_cast<std::size_t>(kLastEventKind) + 1> kKinds{
    "LoopStarted",     "LoopStopped",    "Pass",         "ActorCreated",    "ActorLabel",    "TaskStep",
    "TaskAwait",       "TaskReady",      "TaskDone",     "TaskFailed",      "TaskCancelled", "TaskCancelRequested",
    "FrameEntered",    "FrameLeft",      "BlockBegan",   "BlockEnded",      "HandleReady",   "HandleRun",
    "HandleCancelled", "TimerSet",       "TimerDue",     "ResourceCreated", "ResourceLevel", "FutureLinked",
    "SectionBegan",    "SectionEnded",   "Printed",      "Warned",          "Reported",      "Caught",
    "CallbackFailed",  "NeverRetrieved", "NeverAwaited", "WorkerStarted",   "WorkerStopped", "Sent",
    "Yielded",         "Returned",       "Raised",       "Interrupted",     "Finished",      "SelectEntered",
    "SelectLeft",      "HandleEnded",    "SleepAsked",   "PrintedError",
};

constexpr std::array<std::string_view, static_cast<std::size_t>(Reason::Process) + 1> kReasons{
    "None",    "Yield",     "Sleep",    "Future",    "Task",      "Gather", "Wait",
    "WaitFor", "Shield",    "QueueGet", "QueuePut",  "QueueJoin", "Lock",   "Semaphore",
    "Event",   "Condition", "Barrier",  "TaskGroup", "Executor",  "Stream", "Process",
};

constexpr bool complete(std::span<const std::string_view> names)
{
    return std::ranges::none_of(names, &std::string_view::empty);
}
static_assert(complete(kKinds) && complete(kReasons));

} // namespace

std::span<const std::string_view> eventKindNames()
{
    return kKinds;
}

std::span<const std::string_view> reasonNames()
{
    return kReasons;
}

} // namespace coroscope

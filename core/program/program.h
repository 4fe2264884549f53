// SPDX-License-Identifier: MIT
#pragma once

#include "core/program/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope::program {

/// The data of a scenario file (a program as JSON): what it makes, the tasks it starts, and what they do. Plain data,
/// complete and valid: a reader (app/readers/scenario_reader.h) has checked every name, number and argument.
/// core/program/interpreter.h runs it.

enum class ObjectKind : std::uint8_t {
    Queue,
    LifoQueue,
    PriorityQueue,
    Lock,
    Semaphore,
    BoundedSemaphore,
    Event,
    Condition,
    Future,
};

/// An operation's name is its kind in snake_case; the table of them is kOperations.
enum class OperationKind : std::uint8_t {
    Print,
    ShowLast,
    Show,
    Sleep,
    Block,
    Return,
    ReturnLast,
    Raise,
    Repeat,
    Try,
    Reraise,
    Put,
    Get,
    PutNowait,
    GetNowait,
    TaskDone,
    QueueJoin,
    Acquire,
    Release,
    With,
    CondWait,
    Notify,
    NotifyAll,
    Set,
    Clear,
    WaitEvent,
    AwaitFuture,
    SetResult,
    SetException,
    CancelFuture,
    Spawn,
    Join,
    JoinSelf,
    Cancel,
    Uncancel,
    Gather,
    WaitFor,
    Timeout,
    Shield,
    Wait,
    BadYield,
    Callback,
    CallSoon,
    CallLater,
    CancelLater,
    Executor,
    Stop,
};

/// The exceptions a scenario can raise itself.
enum class ErrorKind : std::uint8_t { ValueError, RuntimeError, KeyError, TimeoutError, CancelledError };

[[nodiscard]] std::string_view nameOf(ErrorKind kind);

struct Operation;
using Operations = std::vector<Operation>;

/// What gather, wait_for and shield take: an existing task, or a new coroutine that becomes a task of that name.
struct Child {
    std::string task;
    bool isNew = false;
    Operations operations; ///< of a new one
};

/// One operation. Which members count depends on the kind; the others are empty.
struct Operation {
    OperationKind kind = OperationKind::Stop;
    std::uint32_t line = 0;   ///< of the file, from 1; 0: it comes from none
    std::uint32_t object = 0; ///< index into Program::objects: the queue, lock, event, condition or future
    bool flag = false;        ///< gather: return_exceptions; wait: FIRST_COMPLETED
    ErrorKind error = ErrorKind::ValueError; ///< raise, set_exception
    std::optional<std::int64_t> number;      ///< milliseconds (none: null), or the count of repeat and notify
    std::string text;                        ///< print, raise, set_exception, callbacks
    std::string name;                        ///< the task, or the object of show
    Value value;                             ///< return, put, set_result, executor
    std::vector<std::string> names;          ///< try: kinds of exceptions; wait: tasks
    std::vector<Child> children;             ///< gather, wait_for, shield
    Operations body;                         ///< repeat, try, with, timeout, spawn
    Operations handler;                      ///< try
    Operations final;                        ///< try
};

struct ObjectData {
    std::string name;
    ObjectKind kind = ObjectKind::Lock;
    std::int64_t argument = 0; ///< a queue's maxsize (0: unbounded), a semaphore's value
};

struct RootTask {
    std::string name;
    Operations operations;
};

struct Program {
    std::vector<ObjectData> objects;
    std::vector<RootTask> tasks;
    std::optional<std::int64_t> untilMs; ///< Ctrl-C at this instant
    std::string about;                   ///< what the file says of itself
    std::string text;                    ///< the file, for whoever shows it; empty when that is too long
};

/// What the places of a trace (SourcePlace::file) call the scenario's file: operations are told apart by their lines.
inline constexpr std::string_view kScenarioFile = "scenario";

/// No time of a scenario is longer, and none of its clocks gets further (about 31 years).
inline constexpr std::int64_t kMaxMilliseconds = 1'000'000'000'000;
inline constexpr std::int64_t kMaxRepeats = 1'000'000'000'000;
inline constexpr std::int64_t kMaxCapacity = 1'000'000'000;

/// What an argument of an operation has to be.
enum class Argument : std::uint8_t {
    Text,
    AnyName,  ///< the name of an object or task
    TaskName, ///< a task, which need not exist
    NewTask,  ///< a new task's name, unique in the program
    Queue,
    Lockable,
    Condition,
    Event,
    Future, ///< the name of an object of that kind
    Milliseconds,
    OptionalMilliseconds, ///< or null
    Count,
    Scalar,
    Error, ///< the name of an ErrorKind
    Body,
    Handler,
    Final,
    Kinds, ///< names of exceptions, or "*"
    Children,
    Child,
    Tasks, ///< names of tasks
    YesNo,
    When, ///< ALL_COMPLETED or FIRST_COMPLETED
};

struct OperationForm {
    std::string_view name;
    OperationKind kind;
    std::vector<Argument> arguments;
};

struct ObjectForm {
    std::string_view name;
    ObjectKind kind;
    std::string_view argument; ///< empty: takes none
};

/// All operations and what they take; in the order of OperationKind.
[[nodiscard]] const std::vector<OperationForm> &operationForms();
[[nodiscard]] const std::vector<ObjectForm> &objectForms();
/// The names `try` may list, "*" among them.
[[nodiscard]] const std::vector<std::string_view> &exceptionNames();
[[nodiscard]] const std::vector<std::string_view> &errorNames();

} // namespace coroscope::program

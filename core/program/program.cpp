// SPDX-License-Identifier: MIT
#include "core/program/program.h"

namespace coroscope::program {

std::string_view nameOf(ErrorKind kind)
{
    return errorNames()[static_cast<std::size_t>(kind)];
}

const std::vector<std::string_view> &errorNames()
{
    static const std::vector<std::string_view> names{"ValueError", "RuntimeError", "KeyError", "TimeoutError",
                                                     "CancelledError"};
    return names;
}

const std::vector<std::string_view> &exceptionNames()
{
    static const std::vector<std::string_view> names{
        "*",         "ValueError", "RuntimeError",      "KeyError",  "TimeoutError",  "CancelledError",
        "QueueFull", "QueueEmpty", "InvalidStateError", "TypeError", "RecursionError"};
    return names;
}

const std::vector<ObjectForm> &objectForms()
{
    static const std::vector<ObjectForm> forms{
        {"queue", ObjectKind::Queue, "maxsize"},
        {"lifo", ObjectKind::LifoQueue, "maxsize"},
        {"priority", ObjectKind::PriorityQueue, "maxsize"},
        {"lock", ObjectKind::Lock, ""},
        {"semaphore", ObjectKind::Semaphore, "value"},
        {"bounded_semaphore", ObjectKind::BoundedSemaphore, "value"},
        {"event", ObjectKind::Event, ""},
        {"condition", ObjectKind::Condition, ""},
        {"future", ObjectKind::Future, ""},
    };
    return forms;
}

const std::vector<OperationForm> &operationForms()
{
    using A = Argument;
    using K = OperationKind;
    static const std::vector<OperationForm> forms{
        {"print", K::Print, {A::Text}},
        {"show_last", K::ShowLast, {}},
        {"show", K::Show, {A::AnyName}},
        {"sleep", K::Sleep, {A::Milliseconds}},
        {"block", K::Block, {A::Milliseconds}},
        {"return", K::Return, {A::Scalar}},
        {"return_last", K::ReturnLast, {}},
        {"raise", K::Raise, {A::Error, A::Text}},
        {"repeat", K::Repeat, {A::Count, A::Body}},
        {"try", K::Try, {A::Body, A::Kinds, A::Handler, A::Final}},
        {"reraise", K::Reraise, {}},
        {"put", K::Put, {A::Queue, A::Scalar}},
        {"get", K::Get, {A::Queue}},
        {"put_nowait", K::PutNowait, {A::Queue, A::Scalar}},
        {"get_nowait", K::GetNowait, {A::Queue}},
        {"task_done", K::TaskDone, {A::Queue}},
        {"queue_join", K::QueueJoin, {A::Queue}},
        {"acquire", K::Acquire, {A::Lockable}},
        {"release", K::Release, {A::Lockable}},
        {"with", K::With, {A::Lockable, A::Body}},
        {"cond_wait", K::CondWait, {A::Condition}},
        {"notify", K::Notify, {A::Condition, A::Count}},
        {"notify_all", K::NotifyAll, {A::Condition}},
        {"set", K::Set, {A::Event}},
        {"clear", K::Clear, {A::Event}},
        {"wait_event", K::WaitEvent, {A::Event}},
        {"await_future", K::AwaitFuture, {A::Future}},
        {"set_result", K::SetResult, {A::Future, A::Scalar}},
        {"set_exception", K::SetException, {A::Future, A::Error, A::Text}},
        {"cancel_future", K::CancelFuture, {A::Future}},
        {"spawn", K::Spawn, {A::NewTask, A::Body}},
        {"join", K::Join, {A::TaskName}},
        {"join_self", K::JoinSelf, {}},
        {"cancel", K::Cancel, {A::TaskName}},
        {"uncancel", K::Uncancel, {}},
        {"gather", K::Gather, {A::Children, A::YesNo}},
        {"wait_for", K::WaitFor, {A::Child, A::OptionalMilliseconds}},
        {"timeout", K::Timeout, {A::OptionalMilliseconds, A::Body}},
        {"shield", K::Shield, {A::Child}},
        {"wait", K::Wait, {A::Tasks, A::OptionalMilliseconds, A::When}},
        {"bad_yield", K::BadYield, {}},
        {"callback", K::Callback, {A::TaskName, A::Text}},
        {"call_soon", K::CallSoon, {A::Text}},
        {"call_later", K::CallLater, {A::Milliseconds, A::Text}},
        {"cancel_later", K::CancelLater, {A::Milliseconds, A::TaskName}},
        {"executor", K::Executor, {A::Milliseconds, A::Scalar}},
        {"stop", K::Stop, {}},
    };
    return forms;
}

} // namespace coroscope::program

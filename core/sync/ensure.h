// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/event_loop.h"

namespace coroscope {

/// What gather, wait_for, shield and their like accept: a coroutine (which they make a task), a task or a future.
template <class A>
struct FutureLike {
    static constexpr bool kAccepted = false;
};
template <class T>
struct FutureLike<Coro<T>> {
    static constexpr bool kAccepted = true;
    using Result = T;
};
template <class T>
struct FutureLike<Labelled<T>> : FutureLike<Coro<T>> {};
template <class T>
struct FutureLike<Future<T>> : FutureLike<Coro<T>> {};
template <class T>
struct FutureLike<Task<T>> : FutureLike<Coro<T>> {};

template <class A>
concept IsFutureLike = FutureLike<std::remove_cvref_t<A>>::kAccepted;
template <class A>
using ResultOf = typename FutureLike<std::remove_cvref_t<A>>::Result;

/// The running loop, or outside of one the program's (events._get_event_loop).
[[nodiscard]] inline EventLoop &loopInUse()
{
    World &world = World::current();
    return world.activeLoop() ? *world.activeLoop() : world.loop();
}

template <class T>
Future<T> asFuture(Coro<T> &&coro, EventLoop &loop = loopInUse())
{
    return loop.createTask(std::move(coro));
}
template <class T>
Future<T> asFuture(Labelled<T> &&coro, EventLoop &loop = loopInUse())
{
    return loop.createTask(std::move(coro));
}
template <class T>
Future<T> asFuture(Future<T> future)
{
    return future;
}
template <class T>
Future<T> asFuture(Future<T> future, EventLoop &)
{
    return future;
}

/// Awaits a future on behalf of something else: what the trace says the task waits for.
template <class T>
class AwaitAs {
public:
    AwaitAs(Future<T> future, Reason reason, std::uint32_t object)
        : m_future(std::move(future)), m_reason(reason), m_object(object)
    {
    }

    class Awaiter : public FutureAwaiter<T> {
    public:
        Awaiter(const AwaitAs &what, Driver &driver, const std::source_location &place)
            : FutureAwaiter<T>(what.m_future.state(), driver, place)
        {
            this->waitsFor(what.m_reason, what.m_object);
        }
    };
    Awaiter awaitIn(Driver &driver, const std::source_location &place) const { return {*this, driver, place}; }

private:
    Future<T> m_future;
    Reason m_reason;
    std::uint32_t m_object;
};

/// What stands for a future in the trace: a task's lane, else its resource.
[[nodiscard]] inline std::uint32_t objectOf(FutureBase &future, const TaskBase *task)
{
    return task ? raw(task->actor()) : raw(future.resource());
}
[[nodiscard]] inline std::uint32_t objectOf(FutureBase &future)
{
    return objectOf(future, future.asTask());
}

inline void recordLink(World &world, ResourceId parent, FutureBase &child)
{
    const TaskBase *const task = child.asTask();
    world.record(
        {.kind = EventKind::FutureLinked, .tag = !task, .object = raw(parent), .value = objectOf(child, task)});
}

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/loop/hand_driver.h"

#include "core/loop/event_loop.h"

namespace coroscope {

ActorId HandDriver::newLane(World &world, const char *function, std::string_view name)
{
    const ActorId lane = world.newActor();
    if (Trace *const trace = world.trace()) {
        const TextId text = trace->internStatic(function);
        world.record({.kind = EventKind::ActorCreated,
                      .tag = static_cast<std::uint8_t>(ActorKind::Driven),
                      .actor = lane,
                      .object = raw(name.empty() ? text : trace->intern(name)),
                      .source = raw(text)});
    }
    return lane;
}

HandDriver::~HandDriver()
{
    if (!m_started && kind() == Kind::Hand)
        detail::recordNeverAwaited(m_promise->function);
}

bool HandDriver::resume()
{
    if (m_ended)
        throw RuntimeError("cannot reuse already awaited coroutine");
    m_started = true;
    m_ended = drive();
    return m_ended;
}

/// What it does meanwhile is its own doing, unless a task drives it.
bool HandDriver::resumeAsItself()
{
    const ActorId outer = world().actor();
    if (outer == ActorId::Main && kind() == Kind::Hand)
        world().setActor(actor());
    const bool ended = resume();
    world().setActor(outer);
    return ended;
}

Value HandDriver::advance(Value value, bool byNext, const std::source_location &place)
{
    const auto record = [this](EventKind kind, const std::string &text, SourceId source = SourceId::Nowhere,
                               std::uint8_t tag = 0) {
        if (Trace *const trace = world().trace())
            world().record({.kind = kind,
                            .tag = tag,
                            .actor = actor(),
                            .object = raw(trace->intern(text)),
                            .source = raw(source)});
    };
    if (!m_started && !std::holds_alternative<std::monostate>(value))
        throw TypeError("can't send non-None value to a just-started coroutine");
    if (!m_ended)
        record(EventKind::Sent, repr(value), world().placeId(place), byNext ? 1 : 0);
    m_sent = std::move(value);
    if (!resumeAsItself()) {
        record(EventKind::Yielded, repr(m_yielded), std::exchange(m_yieldedAt, SourceId::Nowhere));
        return std::exchange(m_yielded, Value());
    }
    if (m_promise->error) {
        const std::exception_ptr raised = m_promise->error;
        record(EventKind::Raised, errorText(raised));
        std::rethrow_exception(raised);
    }
    const Value returned = m_takeResult();
    record(EventKind::Returned, repr(returned));
    throw StopIteration(returned);
}

void YieldToDriver::Awaiter::yield()
{
    TaskBase *const task = driver().task();
    if (task && std::holds_alternative<std::monostate>(m_value))
        task->yield(place());
    else if (task)
        task->failAwait(Reason::None, 0, place(),
                        std::make_exception_ptr(RuntimeError("Task got bad yield: " + repr(m_value))));
    else
        static_cast<HandDriver &>(driver()).yielded(std::move(m_value), place());
}

Value YieldToDriver::Awaiter::await_resume()
{
    driver().raiseInjected();
    return driver().task() ? Value() : static_cast<HandDriver &>(driver()).takeSent();
}

} // namespace coroscope

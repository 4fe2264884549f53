// SPDX-License-Identifier: MIT
#include "core/program/scenario.h"

namespace coroscope::program {

namespace {

/// Items of a priority queue compare as Python's do.
struct Ranked {
    explicit Ranked(Value content) : value(std::move(content)) {}
    Value value;
    friend bool operator<(const Ranked &a, const Ranked &b)
    {
        const Order order = lessThan(a.value, b.value);
        if (order == Order::Incomparable)
            throw TypeError("'<' not supported between these values");
        return order == Order::Less;
    }
};

Value valueOf(Value value)
{
    return value;
}
Value valueOf(Ranked item)
{
    return std::move(item.value);
}

template <class Q, class Item>
class QueueObject final : public AnyQueue {
public:
    explicit QueueObject(const ObjectData &data) : m_queue(static_cast<int>(data.argument), data.name) {}

    Coro<void> put(Value value) override
    {
        Item item(std::move(value));
        co_await m_queue.put(std::move(item));
    }
    Coro<Value> get() override
    {
        Item item = co_await m_queue.get();
        co_return valueOf(std::move(item));
    }
    Coro<void> join() override { co_await m_queue.join(); }
    void putNowait(Value value) override { m_queue.putNowait(Item(std::move(value))); }
    Value getNowait() override { return valueOf(m_queue.getNowait()); }
    void taskDone() override { m_queue.taskDone(); }
    [[nodiscard]] std::size_t size() const override { return m_queue.size(); }

private:
    Q m_queue;
};

} // namespace

Object makeObject(World &world, const ObjectData &data)
{
    const int argument = static_cast<int>(data.argument);
    switch (data.kind) {
    case ObjectKind::Queue: return std::make_unique<QueueObject<Queue<Value>, Value>>(data);
    case ObjectKind::LifoQueue: return std::make_unique<QueueObject<LifoQueue<Value>, Value>>(data);
    case ObjectKind::PriorityQueue: return std::make_unique<QueueObject<PriorityQueue<Ranked>, Ranked>>(data);
    case ObjectKind::Lock: return std::make_unique<Lock>(data.name);
    case ObjectKind::Semaphore: return std::make_unique<Semaphore>(argument, data.name);
    case ObjectKind::BoundedSemaphore: return std::make_unique<BoundedSemaphore>(argument, data.name);
    case ObjectKind::Event: return std::make_unique<Event>(data.name);
    case ObjectKind::Condition: return std::make_unique<Condition>(data.name);
    case ObjectKind::Future: break;
    }
    return world.loop().createFuture<Value>(data.name);
}

std::string stateOf(const FutureBase &future)
{
    return !future.done() ? "pending" : future.cancelled() ? "cancelled" : "done";
}

namespace {

struct StateText {
    std::string operator()(const std::unique_ptr<AnyQueue> &queue) const
    {
        return "size " + std::to_string(queue->size());
    }
    std::string operator()(const std::unique_ptr<Event> &event) const { return event->isSet() ? "set" : "unset"; }
    std::string operator()(const Future<Value> &future) const { return stateOf(*future.state()); }
    std::string operator()(const auto &lock) const { return lock->locked() ? "locked" : "unlocked"; }
};

} // namespace

std::string stateOf(const Object &object)
{
    return std::visit(StateText(), object);
}

Coro<void> acquire(Object &object)
{
    if (auto *lock = std::get_if<std::unique_ptr<Lock>>(&object))
        co_await (*lock)->acquire();
    else if (auto *semaphore = std::get_if<std::unique_ptr<Semaphore>>(&object))
        co_await (*semaphore)->acquire();
    else if (auto *condition = std::get_if<std::unique_ptr<Condition>>(&object))
        co_await (*condition)->acquire();
}

void release(Object &object)
{
    if (auto *lock = std::get_if<std::unique_ptr<Lock>>(&object))
        (*lock)->release();
    else if (auto *semaphore = std::get_if<std::unique_ptr<Semaphore>>(&object))
        (*semaphore)->release();
    else if (auto *condition = std::get_if<std::unique_ptr<Condition>>(&object))
        (*condition)->release();
}

std::exception_ptr makeError(ErrorKind kind, const std::string &text)
{
    if (kind == ErrorKind::CancelledError)
        return std::make_exception_ptr(CancelledError());
    return std::make_exception_ptr(ScenarioError(nameOf(kind), text));
}

namespace {

/// Calls with the BaseException, or with null when it is none.
template <class F>
auto inspect(const std::exception_ptr &error, F function)
{
    try {
        std::rethrow_exception(error);
    } catch (const BaseException &exception) {
        return function(&exception);
    } catch (...) {
        return function(static_cast<const BaseException *>(nullptr));
    }
}

} // namespace

std::string labelOf(const std::exception_ptr &error)
{
    return inspect(error, [](const BaseException *exception) -> std::string {
        if (!exception)
            return "Exception";
        const bool own = dynamic_cast<const ScenarioError *>(exception) != nullptr;
        return own ? std::string(exception->what()) : std::string(exception->typeName());
    });
}

std::string catchableType(const std::exception_ptr &error)
{
    return inspect(error, [](const BaseException *exception) -> std::string {
        const bool catchable = exception && !dynamic_cast<const KeyboardInterrupt *>(exception);
        return catchable ? std::string(exception->typeName()) : std::string();
    });
}

std::exception_ptr withoutWords(std::exception_ptr error)
{
    return inspect(error, [&error](const BaseException *exception) {
        const bool stays =
            !dynamic_cast<const Exception *>(exception) || dynamic_cast<const ScenarioError *>(exception);
        return stays ? error : std::make_exception_ptr(ScenarioError(exception->typeName(), {}));
    });
}

Scenario::Scenario(World &world, std::shared_ptr<const Program> data)
    : m_world(world), m_loop(world.loop()), m_data(std::move(data))
{
    // Of what the loop's handler is told, scenarios show what plain callbacks raised.
    m_loop.setExceptionHandler([this](const EventLoop::ExceptionContext &context) {
        if (context.message == "Exception in callback")
            recordText(EventKind::CallbackFailed, ActorId::Main, labelOf(context.exception));
    });
    for (const ObjectData &object : m_data->objects) {
        m_objectIndex.emplace(object.name, m_objects.size());
        m_objects.push_back(makeObject(world, object));
    }
}

const Task<Value> *Scenario::task(const std::string &name) const
{
    const auto known = m_taskIndex.find(name);
    return known == m_taskIndex.end() ? nullptr : &m_tasks[known->second];
}

Task<Value> Scenario::createTask(const std::string &name, Coro<Value> body)
{
    Task<Value> task = m_loop.createTask(std::move(body), name);
    m_taskIndex.insert_or_assign(name, m_tasks.size());
    m_tasks.push_back(task);
    return task;
}

std::string Scenario::show(const std::string &name) const
{
    if (const auto object = m_objectIndex.find(name); object != m_objectIndex.end())
        return name + ' ' + stateOf(m_objects[object->second]);
    const Task<Value> *const known = task(name);
    return name + ' ' + (known ? stateOf(*known->state()) : "missing");
}

void Scenario::print(const Value &value, SourceId place)
{
    if (const auto *text = value.string())
        return m_world.print(*text, "\n", place);
    if (Trace *const trace = m_world.trace())
        m_world.record({.kind = EventKind::Printed,
                        .tag = static_cast<std::uint8_t>(TextForm::Json),
                        .actor = m_world.actor(),
                        .object = raw(trace->intern(toJson(value))),
                        .source = raw(place),
                        .value = raw(trace->intern("\n"))});
}

SourceId Scenario::placeOf(const Operation &operation)
{
    Trace *const trace = m_world.trace();
    if (!trace)
        return SourceId::Nowhere;
    const auto [known, isNew] = m_places.try_emplace(operation.line);
    if (isNew)
        known->second = trace->intern(SourcePlace{std::string(kScenarioFile), {}, operation.line});
    return known->second;
}

TextId Scenario::nameOf(const Operation &operation)
{
    Trace *const trace = m_world.trace();
    return trace ? trace->internStatic(operationForms()[static_cast<std::size_t>(operation.kind)].name.data())
                 : TextId::Empty;
}

void Scenario::recordText(EventKind kind, ActorId actor, const std::string &text)
{
    if (Trace *const trace = m_world.trace())
        m_world.record({.kind = kind, .actor = actor, .object = raw(trace->intern(text))});
}

void Scenario::countOperation()
{
    if (++m_operations > kMaxOperations)
        refuse("the program is too large: it does more than " + std::to_string(kMaxOperations) + " operations");
}

Duration Scenario::milliseconds(std::int64_t count)
{
    const auto duration = std::chrono::milliseconds(count);
    if (m_world.now().time_since_epoch() + duration > std::chrono::milliseconds(kMaxClockMilliseconds))
        refuse("the program is too large: its clock gets beyond " + std::to_string(kMaxClockMilliseconds) + " ms");
    return duration;
}

std::optional<Duration> Scenario::limit(const Operation &operation)
{
    return operation.number ? std::optional(milliseconds(*operation.number)) : std::nullopt;
}

void Scenario::refuse(const std::string &sentence)
{
    m_refusal = sentence;
    m_loop.stop();
    throw TooLarge(sentence);
}

Future<Value> Scenario::startJob(Duration duration, Value result)
{
    if (m_executor == ResourceId::None)
        m_executor = m_world.newResource(ResourceKind::Executor, "executor", 0);
    const ActorId worker = m_threads.take(m_world, duration, "job");
    Future<Value> future = m_loop.createFuture<Value>();
    // The main program holds the scenario for as long as anything happens.
    m_world.at(m_world.now() + duration,
               [this, worker, future, result = std::move(result)] { jobDone(worker, future, result); });
    return future;
}

/// The thread hands its result to the loop, which passes it on in the iteration that sees it.
void Scenario::jobDone(ActorId worker, const Future<Value> &future, const Value &result)
{
    const ActorId outer = m_world.actor();
    m_world.setActor(worker);
    m_loop.callSoonThreadsafe(
        [future, result] {
            if (!future.done())
                future.setResult(result);
        },
        "job done", HandleRole::Loop);
    m_world.setActor(outer);
    m_threads.giveBack(m_world, worker);
}

} // namespace coroscope::program

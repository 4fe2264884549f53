// SPDX-License-Identifier: MIT
#pragma once

#include "core/program/interpreter.h"
#include "core/sync/executor.h"
#include "core/sync/queue.h"

#include <map>
#include <set>
#include <variant>

namespace coroscope::program {

/// A scenario's queue of any kind.
class AnyQueue {
public:
    virtual ~AnyQueue() = default;
    virtual Coro<void> put(Value value) = 0;
    virtual Coro<Value> get() = 0;
    virtual Coro<void> join() = 0;
    virtual void putNowait(Value value) = 0;
    virtual Value getNowait() = 0;
    virtual void taskDone() = 0;
    [[nodiscard]] virtual std::size_t size() const = 0;
};

/// An object of a scenario: what its operations act on.
using Object = std::variant<std::unique_ptr<AnyQueue>, std::unique_ptr<Lock>, std::unique_ptr<Semaphore>,
                            std::unique_ptr<Event>, std::unique_ptr<Condition>, Future<Value>>;

[[nodiscard]] Object makeObject(World &world, const ObjectData &data);
/// "q0 size 2", "l0 locked", "f0 pending".
[[nodiscard]] std::string stateOf(const Object &object);
[[nodiscard]] std::string stateOf(const FutureBase &future);

/// Takes a lock, semaphore or condition.
Coro<void> acquire(Object &object);
void release(Object &object);

/// An exception of the scenario itself (raise, set_exception), or one of asyncio's on its way out of a task, without
/// the words that only the library's messages have.
class ScenarioError : public Exception {
public:
    ScenarioError(std::string_view typeName, std::string text) : Exception(typeName, std::move(text)) {}
};

[[nodiscard]] std::exception_ptr makeError(ErrorKind kind, const std::string &text);
/// "Kind: text" for exceptions of the scenario itself, the bare type for those of asyncio.
[[nodiscard]] std::string labelOf(const std::exception_ptr &error);
/// Its type's name when a `try` can catch it at all, else empty.
[[nodiscard]] std::string catchableType(const std::exception_ptr &error);
/// The same exception as a ScenarioError; cancellation and what is not the scenario's stay what they are.
[[nodiscard]] std::exception_ptr withoutWords(std::exception_ptr error);

/// What a run of a scenario is made of. Every coroutine of it shares it, so that it outlives them all.
class Scenario {
public:
    Scenario(World &world, std::shared_ptr<const Program> data);

    [[nodiscard]] World &world() const { return m_world; }
    [[nodiscard]] EventLoop &loop() const { return m_loop; }
    [[nodiscard]] const Program &data() const { return *m_data; }
    [[nodiscard]] Object &object(const Operation &operation) { return m_objects[operation.object]; }
    [[nodiscard]] AnyQueue &queue(const Operation &operation)
    {
        return *std::get<std::unique_ptr<AnyQueue>>(object(operation));
    }
    [[nodiscard]] Event &event(const Operation &operation)
    {
        return *std::get<std::unique_ptr<Event>>(object(operation));
    }
    [[nodiscard]] Condition &condition(const Operation &operation)
    {
        return *std::get<std::unique_ptr<Condition>>(object(operation));
    }
    [[nodiscard]] Future<Value> &future(const Operation &operation)
    {
        return std::get<Future<Value>>(object(operation));
    }

    /// Null when there is no such task yet.
    [[nodiscard]] const Task<Value> *task(const std::string &name) const;
    Task<Value> createTask(const std::string &name, Coro<Value> body);
    /// In order of creation.
    [[nodiscard]] const std::vector<Task<Value>> &tasks() const { return m_tasks; }
    [[nodiscard]] std::size_t creationIndex(const std::string &name) const { return m_taskIndex.find(name)->second; }
    void awaitsItself(const FutureBase *task) { m_selfAwaiting.insert(task); }
    [[nodiscard]] bool hasAwaitedItself(const FutureBase *task) const { return m_selfAwaiting.contains(task); }
    /// What `show` prints of an object or task.
    [[nodiscard]] std::string show(const std::string &name) const;

    void print(const Value &value, SourceId place);
    /// Where the operation stands in the scenario's file; Nowhere when the run is not traced.
    [[nodiscard]] SourceId placeOf(const Operation &operation);
    /// What it is called, as the trace has it.
    [[nodiscard]] TextId nameOf(const Operation &operation);
    void recordText(EventKind kind, ActorId actor, const std::string &text);

    /// To be told of every operation. Throws TooLarge, and stops the loop, when there are too many.
    void countOperation();
    /// The duration of so many milliseconds from now on. Throws TooLarge when the clock would get too far.
    [[nodiscard]] Duration milliseconds(std::int64_t count);
    [[nodiscard]] std::optional<Duration> limit(const Operation &operation);
    [[noreturn]] void refuse(const std::string &sentence);
    /// The sentence of refuse(); empty: nothing was refused.
    [[nodiscard]] const std::string &refusal() const { return m_refusal; }

    /// A job that takes so long in a thread of its own, and its result.
    [[nodiscard]] Future<Value> startJob(Duration duration, Value result);
    [[nodiscard]] ResourceId executor() const { return m_executor; }

private:
    void jobDone(ActorId worker, const Future<Value> &future, const Value &result);

    World &m_world;
    EventLoop &m_loop;
    std::shared_ptr<const Program> m_data;
    std::vector<Object> m_objects;
    std::map<std::string, std::size_t, std::less<>> m_objectIndex;
    std::vector<Task<Value>> m_tasks;
    std::map<std::string, std::size_t, std::less<>> m_taskIndex;
    std::set<const FutureBase *> m_selfAwaiting;
    WorkerLanes m_threads;
    ResourceId m_executor = ResourceId::None;
    std::map<std::uint32_t, SourceId> m_places; ///< by line
    std::uint64_t m_operations = 0;
    std::string m_refusal;
};

} // namespace coroscope::program

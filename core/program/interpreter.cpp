// SPDX-License-Identifier: MIT
//
// A scenario is interpreted by coroutines, one for each list of operations that is being executed: body() for a task,
// block() for what is nested in it (with, try, timeout, repeat). Nesting costs no iteration of the loop, because
// awaiting a coroutine costs none.
//
// Operations fall into four groups. Most just act (act()); some await one thing (awaitOne() gives the coroutine that
// does); some contain operations (block()); two end the coroutine. Every coroutine of a task shares the task's frame
// (`last`, and the exceptions being handled) and the scenario.
//
// Each operation that awaits, blocks or acts is a coroutine of its own (OperationCall), so that the trace has its line.
//
// A `return` travels up as the result of block(): a value when one was met, nothing otherwise.
#include "core/program/interpreter.h"

#include "core/loop/hand_driver.h"
#include "core/program/operation_call.h"
#include "core/program/scenario.h"
#include "core/sync/gather.h"
#include "core/sync/sleep.h"
#include "core/sync/wait.h"

#include <algorithm>

namespace coroscope::program {

namespace {

/// What the operations of one coroutine share.
struct Frame {
    Value last;
    std::vector<std::exception_ptr> handling; ///< caught, by the handlers around
};

using Returned = std::optional<Value>;

Coro<Value> body(std::shared_ptr<Scenario> scenario, const Operations &operations);
Coro<Returned> block(std::shared_ptr<Scenario> scenario, Frame &frame, const Operations &operations);

} // namespace

/// What gather, wait_for and shield take: a task there is, or the coroutine that becomes a task when they want it.
class ChildAwaitable {
public:
    ChildAwaitable(std::shared_ptr<Scenario> scenario, const Child &child)
        : m_scenario(std::move(scenario)), m_child(&child)
    {
        if (child.isNew)
            m_body = body(m_scenario, child.operations);
        else if (const auto *task = m_scenario->task(child.task))
            m_existing = *task;
    }
    [[nodiscard]] bool missing() const { return !m_child->isNew && !m_existing.valid(); }
    /// asyncio.ensure_future().
    [[nodiscard]] Future<Value> ensureFuture()
    {
        return m_child->isNew ? m_scenario->createTask(m_child->task, std::move(m_body)) : m_existing;
    }

private:
    std::shared_ptr<Scenario> m_scenario;
    const Child *m_child;
    Future<Value> m_existing;
    Coro<Value> m_body;
};

/// Found by gather.
Future<Value> asFuture(ChildAwaitable child, EventLoop & = loopInUse())
{
    return child.ensureFuture();
}

} // namespace coroscope::program

template <>
struct coroscope::FutureLike<coroscope::program::ChildAwaitable> : FutureLike<Coro<coroscope::program::Value>> {};

namespace coroscope::program {

namespace {

// Operations that await one thing.

Coro<void> sleepFor(std::shared_ptr<Scenario> scenario, const Operation &operation)
{
    co_await sleep(scenario->milliseconds(*operation.number));
}

Coro<void> get(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    frame.last = co_await scenario->queue(operation).get();
}

Coro<void> waitEvent(std::shared_ptr<Scenario> scenario, const Operation &operation)
{
    co_await scenario->event(operation).wait();
}

Coro<void> awaitFuture(Frame &frame, Future<Value> future)
{
    frame.last = co_await future;
}

/// `await task`. CPython marks a future while it is being awaited; a task that awaits itself is an error that leaves
/// the mark, and from then on every plain `await` of that task fails at once, whoever does it.
Coro<void> awaitTask(std::shared_ptr<Scenario> scenario, Frame &frame, Future<Value> task)
{
    const FutureBase *const state = task.state().get();
    if (!task.done() && scenario->hasAwaitedItself(state))
        throw RuntimeError();
    if (state == scenario->loop().currentTask())
        scenario->awaitsItself(state);
    frame.last = co_await task;
}

Coro<void> join(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    if (const auto *task = scenario->task(operation.name))
        co_await awaitTask(scenario, frame, *task);
}

Coro<void> joinSelf(std::shared_ptr<Scenario> scenario, Frame &frame)
{
    Future<Value> self{Ref<FutureBase>(scenario->loop().currentTask())};
    return awaitTask(std::move(scenario), frame, std::move(self));
}

Coro<void> badYield()
{
    co_await yieldToDriver(coroscope::Value(std::string("not a future")));
}

Coro<void> gatherStrictly(Frame &frame, std::vector<ChildAwaitable> children)
{
    ValueList results = co_await gather(std::move(children));
    frame.last = Value(std::move(results));
}

Coro<void> gatherEverything(Frame &frame, std::vector<ChildAwaitable> children)
{
    const auto outcomes = co_await gatherOutcomes(std::move(children));
    ValueList results;
    for (const auto &outcome : outcomes)
        results.push_back(outcome.failed() ? Value::error(labelOf(outcome.error())) : outcome.value());
    frame.last = Value(std::move(results));
}

Coro<void> gatherChildren(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    // All are looked up before any is made a task.
    std::vector<ChildAwaitable> children;
    for (const Child &child : operation.children) {
        ChildAwaitable next(scenario, child);
        if (!next.missing())
            children.push_back(std::move(next));
    }
    return operation.flag ? gatherEverything(frame, std::move(children)) : gatherStrictly(frame, std::move(children));
}

Coro<void> waitForChild(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    const Child &child = operation.children.front();
    const auto limit = scenario->limit(operation);
    if (!limit && child.isNew) { // runs in this very task
        frame.last = co_await body(scenario, child.operations);
        co_return;
    }
    ChildAwaitable awaitable(scenario, child);
    if (awaitable.missing())
        co_return;
    Future<Value> future = awaitable.ensureFuture();
    if (limit)
        frame.last = co_await waitFor(std::move(future), limit);
    else
        co_await awaitTask(scenario, frame, std::move(future));
}

Coro<void> shieldChild(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    ChildAwaitable awaitable(scenario, operation.children.front());
    if (awaitable.missing())
        co_return;
    Future<Value> inner = awaitable.ensureFuture();
    frame.last = co_await shield(std::move(inner));
}

Value namesOf(const std::vector<Ref<FutureBase>> &tasks)
{
    ValueList names;
    for (const auto &task : tasks)
        names.emplace_back(task->asTask()->name());
    return Value(std::move(names));
}

Coro<void> waitForTasks(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    std::vector<std::size_t> indices; // sorted and without doubles: asyncio's set has no order a program could rely on
    for (const std::string &name : operation.names)
        if (scenario->task(name))
            indices.push_back(scenario->creationIndex(name));
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    if (indices.empty())
        co_return;
    std::vector<Ref<FutureBase>> tasks;
    for (const std::size_t index : indices)
        tasks.push_back(scenario->tasks()[index].state());
    const ReturnWhen when = operation.flag ? ReturnWhen::FirstCompleted : ReturnWhen::AllCompleted;
    const auto sets = co_await waitFutures(std::move(tasks), scenario->limit(operation), when);
    ValueList both;
    both.push_back(namesOf(sets.done));
    both.push_back(namesOf(sets.pending));
    frame.last = Value(std::move(both));
}

Coro<void> runJob(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    const Future<Value> job = scenario->startJob(scenario->milliseconds(*operation.number), operation.value);
    const AwaitAs<Value> result(job, Reason::Executor, raw(scenario->executor()));
    frame.last = co_await result;
}

/// The coroutine that awaits what the operation does; none when it is no such operation.
std::optional<Coro<void>> awaitOne(const std::shared_ptr<Scenario> &scenario, Frame &frame, const Operation &operation)
{
    switch (operation.kind) {
    case OperationKind::Sleep: return sleepFor(scenario, operation);
    case OperationKind::Put: return scenario->queue(operation).put(operation.value);
    case OperationKind::Get: return get(scenario, frame, operation);
    case OperationKind::QueueJoin: return scenario->queue(operation).join();
    case OperationKind::Acquire: return acquire(scenario->object(operation));
    case OperationKind::CondWait: return scenario->condition(operation).wait();
    case OperationKind::WaitEvent: return waitEvent(scenario, operation);
    case OperationKind::AwaitFuture: return awaitFuture(frame, scenario->future(operation));
    case OperationKind::Join: return join(scenario, frame, operation);
    case OperationKind::JoinSelf: return joinSelf(scenario, frame);
    case OperationKind::Gather: return gatherChildren(scenario, frame, operation);
    case OperationKind::WaitFor: return waitForChild(scenario, frame, operation);
    case OperationKind::Shield: return shieldChild(scenario, frame, operation);
    case OperationKind::Wait: return waitForTasks(scenario, frame, operation);
    case OperationKind::BadYield: return badYield();
    case OperationKind::Executor: return runJob(scenario, frame, operation);
    default: return std::nullopt;
    }
}

// Operations that contain operations.

Coro<Returned> repeat(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    for (std::int64_t i = 0; i < *operation.number; ++i) {
        scenario->countOperation();
        Returned returned = co_await block(scenario, frame, operation.body);
        if (returned)
            co_return returned;
    }
    co_return Returned();
}

bool catches(const Operation &operation, const std::exception_ptr &error)
{
    const std::string type = catchableType(error);
    const auto names = [&type](const std::string &name) { return name == "*" || name == type; };
    return !type.empty() && std::any_of(operation.names.begin(), operation.names.end(), names);
}

/// try / except / finally. What leaves a later part replaces what left an earlier one, but for the values of `final`.
Coro<Returned> tryBlock(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    Returned returned;
    std::exception_ptr error;
    try {
        returned = co_await block(scenario, frame, operation.body);
    } catch (...) {
        error = std::current_exception();
    }
    if (error && catches(operation, error)) {
        scenario->recordText(EventKind::Caught, scenario->world().actor(), labelOf(error));
        frame.handling.push_back(std::exchange(error, nullptr));
        try {
            returned = co_await block(scenario, frame, operation.handler);
        } catch (...) {
            error = std::current_exception();
        }
        frame.handling.pop_back();
    }
    co_await block(scenario, frame, operation.final);
    if (error)
        std::rethrow_exception(error);
    co_return returned;
}

/// async with
Coro<Returned> withBlock(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    Object &object = scenario->object(operation);
    co_await acquire(object);
    Returned returned;
    std::exception_ptr error;
    try {
        returned = co_await block(scenario, frame, operation.body);
    } catch (...) {
        error = std::current_exception();
    }
    release(object);
    if (error)
        std::rethrow_exception(error);
    co_return returned;
}

Coro<Returned> nested(const std::shared_ptr<Scenario> &scenario, Frame &frame, const Operation &operation)
{
    switch (operation.kind) {
    case OperationKind::Repeat: return repeat(scenario, frame, operation);
    case OperationKind::Try: return tryBlock(scenario, frame, operation);
    case OperationKind::With: return withBlock(scenario, frame, operation);
    default: return timeout(scenario->limit(operation), block(scenario, frame, operation.body));
    }
}

bool isNested(OperationKind kind)
{
    return kind == OperationKind::Repeat || kind == OperationKind::Try || kind == OperationKind::With
           || kind == OperationKind::Timeout;
}

// Operations that just act.

void actOnQueue(Scenario &scenario, Frame &frame, const Operation &operation)
{
    AnyQueue &queue = scenario.queue(operation);
    if (operation.kind == OperationKind::PutNowait)
        queue.putNowait(operation.value);
    else if (operation.kind == OperationKind::GetNowait)
        frame.last = queue.getNowait();
    else
        queue.taskDone();
}

void actOnFuture(Scenario &scenario, const Operation &operation)
{
    const Future<Value> &future = scenario.future(operation);
    if (operation.kind == OperationKind::SetResult)
        future.setResult(operation.value);
    else if (operation.kind == OperationKind::SetException)
        future.setException(makeError(operation.error, operation.text));
    else
        future.cancel();
}

void spawn(const std::shared_ptr<Scenario> &scenario, const Operation &operation)
{
    scenario->createTask(operation.name, body(scenario, operation.body));
}

void actOnTask(const std::shared_ptr<Scenario> &scenario, const Operation &operation)
{
    const auto *task = scenario->task(operation.name);
    if (!task)
        return;
    switch (operation.kind) {
    case OperationKind::Cancel: task->cancel(); break;
    case OperationKind::Callback:
        task->addDoneCallback([text = operation.text, place = scenario->placeOf(operation)](FutureBase &) {
            World::current().print(text, "\n", place);
        });
        break;
    default:
        scenario->loop().callLater(
            scenario->milliseconds(*operation.number), [task = *task] { task.cancel(); }, "cancel");
    }
}

void callLater(Scenario &scenario, const Operation &operation)
{
    const auto say = [text = operation.text, place = scenario.placeOf(operation)] {
        World::current().print(text, "\n", place);
    };
    if (operation.kind == OperationKind::CallSoon)
        scenario.loop().callSoon(say, "call_soon");
    else
        scenario.loop().callLater(scenario.milliseconds(*operation.number), say, "call_later");
}

void reraise(const Frame &frame)
{
    if (frame.handling.empty())
        throw RuntimeError();
    std::rethrow_exception(frame.handling.back());
}

void act(const std::shared_ptr<Scenario> &scenario, Frame &frame, const Operation &operation)
{
    switch (operation.kind) {
    case OperationKind::Block: return blockingSleep(scenario->milliseconds(*operation.number));
    case OperationKind::Raise: std::rethrow_exception(makeError(operation.error, operation.text));
    case OperationKind::Reraise: return reraise(frame);
    case OperationKind::PutNowait:
    case OperationKind::GetNowait:
    case OperationKind::TaskDone: return actOnQueue(*scenario, frame, operation);
    case OperationKind::Release: return release(scenario->object(operation));
    case OperationKind::Notify:
        return scenario->condition(operation).notify(static_cast<std::size_t>(*operation.number));
    case OperationKind::NotifyAll: return scenario->condition(operation).notifyAll();
    case OperationKind::Set: return scenario->event(operation).set();
    case OperationKind::Clear: return scenario->event(operation).clear();
    case OperationKind::SetResult:
    case OperationKind::SetException:
    case OperationKind::CancelFuture: return actOnFuture(*scenario, operation);
    case OperationKind::Spawn: return spawn(scenario, operation);
    case OperationKind::Cancel:
    case OperationKind::Callback:
    case OperationKind::CancelLater: return actOnTask(scenario, operation);
    case OperationKind::CallSoon:
    case OperationKind::CallLater: return callLater(*scenario, operation);
    case OperationKind::Uncancel: scenario->loop().currentTask()->uncancel(); return;
    default: return scenario->loop().stop();
    }
}

bool isPrint(OperationKind kind)
{
    return kind == OperationKind::Print || kind == OperationKind::ShowLast || kind == OperationKind::Show;
}

void printIt(Scenario &scenario, const Frame &frame, const Operation &operation)
{
    const SourceId place = scenario.placeOf(operation);
    if (operation.kind == OperationKind::ShowLast)
        scenario.print(frame.last, place);
    else
        scenario.world().print(operation.kind == OperationKind::Print ? operation.text : scenario.show(operation.name),
                               "\n", place);
}

Coro<void> actNow(std::shared_ptr<Scenario> scenario, Frame &frame, const Operation &operation)
{
    act(scenario, frame, operation);
    co_return;
}

Coro<void> execute(const std::shared_ptr<Scenario> &scenario, Frame &frame, const Operation &operation)
{
    auto awaiting = awaitOne(scenario, frame, operation);
    return awaiting ? std::move(*awaiting) : actNow(scenario, frame, operation);
}

/// Executes a list of operations; gives the value of the `return` that was met, if one was.
Coro<Returned> block(std::shared_ptr<Scenario> scenario, Frame &frame, const Operations &operations)
{
    for (const Operation &operation : operations) {
        scenario->countOperation();
        if (operation.kind == OperationKind::Return)
            co_return Returned(operation.value);
        if (operation.kind == OperationKind::ReturnLast)
            co_return Returned(frame.last);
        if (isPrint(operation.kind)) {
            printIt(*scenario, frame, operation);
        } else if (isNested(operation.kind)) {
            OperationCall<Returned> call(nested(scenario, frame, operation),
                                         {scenario->placeOf(operation), scenario->nameOf(operation)});
            Returned returned = co_await std::move(call);
            if (returned)
                co_return returned;
        } else {
            OperationCall<void> call(execute(scenario, frame, operation),
                                     {scenario->placeOf(operation), scenario->nameOf(operation)});
            co_await std::move(call);
        }
    }
    co_return Returned();
}

/// A task's coroutine, and that of wait_for without a limit. It holds the scenario: the run may end before the task.
Coro<Value> body(std::shared_ptr<Scenario> scenario, const Operations &operations)
{
    Frame frame;
    Returned returned;
    std::exception_ptr error;
    try {
        returned = co_await block(scenario, frame, operations);
    } catch (const ValueTooLarge &tooLarge) {
        scenario->refuse(std::string("the program is too large: it makes ") + tooLarge.what());
    } catch (...) {
        error = withoutWords(std::current_exception());
    }
    if (error)
        std::rethrow_exception(error);
    co_return returned.value_or(Value());
}

void recordNeverRetrieved(Scenario &scenario)
{
    for (const Task<Value> &task : scenario.tasks()) {
        FutureBase &future = *task.state();
        if (!future.done() || !future.neverRetrieved())
            continue;
        scenario.recordText(EventKind::NeverRetrieved, task.base().actor(), labelOf(future.peekException()));
        future.markRetrieved(); // told once
    }
}

/// The scenario is a parameter, not a local: it lives as long as the frame, to the end of the run.
Coro<void> runScenario(std::shared_ptr<Scenario> scenario)
{
    for (const RootTask &root : scenario->data().tasks)
        scenario->createTask(root.name, body(scenario, root.operations));
    try {
        co_await scenario->loop().runForever();
    } catch (...) {
        // Ctrl-C, or too many iterations of the loop: how the run ended is recorded by the run itself.
    }
    recordNeverRetrieved(*scenario);
    if (!scenario->refusal().empty())
        throw TooLarge(scenario->refusal());
}

} // namespace

MainProgram mainProgram(std::shared_ptr<const Program> program)
{
    return [program = std::move(program)](World &world) {
        return runScenario(std::make_shared<Scenario>(world, program));
    };
}

std::unique_ptr<Run> start(std::shared_ptr<const Program> program, bool traced)
{
    RunOptions options;
    options.traced = traced;
    options.maxPasses = kMaxPasses;
    if (program->untilMs)
        options.interruptAt = Instant(std::chrono::milliseconds(*program->untilMs));
    return std::make_unique<Run>(mainProgram(std::move(program)), options);
}

} // namespace coroscope::program

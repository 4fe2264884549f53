// SPDX-License-Identifier: MIT
#include "core/loop/run.h"

#include "core/loop/event_loop.h"
#include "core/loop/scheduled_outside.h"

namespace coroscope {

namespace {

std::unique_ptr<World> worldFor(const RunOptions &options, Trace *trace)
{
    auto clock = options.clock ? options.clock : std::make_shared<VirtualClock>();
    auto outside = options.outside ? options.outside : std::make_shared<ScheduledOutside>();
    return std::make_unique<World>(trace, std::move(clock), std::move(outside));
}

} // namespace

Run::Run(MainProgram program, RunOptions options)
    : m_trace(options.traced ? std::make_unique<Trace>() : nullptr), m_world(worldFor(options, m_trace.get())),
      m_program(std::move(program)), m_maxPasses(options.maxPasses > 0 ? options.maxPasses : ~std::uint64_t(0))
{
    if (options.interruptAt)
        m_world->interruptAt(*options.interruptAt);
    const World::Scope scope(*m_world);
    m_main = std::make_unique<HandDriver>(*m_world, ActorId::Main, m_program(*m_world));
}

Run::~Run()
{
    m_world->stopRecording();
    const World::Scope scope(*m_world);
    m_world->freeTasks(); // first: they may refer to what stands in the main program
    m_main.reset();
    m_world.reset();
}

Instant Run::advance(Instant until, std::uint64_t maxHandles)
{
    const World::Scope scope(*m_world);
    std::uint64_t budget = maxHandles;
    while (!m_finished && budget > 0) {
        EventLoop *const loop = m_world->activeLoop();
        if (!loop)
            resumeMain(nullptr);
        else if (!advanceLoop(*loop, until, budget))
            break;
    }
    if (m_finished)
        return kNever;
    EventLoop *const loop = m_world->activeLoop();
    return loop ? loop->nextMoment() : time();
}

void Run::finish()
{
    while (!m_finished)
        if (advance(Instant::max()) == kNever && !m_finished)
            m_world->waitUntil(kNever);
}

/// Runs the loop until it ends, the budget is spent, or (false) nothing happens until `until`.
bool Run::advanceLoop(EventLoop &loop, Instant until, std::uint64_t &budget)
{
    EventLoop::Limits limits{until, budget, m_passes, m_maxPasses};
    LoopEnd end = LoopEnd::Stopped;
    std::exception_ptr error;
    try {
        const std::uint64_t ran = loop.runHandles(limits);
        budget -= std::max<std::uint64_t>(ran, 1);
        m_passes = limits.passes;
        if (!loop.over())
            return ran == limits.handles;
        end = loop.idle() ? LoopEnd::Idle : LoopEnd::Stopped;
    } catch (const KeyboardInterrupt &) {
        end = LoopEnd::Interrupt;
        error = std::current_exception();
    } catch (const SpinLimit &) {
        end = LoopEnd::Spin;
        error = std::current_exception();
    }
    m_passes = limits.passes;
    endLoop(loop, end, std::move(error));
    return true;
}

void Run::endLoop(EventLoop &loop, LoopEnd end, std::exception_ptr error)
{
    m_lastLoopEnd = end == LoopEnd::Stopped && loop.runsUntilComplete() ? LoopEnd::Complete : end;
    loop.stopped(*m_lastLoopEnd);
    m_world->setActiveLoop(nullptr);
    resumeMain(std::move(error));
}

void Run::resumeMain(std::exception_ptr error)
{
    if (!(error ? m_main->resumeWith(std::move(error)) : m_main->resume())) {
        if (!m_world->activeLoop()) // it awaits something that only a loop could end
            finished(RunEnd::Uncaught,
                     std::make_exception_ptr(RuntimeError("the main program awaits something outside of a loop")));
        return;
    }
    if (m_main->error())
        finished(isInterrupt(m_main->error()) ? RunEnd::Interrupt : RunEnd::Uncaught, m_main->error());
    else
        finished(endOfLastLoop(), nullptr);
}

RunEnd Run::endOfLastLoop() const
{
    if (!m_lastLoopEnd)
        return RunEnd::End;
    switch (*m_lastLoopEnd) {
    case LoopEnd::Complete: return RunEnd::Complete;
    case LoopEnd::Stopped: return RunEnd::Stopped;
    case LoopEnd::Interrupt: return RunEnd::Interrupt;
    case LoopEnd::Spin: return RunEnd::Spin;
    default: return RunEnd::Idle;
    }
}

void Run::finished(RunEnd end, std::exception_ptr uncaught)
{
    m_finished = true;
    m_end = end;
    if (end == RunEnd::Uncaught)
        m_uncaught = uncaught;
    TraceEvent event{.kind = EventKind::Finished, .tag = static_cast<std::uint8_t>(end)};
    if (m_uncaught && m_trace)
        event.object = raw(m_trace->intern(errorText(m_uncaught)));
    m_world->record(event);
}

} // namespace coroscope

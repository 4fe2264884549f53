// SPDX-License-Identifier: MIT
#include "core/loop/run.h"

#include "core/loop/event_loop.h"
#include "core/loop/hand_driver.h"

namespace coroscope {

Run::Run(MainProgram program, RunOptions options)
    : m_trace(options.traced ? std::make_unique<Trace>() : nullptr), m_world(std::make_unique<World>(m_trace.get())),
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

bool Run::advance(Instant until, std::uint64_t maxHandles)
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
    return m_finished;
}

void Run::finish()
{
    while (!advance(Instant::max())) {
    }
}

/// Runs the loop until it ends, the budget is spent, or (false) nothing happens until `until`.
bool Run::advanceLoop(EventLoop &loop, Instant until, std::uint64_t &budget)
{
    LoopEnd end = LoopEnd::Stopped;
    std::exception_ptr error;
    try {
        while (budget > 0 && !passWasLast(loop)) {
            if (!loop.inPass() && !beginPass(loop, until))
                return false;
            budget -= std::min(budget, std::max<std::uint64_t>(runHandles(loop, until, budget), 1));
        }
        if (!passWasLast(loop))
            return true;
        end = m_idle ? LoopEnd::Idle : LoopEnd::Stopped;
    } catch (const KeyboardInterrupt &) {
        end = LoopEnd::Interrupt;
        error = std::current_exception();
    } catch (const SpinLimit &) {
        end = LoopEnd::Spin;
        error = std::current_exception();
    }
    m_passBegan = m_idle = false;
    endLoop(loop, end, std::move(error));
    return true;
}

std::uint64_t Run::runHandles(EventLoop &loop, Instant until, std::uint64_t budget)
{
    EventLoop::Limits limits{until, budget, m_passes, m_maxPasses};
    const std::uint64_t count = loop.runHandles(limits);
    m_passes = limits.passes;
    return count;
}

bool Run::passWasLast(const EventLoop &loop) const
{
    return m_passBegan && !loop.inPass() && loop.stopping();
}

/// The waiting part of an iteration: the body of select(). False when nothing happens until `until`.
bool Run::beginPass(EventLoop &loop, Instant until)
{
    const auto moment = nextMoment(loop);
    if (moment && *moment > until)
        return false;
    if (m_passes == m_maxPasses)
        throw SpinLimit();
    ++m_passes;
    if (const auto interrupt = m_world->nextInterrupt(); interrupt && *interrupt <= m_world->now())
        m_world->interrupt();
    waitUntilReady(loop);
    loop.beginPass();
    m_passBegan = true;
    return true;
}

/// When the loop has something to do; none when it never will.
std::optional<Instant> Run::nextMoment(EventLoop &loop) const
{
    if (loop.hasReady() || loop.stopping())
        return m_world->now();
    std::optional<Instant> soonest;
    for (const auto &moment : {loop.nextDeadline(), m_world->nextHappening(), m_world->nextInterrupt()})
        if (moment && (!soonest || *moment < *soonest))
            soonest = moment;
    return soonest ? std::max(*soonest, m_world->now()) : soonest;
}

void Run::waitUntilReady(EventLoop &loop)
{
    if (loop.hasReady() || loop.stopping()) {
        m_world->advance(m_world->now());
        return;
    }
    while (!loop.hasReady()) {
        const auto timer = loop.nextDeadline();
        const auto moment = nextMoment(loop);
        if (!moment) {
            m_idle = true;
            loop.stop();
            return;
        }
        // At one instant: first Ctrl-C, then what happens outside, then timers.
        if (const auto interrupt = m_world->nextInterrupt(); interrupt && *interrupt <= *moment) {
            m_world->moveClock(*moment);
            m_world->interrupt();
        }
        m_world->advance(*moment);
        if (timer && *timer <= m_world->now())
            return;
    }
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

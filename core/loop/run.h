// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/hand_driver.h"
#include "core/loop/world.h"

#include <functional>
#include <memory>
#include <optional>

namespace coroscope {

/// The main program of a run: a coroutine that makes loops and awaits their `runForever` or `runUntilComplete`.
using MainProgram = std::function<Coro<void>(World &)>;

struct RunOptions {
    bool traced = true;
    std::optional<Instant> interruptAt = {}; ///< Ctrl-C at this instant
    std::uint64_t maxPasses = 0;           ///< the main program gets SpinLimit after so many loop iterations; 0: never
    std::shared_ptr<Clock> clock = {};     ///< null: a virtual one
    std::shared_ptr<Outside> outside = {}; ///< null: what happens is scheduled
};

/// One run of a lesson or scenario, advanced bit by bit by whoever shows it: the window a little each frame, the
/// command line to the end. Nothing runs ahead of what was asked for, so an endless program plays as well as one
/// that ends.
///
///     Run run([](World &world) -> Coro<void> { co_await world.loop().runUntilComplete(hello(world)); });
///     while (!run.finished())
///         run.advance(run.time() + 1s, 1000);
///
/// On a virtual clock waiting is a jump, and takes place in advance(). On a real one it is the host who waits: it lets
/// the run go as far as the clock is, and comes back at the instant it is told, or when the clock is woken because
/// another thread has called EventLoop::callSoonThreadsafe():
///
///     void Host::goOn() // by a timer, and by wake() of the host's own clock through the host's own event loop
///     {
///         const Instant next = m_run.advance(m_clock->now(), 1000);
///         if (next != kNever)
///             m_timer.start(next - m_clock->now()); // at once when the difference is not above zero
///     }
///
/// A host that has nothing else to do calls finish(): the clock itself waits then.
///
/// Single thread, but for what is said to be for any. Destroying an unfinished run frees all its coroutines.
class Run {
public:
    explicit Run(MainProgram program, RunOptions options = {});
    ~Run();
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    /// Runs until there is nothing to do up to `until`, `maxHandles` callbacks and steps have run, or the run is
    /// finished. A blocking call is one piece: the clock may end up behind it. On a real clock an iteration that begins
    /// later than `until` is the next call's.
    ///
    /// Gives when it wants to go on: now or earlier for at once, a later instant for nothing before it, kNever when
    /// only somebody outside knows, or when it is finished.
    Instant advance(Instant until, std::uint64_t maxHandles = ~std::uint64_t(0));

    /// To the end. An endless program ends only by RunOptions::maxPasses or interruptAt.
    void finish();

    [[nodiscard]] bool finished() const { return m_finished; }
    /// How the run ended. Valid when finished().
    [[nodiscard]] RunEnd end() const { return m_end; }
    /// The exception that ended the main program (RunEnd::Uncaught), else null.
    [[nodiscard]] std::exception_ptr uncaught() const { return m_uncaught; }
    /// How far the clock got.
    [[nodiscard]] Instant time() const { return m_world->now(); }

    [[nodiscard]] World &world() { return *m_world; }
    /// The record; only when RunOptions::traced.
    [[nodiscard]] const Trace &trace() const { return *m_trace; }

private:
    bool advanceLoop(EventLoop &loop, Instant until, std::uint64_t &budget);
    void endLoop(EventLoop &loop, LoopEnd end, std::exception_ptr error);
    void resumeMain(std::exception_ptr error);
    [[nodiscard]] RunEnd endOfLastLoop() const;
    void finished(RunEnd end, std::exception_ptr uncaught);

    std::unique_ptr<Trace> m_trace;
    std::unique_ptr<World> m_world;
    MainProgram m_program;
    std::unique_ptr<HandDriver> m_main; ///< drives the main program
    std::uint64_t m_maxPasses;
    std::uint64_t m_passes = 0;
    std::optional<LoopEnd> m_lastLoopEnd; ///< none before the main program has run a loop
    bool m_finished = false;
    RunEnd m_end = RunEnd::End;
    std::exception_ptr m_uncaught;
};

} // namespace coroscope

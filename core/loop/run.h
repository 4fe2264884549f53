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
    std::uint64_t maxPasses = 0; ///< the main program gets SpinLimit after so many loop iterations; 0: never
};

/// Thrown into the main program when the loops' iterations are used up: it spins without ever waiting.
class SpinLimit : public BaseException {
public:
    SpinLimit() : BaseException("SpinLimit", {}) {}
};

/// One run of a lesson or scenario, advanced bit by bit by whoever shows it: the window a little each frame, the
/// command line to the end. Nothing runs ahead of what was asked for, so an endless program plays as well as one
/// that ends.
///
///     Run run([](World &world) -> Coro<void> { co_await world.loop().runUntilComplete(hello(world)); });
///     while (!run.finished())
///         run.advance(run.time() + 1s, 1000);
///
/// Single thread. Destroying an unfinished run frees all its coroutines.
class Run {
public:
    explicit Run(MainProgram program, RunOptions options = {});
    ~Run();
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    /// Runs until the clock is past `until`, `maxHandles` callbacks and steps have run, or the run is finished.
    /// A blocking call is one piece: the clock may end up behind it. Returns finished().
    bool advance(Instant until, std::uint64_t maxHandles = ~std::uint64_t(0));

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
    std::uint64_t runHandles(EventLoop &loop, Instant until, std::uint64_t budget);
    [[nodiscard]] bool passWasLast(const EventLoop &loop) const;
    bool beginPass(EventLoop &loop, Instant until);
    [[nodiscard]] std::optional<Instant> nextMoment(EventLoop &loop) const;
    void waitUntilReady(EventLoop &loop);
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
    bool m_passBegan = false;             ///< at least one iteration since the loop was started
    bool m_idle = false;                  ///< the loop stops because nothing can ever run again
    bool m_finished = false;
    RunEnd m_end = RunEnd::End;
    std::exception_ptr m_uncaught;
};

} // namespace coroscope

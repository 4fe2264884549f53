// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/run.h"
#include "core/program/program.h"

#include <memory>
#include <stdexcept>

namespace coroscope::program {

/// What a scenario may do at most. Its files can ask for more than any machine has: loops in loops, lists that double.
inline constexpr std::uint64_t kMaxOperations = 10'000'000;
/// An endless scenario ends after so many iterations of the loop, with its report ("spin").
inline constexpr std::uint64_t kMaxPasses = 20'000;
/// No clock goes further (about 127 years).
inline constexpr std::int64_t kMaxClockMilliseconds = 4 * kMaxMilliseconds;

/// The exception that ends the main program of a scenario that asks for too much; one sentence.
class TooLarge : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The program as the main program of a run: makes the objects, creates the root tasks in their order, and runs the
/// loop until it is idle, stopped or interrupted. Then records what was never retrieved.
[[nodiscard]] MainProgram mainProgram(std::shared_ptr<const Program> program);

/// A run of it that has not begun, with the scenario's own interrupt and limits.
[[nodiscard]] std::unique_ptr<Run> start(std::shared_ptr<const Program> program, bool traced = true);

} // namespace coroscope::program

// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/time.h"

#include <cstdint>
#include <string>

namespace coroscope {

/// Lessons and scenario files show different things of a run, in words of their own.
enum class Dialect : std::uint8_t {
    Lesson, ///< times in seconds, the console as Python prints it
    Scenario,
};

/// How functions and calls are written.
enum class Language : std::uint8_t { Python, Cpp };

/// What a run's times are.
enum class ClockKind : std::uint8_t {
    Virtual, ///< time stands still between two waits, and every number is exact
    Real,    ///< measured: every event is a little later than the one before
};

/// What is known of a run before its first event.
struct RunHeader {
    ClockKind clock = ClockKind::Virtual;
    /// What holds the thread for less is no diagnostic and no starved span, what is shorter marks no slot of the job
    /// table, and times are shown no finer. It never merges instants.
    Duration tolerance{};
    std::string name = {}; ///< a lesson's id, a file, a module
    Dialect dialect = Dialect::Lesson;
    Language language = Language::Python;
};

/// The text of a source file, under the name that the places have.
struct SourceText {
    std::string file;
    std::string text;
};

/// How the recorded program ended.
struct RunExit {
    enum class How : std::uint8_t { Status, Signal } how = How::Status;
    std::int32_t number = 0;
};

} // namespace coroscope

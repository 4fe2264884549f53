// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/event_loop.h"
#include "core/sync/gather.h"
#include "core/sync/queue.h"
#include "core/sync/sleep.h"

/// The small helpers of the course's scripts.
namespace coroscope {

/// Prints "---------- zero"; showTimer() counts from here.
void startTimer();

/// "1s + 500ms", as showTimer() prints it.
[[nodiscard]] std::string timerText();

/// Prints the time since startTimer() and the words.
template <class... Words>
void showTimer(const Words &...words)
{
    print(timerText(), words...);
}

/// A job that only takes time, between ">>> words" and "<<< words": a section of the job table.
Coro<void> sequence(std::string words, Duration delay);

/// print(text, end="")
void mark(char character);

} // namespace coroscope

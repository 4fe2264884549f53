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

/// Prints the time since startTimer() and the words. The place is the caller's, as for print().
template <class A>
void showTimer(const A &a, std::source_location place = std::source_location::current())
{
    printAt(place, timerText(), a);
}
template <class A, class B>
void showTimer(const A &a, const B &b, std::source_location place = std::source_location::current())
{
    printAt(place, timerText(), a, b);
}
template <class A, class B, class C>
void showTimer(const A &a, const B &b, const C &c, std::source_location place = std::source_location::current())
{
    printAt(place, timerText(), a, b, c);
}
template <class A, class B, class C, class D>
void showTimer(const A &a, const B &b, const C &c, const D &d, std::source_location place = std::source_location::current())
{
    printAt(place, timerText(), a, b, c, d);
}
template <class A, class B, class C, class D, class E>
void showTimer(const A &a, const B &b, const C &c, const D &d, const E &e, std::source_location place = std::source_location::current())
{
    printAt(place, timerText(), a, b, c, d, e);
}

/// A job that only takes time, between ">>> words" and "<<< words": a section of the job table.
Coro<void> sequence(std::string words, Duration delay);

/// print(text, end="")
void mark(char character, std::source_location place = std::source_location::current());

/// A value of any type, where Python mixes them: [None, 4], [1.5, 1].
class Object {
public:
    Object() = default; ///< None
    explicit Object(Value value) : m_value(std::move(value)) {}
    friend std::string repr(const Object &object) { return coroscope::repr(object.m_value); }

private:
    Value m_value;
};

/// The number of seconds: 1.5, 1.
[[nodiscard]] Object secondsObject(Duration d);

/// What print(type(exception)) shows: "<class 'StopIteration'>".
[[nodiscard]] std::string typeText(const BaseException &error);

/// The text with blanks up to a width, as f"{text:20}".
[[nodiscard]] std::string padded(std::string text, std::size_t width);

/// `finally`: has something done when its scope is left, in whatever way.
///
///     const Finally leave([] { print("leaving"); });
template <class Action>
class Finally {
public:
    explicit Finally(Action action) : m_action(std::move(action)) {}
    Finally(const Finally &) = delete;
    Finally &operator=(const Finally &) = delete;
    ~Finally() { m_action(); }

private:
    Action m_action;
};

} // namespace coroscope

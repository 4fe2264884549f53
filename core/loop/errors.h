// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace coroscope {

/// The exceptions of Python's and asyncio's vocabulary. As in Python, CancelledError and KeyboardInterrupt are not
/// an Exception: `catch (const Exception &)` lets them pass.
class BaseException : public std::exception {
public:
    /// The name in Python: "TimeoutError".
    [[nodiscard]] std::string_view typeName() const { return m_typeName; }
    /// str(exception); may be empty.
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// "TimeoutError: too late", or the bare name when there is no text.
    [[nodiscard]] const char *what() const noexcept override { return m_what.c_str(); }
    /// repr(exception): "TimeoutError('too late')".
    [[nodiscard]] virtual std::string repr() const;

protected:
    BaseException(std::string_view typeName, std::string text)
        : m_typeName(typeName), m_text(std::move(text)), m_what(m_typeName + (m_text.empty() ? "" : ": " + m_text))
    {
    }

private:
    std::string m_typeName;
    std::string m_text;
    std::string m_what;
};

class CancelledError : public BaseException {
public:
    explicit CancelledError(std::string text = {}) : BaseException("CancelledError", std::move(text)) {}
};

class KeyboardInterrupt : public BaseException {
public:
    KeyboardInterrupt() : BaseException("KeyboardInterrupt", {}) {}
};

class Exception : public BaseException {
public:
    explicit Exception(std::string text = {}) : BaseException("Exception", std::move(text)) {}

protected:
    using BaseException::BaseException;
};

class RuntimeError : public Exception {
public:
    explicit RuntimeError(std::string text = {}) : Exception("RuntimeError", std::move(text)) {}

protected:
    RuntimeError(std::string_view typeName, std::string text) : Exception(typeName, std::move(text)) {}
};

class RecursionError : public RuntimeError {
public:
    explicit RecursionError(std::string text = "maximum recursion depth exceeded")
        : RuntimeError("RecursionError", std::move(text))
    {
    }
};

class ValueError : public Exception {
public:
    explicit ValueError(std::string text = {}) : Exception("ValueError", std::move(text)) {}
};

class TypeError : public Exception {
public:
    explicit TypeError(std::string text = {}) : Exception("TypeError", std::move(text)) {}
};

class KeyError : public Exception {
public:
    explicit KeyError(std::string text = {}) : Exception("KeyError", std::move(text)) {}
};

class ZeroDivisionError : public Exception {
public:
    explicit ZeroDivisionError(std::string text = "division by zero") : Exception("ZeroDivisionError", std::move(text))
    {
    }
};

class TimeoutError : public Exception {
public:
    explicit TimeoutError(std::string text = {}) : Exception("TimeoutError", std::move(text)) {}
};

class InvalidStateError : public Exception {
public:
    explicit InvalidStateError(std::string text = {}) : Exception("InvalidStateError", std::move(text)) {}
};

class QueueFull : public Exception {
public:
    QueueFull() : Exception("QueueFull", {}) {}
};

class QueueEmpty : public Exception {
public:
    QueueEmpty() : Exception("QueueEmpty", {}) {}
};

class BrokenBarrierError : public Exception {
public:
    explicit BrokenBarrierError(std::string text = {}) : Exception("BrokenBarrierError", std::move(text)) {}
};

/// The exception as "Type: text"; for foreign C++ exceptions their what().
[[nodiscard]] std::string errorText(const std::exception_ptr &error);
/// As Python's repr() shows it: ValueError('too late').
[[nodiscard]] std::string reprOfError(const std::exception_ptr &error);
[[nodiscard]] bool isCancelled(const std::exception_ptr &error);
[[nodiscard]] bool isInterrupt(const std::exception_ptr &error);

/// Thrown into the main program when the loops' iterations are used up: it spins without ever waiting.
class SpinLimit : public BaseException {
public:
    SpinLimit() : BaseException("SpinLimit", {}) {}
};

} // namespace coroscope

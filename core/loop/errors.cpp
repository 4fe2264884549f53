// SPDX-License-Identifier: MIT
#include "core/loop/errors.h"

#include "core/record/repr.h"

namespace coroscope {

namespace {

template <class E>
bool holds(const std::exception_ptr &error)
{
    if (!error)
        return false;
    try {
        std::rethrow_exception(error);
    } catch (const E &) {
        return true;
    } catch (...) {
        return false;
    }
}

} // namespace

std::string BaseException::repr() const
{
    return m_typeName + '(' + (m_text.empty() ? "" : coroscope::repr(m_text)) + ')';
}

std::string errorText(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception &e) {
        return e.what();
    } catch (...) {
        return "unknown exception";
    }
}

std::string reprOfError(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const BaseException &e) {
        return e.repr();
    } catch (...) {
        return errorText(error);
    }
}

bool isCancelled(const std::exception_ptr &error)
{
    return holds<CancelledError>(error);
}

bool isInterrupt(const std::exception_ptr &error)
{
    return holds<KeyboardInterrupt>(error);
}

} // namespace coroscope

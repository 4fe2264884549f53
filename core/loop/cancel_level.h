// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/errors.h"

namespace coroscope {

/// A cancel() within a cancel(): a task cancels what it awaits, a gather its children. Beyond kDeepest of them that is
/// a RecursionError, as in CPython, where each is a call: at asyncio.run()'s depth so many of its thousand are left.
/// Throws it before anything has happened at that level.
class CancelLevel {
public:
    static constexpr int kDeepest = 985;

    CancelLevel()
    {
        if (s_depth >= kDeepest)
            throw RecursionError();
        ++s_depth;
    }
    ~CancelLevel() { --s_depth; }
    CancelLevel(const CancelLevel &) = delete;
    CancelLevel &operator=(const CancelLevel &) = delete;

private:
    static inline thread_local int s_depth = 0;
};

} // namespace coroscope

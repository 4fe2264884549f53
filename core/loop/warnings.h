// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/world.h"

#include <string>
#include <vector>

namespace coroscope {

/// Keeps the warnings of the current world for the length of a scope, instead of their being shown (Python's
/// warnings.catch_warnings(record=True)).
///
///     const CatchWarnings caught;
///     static_cast<void>(forgotten());
///     print(caught.texts().front()); // RuntimeWarning: coroutine 'forgotten' was never awaited
class CatchWarnings {
public:
    CatchWarnings();
    ~CatchWarnings();
    CatchWarnings(const CatchWarnings &) = delete;
    CatchWarnings &operator=(const CatchWarnings &) = delete;

    [[nodiscard]] const std::vector<std::string> &texts() const { return m_texts; }

    /// For the world: true when somebody catches its warnings, and has this one now.
    static bool caught(const World &world, std::string_view text);

private:
    static thread_local CatchWarnings *t_last;

    World &m_world;
    CatchWarnings *m_outer; ///< of any world: runs on one thread may take turns
    std::vector<std::string> m_texts;
};

} // namespace coroscope

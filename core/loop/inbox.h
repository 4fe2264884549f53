// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <functional>
#include <mutex>

namespace coroscope {

/// What other threads want done in the run's. Any thread may call any function.
class Inbox {
public:
    void add(std::function<void()> call);
    [[nodiscard]] bool empty() const;
    /// The oldest one; an empty function when there is none.
    [[nodiscard]] std::function<void()> take();

private:
    mutable std::mutex m_mutex;
    std::deque<std::function<void()>> m_calls;
};

} // namespace coroscope

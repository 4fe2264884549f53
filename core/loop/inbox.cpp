// SPDX-License-Identifier: MIT
#include "core/loop/inbox.h"

#include <utility>

namespace coroscope {

void Inbox::add(std::function<void()> call)
{
    const std::lock_guard lock(m_mutex);
    m_calls.push_back(std::move(call));
}

bool Inbox::empty() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls.empty();
}

std::function<void()> Inbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_calls.empty())
        return {};
    std::function<void()> call = std::move(m_calls.front());
    m_calls.pop_front();
    return call;
}

} // namespace coroscope

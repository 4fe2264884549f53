// SPDX-License-Identifier: MIT
#include "core/sim/flow.h"

#include "core/sim/network.h"
#include "core/sync/ensure.h"

#include <algorithm>

namespace coroscope {

namespace {

/// A task that waits, if there is one that is still waiting, goes on.
void wake(Future<bool> &waiter)
{
    const Future<bool> woken = std::exchange(waiter, {});
    if (woken.valid() && !woken.done())
        woken.setResult(true);
}

} // namespace

void ByteFlow::write(std::int64_t bytes)
{
    m_waiting += bytes;
    m_written += bytes;
    recordLevel(m_written);
    m_paused = m_paused || m_waiting > kHighWater;
    wake(m_arrived);
}

Coro<void> ByteFlow::drain()
{
    if (!m_paused)
        co_return;
    const Future<bool> room = m_drained = m_loop.createFuture<bool>("room on the connection");
    co_await room;
}

void ByteFlow::close()
{
    m_closed = true;
    recordLevel(kClosed);
    wake(m_arrived);
}

Coro<void> ByteFlow::waitForData()
{
    m_arrived = m_loop.createFuture<bool>();
    co_await AwaitAs<bool>(m_arrived, Reason::Stream, raw(resource()));
}

Coro<void> ByteFlow::readExactly(std::int64_t bytes)
{
    while (bytes > 0) {
        if (m_waiting == 0)
            co_await waitForData();
        const std::int64_t taken = std::min(bytes, m_waiting);
        take(taken);
        bytes -= taken;
    }
}

Coro<void> ByteFlow::readToEnd()
{
    take(m_waiting);
    while (!m_closed) {
        co_await waitForData();
        take(m_waiting);
    }
}

void ByteFlow::take(std::int64_t bytes)
{
    m_waiting -= bytes;
    if (m_paused && m_waiting <= kHighWater / 4) {
        m_paused = false;
        wake(m_drained);
    }
}

} // namespace coroscope

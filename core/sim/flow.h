// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/wait_queue.h"

namespace coroscope {

/// A simulated connection that takes no more than its reader does: what is written lies in the writer's memory until it
/// is read. It counts bytes and holds none.
///
/// drain() waits while more than the high-water mark is there, until no more than a quarter of it is left, as asyncio's
/// transports have it.
class ByteFlow : public TracedResource {
public:
    static constexpr std::int64_t kHighWater = 64 * 1024;

    ByteFlow(EventLoop &loop, std::string_view name) : TracedResource(ResourceKind::Stream, name, 0), m_loop(loop) {}

    /// StreamWriter.write(): never waits.
    void write(std::int64_t bytes);
    /// StreamWriter.drain()
    Coro<void> drain();
    /// StreamReader.readexactly()
    Coro<void> readExactly(std::int64_t bytes);
    /// StreamWriter.close(): nothing more will be written.
    void close();
    /// `await reader.read()` of all there is, until the connection is closed.
    Coro<void> readToEnd();
    /// Written and not yet read.
    [[nodiscard]] std::int64_t waiting() const { return m_waiting; }

private:
    Coro<void> waitForData();
    void take(std::int64_t bytes);

    EventLoop &m_loop;
    std::int64_t m_written = 0;
    std::int64_t m_waiting = 0;
    bool m_paused = false;
    bool m_closed = false;
    Future<bool> m_drained; ///< valid while drain() waits
    Future<bool> m_arrived; ///< valid while the reader waits
};

} // namespace coroscope

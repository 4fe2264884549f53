// SPDX-License-Identifier: MIT
#pragma once

#include "core/sim/network.h"
#include "core/sync/wait_queue.h"

namespace coroscope {

/// asyncio.StreamReader: takes what arrives, gives it to the one coroutine that reads.
class StreamReader : public TracedResource {
public:
    explicit StreamReader(EventLoop &loop, std::string_view name = {})
        : TracedResource(ResourceKind::Stream, name, 0), m_loop(loop)
    {
    }

    void feedData(const Bytes &data);
    void feedEof();
    [[nodiscard]] bool atEof() const { return m_eof && m_buffer.empty(); }

    /// Up to and with the next line end; at the end of the stream what is left, then nothing. Throws RuntimeError when
    /// somebody else reads already.
    Coro<Bytes> readLine();
    /// Whatever has arrived, up to so many bytes; waits only while there is nothing, and gives nothing at the end.
    Coro<Bytes> read(std::size_t most);

private:
    Coro<void> waitForData(const char *reading);
    void wake();
    [[nodiscard]] Bytes take(std::size_t size);

    EventLoop &m_loop;
    std::string m_buffer;
    Future<void> m_waiter; ///< valid while somebody waits
    bool m_eof = false;
};

/// asyncio.StreamWriter: a copyable reference to a connection that is written to.
class StreamWriter {
public:
    struct Connection {
        Transport *transport = nullptr;
        Future<void> closed;
    };
    explicit StreamWriter(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    [[nodiscard]] const std::string &peer() const { return m_connection->transport->peer(); }
    void write(Bytes data) const { m_connection->transport->write(std::move(data)); }
    /// Waits until more can be written: here at once, except that a closing connection lets others run first.
    [[nodiscard]] Coro<void> drain() const;
    void close() const { m_connection->transport->close(); }
    [[nodiscard]] Coro<void> waitClosed() const;

private:
    std::shared_ptr<Connection> m_connection;
};

/// What a server with streams does with a connection; it becomes a task.
using ConnectionHandler = std::function<Labelled<void>(std::shared_ptr<StreamReader>, StreamWriter)>;

/// asyncio.start_server() for scripted clients: each connection has a reader, a writer and a task of its own.
[[nodiscard]] ProtocolFactory streamServer(EventLoop &loop, ConnectionHandler handler);

} // namespace coroscope

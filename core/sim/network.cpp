// SPDX-License-Identifier: MIT
#include "core/sim/network.h"

#include "core/sync/wait_queue.h"

namespace coroscope {

/// The server's end. Callbacks in asyncio's own order: connection_made and connection_lost are handles of the loop,
/// data comes within the handle of its I/O event.
class Client::Wire : public Transport, public TracedResource, public std::enable_shared_from_this<Client::Wire> {
public:
    explicit Wire(const Connection &connection)
        : TracedResource(ResourceKind::Stream, connection.peer, 0), m_loop(connection.loop), m_peer(connection.peer),
          m_latency(connection.latency), m_protocol(connection.factory())
    {
    }

    void open()
    {
        m_loop.callSoon([self = shared_from_this()] { self->m_protocol->connectionMade(*self); }, "connection_made",
                        role());
    }
    [[nodiscard]] const std::string &peer() const override { return m_peer; }
    [[nodiscard]] bool closing() const override { return m_closing; }
    [[nodiscard]] HandleRole role() const { return m_protocol->role(); }
    void write(Bytes data) override
    {
        if (m_closing)
            return;
        recordLevel(m_written += static_cast<std::int64_t>(data.data().size()));
        // Shown by the loop, as the listing does: in turn with whatever else happens at that instant.
        const auto receive = [peer = m_peer, data = std::move(data)] { print(peer, "receives", data); };
        World &world = m_loop.world();
        world.at(world.now() + m_latency,
                 [&loop = m_loop, receive] { loop.callSoonThreadsafe(receive, "receives", HandleRole::Loop); });
    }
    void close() override
    {
        if (std::exchange(m_closing, true))
            return;
        recordLevel(kClosed);
        m_loop.callSoon([self = shared_from_this()] { self->m_protocol->connectionLost(); }, "connection_lost", role());
    }

    void arrived(const Bytes &data)
    {
        if (!m_closing)
            m_protocol->dataReceived(data);
    }
    void arrivedEof()
    {
        if (!m_closing && !m_protocol->eofReceived())
            close();
    }

private:
    EventLoop &m_loop;
    std::string m_peer;
    Duration m_latency;
    std::unique_ptr<Protocol> m_protocol;
    std::int64_t m_written = 0; ///< bytes in all
    bool m_closing = false;
};

Client::Client(EventLoop &loop, ProtocolFactory factory, std::string peer, Duration latency)
    : m_connection(
          std::make_shared<Connection>(Connection{loop, std::move(factory), std::move(peer), latency, nullptr}))
{
}

void Client::at(Duration when, const char *label, std::function<void()> happening)
{
    m_connection->loop.world().at(Instant(when), [connection = m_connection, label, happening = std::move(happening)] {
        const HandleRole role = connection->wire ? connection->wire->role() : HandleRole::Loop;
        connection->loop.callSoonThreadsafe(happening, label, role);
    });
}

void Client::connect(Duration when)
{
    at(when, "accept", [connection = m_connection] {
        connection->wire = std::make_shared<Wire>(*connection);
        connection->wire->open();
    });
}

void Client::send(Duration when, Bytes data)
{
    at(when, "data_received", [connection = m_connection, data = std::move(data)] {
        if (connection->wire)
            connection->wire->arrived(data);
    });
}

void Client::hangUp(Duration when)
{
    at(when, "eof_received", [connection = m_connection] {
        if (connection->wire)
            connection->wire->arrivedEof();
    });
}

} // namespace coroscope

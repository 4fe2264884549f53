// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/event_loop.h"
#include "core/sim/bytes.h"

namespace coroscope {

/// The level of a connection (a resource of the trace) once it is closed; before, it is how many bytes were written to
/// it.
inline constexpr std::int64_t kClosed = -1;

/// A simulated connection as a server sees it (asyncio.Transport).
class Transport {
public:
    /// The peer's name ("peername").
    [[nodiscard]] virtual const std::string &peer() const = 0;
    virtual void write(Bytes data) = 0;
    /// The protocol's connectionLost() follows in the next iteration.
    virtual void close() = 0;
    [[nodiscard]] virtual bool closing() const = 0;

protected:
    virtual ~Transport() = default;
};

/// What a server does with a connection (asyncio.Protocol): the loop calls, the object answers. The transport lives
/// longer than the protocol.
class Protocol {
public:
    virtual ~Protocol() = default;
    virtual void connectionMade(Transport &transport) = 0;
    virtual void dataReceived(Bytes data) = 0;
    /// The peer will send nothing more. True keeps the connection open to write on; else it is closed.
    virtual bool eofReceived() { return false; }
    virtual void connectionLost() {}
    /// Whose code it is: asyncio's own protocols are no steps of the program.
    [[nodiscard]] virtual HandleRole role() const { return HandleRole::Program; }
};

using ProtocolFactory = std::function<std::unique_ptr<Protocol>()>;

/// A scripted peer of a simulated server: connects, sends and hangs up at given instants of the virtual clock. What it
/// does reaches the loop as an I/O event. What the server writes it prints, after the latency.
///
///     Client client(loop, [] { return std::make_unique<Echo>(); }, "one", 50ms);
///     client.connect(100ms);
///     client.send(500ms, "hello");
///     client.hangUp(1s);
///     co_await loop.runForever();
class Client {
public:
    Client(EventLoop &loop, ProtocolFactory factory, std::string peer, Duration latency);

    // Since the start of the run.
    void connect(Duration at);
    void send(Duration at, Bytes data);
    void hangUp(Duration at);

private:
    class Wire;
    /// What happens outside may outlive the client.
    struct Connection {
        EventLoop &loop;
        ProtocolFactory factory;
        std::string peer;
        Duration latency;
        std::shared_ptr<Wire> wire; ///< once connected
    };

    void at(Duration when, const char *label, std::function<void()> happening);

    std::shared_ptr<Connection> m_connection;
};

} // namespace coroscope

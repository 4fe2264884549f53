// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sim/network.h"

namespace coroscope::echo_protocol {
namespace {

/// The loop calls, the object answers.
class Echo : public Protocol {
public:
    void connectionMade(Transport &transport) override
    {
        m_transport = &transport;
        showTimer("connection_made", transport.peer()); //: Echo.connection_made+3
    }
    void dataReceived(Bytes data) override
    {
        showTimer("data_received", m_transport->peer(), data); //: Echo.data_received+1
        m_transport->write(data);
        if (data == Bytes("quit"))
            m_transport->close();
    }
    bool eofReceived() override
    {
        showTimer("eof_received", m_transport->peer()); //: Echo.eof_received+1
        return false;
    }
    void connectionLost() override
    {
        showTimer("connection_lost", m_transport->peer(), std::monostate()); //: Echo.connection_lost+1
    }

private:
    Transport *m_transport = nullptr;
};

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.loop();
    const Duration latency = settings.seconds("latency");
    const ProtocolFactory echo = [] { return std::make_unique<Echo>(); };
    startTimer();
    Client one(loop, echo, "one", latency);
    Client two(loop, echo, "two", latency);
    one.connect(100ms);
    two.connect(200ms);
    one.send(500ms, "hello");
    two.send(600ms, "salut");
    one.hangUp(1s);
    two.send(1500ms, "quit");
    co_await loop.runForever(); //: 41
}

const RegisterLesson lesson(Lesson{
    .id = "echo-protocol",
    .chapter = 8,
    .parameters = {secondsParameter("latency", "0.05")},
    .comparedWith = {"echo-streams"},
    .order = 2,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::echo_protocol

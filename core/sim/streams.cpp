// SPDX-License-Identifier: MIT
#include "core/sim/streams.h"

#include "core/sync/ensure.h"
#include "core/sync/sleep.h"

namespace coroscope {

void StreamReader::feedData(const Bytes &data)
{
    m_buffer += data.data();
    wake();
}

void StreamReader::feedEof()
{
    m_eof = true;
    wake();
}

void StreamReader::wake()
{
    const Future<void> waiter = std::exchange(m_waiter, {});
    if (waiter.valid() && !waiter.cancelled())
        waiter.setResult();
}

Coro<void> StreamReader::waitForData(const char *reading)
{
    if (m_waiter.valid())
        throw RuntimeError(std::string(reading)
                           + "() called while another coroutine is already waiting for incoming data");
    const Future<void> waiter = m_waiter = m_loop.createFuture<void>();
    const auto forget = [this, &waiter] {
        if (m_waiter == waiter)
            m_waiter = {};
    };
    try {
        co_await AwaitAs<void>(waiter, Reason::Stream, raw(resource()));
    } catch (...) {
        forget();
        throw;
    }
    forget();
}

Bytes StreamReader::take(std::size_t size)
{
    Bytes taken(m_buffer.substr(0, size));
    m_buffer.erase(0, size);
    return taken;
}

Coro<Bytes> StreamReader::readLine()
{
    std::size_t end = m_buffer.find('\n');
    while (end == m_buffer.npos && !m_eof) {
        co_await waitForData("readuntil");
        end = m_buffer.find('\n');
    }
    co_return take(end == m_buffer.npos ? m_buffer.size() : end + 1);
}

Coro<Bytes> StreamReader::read(std::size_t most)
{
    if (most > 0 && m_buffer.empty() && !m_eof)
        co_await waitForData("read");
    co_return take(most);
}

Coro<void> StreamWriter::drain() const
{
    if (m_connection->transport->closing())
        co_await sleep(0s);
}

Coro<void> StreamWriter::waitClosed() const
{
    co_await m_connection->closed;
}

namespace {

/// asyncio.StreamReaderProtocol
class StreamProtocol : public Protocol {
public:
    StreamProtocol(EventLoop &loop, ConnectionHandler handler)
        : m_loop(loop), m_handler(std::move(handler)), m_connection(std::make_shared<StreamWriter::Connection>())
    {
    }
    void connectionMade(Transport &transport) override
    {
        m_reader = std::make_shared<StreamReader>(m_loop, transport.peer() + ".reader");
        *m_connection = {&transport, m_loop.createFuture<void>()};
        m_loop.createTask(m_handler(m_reader, StreamWriter(m_connection)));
    }
    void dataReceived(Bytes data) override { m_reader->feedData(data); }
    [[nodiscard]] HandleRole role() const override { return HandleRole::Loop; }
    bool eofReceived() override
    {
        m_reader->feedEof();
        return true;
    }
    void connectionLost() override
    {
        m_reader->feedEof();
        if (!m_connection->closed.done())
            m_connection->closed.setResult();
    }

private:
    EventLoop &m_loop;
    ConnectionHandler m_handler;
    std::shared_ptr<StreamReader> m_reader;
    std::shared_ptr<StreamWriter::Connection> m_connection;
};

} // namespace

ProtocolFactory streamServer(EventLoop &loop, ConnectionHandler handler)
{
    return [&loop, handler = std::move(handler)] { return std::make_unique<StreamProtocol>(loop, handler); };
}

} // namespace coroscope

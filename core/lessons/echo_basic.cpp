// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sim/streams.h"

namespace coroscope::echo_basic {
namespace {

Coro<void> handleConnection(std::shared_ptr<StreamReader> reader, StreamWriter writer)
{
    print("New connection..."); //: handle_connection+1
    for (;;) {
        const Bytes data = co_await reader->read(8192); //: handle_connection+3
        if (data.empty())
            break;
        print("Sending", data, "back"); //: handle_connection+6
        writer.write(data);
    }
    writer.close();
}

Labelled<void> connected(std::shared_ptr<StreamReader> reader, StreamWriter writer)
{
    return labelled("handle " + writer.peer(), handleConnection(reader, writer));
}

Coro<void> echoServer()
{
    print("Serving on localhost:8000"); //: echo_server+1
    co_return;
}

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.loop();
    const Duration latency = settings.seconds("latency");
    co_await loop.runUntilComplete(labelled("echo_server", echoServer())); //: 22
    const ProtocolFactory server = streamServer(loop, connected);
    Client one(loop, server, "one", latency);
    Client two(loop, server, "two", latency);
    one.connect(100ms);
    two.connect(200ms);
    one.send(500ms, "hel");
    two.send(600ms, "salut\nca va\n");
    one.send(700ms, "lo\n");
    one.hangUp(1s);
    two.hangUp(1500ms);
    co_await loop.runForever(); //: 24
}

const RegisterLesson lesson(Lesson{
    .id = "echo-basic",
    .chapter = 8,
    .parameters = {secondsParameter("latency", "0.05")},
    .comparedWith = {"echo-streams"},
    .order = 1,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::echo_basic

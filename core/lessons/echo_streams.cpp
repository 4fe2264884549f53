// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sim/streams.h"

namespace coroscope::echo_streams {
namespace {

Coro<void> serve(std::shared_ptr<StreamReader> reader, StreamWriter writer)
{
    const std::string peer = writer.peer();
    showTimer(peer, "connected"); //: serve+2
    for (;;) {
        const Bytes line = co_await reader->readLine(); //: serve+4
        if (line.empty())
            break;
        showTimer(peer, "said", line); //: serve+7
        writer.write(line);
        co_await writer.drain(); //: serve+9
    }
    writer.close();
    co_await writer.waitClosed(); //: serve+11
    showTimer(peer, "left"); //: serve+12
}

Labelled<void> connected(std::shared_ptr<StreamReader> reader, StreamWriter writer)
{
    return labelled("serve " + writer.peer(), serve(reader, writer));
}

Coro<void> program(World &world, Settings settings)
{
    EventLoop &loop = world.loop();
    const Duration latency = settings.seconds("latency");
    const ProtocolFactory server = streamServer(loop, connected);
    startTimer();
    Client one(loop, server, "one", latency);
    Client two(loop, server, "two", latency);
    one.connect(100ms);
    two.connect(200ms);
    one.send(500ms, "hel");
    two.send(600ms, "salut\nca va\n");
    one.send(700ms, "lo\n");
    one.hangUp(1s);
    two.hangUp(1500ms);
    co_await loop.runForever(); //: 36
}

const RegisterLesson lesson(Lesson{
    .id = "echo-streams",
    .chapter = 8,
    .parameters = {secondsParameter("latency", "0.05")},
    .comparedWith = {"echo-protocol"},
    .order = 3,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::echo_streams

// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sim/flow.h"

namespace coroscope::drain {
namespace {

constexpr std::int64_t kSize = 16 * 1024 * 1024;

Coro<void> serve(ByteFlow *connection, int pieces, bool drain)
{
    for (int n = 1; n <= pieces; ++n) {
        connection->write(kSize);
        showTimer("written", n); //: serve+3
        if (drain)
            co_await connection->drain(); //: serve+5
    }
    connection->close();
}

Coro<void> client(ByteFlow *connection, int pieces, Duration pause)
{
    for (int n = 1; n <= pieces; ++n) {
        co_await sleep(pause); //: client+3
        co_await connection->readExactly(kSize); //: client+4
        showTimer("read", n); //: client+5
    }
    co_await connection->readToEnd(); //: client+6
    showTimer("closed"); //: client+7
}

Coro<void> both(Settings settings)
{
    ByteFlow connection(EventLoop::running(), "client");
    const int pieces = settings.integer("pieces");
    startTimer();
    const Task<void> server = createTask(labelled("serve", serve(&connection, pieces, settings.yes("drain"))));
    co_await client(&connection, pieces, settings.seconds("pause")); //: main+3
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", both(settings))); //: 50
}

const RegisterLesson lesson(Lesson{
    .id = "drain",
    .chapter = 8,
    .parameters = {integerParameter("pieces", 4, 1, 20), secondsParameter("pause", "0.2", 0.01, 10), yesNoParameter("drain", true)},
    .comparedWith = {"back-pressure", {"drain", {{"drain", "no"}}}},
    .order = 4,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::drain

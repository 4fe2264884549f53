// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sim/process.h"

namespace coroscope::subprocess_lines {
namespace {

std::string stripped(const Bytes &line)
{
    const std::string &text = line.data();
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

Coro<int> follow(std::string name, std::vector<ProcessLine> lines, Duration exitAt, int code)
{
    const Process process = co_await createSubprocess(name, lines, exitAt, code); //: follow+1
    for (;;) {
        const Bytes line = co_await process.standardOutput().readLine(); //: follow+3
        if (line.empty())
            break;
        showTimer(name + ":", stripped(line)); //: follow+6
    }
    const int exitCode = co_await process.wait(); //: follow+7
    showTimer(name + ": exit", exitCode); //: follow+8
    co_return exitCode;
}

Coro<void> both()
{
    startTimer();
    const std::vector<ProcessLine> ping{{100ms, "seq 1"}, {1100ms, "seq 2"}, {2100ms, "seq 3"}};
    const std::vector<ProcessLine> make{{500ms, "compiling"}, {1700ms, "error"}};
    const auto codes = co_await gather(labelled("ping", follow("ping", ping, 2200ms, 0)), labelled("make", follow("make", make, 1800ms, 2))); //: both+2
    showTimer("codes", codes); //: both+3
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("both", both())); //: 38
}

const RegisterLesson lesson(Lesson{
    .id = "subprocess-lines",
    .chapter = 8,
    .order = 5,
    .outside = true,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::subprocess_lines

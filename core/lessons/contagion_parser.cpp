// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/async_generator.h"

namespace coroscope::contagion_parser {
namespace {

using Pair = std::tuple<std::string, std::string>;

AsyncGenerator<std::string> network()
{
    for (const std::string chunk : {"a=1\nb=", "2\nc=3", "\nd=4\n"}) {
        co_await sleep(1s); //: network+2
        co_yield chunk;
    }
}

Pair parseLine(const std::string &line)
{
    const std::size_t equals = line.find('=');
    return {line.substr(0, equals), line.substr(equals + 1)};
}

/// Takes the lines that are complete off the front of a text.
std::vector<std::string> takeLines(std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
        lines.push_back(text.substr(0, end));
        text.erase(0, end + 1);
    }
    return lines;
}

/// Ordinary: wants it all.
std::vector<Pair> parse(std::string text)
{
    std::vector<Pair> pairs;
    for (const std::string &line : takeLines(text))
        pairs.push_back(parseLine(line));
    return pairs;
}

/// Contaminated: takes what comes.
AsyncGenerator<Pair> parsePiecewise(AsyncGenerator<std::string> chunks)
{
    std::string rest;
    for (auto chunk = co_await chunks.next(); chunk; chunk = co_await chunks.next()) { //: parse_piecewise+2
        rest += *chunk;
        for (const std::string &line : takeLines(rest))
            co_yield parseLine(line);
    }
}

Coro<void> bothWays()
{
    startTimer();
    std::string text;
    auto chunks = network();
    for (auto chunk = co_await chunks.next(); chunk; chunk = co_await chunks.next()) //: both_ways+3
        text += *chunk;
    for (const Pair &pair : parse(text))
        showTimer("whole", pair); //: both_ways+6

    auto pairs = parsePiecewise(network());
    for (auto pair = co_await pairs.next(); pair; pair = co_await pairs.next()) //: both_ways+8
        showTimer("piecewise", *pair); //: both_ways+9
}

Coro<void> program(World &world, Settings)
{
    co_await world.loop().runUntilComplete(labelled("both_ways", bothWays())); //: 54
}

const RegisterLesson lesson(Lesson{
    .id = "contagion-parser",
    .chapter = 2,
    .order = 9,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::contagion_parser

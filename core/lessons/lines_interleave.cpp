// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/pages.h"

namespace coroscope::lines_interleave {
namespace {

/// A page that comes line by line: Python's asynchronous iterator.
class Lines {
public:
    Lines(Duration period, int count) : m_period(period), m_left(count) {}

    /// __anext__: none after the last line.
    Coro<std::optional<std::string>> anext()
    {
        if (m_left == 0)
            co_return std::nullopt;
        --m_left;
        co_await sleep(m_period); //: Lines.__anext__+4
        co_return "line\n";
    }

private:
    Duration m_period;
    int m_left;
};

Coro<std::string> fetchLines(int number, Duration period, int count)
{
    Lines lines(period, count);
    for (auto line = co_await lines.anext(); line; line = co_await lines.anext()) //: fetch_lines+1
        mark(static_cast<char>('0' + number)); //: fetch_lines+2
    co_return page(number).url;
}

Coro<void> program(World &world, Settings settings)
{
    std::vector<Labelled<std::string>> fetches;
    int count = settings.integer("lines"); // of the first page; each other has one less than the page before
    for (const Duration period : {150ms, 210ms, 120ms, 90ms}) {
        const int number = static_cast<int>(fetches.size());
        fetches.push_back(labelled(page(number).name, fetchLines(number, period, count--)));
    }
    const auto results = co_await world.loop().runUntilComplete(gather(std::move(fetches))); //: 42
    print(""); //: 43
    for (const std::string &result : results)
        echo(result); //: 45
}

const RegisterLesson lesson(Lesson{
    .id = "lines-interleave",
    .chapter = 3,
    .parameters = {integerParameter("lines", 6, 4, 40)},
    .order = 1,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::lines_interleave

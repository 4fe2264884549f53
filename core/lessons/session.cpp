// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/lessons/lookup_error.h"

namespace coroscope::session {
namespace {

/// Something with `__aenter__` and `__aexit__`. C++ has no destructor that could await: aexit() is called on every way out.
class Session {
public:
    Coro<void> aenter()
    {
        showTimer("session opens"); //: Session.__aenter__+1
        co_await sleep(200ms); //: Session.__aenter__+2
    }
    Coro<void> aexit(Duration closing)
    {
        showTimer("session closes"); //: Session.__aexit__+1
        co_await sleep(closing); //: Session.__aexit__+2
        showTimer("session closed"); //: Session.__aexit__+3
    }
};

class Response {
public:
    explicit Response(std::string page) : m_page(std::move(page)) {}
    Coro<void> aenter()
    {
        showTimer("ask for", m_page); //: Response.__aenter__+1
        co_await sleep(300ms); //: Response.__aenter__+2
        if (m_page == "missing")
            throw LookupError(m_page);
    }
    Coro<std::string> text()
    {
        co_await sleep(500ms); //: Response.text+1
        co_return "<" + m_page + ">";
    }
    Coro<void> aexit()
    {
        showTimer(m_page, "is released"); //: Response.__aexit__+1
        co_return;
    }

private:
    std::string m_page;
};

Coro<void> fetch(std::string page)
{
    Response response(page);
    co_await response.aenter(); //: fetch+1
    const std::string text = co_await response.text(); //: fetch+2
    showTimer("got", text); //: fetch+3
    co_await response.aexit(); //: fetch+1
}

Coro<void> fetchAll(Duration closing)
{
    Session session;
    co_await session.aenter(); //: fetch_all+1
    std::exception_ptr error;
    try {
        for (const std::string page : {"index", "missing", "image"})
            co_await fetch(page); //: fetch_all+3
    } catch (...) {
        error = std::current_exception();
    }
    co_await session.aexit(closing); //: fetch_all+1
    if (error)
        std::rethrow_exception(error);
}

Coro<void> fetching(Duration closing)
{
    startTimer();
    try {
        co_await fetchAll(closing); //: main+3
    } catch (const LookupError &error) {
        showTimer("caught", error.repr()); //: main+5
    }
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", fetching(settings.seconds("closing")))); //: 73
}

const RegisterLesson lesson(Lesson{
    .id = "session",
    .chapter = 3,
    .parameters = {secondsParameter("closing", "0.1", 0, 10)},
    .order = 8,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::session

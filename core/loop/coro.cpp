// SPDX-License-Identifier: MIT
#include "core/loop/coro.h"

#include <cstdio>
#include <cstdlib>

namespace coroscope {

void Driver::throwInjected()
{
    std::rethrow_exception(std::exchange(m_injected, nullptr));
}

} // namespace coroscope

namespace coroscope::detail {

void fatalFrameLayout() noexcept
{
    std::fputs(
        "The compiler laid out the frame of a coroutine wrongly: name the result of a co_await before testing it.\n",
        stderr);
    std::abort();
}

void recordNeverAwaited(const char *function)
{
    World *const world = World::currentOrNull();
    if (!world || !world->recording())
        return;
    if (Trace *const trace = world->trace())
        world->record(
            {.kind = EventKind::NeverAwaited, .actor = world->actor(), .object = raw(trace->internStatic(function))});
    world->warn("RuntimeWarning: coroutine '" + std::string(function) + "' was never awaited");
}

void recordFrameEntered(const Driver &driver, const char *callee, EventIndex knownSince,
                        const std::source_location &place)
{
    World &world = driver.world();
    world.record({.kind = EventKind::FrameEntered,
                  .actor = driver.actor(),
                  .object = raw(world.trace()->internStatic(callee)),
                  .source = raw(world.trace()->intern(place)),
                  .value = static_cast<std::int64_t>(knownSince)});
}

void recordFrameLeft(const Driver &driver)
{
    driver.world().record({.kind = EventKind::FrameLeft, .actor = driver.actor()});
}

} // namespace coroscope::detail

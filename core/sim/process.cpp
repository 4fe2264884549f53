// SPDX-License-Identifier: MIT
#include "core/sim/process.h"

#include "core/sync/ensure.h"

namespace coroscope {

Process::Process(EventLoop &loop, std::string_view name, const std::vector<ProcessLine> &lines, Duration exitAt,
                 int code)
    : m_state(std::make_shared<State>(loop, name))
{
    World &world = loop.world();
    const Instant start = world.now();
    for (const ProcessLine &line : lines)
        world.at(start + line.at, [state = m_state, text = line.text] {
            state->loop.callSoonThreadsafe([state, text] { state->output.feedData(Bytes(text + '\n')); },
                                           "process output", HandleRole::Loop);
        });
    world.at(start + exitAt, [state = m_state, code] {
        state->loop.callSoonThreadsafe([state, code] { state->ended(code); }, "process exit", HandleRole::Loop);
    });
}

void Process::State::ended(int returned)
{
    code = returned;
    output.feedEof();
    for (const Future<int> &waiter : waiters)
        if (!waiter.done())
            waiter.setResult(returned);
}

Coro<int> Process::wait() const
{
    const std::shared_ptr<State> state = m_state;
    if (!state->code) {
        const Future<int> waiter = state->loop.createFuture<int>();
        state->waiters.push_back(waiter);
        co_await AwaitAs<int>(waiter, Reason::Process, raw(state->resource()));
    }
    co_return *state->code;
}

Coro<Process> createSubprocess(std::string name, std::vector<ProcessLine> lines, Duration exitAt, int code)
{
    co_return Process(EventLoop::running(), name, lines, exitAt, code);
}

} // namespace coroscope

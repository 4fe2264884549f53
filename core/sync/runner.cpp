// SPDX-License-Identifier: MIT
#include "core/sync/runner.h"

#include "core/sync/gather.h"

namespace coroscope::detail {

namespace {

/// gather(*tasks, return_exceptions=True) of tasks whose results nobody wants.
class Leftovers final : public GatherBase {
public:
    Leftovers(EventLoop &loop, std::size_t expected) : GatherBase(loop, expected, true) {}
    void add(Ref<FutureBase> task) { addChild(std::move(task), false); }
    [[nodiscard]] void *storage() override { return nullptr; }

private:
    void collect() override { finish(State::Finished); }
};

} // namespace

Coro<void> runMainTask(EventLoop &loop, Ref<FutureBase> main)
{
    bool interrupted = false;
    try {
        co_await runUntilDone(loop, main, true);
    } catch (const KeyboardInterrupt &) {
        interrupted = true;
    }
    if (!interrupted)
        co_return;
    if (main->cancel())
        co_await runUntilDone(loop, main, false);
    if (!main->done() || main->cancelled())
        throw KeyboardInterrupt();
}

Coro<void> cancelAllTasks(EventLoop &loop)
{
    const std::vector<Ref<TaskBase>> left = loop.allTasks();
    if (left.empty())
        co_return;
    auto *const gathered = new Leftovers(loop, left.size());
    const Future<void> all{Ref<FutureBase>(gathered)};
    for (const Ref<TaskBase> &task : left) {
        task->cancel();
        gathered->add(Ref<FutureBase>(task.get()));
    }
    co_await loop.runUntilComplete(all);
    for (const Ref<TaskBase> &task : left)
        if (!task->cancelled())
            if (const std::exception_ptr error = task->exception())
                loop.callExceptionHandler({"unhandled exception during asyncio.run() shutdown", error, task.get()});
}

} // namespace coroscope::detail

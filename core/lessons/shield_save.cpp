// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"
#include "core/lessons/lesson.h"
#include "core/sync/wait.h"

namespace coroscope::shield_save {
namespace {

Coro<void> save()
{
    print("save starts"); //: save+1
    co_await sleep(1s); //: save+2
    print("save done"); //: save+3
}

Coro<void> edit(Task<void> job, bool shielded)
{
    try {
        if (shielded)
            co_await shield(job); //: edit+3
        else
            co_await job; //: edit+5
        print("edit done"); //: edit+6
    } catch (const CancelledError &) {
        print("edit cancelled"); //: edit+8
        throw;
    }
}

Coro<void> session(bool shielded)
{
    const Task<void> job = createTask(save(), "save");
    const Task<void> editor = createTask(edit(job, shielded), "edit");
    co_await sleep(400ms); //: main+3
    editor.cancel();
    try {
        co_await editor; //: main+6
    } catch (const CancelledError &) {
        print("waiting for the save"); //: main+8
    }
    std::vector<Task<void>> jobs;
    jobs.push_back(job);
    co_await wait(std::move(jobs)); //: main+9
    print("saved:", !job.cancelled()); //: main+10
}

Coro<void> program(World &world, Settings settings)
{
    co_await world.loop().runUntilComplete(labelled("main", session(settings.yes("shielded")))); //: 38
}

const RegisterLesson lesson(Lesson{
    .id = "shield-save",
    .chapter = 10,
    .parameters = {yesNoParameter("shielded", true)},
    .comparedWith = {"cancel-cleanup"},
    .order = 4,
    .program = program,
    .file = __FILE__,
});

} // namespace
} // namespace coroscope::shield_save

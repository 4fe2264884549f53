// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/lessons/lesson.h"
#include "core/model/await_stack.h"

#include <random>

using namespace coroscope;
using namespace coroscope::testing;

/// The chain of coroutines a task is in the middle of, at any moment. Random programs: see wrongInAwaitStacks().
class AwaitStackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesDownToWhatIsAwaited();
    void ofCoroutinesDrivenByHand();
    void namesThePlaces();
    void isTheSameGoingBack();
    void growsWithTheTrace();
    void ofWhoeverIsNotThere();
};

namespace {

struct Stacked {
    explicit Stacked(const char *lesson) : run(start(lesson)), stacks(run->trace())
    {
        run->finish();
        stacks.update();
    }
    static std::unique_ptr<Run> start(const char *id)
    {
        const Lesson &lesson = *findLesson(id);
        return lesson.start(lesson.defaults());
    }

    /// "a > b > c", and " await" when it is suspended.
    [[nodiscard]] std::string textAt(ActorId actor, EventIndex cursor) const
    {
        const AwaitStack stack = stacks.at(actor, cursor);
        std::string text;
        for (const AwaitStack::Frame &frame : stack.frames)
            text += (text.empty() ? "" : " > ") + run->trace().text(frame.function);
        return text + (stack.await == AwaitStack::kNone ? "" : " await");
    }

    /// All stacks an actor ever has, one after the other.
    [[nodiscard]] std::string historyOf(ActorId actor) const
    {
        std::string history;
        std::string last;
        for (EventIndex cursor = 0; cursor <= run->trace().size(); ++cursor) {
            const std::string text = textAt(actor, cursor);
            if (text != last)
                history += (history.empty() ? "" : "\n") + text;
            last = text;
        }
        return history;
    }

    std::unique_ptr<Run> run;
    AwaitStacks stacks;
};

constexpr auto kFirst = static_cast<ActorId>(1);

} // namespace

void AwaitStackTest::goesDownToWhatIsAwaited()
{
    COMPARE_TEXT(Stacked("call-chain").historyOf(kFirst), R"(
showSum
showSum > add
showSum > add await
showSum > add
showSum
)");
}

void AwaitStackTest::ofCoroutinesDrivenByHand()
{
    COMPARE_TEXT(Stacked("await-stack").historyOf(kFirst), R"(
w4
w4 > w3
w4 > w3 > w2
w4 > w3 > w2 > await
w4 > w3 > w2 > await await
w4 > w3 > w2 > await
w4 > w3 > w2
w4 > w3 > w2 > await
w4 > w3 > w2 > await await
w4 > w3 > w2 > await
w4 > w3 > w2
w4 > w3
w4
)");
}

/// Each frame's place is in its own function, and the innermost's is where the await is.
void AwaitStackTest::namesThePlaces()
{
    const Stacked lesson("call-chain");
    const Trace &trace = lesson.run->trace();
    int awaits = 0;
    for (EventIndex i = 0; i < trace.size(); ++i) {
        if (trace[i].kind != EventKind::TaskAwait)
            continue;
        ++awaits;
        const AwaitStack stack = lesson.stacks.at(trace[i].actor, i + 1);
        QCOMPARE(stack.await, i);
        QCOMPARE(stack.frames.back().place, trace[i].place());
        for (const AwaitStack::Frame &frame : stack.frames) {
            const std::string &function = trace.place(frame.place).function;
            QVERIFY2(function.find(trace.text(frame.function)) != std::string::npos, function.c_str());
        }
    }
    QCOMPARE(awaits, 1);
}

void AwaitStackTest::isTheSameGoingBack()
{
    const Stacked lesson("lines-interleave");
    const EventIndex size = lesson.run->trace().size();
    std::vector<std::string> then;
    for (EventIndex cursor = 0; cursor <= size; ++cursor)
        then.push_back(lesson.textAt(kFirst, cursor));
    std::mt19937 random(5); // NOLINT: the same moments every time
    for (int i = 0; i < 200; ++i) {
        const EventIndex cursor = random() % (size + 1);
        QCOMPARE(lesson.textAt(kFirst, cursor), then[cursor]);
    }
}

void AwaitStackTest::growsWithTheTrace()
{
    const auto run = Stacked::start("call-chain");
    AwaitStacks growing(run->trace());
    while (!run->finished()) {
        run->advance(Instant::max(), 1);
        growing.update();
        AwaitStacks whole(run->trace());
        whole.update();
        QCOMPARE(growing.at(kFirst, run->trace().size()), whole.at(kFirst, run->trace().size()));
    }
    QVERIFY(!growing.update());
}

void AwaitStackTest::ofWhoeverIsNotThere()
{
    const Stacked lesson("call-chain");
    QVERIFY(lesson.stacks.at(kFirst, 0).frames.empty());
    QVERIFY(lesson.stacks.at(kFirst, lesson.run->trace().size()).frames.empty());
    QVERIFY(lesson.stacks.at(static_cast<ActorId>(99), 5).frames.empty());
}

QTEST_GUILESS_MAIN(AwaitStackTest)
#include "tst_await_stack.moc"

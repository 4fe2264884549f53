// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

using namespace coroscope;
using namespace coroscope::testing;

static_assert(!std::is_copy_constructible_v<HandDriver>);

/// Coroutines driven by hand: what they yield, what is sent back, how they end; with and without a loop.
class HandDriverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesValuesBothWays();
    void takesOnlyNoneAtFirst();
    void yieldsNone();
    void passesOnAnException();
    void throwsIntoTheCoroutine();
    void complainsAboutACoroutineThatNeverRan();
    void hasNoLoopToSleepIn();
    void reachesTheInnermostAwait();
    void runsInsideATask();
    void interleavesTwo();
    void tasksTakeOnlyNone();
    void showsItsStatesInTheTrace();
};

namespace {

const Value None;

/// An object with __await__.
struct Yields {
    explicit Yields(Value v) : value(std::move(v)) {}
    Coro<Value> await() const
    {
        const auto yielding = yieldToDriver(value);
        auto copy = yielding;
        co_return co_await std::move(copy);
    }
    Value value;
};

void show(const std::function<Value()> &action)
{
    try {
        print(repr(action()));
    } catch (...) {
        print(errorText(std::current_exception()));
    }
}

void sends(HandDriver &driver, Value value)
{
    show([&] { return driver.send(value); });
}

Coro<Value> talks()
{
    const Value a = co_await Yields(Value("one"));
    print("sent", a);
    const Value b = co_await Yields(Value(std::int64_t(2)));
    print("sent", b);
    co_return a;
}

Coro<void> basic(World &)
{
    HandDriver driver(talks());
    sends(driver, None);
    sends(driver, "hello");
    sends(driver, std::int64_t(5));
    sends(driver, None);
    co_return;
}

Coro<void> yieldsOne()
{
    co_await Yields(Value("one"));
}

Coro<void> tooEarly(World &)
{
    HandDriver driver(yieldsOne());
    sends(driver, "too early");
    sends(driver, None);
    co_return;
}

Coro<void> yieldsNothing()
{
    co_await Yields(None);
    co_await sleep(0s);
}

Coro<void> nothing(World &)
{
    HandDriver driver(yieldsNothing());
    for (int i = 0; i < 3; ++i)
        sends(driver, None);
    co_return;
}

Coro<void> failsAfterOne()
{
    co_await Yields(Value("one"));
    throw ValueError("bad");
}

Coro<void> failing(World &)
{
    HandDriver driver(failsAfterOne());
    for (int i = 0; i < 3; ++i)
        sends(driver, None);
    co_return;
}

Coro<void> catches()
{
    try {
        co_await Yields(Value("one"));
    } catch (const ValueError &error) {
        print("caught", error.text());
    }
    co_await Yields(Value("two"));
}

Coro<void> throwing(World &)
{
    HandDriver driver(catches());
    sends(driver, None);
    print(driver.resumeWith(std::make_exception_ptr(ValueError("thrown"))));
    const bool ended = driver.resumeWith(std::make_exception_ptr(KeyError("out")));
    print(ended, reprOfError(driver.error()));
    co_return;
}

Coro<void> never(World &)
{
    {
        const HandDriver driver(yieldsOne());
    }
    print("end");
    co_return;
}

Coro<void> sleeps()
{
    co_await sleep(1s);
}

Coro<void> sleeping(World &)
{
    HandDriver driver(sleeps());
    sends(driver, None);
    co_return;
}

Coro<std::string> a()
{
    const Value sent = co_await Yields(Value("deep"));
    co_return str(sent) + "!";
}

Coro<std::string> b()
{
    co_return co_await a();
}

Coro<std::string> c()
{
    co_return co_await b();
}

Coro<void> deep(World &)
{
    HandDriver driver(c());
    sends(driver, None);
    sends(driver, "up");
    co_return;
}

Coro<std::int64_t> three()
{
    co_await Yields(Value("x"));
    co_return 3;
}

Coro<void> insideMain()
{
    HandDriver driver(three());
    print(driver.send());
    co_await sleep(1s);
    try {
        driver.send();
    } catch (const StopIteration &stop) {
        print("returned", stop.value);
    }
}

Coro<void> works(std::string name)
{
    for (int i = 0; i < 2; ++i) {
        const Value sent = co_await Yields(Value(name + std::to_string(i)));
        print(name, sent);
    }
}

Coro<void> two(World &)
{
    HandDriver one(works("a"));
    HandDriver other(works("b"));
    sends(one, None);
    sends(other, None);
    sends(one, std::int64_t(1));
    sends(other, std::int64_t(2));
    sends(other, std::int64_t(3));
    sends(one, std::int64_t(4));
    co_return;
}

Coro<int> yieldsInATask()
{
    try {
        co_await Yields(Value("str"));
    } catch (const RuntimeError &error) {
        print(error.text());
    }
    const Value nothing = co_await Yields(None);
    print("none:", nothing);
    co_return 1;
}

Coro<void> taskMain()
{
    const int result = co_await createTask(yieldsInATask());
    print(result);
}

} // namespace

void HandDriverTest::passesValuesBothWays()
{
    COMPARE_TEXT(textOf(basic), R"(
0s + 000ms  'one'
0s + 000ms  sent hello
0s + 000ms  2
0s + 000ms  sent 5
0s + 000ms  StopIteration: hello
0s + 000ms  RuntimeError: cannot reuse already awaited coroutine
= 0s + 000ms  end
)");
}

void HandDriverTest::takesOnlyNoneAtFirst()
{
    COMPARE_TEXT(textOf(tooEarly), R"(
0s + 000ms  TypeError: can't send non-None value to a just-started coroutine
0s + 000ms  'one'
= 0s + 000ms  end
)");
}

void HandDriverTest::yieldsNone()
{
    COMPARE_TEXT(textOf(nothing), R"(
0s + 000ms  None
0s + 000ms  None
0s + 000ms  StopIteration
= 0s + 000ms  end
)");
}

void HandDriverTest::passesOnAnException()
{
    COMPARE_TEXT(textOf(failing), R"(
0s + 000ms  'one'
0s + 000ms  ValueError: bad
0s + 000ms  RuntimeError: cannot reuse already awaited coroutine
= 0s + 000ms  end
)");
}

void HandDriverTest::throwsIntoTheCoroutine()
{
    COMPARE_TEXT(textOf(throwing), R"(
0s + 000ms  'one'
0s + 000ms  caught thrown
0s + 000ms  False
0s + 000ms  True KeyError('out')
= 0s + 000ms  end
)");
}

void HandDriverTest::complainsAboutACoroutineThatNeverRan()
{
    COMPARE_TEXT(textOf(never), R"(
0s + 000ms  ! RuntimeWarning: coroutine 'yieldsOne' was never awaited
0s + 000ms  end
= 0s + 000ms  end
)");
}

void HandDriverTest::hasNoLoopToSleepIn()
{
    COMPARE_TEXT(textOf(sleeping), R"(
0s + 000ms  RuntimeError: no running event loop
= 0s + 000ms  end
)");
}

void HandDriverTest::reachesTheInnermostAwait()
{
    COMPARE_TEXT(textOf(deep), R"(
0s + 000ms  'deep'
0s + 000ms  StopIteration: up!
= 0s + 000ms  end
)");
}

void HandDriverTest::runsInsideATask()
{
    COMPARE_TEXT(textOf(insideMain), R"(
0s + 000ms  x
1s + 000ms  returned 3
= 1s + 000ms  complete
)");
}

void HandDriverTest::interleavesTwo()
{
    COMPARE_TEXT(textOf(two), R"(
0s + 000ms  'a0'
0s + 000ms  'b0'
0s + 000ms  a 1
0s + 000ms  'a1'
0s + 000ms  b 2
0s + 000ms  'b1'
0s + 000ms  b 3
0s + 000ms  StopIteration
0s + 000ms  a 4
0s + 000ms  StopIteration
= 0s + 000ms  end
)");
}

void HandDriverTest::tasksTakeOnlyNone()
{
    COMPARE_TEXT(textOf(taskMain), R"(
0s + 000ms  Task got bad yield: 'str'
0s + 000ms  none: None
0s + 000ms  1
= 0s + 000ms  complete
)");
}

void HandDriverTest::showsItsStatesInTheTrace()
{
    Run run(basic);
    run.finish();
    Spans spans(run.trace());
    spans.update();
    const Lane &lane = spans.lane(static_cast<ActorId>(1));
    QCOMPARE(lane.kind, ActorKind::Driven);
    QCOMPARE(QString::fromStdString(lane.name), QStringLiteral("talks"));
    std::vector<State> states;
    for (const Span &span : lane.spans)
        states.push_back(span.state);
    QCOMPARE(states, (std::vector{State::Created, State::Running, State::Awaiting, State::Running, State::Awaiting,
                                  State::Running}));
    QCOMPARE(lane.outcome, coroscope::Outcome::Done);
    QCOMPARE(QString::fromStdString(lane.outcomeText), QStringLiteral("'hello'"));
}

QTEST_GUILESS_MAIN(HandDriverTest)
#include "tst_hand_driver.moc"

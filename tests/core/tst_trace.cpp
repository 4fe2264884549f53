// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/record/trace.h"

#include <atomic>
#include <source_location>
#include <thread>

using namespace coroscope;

static_assert(std::is_trivially_copyable_v<TraceEvent> && sizeof(TraceEvent) == 32);
static_assert(!std::is_copy_constructible_v<Trace>);

/// The store of events: chunks, interned texts and places, reading while it is written.
class TraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEventsInOrderAcrossChunks();
    void doesNotMoveWhatItHolds();
    void internsTexts();
    void internsStaticTextsByTheirAddress();
    void internsPlaces();
    void refusesTextsThatAreNotThere();
    void isReadWhileItIsWritten();
    void recyclesItsChunks();
};

namespace {

/// More than a block of chunks would need many seconds; more than a few chunks does not.
constexpr EventIndex kMany = 300'000;

TraceEvent numbered(EventIndex i)
{
    return {.time = static_cast<std::int64_t>(i),
            .kind = EventKind::Printed,
            .object = static_cast<std::uint32_t>(i * 7),
            .value = -static_cast<std::int64_t>(i)};
}

bool isNumbered(const TraceEvent &event, EventIndex i)
{
    return event.time == static_cast<std::int64_t>(i) && event.object == static_cast<std::uint32_t>(i * 7)
           && event.value == -static_cast<std::int64_t>(i);
}

} // namespace

void TraceTest::keepsEventsInOrderAcrossChunks()
{
    Trace trace;
    for (EventIndex i = 0; i < kMany; ++i)
        trace.record(numbered(i));
    QCOMPARE(trace.size(), kMany);
    EventIndex wrong = 0;
    for (EventIndex i = 0; i < kMany; ++i)
        wrong += !isNumbered(trace[i], i);
    QCOMPARE(wrong, EventIndex(0));
}

void TraceTest::doesNotMoveWhatItHolds()
{
    Trace trace;
    trace.record(numbered(0));
    const TraceEvent *const first = &trace[0];
    const std::string *const text = &trace.text(trace.intern("first"));
    for (EventIndex i = 1; i < kMany; ++i) {
        trace.record(numbered(i));
        if (i % 1000 == 0)
            trace.intern(std::to_string(i));
    }
    QCOMPARE(&trace[0], first);
    QCOMPARE(&trace.text(trace.intern("first")), text);
}

void TraceTest::internsTexts()
{
    Trace trace;
    QVERIFY(trace.intern("") == TextId::Empty);
    const TextId one = trace.intern("one");
    const TextId two = trace.intern("two");
    QVERIFY(one != two && one != TextId::Empty);
    QVERIFY(trace.intern(std::string("one")) == one);
    QVERIFY(trace.text(one) == "one" && trace.text(two) == "two" && trace.text(TextId::Empty).empty());
    const std::string withNul("a\0b", 3);
    QVERIFY(trace.text(trace.intern(withNul)) == withNul);
    QVERIFY(trace.intern("a") != trace.intern(withNul));
}

void TraceTest::internsStaticTextsByTheirAddress()
{
    Trace trace;
    static const char a[] = "same";
    static const char b[] = "same";
    QVERIFY(trace.internStatic(a) == trace.internStatic(b));
    QVERIFY(trace.internStatic(a) == trace.intern("same"));
    // Far more than the cache has places for.
    static std::array<std::array<char, 8>, 500> texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        std::snprintf(texts[i].data(), texts[i].size(), "t%u", static_cast<unsigned>(i));
    for (int round = 0; round < 2; ++round)
        for (const auto &text : texts)
            QVERIFY(trace.text(trace.internStatic(text.data())) == text.data());
}

void TraceTest::internsPlaces()
{
    Trace trace;
    const auto here = std::source_location::current();
    const auto below = std::source_location::current();
    const SourceId first = trace.intern(here);
    QVERIFY(first != SourceId::Nowhere);
    QVERIFY(trace.intern(here) == first);
    QVERIFY(trace.intern(below) != first);
    QCOMPARE(trace.place(first).line, here.line());
    QVERIFY(trace.place(first).file == here.file_name());
    QVERIFY(trace.place(SourceId::Nowhere).file.empty());
    Trace other;
    QVERIFY(other.place(other.intern(below)).line == below.line());
}

void TraceTest::refusesTextsThatAreNotThere()
{
    const Trace trace;
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(trace.text(static_cast<TextId>(1))), std::out_of_range);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(trace.place(static_cast<SourceId>(1))), std::out_of_range);
}

void TraceTest::isReadWhileItIsWritten()
{
    Trace trace;
    std::atomic<EventIndex> wrong{0};
    std::atomic<EventIndex> read{0};
    std::thread reader([&] {
        EventIndex next = 0;
        while (next < kMany) {
            const EventIndex size = trace.size();
            for (; next < size; ++next) {
                const TraceEvent &event = trace[next];
                wrong += event.time != static_cast<std::int64_t>(next)
                         || trace.text(event.text()) != std::to_string(next % 1000);
            }
            read = next;
        }
    });
    for (EventIndex i = 0; i < kMany; ++i)
        trace.record({.time = static_cast<std::int64_t>(i),
                      .kind = EventKind::Printed,
                      .object = raw(trace.intern(std::to_string(i % 1000)))});
    reader.join();
    QCOMPARE(read.load(), kMany);
    QCOMPARE(wrong.load(), EventIndex(0));
}

void TraceTest::recyclesItsChunks()
{
    constexpr EventIndex kLate = 100'000; // among those in large pieces
    const TraceEvent *chunk = nullptr;
    const TraceEvent *late = nullptr;
    {
        Trace trace;
        for (EventIndex i = 0; i <= kLate; ++i)
            trace.record(numbered(i));
        chunk = &trace[0];
        late = &trace[kLate];
    }
    Trace next;
    QCOMPARE(next.size(), EventIndex(0)); // what was there is not seen
    next.record(numbered(2));
    QVERIFY(isNumbered(next[0], 2));
    for (EventIndex i = 1; i <= kLate; ++i)
        next.record(numbered(i));
    // Which piece comes when is nobody's business.
    const auto holds = [&](const TraceEvent *wanted) {
        for (EventIndex i = 0; i <= kLate; ++i) {
            if (&next[i] == wanted)
                return true;
        }
        return false;
    };
    QVERIFY(holds(chunk));
    QVERIFY(holds(late));
}

QTEST_GUILESS_MAIN(TraceTest)
#include "tst_trace.moc"

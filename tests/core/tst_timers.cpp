// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of timers against the plainest there could be: whatever comes in whatever order, timers leave by deadline
// and then by creation. The numbers of timers go through every way the queue keeps them.

#include "tests/core/support/program.h"

#include <algorithm>
#include <random>

using namespace coroscope;

namespace {

/// Timers that are told apart by their handles' numbers, and the same once more in a plain sorted vector.
class Timers {
public:
    explicit Timers(std::uint32_t seed) : m_dice(seed) {}

    std::int64_t upTo(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(m_dice); }

    void add(std::int64_t when)
    {
        const Ref<Handle> handle(new CallbackHandle(static_cast<HandleId>(++m_count), [] {}));
        m_queue.add(instantAt(when), *handle);
        const Expected expected{when, m_count, handle};
        m_expected.insert(std::upper_bound(m_expected.begin(), m_expected.end(), expected), expected);
    }
    void cancelAny()
    {
        if (m_expected.empty())
            return;
        const auto victim = m_expected.begin() + upTo(static_cast<std::int64_t>(m_expected.size()) - 1);
        victim->handle->cancel(m_loop);
        m_expected.erase(victim);
        m_queue.cancelledOne();
    }
    /// True when what is due at `now` leaves in the right order, and nothing else.
    bool takesRightly(std::int64_t now)
    {
        const auto deadline = m_queue.nextDeadline();
        if (deadline != (m_expected.empty() ? std::nullopt : std::optional(instantAt(m_expected.front().when))))
            return false;
        while (const auto entry = m_queue.takeDue(instantAt(now))) {
            const auto handle = Ref<Handle>::adopt(entry->handle());
            if (m_expected.empty() || handle != m_expected.front().handle || m_expected.front().when > now)
                return false;
            m_expected.erase(m_expected.begin());
        }
        return m_expected.empty() || m_expected.front().when > now;
    }
    [[nodiscard]] bool empty() const { return m_expected.empty(); }
    [[nodiscard]] std::size_t size() const { return m_queue.size(); }

private:
    struct Expected {
        std::int64_t when;
        std::uint32_t order;
        Ref<Handle> handle;
        friend bool operator<(const Expected &a, const Expected &b)
        {
            return std::tie(a.when, a.order) < std::tie(b.when, b.order);
        }
    };

    World m_world{nullptr};
    EventLoop m_loop{m_world, 1};
    TimerQueue m_queue;
    std::vector<Expected> m_expected;
    std::mt19937 m_dice;
    std::uint32_t m_count = 0;
};

} // namespace

class TimersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leaveInOrderWhateverComes_data()
    {
        QTest::addColumn<int>("atOnce");  // how many are added before time goes on
        QTest::addColumn<int>("range");   // how far ahead
        QTest::addColumn<int>("percent"); // how many are cancelled
        QTest::newRow("a few") << 3 << 100 << 0;
        QTest::newRow("a few, all of one deadline") << 5 << 0 << 0;
        QTest::newRow("a window's worth") << 60 << 10 << 20;
        QTest::newRow("more than are moved aside") << 200 << 1000 << 10;
        QTest::newRow("many") << 3000 << 1'000'000'000 << 0;
        QTest::newRow("many of few deadlines") << 3000 << 7 << 5;
        QTest::newRow("most are cancelled") << 500 << 10'000 << 80;
    }
    void leaveInOrderWhateverComes()
    {
        QFETCH(int, atOnce);
        QFETCH(int, range);
        QFETCH(int, percent);
        Timers timers(static_cast<std::uint32_t>(atOnce + range));
        std::int64_t now = 0;
        for (int turn = 0; turn < 20; ++turn) {
            for (int i = timers.upTo(1) ? atOnce : atOnce / 10; i > 0;
                 --i) { // sometimes more than there are, sometimes fewer
                timers.add(now + timers.upTo(range));
                if (timers.upTo(99) < percent)
                    timers.cancelAny();
            }
            now += timers.upTo(range / 4 + 1);
            QVERIFY(timers.takesRightly(now));
        }
        while (!timers.empty())
            QVERIFY(timers.takesRightly(now += range / 3 + 1));
    }

    /// Those that lie aside become due one by one, among those in order.
    void lateComersFindTheirPlace()
    {
        Timers timers(7);
        for (int i = 0; i < 2000; ++i)
            timers.add(i * 10);
        QVERIFY(timers.takesRightly(5));
        for (int i = 0; i < 1500; ++i)
            timers.add(10'000 + i * 3);
        for (std::int64_t now = 6; !timers.empty(); now += 101)
            QVERIFY(timers.takesRightly(now));
    }

    void pastAndFarthestDeadlines()
    {
        Timers timers(8);
        timers.add(INT64_MAX);
        timers.add(-5);
        for (int i = 0; i < 1000; ++i)
            timers.add(i % 2 ? INT64_MAX - i : i);
        QVERIFY(timers.takesRightly(1000));
        timers.add(3); // before now
        QVERIFY(timers.takesRightly(1000));
        QVERIFY(!timers.empty());
        QVERIFY(timers.takesRightly(INT64_MAX));
        QVERIFY(timers.empty());
    }

    void cancelledOnesDoNotPileUp()
    {
        Timers timers(9);
        for (int i = 0; i < 10'000; ++i) {
            timers.add(1'000'000 + i);
            if (i >= 60)
                timers.cancelAny();
        }
        QVERIFY2(timers.size() <= 200, qPrintable(QString::number(timers.size())));
        QVERIFY(timers.takesRightly(2'000'000));
    }
};

QTEST_GUILESS_MAIN(TimersTest)
#include "tst_timers.moc"

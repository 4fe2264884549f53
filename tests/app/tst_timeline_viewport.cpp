// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/timeline/ruler.h"
#include "app/timeline/viewport.h"

#include <cmath>

using namespace coroscope;
using namespace coroscope::timeline;

namespace {

constexpr AxisLimits kLimits{.whole = {0, 1000}, .shortest = 10};

bool near(AxisRange a, AxisRange b)
{
    return std::abs(a.begin - b.begin) < 1e-9 && std::abs(a.end - b.end) < 1e-9;
}

} // namespace

class TestTimelineViewport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndTimesAreInverse()
    {
        const Viewport view{{500e6, 1500e6}, 100, 800};
        QCOMPARE(view.toPixel(instantAt(500'000'000)), 100.0);
        QCOMPARE(view.toPixel(instantAt(1'500'000'000)), 900.0);
        QCOMPARE(view.toInstant(500), instantAt(1'000'000'000));
        QCOMPARE(view.toInstant(-1e6), instantAt(0));
        for (const double pixel : {100.0, 123.25, 899.5})
            QCOMPARE(view.toPixel(view.toPosition(pixel)), pixel);
    }

    void zooming_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("anchor");
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("newBegin");
        QTest::addColumn<double>("newEnd");
        QTest::newRow("closer, in the middle") << 0.0 << 1000.0 << 500.0 << 2.0 << 250.0 << 750.0;
        QTest::newRow("closer, at the left edge") << 100.0 << 200.0 << 100.0 << 4.0 << 100.0 << 125.0;
        QTest::newRow("farther keeps the anchor") << 400.0 << 500.0 << 425.0 << 0.5 << 375.0 << 575.0;
        QTest::newRow("farther stops at all there is") << 400.0 << 500.0 << 450.0 << 0.01 << 0.0 << 1000.0;
        QTest::newRow("farther near the end moves inside") << 900.0 << 1000.0 << 990.0 << 0.5 << 800.0 << 1000.0;
        QTest::newRow("closer stops at the shortest") << 400.0 << 420.0 << 410.0 << 100.0 << 405.0 << 415.0;
    }

    void zooming()
    {
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(double, anchor);
        QFETCH(double, factor);
        QFETCH(double, newBegin);
        QFETCH(double, newEnd);
        const AxisRange range = zoomed({begin, end}, anchor, factor, kLimits);
        QVERIFY2(near(range, {newBegin, newEnd}), qPrintable(QStringLiteral("%1..%2").arg(range.begin).arg(range.end)));
    }

    void theTimeUnderTheCursorStaysThere()
    {
        const AxisRange before{200, 600};
        const Viewport view{before, 30, 777};
        const double cursor = 321.5;
        const AxisRange after = zoomed(before, view.toPosition(cursor), 1.25, kLimits);
        QCOMPARE((Viewport{after, 30, 777}.toPixel(view.toPosition(cursor))), cursor);
    }

    void panningStopsAtTheEnds()
    {
        QVERIFY(near(panned({200, 300}, 50, kLimits), {250, 350}));
        QVERIFY(near(panned({200, 300}, -500, kLimits), {0, 100}));
        QVERIFY(near(panned({200, 300}, 5000, kLimits), {900, 1000}));
    }

    void followingMovesOnlyWhenItMust()
    {
        QVERIFY(near(following({0, 100}, 50), {0, 100}));
        QVERIFY(near(following({0, 100}, 95), {5, 105}));
        QVERIFY(near(following({200, 300}, 150), {140, 240}));
    }

    void ticksAreRoundAndFarEnoughApart_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<QString>("labels");
        QTest::newRow("seconds") << 0.0 << 2.5e9 << QStringLiteral("0 s|0.5 s|1 s|1.5 s|2 s|2.5 s");
        QTest::newRow("milliseconds") << 0.0 << 25e6 << QStringLiteral("0 ms|5 ms|10 ms|15 ms|20 ms|25 ms");
        QTest::newRow("microseconds") << 1e9 << 1e9 + 5e3
                                      << QStringLiteral(
                                             "1000000 µs|1000001 µs|1000002 µs|1000003 µs|1000004 µs|1000005 µs");
        QTest::newRow("minutes") << 0.0 << 600e9 << QStringLiteral("0 min|2 min|4 min|6 min|8 min|10 min");
        QTest::newRow("hours") << 0.0 << 36000e9 << QStringLiteral("0 h|2 h|4 h|6 h|8 h|10 h");
        QTest::newRow("not from zero") << 0.99e9 << 1.04e9 << QStringLiteral("0.99 s|1 s|1.01 s|1.02 s|1.03 s|1.04 s");
    }

    void ticksAreRoundAndFarEnoughApart()
    {
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(QString, labels);
        const Viewport view{{begin, end}, 0, 700};
        const auto ticks = clockTicks(view, 120);
        QStringList found;
        for (const Tick &tick : ticks)
            found.append(QString(tick.label).replace(QChar(0xa0), QLatin1Char(' ')));
        QCOMPARE(found.join(QLatin1Char('|')), labels);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY(view.toPixel(ticks[i].position) - view.toPixel(ticks[i - 1].position) >= 119.9);
    }
};

QTEST_GUILESS_MAIN(TestTimelineViewport)
#include "tst_timeline_viewport.moc"

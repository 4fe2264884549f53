// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/chart/slice_chart.h"
#include "app/controls/appearance.h"
#include "app/timeline/slice_layout.h"
#include "app/window/file_opener.h"
#include "app/window/main_window.h"
#include "app/window/trace_page.h"
#include "app/words/language.h"

using namespace coroscope;

/// Traces of other programs in the window.
class TracePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void aTraceTakesThePlaceOfTheLesson();
    void aScenarioComesBackToTheLessons();
    void zoomsPansAndFits();
    void findsSpansAndShowsThem();
    void oneIsSingular();
    void largeFilesAreReadInTheBackground();
    void readingCanBeCancelled();
    void whatIsWrongIsSaid();

private:
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    /// `spans` of a microsecond, two apart, on one thread; the last one is called "needle".
    static QByteArray traceOf(int spans)
    {
        QByteArray text = "[";
        for (int i = 0; i < spans; ++i)
            text += QByteArray(i ? "," : "") + "{\"ph\":\"X\",\"ts\":" + QByteArray::number(2 * i) + ",\"dur\":1,\"pid\":1,\"tid\":1,\"name\":\"" + (i + 1 == spans ? "Needle" : "hay") + "\"}\n";
        return text + ']';
    }

    QTemporaryDir m_folder;
};

void TracePageTest::aTraceTakesThePlaceOfTheLesson()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.session().open(QStringLiteral("pieces-gather"));
    window.openFile(write(QStringLiteral("foreign.json"), traceOf(5)));
    QVERIFY(window.showsTrace());
    QVERIFY(!window.playback().playing());
    QVERIFY(window.windowTitle().startsWith(QStringLiteral("foreign.json")));
    QCOMPARE(window.tracePage().chart().slices()->spanCount(), std::size_t(5));
    Q_EMIT window.tracePage().left();
    QVERIFY(!window.showsTrace());
    QCOMPARE(window.session().lesson(), QStringLiteral("pieces-gather"));
}

void TracePageTest::aScenarioComesBackToTheLessons()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.openFile(write(QStringLiteral("foreign.json"), traceOf(5)));
    window.openFile(write(QStringLiteral("s.json"), R"({"format": "coroscope-program", "version": 1, "tasks": [["t", [["print", "x"]]]]})"));
    QVERIFY(!window.showsTrace());
    window.openFile(m_folder.filePath(QStringLiteral("foreign.json")));
    QVERIFY(window.showsTrace());
    window.session().open(QStringLiteral("pieces-gather"));
    QVERIFY(!window.showsTrace());
}

void TracePageTest::zoomsPansAndFits()
{
    Appearance appearance;
    TracePage page(appearance);
    page.resize(1000, 600);
    auto slices = std::make_shared<Slices>(std::move(*formats::openText(traceOf(1000), QStringLiteral("t.json")).value->slices()));
    page.show(slices, QStringLiteral("t.json"));
    SliceChart &chart = page.chart();
    const timeline::AxisRange whole = chart.visible();
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.visible().length() < whole.length());
    const timeline::AxisRange zoomed = chart.visible();
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.visible().begin > zoomed.begin);
    QCOMPARE(chart.visible().length(), zoomed.length());
    QTest::keyClick(&chart, Qt::Key_F);
    QCOMPARE(chart.visible(), whole);
    for (int i = 0; i < 200; ++i)
        chart.zoom(2);
    QVERIFY(chart.visible().length() >= 100);
}

void TracePageTest::oneIsSingular()
{
    setLanguage(QStringLiteral("en"));
    QCOMPARE(timeline::spanCountText(1), QStringLiteral("1 span"));
    QCOMPARE(timeline::spanCountText(0), QStringLiteral("0 spans"));
    QCOMPARE(timeline::spanCountText(12'000), QStringLiteral("12,000 spans"));
    setLanguage(QStringLiteral("fr"));
    QCOMPARE(timeline::spanCountText(1), QStringLiteral("1 intervalle"));
    QCOMPARE(timeline::spanCountText(2), QStringLiteral("2 intervalles"));
    setLanguage(QStringLiteral("en"));
}

void TracePageTest::findsSpansAndShowsThem()
{
    Appearance appearance;
    TracePage page(appearance);
    page.resize(1000, 600);
    auto slices = std::make_shared<Slices>(std::move(*formats::openText(traceOf(1000), QStringLiteral("t.json")).value->slices()));
    page.show(slices, QStringLiteral("t.json"));
    QVERIFY(page.search(QStringLiteral("NEEDLE"), true));
    QVERIFY((page.chart().selected() == SliceAddress{0, 0, 999}));
    const timeline::AxisRange seen = page.chart().visible();
    QVERIFY(seen.begin <= 1998e3 && seen.end >= 1999e3);
    QVERIFY(seen.length() < 1e6); // a span of half a pixel is no answer
    QVERIFY(page.search(QStringLiteral("hay"), true)); // round
    QVERIFY((page.chart().selected() == SliceAddress{0, 0, 0}));
    QVERIFY(!page.search(QStringLiteral("straw"), true));
}

void TracePageTest::largeFilesAreReadInTheBackground()
{
    const QByteArray text = traceOf(120'000);
    QVERIFY(text.size() > FileOpener::kAtOnce);
    FileOpener opener;
    const QSignalSpy failed(&opener, &FileOpener::failed);
    std::shared_ptr<formats::OpenedFile> file;
    connect(&opener, &FileOpener::opened, this, [&](const std::shared_ptr<formats::OpenedFile> &opened, const QString &) { file = opened; });
    opener.open(write(QStringLiteral("large.json"), text));
    QVERIFY(opener.reading());
    QTRY_VERIFY_WITH_TIMEOUT(file, 60'000);
    QCOMPARE(file->slices()->spanCount(), std::size_t(120'000));
    QVERIFY(!opener.reading());
    QCOMPARE(failed.count(), 0);
}

void TracePageTest::readingCanBeCancelled()
{
    FileOpener opener;
    const QSignalSpy failed(&opener, &FileOpener::failed);
    const QSignalSpy opened(&opener, &FileOpener::opened);
    opener.open(write(QStringLiteral("large.json"), traceOf(120'000)));
    opener.cancel();
    QVERIFY(!opener.reading());
    QCoreApplication::processEvents();
    QCOMPARE(failed.count() + opened.count(), 0);
}

void TracePageTest::whatIsWrongIsSaid()
{
    Appearance appearance;
    MainWindow window(appearance);
    QVERIFY(window.openFirst(write(QStringLiteral("bad.json"), "[1]")).endsWith(QStringLiteral("bad.json:1:2: a trace event must be an object")));
    FileOpener opener;
    const QSignalSpy failed(&opener, &FileOpener::failed);
    opener.open(write(QStringLiteral("cut.json"), "{\"traceEvents\": " + traceOf(120'000).chopped(9)));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60'000);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("the file ends too early")));
}

QTEST_MAIN(TracePageTest)
#include "tst_trace_page.moc"

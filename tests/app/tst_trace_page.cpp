// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

#include "app/chart/chart_widget.h"
#include "app/chart/slice_chart.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/details_panel.h"
#include "app/timeline/slice_layout.h"
#include "app/window/arrangement.h"
#include "app/window/export_dialog.h"
#include "app/window/file_opener.h"
#include "app/window/main_window.h"
#include "app/window/outputs.h"
#include "app/window/trace_page.h"
#include "app/words/language.h"

#include <dlfcn.h>
#include <pthread.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <thread>

using namespace coroscope;

namespace {
bool noMoreThreads = false; ///< pthread_create fails, as it does when the system has none left
}

/// In the place of the library's.
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument)
{
    if (noMoreThreads)
        return EAGAIN;
    static const auto create = reinterpret_cast<decltype(&pthread_create)>(dlsym(RTLD_NEXT, "pthread_create"));
    return create(thread, attributes, run, argument);
}

/// Traces of other programs in the window.
class TracePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void aTraceTakesThePlaceOfTheLesson();
    void aScenarioComesBackToTheLessons();
    void commandsActOnTheTraceOrSayWhyNot();
    void keysActOnTheTraceOrSayWhyNot();
    void zoomsPansAndFits();
    void findsSpansAndShowsThem();
    void oneIsSingular();
    void largeFilesAreReadInTheBackground();
    void readingCanBeCancelled();
    void nothingArrivesWhileSomebodyLooks();
    void anotherRunClosesTheDialogAboutTheOneBefore();
    void aPipeIsWaitedForBesideTheWindow();
    void aFaultyFileCanBeCancelled();
    void whenThereIsNoThreadThatIsSaid();
    void aTraceThatIsLeftIsNotKept();
    void whatIsWrongIsSaid();
    void detailsAreThoseOfTheSelectedSpan();
    void spansAreWalkedByKeys();
    void lanesAreFoldedAndPinned();

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
            text += QByteArray(i ? "," : "") + "{\"ph\":\"X\",\"ts\":" + QByteArray::number(2 * i)
                    + ",\"dur\":1,\"pid\":1,\"tid\":1,\"name\":\"" + (i + 1 == spans ? "Needle" : "hay") + "\"}\n";
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
    window.openFile(write(QStringLiteral("s.json"),
                          R"({"format": "coroscope-program", "version": 1, "tasks": [["t", [["print", "x"]]]]})"));
    QVERIFY(!window.showsTrace());
    window.openFile(m_folder.filePath(QStringLiteral("foreign.json")));
    QVERIFY(window.showsTrace());
    window.session().open(QStringLiteral("pieces-gather"));
    QVERIFY(!window.showsTrace());
}

/// Nothing that is hidden moves, whatever is done.
void TracePageTest::commandsActOnTheTraceOrSayWhyNot()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.session().open(QStringLiteral("pieces-gather"));
    window.playback().setPlaying(false);
    window.openFile(write(QStringLiteral("foreign.json"), traceOf(50)));
    const QSet<QString> dialogs{QStringLiteral("open"),    QStringLiteral("quit"),         QStringLiteral("export"),
                                QStringLiteral("about"),   QStringLiteral("glossary"),     QStringLiteral("whatsThis"),
                                QStringLiteral("palette"), QStringLiteral("keys"),         QStringLiteral("present"),
                                QStringLiteral("leave"),   QStringLiteral("lesson.search")};
    auto *chart = window.findChild<ChartWidget *>();
    const auto hidden = [&] {
        const Playback &playback = window.playback();
        return QStringLiteral("%1 %2 %3 %4 %5 %6")
                   .arg(nanosecondsOf(playback.now()))
                   .arg(playback.playing())
                   .arg(playback.speed())
                   .arg(playback.runCount())
                   .arg(chart->visible().begin)
                   .arg(chart->visible().end)
               + window.session().lesson() + QString::fromLatin1(window.arrangement().state().toHex());
    };
    const QString before = hidden();
    SliceChart &trace = window.tracePage().chart();
    trace.zoom(4);
    int acted = 0;
    for (const Actions::Entry &entry : window.actions().entries()) {
        QAction &action = *entry.action;
        const QByteArray id = action.objectName().toUtf8();
        if (!action.isEnabled()) {
            QVERIFY2(action.statusTip().startsWith(QStringLiteral("This needs a run"))
                         && action.toolTip().startsWith(action.statusTip()),
                     id.constData());
            continue;
        }
        if (dialogs.contains(action.objectName()))
            continue;
        const timeline::AxisRange shown = trace.visible();
        action.trigger();
        QVERIFY2(hidden() == before, id.constData());
        QVERIFY2(window.showsTrace(), id.constData());
        acted += trace.visible() != shown;
    }
    setLanguage(QStringLiteral("en"));
    QVERIFY(acted >= 3);
    Q_EMIT window.tracePage().left();
    QVERIFY(window.actions().find(QStringLiteral("play"))->isEnabled());
    QVERIFY(!window.actions().find(QStringLiteral("play"))->statusTip().startsWith(QStringLiteral("This needs a run")));
    QVERIFY(!window.actions().find(QStringLiteral("loop"))->isEnabled()); // nothing is measured
}

void TracePageTest::keysActOnTheTraceOrSayWhyNot()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.session().open(QStringLiteral("pieces-gather"));
    window.playback().setPlaying(false);
    window.openFile(write(QStringLiteral("foreign.json"), traceOf(50)));
    SliceChart &trace = window.tracePage().chart();
    QTest::keyClick(&trace, Qt::Key_Space);
    QVERIFY(!window.playback().playing());
    const auto told = [&window] {
        return std::ranges::any_of(window.tracePage().findChildren<QLabel *>(), [](const QLabel *label) {
            return label->text().startsWith(QStringLiteral("This needs a run"));
        });
    };
    QVERIFY(told());
    QTest::keyClick(&trace, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!QApplication::activeModalWidget());
    trace.select(SliceAddress{});
    QVERIFY(!told());
    QTest::keyClick(&trace, Qt::Key_Escape);
    QVERIFY(!trace.selected());
    QTest::keyClick(&trace, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &trace);
    QTest::keyClick(&trace, Qt::Key_F5);
    QVERIFY(window.isFullScreen() && window.showsTrace());
    QTest::keyClick(&trace, Qt::Key_Escape);
    QVERIFY(!window.isFullScreen() && window.showsTrace());
    QTest::keyClick(&trace, Qt::Key_Escape);
    QVERIFY(!window.showsTrace());
}

void TracePageTest::zoomsPansAndFits()
{
    Appearance appearance;
    TracePage page(appearance);
    page.resize(1000, 600);
    auto slices = std::make_shared<Slices>(
        std::move(*formats::openText(traceOf(1000), QStringLiteral("t.json")).value->slices()));
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
    auto slices = std::make_shared<Slices>(
        std::move(*formats::openText(traceOf(1000), QStringLiteral("t.json")).value->slices()));
    page.show(slices, QStringLiteral("t.json"));
    QVERIFY(page.search(QStringLiteral("NEEDLE"), true));
    QVERIFY((page.chart().selected() == SliceAddress{0, 0, 999}));
    const timeline::AxisRange seen = page.chart().visible();
    QVERIFY(seen.begin <= 1998e3 && seen.end >= 1999e3);
    QVERIFY(seen.length() < 1e6);                      // a span of half a pixel is no answer
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
    connect(&opener, &FileOpener::opened, this,
            [&](const std::shared_ptr<formats::OpenedFile> &opened, const QString &) { file = opened; });
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

void TracePageTest::nothingArrivesWhileSomebodyLooks()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.show();
    window.session().open(QStringLiteral("pieces-gather"));
    window.findChild<Outputs *>()->exportPicture();
    const QPointer<ExportDialog> dialog = window.findChild<ExportDialog *>();
    QVERIFY(dialog);
    window.openFile(write(QStringLiteral("small.json"), traceOf(5)));
    window.openFile(write(QStringLiteral("large.json"), traceOf(120'000)));
    auto *opener = window.findChild<FileOpener *>();
    QTest::qWait(0);
    QTRY_VERIFY_WITH_TIMEOUT(opener->hasRead(), 60'000);
    QVERIFY(!window.showsTrace() && opener->reading());
    dialog->reject();
    QTRY_VERIFY(window.showsTrace());
    QVERIFY(!opener->reading());

    // Held: the small one has to wait, too.
    window.session().open(QStringLiteral("pieces-gather"));
    auto *chart = window.findChild<ChartWidget *>();
    QTest::mousePress(chart, Qt::LeftButton, {}, QPoint(300, 200));
    window.openFile(m_folder.filePath(QStringLiteral("small.json")));
    QVERIFY(!window.showsTrace());
    QTest::mouseRelease(chart, Qt::LeftButton, {}, QPoint(300, 200));
    QTRY_VERIFY(window.showsTrace());
}

/// Should another run come all the same, whoever looks at the one before is sent away.
void TracePageTest::anotherRunClosesTheDialogAboutTheOneBefore()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.session().open(QStringLiteral("pieces-gather"));
    window.findChild<Outputs *>()->exportPicture();
    const QPointer<ExportDialog> dialog = window.findChild<ExportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    window.session().open(QStringLiteral("timer-demo"));
    QVERIFY(!dialog->isVisible());
}

void TracePageTest::aPipeIsWaitedForBesideTheWindow()
{
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    Appearance appearance;
    MainWindow window(appearance);
    QCOMPARE(window.openFirst(pipe), QString()); // comes back
    auto *opener = window.findChild<FileOpener *>();
    QVERIFY(opener->reading());
    opener->cancel(); // this as well
    QVERIFY(!opener->reading());
}

void TracePageTest::aFaultyFileCanBeCancelled()
{
    const QByteArray text = traceOf(120'000).chopped(1) + "x"; // found at the end, and its place is looked for
    FileOpener opener;
    const QString name = write(QStringLiteral("faulty.json"), text);
    for (int round = 0; round < 30; ++round) {
        opener.open(name);
        while (opener.reading() && opener.bytesRead() < text.size() && !opener.hasRead())
            std::this_thread::yield();
        opener.cancel();
    }
}

void TracePageTest::whenThereIsNoThreadThatIsSaid()
{
    FileOpener opener;
    const QSignalSpy failed(&opener, &FileOpener::failed);
    noMoreThreads = true;
    opener.open(write(QStringLiteral("large.json"), traceOf(120'000)));
    noMoreThreads = false;
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toString(),
             m_folder.filePath(QStringLiteral("large.json"))
                 + QStringLiteral(": cannot be read: Resource temporarily unavailable"));
    QVERIFY(!opener.reading());
}

void TracePageTest::aTraceThatIsLeftIsNotKept()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.session().open(QStringLiteral("pieces-gather"));
    const QString file = write(QStringLiteral("foreign.json"), traceOf(5));
    for (const bool byButton : {true, false}) {
        window.openFile(file);
        QVERIFY(window.tracePage().chart().slices());
        if (byButton)
            Q_EMIT window.tracePage().left();
        else
            window.session().open(QStringLiteral("pieces-gather"));
        QVERIFY(!window.tracePage().chart().slices());
        window.tracePage().exportTo(m_folder.filePath(QStringLiteral("none.png"))); // of nothing
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("none.png"))));
    }
}

void TracePageTest::whatIsWrongIsSaid()
{
    Appearance appearance;
    MainWindow window(appearance);
    QVERIFY(window.openFirst(write(QStringLiteral("bad.json"), "[1]"))
                .endsWith(QStringLiteral("bad.json:1:2: a trace event must be an object")));
    FileOpener opener;
    const QSignalSpy failed(&opener, &FileOpener::failed);
    opener.open(write(QStringLiteral("faulty.json"), "{\"traceEvents\": " + traceOf(120'000).chopped(1) + "x]}"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60'000);
    QVERIFY2(failed.first().first().toString().contains(QStringLiteral("is expected here")),
             qPrintable(failed.first().first().toString()));
    // What was cut is shown as far as it goes, and that it was.
    window.openFile(write(QStringLiteral("cut.json"), "{\"traceEvents\": " + traceOf(5).chopped(9)));
    QTRY_VERIFY(window.findChild<TracePage *>()->chart().slices());
    bool said = false;
    for (const QLabel *label : window.findChild<TracePage *>()->findChildren<QLabel *>())
        said = said || label->text().contains(QStringLiteral("The file ends in the middle"));
    QVERIFY(said);
}

/// As plain text whatever it looks like; opened, left and copied by keys.
void TracePageTest::detailsAreThoseOfTheSelectedSpan()
{
    Appearance appearance;
    MainWindow window(appearance);
    window.resize(1400, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.openFile(write(
        QStringLiteral("foreign.json"),
        R"([{"ph":"X","ts":0,"dur":10,"pid":7,"tid":"main","name":"outer","cat":"k"},{"ph":"X","ts":2,"dur":4,"pid":7,"tid":"main","name":"<b>in</b>","args":{"file":"<img src=x>","list":[1,{"deep":true}]},"tdur":3},
        {"ph":"M","pid":7,"name":"process_name","args":{"name":"App"}}])"));
    TracePage &page = window.tracePage();
    DetailsPanel &details = page.details();
    QVERIFY(!details.isVisible());
    page.chart().select(SliceAddress{0, 1, 0});
    QVERIFY(details.isVisible());
    QCOMPARE(details.text(),
             QStringLiteral(
                 "Name\t<b>in</b>\nBegin\t2 µs\nEnd\t6 µs\nDuration\t4 µs\n"
                 "Self time\t4 µs (100.0 %)\nParent\touter\nProcess\tApp\npid\t7\nThread\tmain\ntid\tmain\n"
                 "Arguments\n  file\t<img src=x>\n  list\t[1,{\"deep\":true}]\n    [0]\t1\n    [1]\t{\"deep\":true}\n"
                 "      deep\ttrue\nAlso in the file\n  ph\tX\n  ts\t2\n  dur\t4\n  tdur\t3\n"));
    // The parent is one key away.
    auto *tree = details.findChild<QTreeWidget *>();
    QVERIFY(tree);
    QTest::keyClick(&page.chart(), Qt::Key_D); // closes
    QVERIFY(!details.isVisible());
    QTest::keyClick(&page.chart(), Qt::Key_D);
    QVERIFY(details.isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), tree);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), details.text());
    const QList<QTreeWidgetItem *> parents = tree->findItems(QStringLiteral("Parent"), Qt::MatchExactly);
    QCOMPARE(parents.size(), 1);
    tree->setCurrentItem(parents.front());
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Parent\touter"));
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY((page.chart().selected() == SliceAddress{0, 0, 0}));
    QVERIFY(details.text().startsWith(QStringLiteral("Name\touter\nCategory\tk\n")));
    QVERIFY(details.text().contains(QStringLiteral("Self time\t6 µs (60.0 %)\nProcess\tApp")));
    QVERIFY(details.text().contains(QStringLiteral("Arguments\tnone\n")));
    QTest::keyClick(tree, Qt::Key_Escape);
    QVERIFY(!details.isVisible() && window.showsTrace());
    QCOMPARE(QApplication::focusWidget(), &page.chart());
}

void TracePageTest::spansAreWalkedByKeys()
{
    Appearance appearance;
    TracePage page(appearance);
    page.resize(1000, 600);
    const QByteArray text =
        R"([{"ph":"X","ts":0,"dur":10,"pid":1,"tid":1,"name":"a"},{"ph":"X","ts":2,"dur":4,"pid":1,"tid":1,"name":"b"},{"ph":"X","ts":20,"dur":9,"pid":1,"tid":1,"name":"c"},
        {"ph":"i","ts":3,"pid":1,"tid":2,"name":"nothing but a mark"},{"ph":"X","ts":1,"dur":4,"pid":1,"tid":3,"name":"d"}])";
    auto opened = formats::openText(text, QStringLiteral("t.json"));
    page.show(std::move(std::get<formats::ForeignTrace>(opened.value->content).slices), QStringLiteral("t.json"));
    SliceChart &chart = page.chart();
    const auto after = [&chart](Qt::Key key) {
        QTest::keyClick(&chart, key, Qt::ShiftModifier);
        return chart.selected();
    };
    QCOMPARE(after(Qt::Key_Right), std::optional(SliceAddress{0, 0, 0}));
    QCOMPARE(after(Qt::Key_Down), std::optional(SliceAddress{0, 1, 0}));
    QCOMPARE(after(Qt::Key_Right), std::optional(SliceAddress{0, 1, 0})); // the last of its row
    QCOMPARE(after(Qt::Key_Up), std::optional(SliceAddress{0, 0, 0}));
    QCOMPARE(after(Qt::Key_Right), std::optional(SliceAddress{0, 0, 1}));
    QCOMPARE(after(Qt::Key_Down), std::optional(SliceAddress{2, 0, 0}));
    QCOMPARE(after(Qt::Key_Down), std::optional(SliceAddress{2, 0, 0}));
    QCOMPARE(after(Qt::Key_Up), std::optional(SliceAddress{0, 0, 0}));
    QCOMPARE(after(Qt::Key_Left), std::optional(SliceAddress{0, 0, 0}));
}

/// By the keys and by clicks on their names; kept as long as the trace is open.
void TracePageTest::lanesAreFoldedAndPinned()
{
    Appearance appearance;
    TracePage page(appearance);
    page.resize(1000, 600);
    const QByteArray text =
        R"([{"ph":"X","ts":0,"dur":10,"pid":1,"tid":1,"name":"a"},{"ph":"X","ts":2,"dur":4,"pid":1,"tid":1,"name":"b"},{"ph":"X","ts":20,"dur":9,"pid":2,"tid":1,"name":"c"}])";
    const auto show = [&] {
        auto opened = formats::openText(text, QStringLiteral("t.json"));
        page.show(std::move(std::get<formats::ForeignTrace>(opened.value->content).slices), QStringLiteral("t.json"));
    };
    show();
    SliceChart &chart = page.chart();
    chart.select(SliceAddress{0, 1, 0});
    QTest::keyClick(&chart, Qt::Key_C);
    QVERIFY(chart.lanes().folded.contains(0));
    QTest::keyClick(&chart, Qt::Key_C);
    QVERIFY(chart.lanes().folded.empty());
    QTest::keyClick(&chart, Qt::Key_C, Qt::ShiftModifier);
    QVERIFY(chart.lanes().foldedProcesses.contains(0));
    QTest::keyClick(&chart, Qt::Key_P);
    QVERIFY(chart.lanes().isPinned(0));
    QTest::keyClick(&chart, Qt::Key_P);
    QVERIFY(!chart.lanes().isPinned(0));
    chart.reveal(SliceAddress{0, 1, 0}); // what is looked for is shown
    QVERIFY(chart.lanes().foldedProcesses.empty());
    const timeline::SliceFrame frame(chart.request(chart.size()));
    const auto beside = [&](std::uint32_t lane, double below) {
        return QPointF(frame.panel.left() + 15, frame.barsOf(lane) + below).toPoint();
    };
    QTest::mouseClick(&chart, Qt::LeftButton, {}, beside(0, 5));
    QVERIFY(chart.lanes().folded.contains(0));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, beside(0, -10));
    QVERIFY(chart.lanes().foldedProcesses.contains(0));
    show();
    QVERIFY(chart.lanes() == timeline::SliceLanes());
}

QTEST_MAIN(TracePageTest)
#include "tst_trace_page.moc"

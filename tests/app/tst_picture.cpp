// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "app/export/picture.h"
#include "app/export/preset.h"
#include "app/timeline/layout.h"
#include "app/timeline/painter.h"
#include "app/timeline/sheet.h"
#include "tests/support/hand_trace.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace coroscope;
using namespace coroscope::formats;

class TestPicture : public QObject {
    Q_OBJECT

    testing::HandTrace m_trace;
    timeline::ChartRequest m_request;
    timeline::Scene m_scene;
    QTemporaryDir m_dir;

    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    /// The tool judges by distances what is a space.
    static QString plain(QString text)
    {
        static const QRegularExpression spaces(QStringLiteral("\\s"), QRegularExpression::UseUnicodePropertiesOption);
        return text.remove(spaces);
    }
    static QString pdfText(const QByteArray &pdf)
    {
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")});
        process.write(pdf);
        process.closeWriteChannel();
        process.waitForFinished();
        return plain(QString::fromUtf8(process.readAllStandardOutput()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto run1 = m_trace.task("run1");
        const auto run2 = m_trace.task("run2");
        m_trace.step(run1).print(run1, "run1 begin").sleep(run1, 1s).step(run2);
        m_trace.block(run2, "time.sleep(1.5)", 1500ms).done(run2);
        m_trace.wake(run1).step(run1).print(run1, "run1 end").fail(run1, "ValueError").finish();
        m_request.size = {640, 360};
        m_request.runs = {{.spans = &m_trace.spans()}};
        m_scene = timeline::layoutChart(m_request);
    }

    void theSuffixTellsTheFormat()
    {
        QCOMPARE(pictureFormat(QStringLiteral("a/b.PNG")), PictureFormat::Png);
        QCOMPARE(pictureFormat(QStringLiteral("b.svg")), PictureFormat::Svg);
        QCOMPARE(pictureFormat(QStringLiteral("b.Pdf")), PictureFormat::Pdf);
        QVERIFY(!pictureFormat(QStringLiteral("b.jpeg")));
        QVERIFY(!pictureFormat(QStringLiteral("png")));
    }

    void aPngHasTheSizeTimesTheScale()
    {
        QVERIFY(writePicture(path("a.png"), m_scene, PictureFormat::Png, {.scale = 2, .title = QStringLiteral("Été")})
                    .ok());
        const QImage image(path("a.png"));
        QCOMPARE(image.size(), QSize(1280, 720));
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Été"));
    }

    void aPngHasEveryPixelAndItsResolution()
    {
        const QByteArray png = pictureBytes(m_scene, PictureFormat::Png, {.scale = 2});
        const QImage image = QImage::fromData(png, "PNG").convertToFormat(QImage::Format_RGB32);
        QCOMPARE(image.dotsPerMeterX(), 7559); // 2 x 96 an inch
        QCOMPARE(image.dotsPerMeterY(), 7559);
        QImage drawn = timeline::toImage(m_scene, 2);
        drawn.setDevicePixelRatio(1);
        QVERIFY(image == drawn);
        QCOMPARE(pictureBytes(m_scene, PictureFormat::Png, {.scale = 2}), png);
    }

    void everyPixelOfAPictureIsPainted()
    {
        timeline::Scene scene;
        scene.size = {101, 53};
        scene.background = QColor(0x12, 0x34, 0x56);
        for (const double scale : {0.7, 1.3, 1.75, 2.5, 3.3}) {
            const QImage image = timeline::toImage(scene, scale);
            QImage plain(image.size(), QImage::Format_RGB32);
            plain.setDevicePixelRatio(scale);
            plain.fill(scene.background);
            QVERIFY2(image == plain, qPrintable(QString::number(scale)));
        }
    }

    void aPictureTooLargeForMemoryIsASentence()
    {
        timeline::Scene scene;
        scene.size = {400'000'000, 400'000'000};
        QVERIFY(timeline::toImage(scene, 1).isNull());
        scene.size = {500'000'000, 2'000'000'000};
        QVERIFY(timeline::toImage(scene, 1).isNull());
        const WriteResult result = writePicture(path("huge.png"), scene, PictureFormat::Png);
        QVERIFY2(result.error.contains(QStringLiteral("too large")), qPrintable(result.error));
        QVERIFY(!QFile::exists(path("huge.png")));
    }

    void anSvgIsText()
    {
        QVERIFY(writePicture(path("a.svg"), m_scene, PictureFormat::Svg).ok());
        QFile file(path("a.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("<svg "));
    }

    void aPdfHasItsTextsAndFonts()
    {
        const QString title = QStringLiteral("Été ✓ ✗ ⊘");
        timeline::ChartRequest request = m_request;
        request.title = title;
        const timeline::Scene scene = timeline::layoutChart(request);
        const QByteArray pdf = pictureBytes(scene, PictureFormat::Pdf, {.title = title});
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/FontFile2")); // embedded
        QVERIFY(!pdf.contains("/Subtype /Image"));
        const QString text = pdfText(pdf);
        for (const timeline::Layer &layer : scene.layers) {
            for (const timeline::Text &shown : layer.texts)
                QVERIFY2(text.contains(plain(shown.string)), qPrintable(shown.string));
        }
    }

    void aWordOfAPdfIsFoundWhateverItsLetters()
    {
        timeline::ChartRequest request = m_request;
        request.runs.front().title = QStringLiteral("a file flies off: difficult affluence");
        const QString text = pdfText(pictureBytes(timeline::layoutChart(request), PictureFormat::Pdf));
        QVERIFY2(text.contains(plain(request.runs.front().title)), qPrintable(text));
    }

    void besideALongConsoleNoHalfPageStaysEmpty()
    {
        testing::HandTrace trace;
        const auto job = trace.task("job0");
        trace.step(job);
        for (int i = 0; i < 40; ++i)
            trace.print(job, "line " + std::to_string(i));
        trace.done(job).finish();
        timeline::SheetRequest sheet{.chart = m_request, .fitHeight = true, .table = true, .console = true};
        sheet.chart.runs = {{.spans = &trace.spans()}};
        sheet.chart.size = {1280, 720};
        const timeline::SheetPlan plan = timeline::planSheet(sheet);
        QCOMPARE(plan.cards.size(), 2U);
        QCOMPARE(plan.cards[0].left(), plan.cards[1].left());
        QVERIFY(plan.cards[1].height() < plan.size.width() / 3); // its lines stand in columns
        const QByteArray svg = pictureBytes(timeline::layoutSheet(sheet, plan), PictureFormat::Svg);
        for (int i = 0; i < 40; ++i)
            QVERIFY(svg.contains(">line " + QByteArray::number(i) + "<"));
    }

    void aPdfIsTheSameButForItsDate()
    {
        const auto once = [this] {
            QByteArray pdf = pictureBytes(m_scene, PictureFormat::Pdf);
            const qsizetype date = pdf.indexOf("/CreationDate");
            return pdf.replace(date, pdf.indexOf('\n', date) - date, "");
        };
        QCOMPARE(once(), once());
    }

    void thePaperDecidesHowWideAColumnIs()
    {
        const QByteArray svg = pictureBytes(m_scene, PictureFormat::Svg, {.width = 85});
        QVERIFY(svg.contains("width=\"85mm\" height=\"47.81mm\" viewBox=\"0 0 640 360\""));
        const QByteArray pdf = pictureBytes(m_scene, PictureFormat::Pdf, {.width = 85});
        QVERIFY(pdf.contains("[0 0 241.000000 136.000000]")); // points
        const QByteArray png = pictureBytes(m_scene, PictureFormat::Png, {.scale = 2, .width = 85});
        const QImage image = QImage::fromData(png);
        QCOMPARE(image.dotsPerMeterX(), 15059); // 1280 of them are 85 mm
    }

    void aSheetHasItsParts_data()
    {
        QTest::addColumn<bool>("table");
        QTest::addColumn<bool>("console");
        QTest::newRow("chart alone") << false << false;
        QTest::newRow("table") << true << false;
        QTest::newRow("console") << false << true;
        QTest::newRow("both") << true << true;
    }

    void aSheetHasItsParts()
    {
        QFETCH(bool, table);
        QFETCH(bool, console);
        for (const QString &preset : presetIds()) {
            timeline::SheetRequest sheet{.chart = m_request, .table = table, .console = console};
            presetOf(preset)->apply(sheet);
            const timeline::Scene scene = timeline::layoutSheet(sheet);
            const QByteArray svg = pictureBytes(scene, PictureFormat::Svg);
            QCOMPARE(svg.contains(">Job table<"), table);
            QCOMPARE(svg.contains(">Console<"), console);
            QCOMPARE(svg.contains(">run1 begin<"), console);
            if (!presetOf(preset)->fitHeight)
                QCOMPARE(scene.size, QSizeF(presetOf(preset)->size));
            const QRectF page(QPointF(), scene.size);
            for (const timeline::Layer &layer : scene.layers) {
                for (const timeline::Text &text : layer.texts)
                    QVERIFY2(page.contains(text.bounds()), qPrintable(text.string));
                for (const timeline::Box &box : layer.boxes)
                    QVERIFY(page.contains(box.rect));
            }
        }
    }

    void aPlanServesEveryMoment()
    {
        timeline::SheetRequest sheet{.chart = m_request, .fitHeight = true, .table = true, .console = true};
        const timeline::SheetPlan plan = timeline::planSheet(sheet);
        sheet.chart.runs.front().now = Instant(500ms);
        sheet.chart.runs.front().cursor = timeline::cursorAt(m_trace.trace(), Instant(500ms));
        const timeline::Scene scene = timeline::layoutSheet(sheet, plan);
        QCOMPARE(scene.size, plan.size);
        const QByteArray svg = pictureBytes(scene, PictureFormat::Svg);
        QVERIFY(svg.contains(">run1 begin<"));
        QVERIFY(!svg.contains(">run1 end<")); // not yet
    }

    /// On a slide that is higher than everything needs.
    void cardsFollowTheChart()
    {
        timeline::SheetRequest sheet{.chart = m_request, .console = true};
        presetOf(QStringLiteral("slide-16:9"))->apply(sheet);
        const timeline::SheetPlan plan = timeline::planSheet(sheet);
        QVERIFY(plan.cards.front().top() - plan.chartHeight < 1);
        QVERIFY(plan.cards.back().bottom() > 0.7 * plan.size.height()); // the type has grown
        QVERIFY(plan.cards.back().bottom() <= plan.size.height());
    }

    void aConsoleHasTheRoomTheChartLeaves()
    {
        testing::HandTrace trace;
        for (int i = 0; i < 20; ++i)
            trace.print(ActorId::Main, "line " + std::to_string(i));
        trace.finish();
        timeline::SheetRequest sheet{.chart = m_request, .console = true};
        presetOf(QStringLiteral("slide-16:9"))->apply(sheet);
        sheet.chart.runs = {{.spans = &trace.spans()}};
        QVERIFY(pictureBytes(timeline::layoutSheet(sheet), PictureFormat::Svg).contains(">line 0<"));
    }

    void aRunWithoutTasksHasNoJobTable()
    {
        testing::HandTrace trace;
        trace.print(ActorId::Main, "alone").finish();
        timeline::SheetRequest sheet{.chart = m_request, .table = true, .console = true};
        sheet.chart.runs = {{.spans = &trace.spans()}};
        const QByteArray svg = pictureBytes(timeline::layoutSheet(sheet), PictureFormat::Svg);
        QVERIFY(!svg.contains(">Job table<"));
        QVERIFY(svg.contains(">alone<"));
    }

    void aLongConsoleShowsItsEnd()
    {
        testing::HandTrace trace;
        for (int i = 0; i < 100; ++i)
            trace.print(ActorId::Main, "line " + std::to_string(i));
        trace.finish();
        timeline::SheetRequest sheet{.chart = m_request, .console = true};
        sheet.chart.runs = {{.spans = &trace.spans()}};
        const QByteArray svg = pictureBytes(timeline::layoutSheet(sheet), PictureFormat::Svg);
        QVERIFY(svg.contains(">line 99<"));
        QVERIFY(!svg.contains(">line 0<"));
        QVERIFY(svg.contains("earlier line"));
    }

    void failuresLeaveNothingBehind_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("no such folder") << path("nowhere/a.svg");
        QTest::newRow("a folder") << m_dir.path();
    }

    void failuresLeaveNothingBehind()
    {
        QFETCH(QString, target);
        const QStringList before = QDir(m_dir.path()).entryList();
        const WriteResult result = writePicture(target, m_scene, PictureFormat::Svg);
        QVERIFY(!result.ok());
        QVERIFY(result.error.contains(target));
        QVERIFY(!result.error.contains(QLatin1Char('\n')));
        QCOMPARE(QDir(m_dir.path()).entryList(), before);
    }

    void anExistingFileSurvivesADiskThatFillsUp()
    {
        QVERIFY(writeFile(path("old.svg"), "old").ok());
        const QStringList before = QDir(m_dir.path()).entryList();
        rlimit usual{};
        getrlimit(RLIMIT_FSIZE, &usual);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{1000, usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const WriteResult result = writePicture(path("old.svg"), m_scene, PictureFormat::Svg);
        setrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, handler);
        QVERIFY2(result.error.endsWith(QStringLiteral("old.svg: File too large.")), qPrintable(result.error));
        QCOMPARE(QDir(m_dir.path()).entryList(), before);
        QFile file(path("old.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
    }

    void aPipeIsRefusedNotReplaced()
    {
        const QByteArray name = path("pipe").toUtf8();
        QCOMPARE(mkfifo(name.constData(), 0600), 0);
        const int reader = open(name.constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        QCOMPARE(writeFile(path("pipe"), "through").error,
                 QStringLiteral("Cannot write %1: it is not a regular file.").arg(path("pipe")));
        close(reader);
        QVERIFY(!writeFile(path("pipe"), "nobody would read it").ok());
        struct stat status{};
        QCOMPARE(stat(name.constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }

    void whatIsFarTooLargeIsRefusedAtOnce()
    {
        timeline::Scene scene = m_scene;
        scene.size = {16384, 16384};
        for (const double scale : {1.0, 4.0}) {
            const WriteResult result = writePicture(path("huge.png"), scene, PictureFormat::Png, {.scale = scale});
            QVERIFY2(result.error.endsWith(QStringLiteral("is too large: it has more than 100 million pixels.")),
                     qPrintable(result.error));
            QVERIFY(!QFile::exists(path("huge.png")));
        }
        QVERIFY(writePicture(path("huge.svg"), scene, PictureFormat::Svg).ok());
        QVERIFY(QFile::remove(path("huge.svg")));
    }
};

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"

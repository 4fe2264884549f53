// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractSpinBox>

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/painter.h"
#include "app/timeline/sheet.h"
#include "app/window/export_dialog.h"
#include "app/window/picture_preview.h"
#include "tests/support/hand_trace.h"

using namespace coroscope;
using Output = ExportSettings::Output;

/// The dialog that makes pictures of what the window shows.
class TestExportDialog : public QObject {
    Q_OBJECT

    testing::HandTrace m_trace;
    std::optional<timeline::Describer> m_describer;
    Shown m_shown;
    QTemporaryDir m_dir;
    QTemporaryDir m_settings;

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QStringList files() const
    {
        return QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        testing::recordPieces(m_trace);
        m_shown.name = QStringLiteral("pieces");
        m_describer.emplace(m_trace.spans()).update();
        m_shown.page.runs.push_back(
            {&m_trace.spans(), &*m_describer, {}, formats::titlesOf({}, QStringLiteral("Pieces"))});
        m_shown.chart.size = {640, 400};
        m_shown.chart.fontScale = 0.6;
        // Half a second in, zoomed.
        m_shown.chart.runs = {{.spans = &m_trace.spans(),
                               .title = QStringLiteral("Pieces"),
                               .cursor = timeline::cursorAt(m_trace.trace(), Instant(500ms)),
                               .now = Instant(500ms)}};
        m_shown.chart.visible = timeline::AxisRange{0, 1e9};
    }

    void cleanup() { QSettings().clear(); }

    void asShownWithTableAndConsoleIsHigher()
    {
        testing::HandTrace trace;
        const ActorId run1 = trace.task("run1");
        trace.step(run1);
        constexpr int kLines = 40;
        for (int line = 0; line < kLines; ++line)
            trace.print(run1, "a line");
        trace.done(run1).finish();
        Shown shown = m_shown;
        shown.chart.runs = {{.spans = &trace.spans(), .title = QStringLiteral("Lines")}};
        ExportSettings settings;
        settings.size = ExportSettings::Size::AsShown;
        QCOMPARE(timeline::planSheet(settings.sheetOf(shown)).size, m_shown.chart.size);
        settings.console = true;
        const timeline::SheetPlan plan = timeline::planSheet(settings.sheetOf(shown));
        QCOMPARE(plan.size.width(), m_shown.chart.size.width());
        QCOMPARE(plan.cards.size(), std::size_t(1));
        const QByteArray page =
            formats::pictureBytes(timeline::layoutSheet(settings.sheetOf(shown)), formats::PictureFormat::Svg);
        QVERIFY(page.count("a line") >= kLines); // all of them, in as many columns as fit
        QVERIFY(plan.size.height() >= plan.cards[0].bottom());
    }

    /// Smaller than it is: all of it, not a part.
    void thePreviewShowsTheWholePage()
    {
        timeline::Scene page;
        page.size = {400, 200};
        page.background = Qt::white;
        page.layers.emplace_back().boxes.push_back({.rect = {380, 0, 20, 200}, .fill = Qt::red});
        const QImage image = timeline::toImage(page, 0.5);
        QCOMPARE(image.size(), QSize(200, 100));
        QCOMPARE(image.pixelColor(195, 50), QColor(Qt::red));
        QCOMPARE(image.pixelColor(185, 50), QColor(Qt::white));
    }

    void everyOutputIsWritten_data()
    {
        QTest::addColumn<int>("output");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << static_cast<int>(Output::Png) << QByteArray("\x89PNG");
        QTest::newRow("svg") << static_cast<int>(Output::Svg) << QByteArray("<svg");
        QTest::newRow("pdf") << static_cast<int>(Output::Pdf) << QByteArray("%PDF");
        QTest::newRow("apng") << static_cast<int>(Output::Apng) << QByteArray("\x89PNG");
        QTest::newRow("animated svg") << static_cast<int>(Output::AnimatedSvg) << QByteArray("<svg");
        QTest::newRow("page") << static_cast<int>(Output::Page) << QByteArray("<!DOCTYPE html>");
        QTest::newRow("webp") << static_cast<int>(Output::Webp) << QByteArray("RIFF");
    }

    void everyOutputIsWritten()
    {
        QFETCH(int, output);
        QFETCH(QByteArray, begin);
        ExportDialog dialog(m_shown, nullptr);
        ExportSettings settings;
        settings.output = static_cast<Output>(output);
        settings.scale = 1;
        settings.speed = 10;
        dialog.setSettings(settings);
        const QSignalSpy written(&dialog, &ExportDialog::written);
        dialog.writeTo(path(QStringLiteral("picture.") + settings.suffix()));
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(contents(written.first().first().toString()).startsWith(begin));
        QVERIFY(!dialog.busy());
        QVERIFY(QFile::remove(written.first().first().toString()));
        QCOMPARE(files(), QStringList());
    }

    void theRangeIsWhatWasChosen()
    {
        ExportSettings settings;
        settings.range = ExportSettings::Range::Whole;
        auto sheet = settings.sheetOf(m_shown);
        QCOMPARE(sheet.chart.runs.front().now, kNever);
        QVERIFY(!sheet.chart.visible);
        QVERIFY(!sheet.chart.runs.front().verdict.isEmpty());
        settings.range = ExportSettings::Range::UntilNow;
        sheet = settings.sheetOf(m_shown);
        QCOMPARE(sheet.chart.runs.front().now, Instant(500ms));
        QVERIFY(!sheet.chart.visible);
        settings.range = ExportSettings::Range::Visible;
        sheet = settings.sheetOf(m_shown);
        QCOMPARE(sheet.chart.visible, m_shown.chart.visible);
    }

    void asShownIsWhatTheWindowShows()
    {
        ExportSettings settings;
        settings.range = ExportSettings::Range::Visible;
        settings.legend = m_shown.chart.legend;
        ExportDialog dialog(m_shown, nullptr);
        dialog.setSettings(settings);
        const timeline::Scene &page = dialog.findChild<PicturePreview *>()->scene();
        using formats::PictureFormat;
        QCOMPARE(formats::pictureBytes(page, PictureFormat::Svg),
                 formats::pictureBytes(timeline::layoutChart(m_shown.chart), PictureFormat::Svg));
    }

    void thePreviewFollowsTheControls()
    {
        ExportDialog dialog(m_shown, nullptr);
        dialog.setSettings({});
        const auto *preview = dialog.findChild<PicturePreview *>();
        QCOMPARE(preview->scene().size, QSizeF(640, 400));
        const auto boxes = dialog.findChildren<QComboBox *>();
        boxes[1]->setCurrentIndex(static_cast<int>(ExportSettings::Size::Slide169));
        QCOMPARE(preview->scene().size, QSizeF(1920, 1080));
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>())
            if (!qobject_cast<QAbstractSpinBox *>(edit->parent()) && !qobject_cast<QComboBox *>(edit->parent()))
                edit->setText(QStringLiteral("Été"));
        const QByteArray svg = formats::pictureBytes(preview->scene(), formats::PictureFormat::Svg);
        QVERIFY(svg.contains(QByteArray(">Été<")));
    }

    void whatWasChosenIsRemembered()
    {
        ExportSettings chosen;
        chosen.output = Output::Pdf;
        chosen.size = ExportSettings::Size::Custom;
        chosen.custom = {1000, 500};
        chosen.look = ExportSettings::Look::Print;
        chosen.scale = 3;
        chosen.speed = 0.5;
        chosen.console = true;
        chosen.title = QStringLiteral("only once");
        {
            ExportDialog dialog(m_shown, nullptr);
            dialog.setSettings(chosen);
            dialog.reject();
        }
        const ExportDialog dialog(m_shown, nullptr);
        const ExportSettings &again = dialog.settings();
        QCOMPARE(again.output, chosen.output);
        QCOMPARE(again.size, chosen.size);
        QCOMPARE(again.custom, chosen.custom);
        QCOMPARE(again.look, chosen.look);
        QCOMPARE(again.scale, 3);
        QCOMPARE(again.speed, 0.5);
        QCOMPARE(again.console, true);
        QCOMPARE(again.title, QString());
    }

    void nonsenseThatWasRememberedIsIgnored()
    {
        QSettings settings;
        settings.setValue(QStringLiteral("export/output"), 99);
        settings.setValue(QStringLiteral("export/scale"), -5);
        settings.setValue(QStringLiteral("export/custom"), QSize(1, 1'000'000));
        const ExportDialog dialog(m_shown, nullptr);
        QCOMPARE(dialog.settings().output, Output::Png);
        QCOMPARE(dialog.settings().scale, 1);
        QCOMPARE(dialog.settings().custom, QSize(320, 8192));
    }

    void longOnesShowHowFarTheyAreAndCanBeStopped()
    {
        ExportDialog dialog(m_shown, nullptr);
        ExportSettings settings;
        settings.output = Output::Apng;
        dialog.setSettings(settings);
        dialog.show();
        const QSignalSpy written(&dialog, &ExportDialog::written);
        const auto *progress = dialog.findChild<QProgressBar *>();
        dialog.writeTo(path(QStringLiteral("stopped.apng")));
        QVERIFY(progress->isVisible());
        QTRY_VERIFY(progress->value() > 1);
        QVERIFY(dialog.busy());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.busy());
        QTest::qWait(0);
        QCOMPARE(written.count(), 0);
        QCOMPARE(files(), QStringList());
    }

    void whatWentWrongIsSaid()
    {
        ExportDialog dialog(m_shown, nullptr);
        dialog.setSettings({});
        const QSignalSpy failed(&dialog, &ExportDialog::failed);
        dialog.writeTo(path(QStringLiteral("none/picture.png")));
        QTRY_COMPARE(failed.count(), 1);
        const QString sentence = failed.first().first().toString();
        QVERIFY(sentence.contains(QStringLiteral("none/picture.png")));
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(
            std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == sentence; }));
    }

    void tooLongAFilmIsRefused()
    {
        testing::HandTrace trace;
        const auto task = trace.task("slow");
        trace.step(task).sleep(task, 3600s).at(3600s).wake(task).step(task).done(task).finish();
        Shown shown = m_shown;
        shown.chart.runs = {{.spans = &trace.spans()}};
        ExportDialog dialog(shown, nullptr);
        ExportSettings settings;
        settings.output = Output::Webp;
        dialog.setSettings(settings);
        const QSignalSpy failed(&dialog, &ExportDialog::failed);
        dialog.writeTo(path(QStringLiteral("long.webp")));
        QCOMPARE(failed.count(), 1);
        QVERIFY(!dialog.busy());
        QCOMPARE(files(), QStringList());
    }

    void theClipboardGetsPixelsAndADrawing()
    {
        ExportDialog dialog(m_shown, nullptr);
        ExportSettings settings;
        settings.scale = 2;
        dialog.setSettings(settings);
        dialog.copy();
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), QSize(1280, 800));
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).startsWith("<svg"));
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"

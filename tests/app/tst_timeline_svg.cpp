// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QGuiApplication>
#include <QTest>
#include <QXmlStreamReader>

#include "app/timeline/describe.h"
#include "app/timeline/layout.h"
#include "app/timeline/painter.h"
#include "app/timeline/svg_writer.h"
#include "tests/support/hand_trace.h"

using namespace coroscope;
using namespace coroscope::testing;
using namespace coroscope::timeline;

/// Golden pictures: COROSCOPE_REFRESH=1 writes them anew; look at the difference before committing
/// it.
class TestTimelineSvg : public QObject {
    Q_OBJECT

    HandTrace m_pieces;
    HandTrace m_starvation;

    ChartRequest request(const Theme &theme)
    {
        ChartRequest request;
        request.theme = theme;
        request.size = {1090, 660};
        request.runs = {{.spans = &m_pieces.spans(),
                         .title = QStringLiteral("await asyncio.sleep(1)"),
                         .verdict = verdictText(1500ms)},
                        {.spans = &m_starvation.spans(),
                         .title = QStringLiteral("time.sleep(1)"),
                         .verdict = verdictText(2500ms, 1500ms),
                         .verdictWorse = true}};
        return request;
    }

private Q_SLOTS:
    void initTestCase()
    {
        recordPieces(m_pieces);
        recordStarvation(m_starvation);
    }

    void picturesAreAsTheyWere_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("axis");
        QTest::addColumn<int>("milliseconds");
        const auto light = static_cast<int>(Theme::Id::Light);
        const auto dark = static_cast<int>(Theme::Id::Dark);
        QTest::newRow("compare-light") << light << 0 << -1;
        QTest::newRow("compare-dark") << dark << 0 << -1;
        QTest::newRow("compare-light-at-1.2s") << light << 0 << 1200;
        QTest::newRow("compare-dark-steps") << dark << 1 << -1;
    }

    void picturesAreAsTheyWere()
    {
        QFETCH(int, theme);
        QFETCH(int, axis);
        QFETCH(int, milliseconds);
        ChartRequest chart = request(Theme::of(static_cast<Theme::Id>(theme)));
        chart.axis = axis == 0 ? AxisMode::Clock : AxisMode::Steps;
        for (RunView &run : chart.runs) {
            if (milliseconds < 0)
                continue;
            run.now = Instant(std::chrono::milliseconds(milliseconds));
            run.cursor = cursorAt(run.spans->trace(), run.now);
        }
        const QByteArray svg = toSvg(layoutChart(chart), QStringLiteral("pieces and starvation"));
        const QString path = QStringLiteral(COROSCOPE_TESTS_DIR "/golden/charts/%1.svg")
                                 .arg(QString::fromLatin1(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("COROSCOPE_REFRESH")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(svg);
            return;
        }
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QList<QByteArray> expected = file.readAll().split('\n');
        const QList<QByteArray> actual = svg.split('\n');
        for (qsizetype i = 0; i < std::min(expected.size(), actual.size()); ++i)
            QCOMPARE(actual[i], expected[i]);
        QCOMPARE(actual.size(), expected.size());
    }

    void theDocumentIsXmlAndTextStaysText()
    {
        ChartRequest chart = request(Theme::light());
        const QString nasty =
            QStringLiteral("<a & \"b\"> é ") + QChar(0x01) + QChar(0xd800) + QStringLiteral(" \U0001F600");
        chart.runs.front().title = nasty;
        QXmlStreamReader reader(toSvg(layoutChart(chart), nasty));
        QStringList texts;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QStringLiteral("text"))
                texts.append(reader.readElementText());
            if (reader.isStartElement())
                QVERIFY(reader.name() != QStringLiteral("clipPath") && reader.name() != QStringLiteral("pattern"));
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString shown =
            QStringLiteral("<a & \"b\"> é ") + QChar(0xfffd) + QChar(0xfffd) + QStringLiteral(" \U0001F600");
        QVERIFY(texts.contains(shown));
        QVERIFY(texts.contains(QStringLiteral("time.sleep(1)")));
    }

    void theSameRequestGivesTheSameBytes()
    {
        QCOMPARE(toSvg(layoutChart(request(Theme::print()))), toSvg(layoutChart(request(Theme::print()))));
        const Scene scene = layoutChart(request(Theme::dark()));
        QCOMPARE(toImage(scene), toImage(scene));
    }

    void theImageShowsTheScene()
    {
        const Scene scene = layoutChart(request(Theme::light()));
        for (const double scale : {1.0, 2.0}) {
            const QImage image = toImage(scene, scale);
            QCOMPARE(image.size(), (scene.size * scale).toSize());
            QCOMPARE(image.devicePixelRatio(), scale);
            const auto pixel = [&](QPointF p) { return QColor(image.pixel((p * scale).toPoint())); };
            QCOMPARE(pixel({2, 2}), Theme::light().background);
            for (const Box &box : scene.layers[1].boxes) {
                if (box.frame == Box::Frame::Solid) {
                    const QPointF edge(box.rect.center().x(), box.rect.top() + 0.5);
                    QVERIFY(contrast(pixel(edge), Theme::light().panel) >= 3);
                }
            }
        }
    }

    void aHatchIsTheSameOnScreenAndInPictures()
    {
        // The tile a raster device repeats and the polygons of SVG have to agree: count their ink.
        const Scene scene = layoutChart(request(Theme::light()));
        const Hatch &hatch = scene.layers[1].hatches.front();
        const QImage image = toImage(scene, 1);
        int inked = 0;
        const QRect inside = hatch.rect.toAlignedRect().adjusted(2, 2, -2, -2);
        for (int x = inside.left(); x <= inside.right(); ++x) {
            const QColor color(image.pixel(x, inside.top()));
            inked += contrast(color, hatch.ink) < 1.2 ? 1 : 0;
        }
        const double share = static_cast<double>(inked) / inside.width();
        QVERIFY2(share > 0.2 && share < 0.42, qPrintable(QString::number(share)));
    }
};

QTEST_MAIN(TestTimelineSvg)
#include "tst_timeline_svg.moc"

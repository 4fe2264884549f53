// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>
#include <QPainter>
#include <QRawFont>
#include <QTest>

#include "app/timeline/theme.h"
#include "app/timeline/typeface.h"
#include "color_vision.h"

using namespace coroscope;
using namespace coroscope::timeline;

class TestTimelineTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTouchesCanBeToldApart_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        QTest::addColumn<double>("least");
        for (const auto id : {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print}) {
            const Theme &t = Theme::of(id);
            const char *name = id == Theme::Id::Light ? "light" : id == Theme::Id::Dark ? "dark" : "print";
            const auto row = [name](const char *what, const QColor &front, const QColor &back, double least) {
                QTest::addRow("%s: %s", name, what) << front << back << least;
            };
            constexpr double text = 4.5;
            constexpr double graphics = 3.0;
            row("text on background", t.text, t.background, text);
            row("text on panel", t.text, t.panel, text);
            row("text on selection", t.text, t.selection, text);
            row("muted text on panel", t.mutedText, t.panel, text);
            row("muted text on background", t.mutedText, t.background, text);
            row("reason on awaiting bar", t.mutedText, t.waitFill, text);
            row("worse verdict on panel", t.worseText, t.panel, text);
            row("worse mark on selection", t.worseText, t.selection, text);
            row("muted text on selection", t.mutedText, t.selection, text);
            row("frame of bars on panel", t.outline, t.panel, graphics);
            row("frame of bars on selection", t.outline, t.selection, graphics);
            row("frame of awaiting on panel", t.waitLine, t.panel, graphics);
            row("frame of awaiting on selection", t.waitLine, t.selection, graphics);
            row("starvation stripes on panel", t.starved, t.panel, graphics);
            row("starvation frame on selection", t.starved, t.selection, graphics);
            row("now-line on panel", t.nowLine, t.panel, graphics);
            row("accent on panel", t.accent, t.panel, graphics);
            row("accent on background", t.accent, t.background, graphics);
            row("heading on panel", t.accent, t.panel, text);
            row("worse verdict on background", t.worseText, t.background, text);
            row("text on accent", readableOn(t.accent), t.accent, text);
            row("slider on its groove", t.accent, t.grid, graphics);
            row("icon on button", t.text, t.background, graphics);
            row("arrow on panel", t.arrow, t.panel, graphics);
            row("arrow on awaiting bar", t.arrow, t.waitFill, graphics);
        }
    }

    void whatTouchesCanBeToldApart()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        QFETCH(double, least);
        const double ratio = contrast(front, back);
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(front.name(), back.name()).arg(ratio)));
    }

    void contrastIsThatOfWcag()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 1e-9);
        QVERIFY(std::abs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void theHatchShowsOnEveryTaskColour()
    {
        for (const QColor &color : Theme::light().tasks)
            QVERIFY2(contrast(hatchInk(color), color) >= 3, qPrintable(color.name()));
        QVERIFY(contrast(hatchInk(Theme::light().mainProgram), Theme::light().mainProgram) >= 3);
    }

    void coloursFollowTheOrderOfTasks()
    {
        const Theme &t = Theme::light();
        QCOMPARE(t.task(static_cast<ActorId>(1)).name(), QStringLiteral("#56b4e9"));
        QCOMPARE(t.task(static_cast<ActorId>(2)).name(), QStringLiteral("#e69f00"));
        QCOMPARE(t.task(static_cast<ActorId>(9)), t.task(static_cast<ActorId>(1)));
        QCOMPARE(t.task(ActorId::Main), t.mainProgram);
    }

    /// CIEDE2000 under full deuteranopia and protanopia as Machado, Oliveira and Fernandes (2009) simulate them. The
    /// closest pair of Okabe and Ito's own is at 11.6; a difference of 3 is missed at a glance.
    void everybodyTellsTasksApart_data()
    {
        QTest::addColumn<int>("vision");
        QTest::newRow("normal") << int(test::Vision::Normal);
        QTest::newRow("protanopia") << int(test::Vision::Protanopia);
        QTest::newRow("deuteranopia") << int(test::Vision::Deuteranopia);
    }

    void everybodyTellsTasksApart()
    {
        QFETCH(int, vision);
        const auto seen = static_cast<test::Vision>(vision);
        for (const auto id : {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print}) {
            const Theme &theme = Theme::of(id);
            std::vector<QColor> colors(theme.tasks.begin(), theme.tasks.end());
            colors.push_back(theme.mainProgram);
            QCOMPARE(colors.size(), std::size_t(9));
            for (std::size_t a = 0; a < colors.size(); ++a) {
                for (std::size_t b = 0; b < a; ++b) {
                    const double difference = test::difference(colors[a], colors[b], seen);
                    QVERIFY2(
                        difference >= 11,
                        qPrintable(
                            QStringLiteral("%1 and %2: %3").arg(colors[a].name(), colors[b].name()).arg(difference)));
                }
            }
        }
    }

    void theDifferenceIsThatOfThePaper()
    {
        // Two of the pairs that Sharma, Wu and Dalal (2005) give to check an implementation with.
        QVERIFY(std::abs(test::difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
        QVERIFY(std::abs(test::difference({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}) - 0.9082) < 1e-4);
        QVERIFY(std::abs(test::difference({50, 2.5, 0}, {73, 25, -18}) - 27.1492) < 1e-4);
    }

    void aBarIsSeenOnEveryGround()
    {
        for (const auto id : {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print}) {
            const Theme &theme = Theme::of(id);
            for (const QColor &color : theme.tasks) {
                // By its colour or by its frame.
                for (const QColor &ground : {theme.panel, theme.selection})
                    QVERIFY2(std::max(contrast(color, ground), contrast(theme.outline, ground)) >= 3,
                             qPrintable(color.name()));
                QVERIFY2(contrast(readableOn(color), color) >= 4.5, qPrintable(color.name()));
            }
        }
    }

    void theFontHasEveryMark()
    {
        for (const bool bold : {false, true}) {
            const QRawFont font = QRawFont::fromFont(chartFont(26, bold));
            QCOMPARE(font.familyName(), fontFamily());
            for (const QChar mark : QStringLiteral("✓✗⊘…−±µé"))
                QVERIFY2(font.supportsCharacter(mark), qPrintable(QString(mark)));
        }
    }

    void preparedTextsLookLikeDrawnOnes()
    {
        for (const double scale : {1.0, 2.0}) {
            QImage drawn(400, 120, QImage::Format_RGB32);
            drawn.fill(Qt::white);
            drawn.setDevicePixelRatio(scale);
            QImage prepared = drawn;
            const QString words = QStringLiteral("await sleep(0.5) ✓ é");
            for (const int size : {13, 16, 22}) {
                QPainter one(&drawn);
                one.setFont(chartFont(size, true));
                one.drawText(QPointF(10.25, 10 + size), words);
                QPainter two(&prepared);
                two.setFont(chartFont(size, true));
                two.drawStaticText(QPointF(10.25, 10 + size - preparedAscent(size, true)),
                                   preparedText(words, size, true));
            }
            QCOMPARE(prepared, drawn);
        }
    }

    void longTextsAreElided()
    {
        const QString name = QStringLiteral("a very long name of a task");
        const QString shorter = elidedText(name, 22, false, 120);
        QVERIFY(shorter.endsWith(QStringLiteral("…")));
        QVERIFY(textWidth(shorter, 22) <= 120);
        QCOMPARE(elidedText(name, 22, false, 1000), name);
        QCOMPARE(elidedText(name, 22, false, 3), QString());
    }
};

QTEST_MAIN(TestTimelineTheme)
#include "tst_timeline_theme.moc"

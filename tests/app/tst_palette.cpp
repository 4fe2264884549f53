// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractItemModelTester>

#include "app/models/fuzzy.h"
#include "app/models/palette_model.h"

using namespace coroscope;

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersAreFoundInTheirOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing typed") << QString() << QStringLiteral("Compare") << true;
        QTest::newRow("beginnings of words")
            << QStringLiteral("tnts") << QStringLiteral("To the next task switch") << true;
        QTest::newRow("a part") << QStringLiteral("switch") << QStringLiteral("To the next task switch") << true;
        QTest::newRow("some letters left out")
            << QStringLiteral("swtch") << QStringLiteral("To the next task switch") << true;
        QTest::newRow("wrong order") << QStringLiteral("hctiws") << QStringLiteral("To the next task switch") << false;
        QTest::newRow("words in any order")
            << QStringLiteral("switch next") << QStringLiteral("To the next task switch") << true;
        QTest::newRow("one word missing")
            << QStringLiteral("switch back") << QStringLiteral("To the next task switch") << false;
        QTest::newRow("accents do not matter")
            << QStringLiteral("evenement") << QString::fromUtf8("Événement suivant") << true;
        QTest::newRow("case does not matter")
            << QStringLiteral("EXPORT") << QStringLiteral("Export a picture…") << true;
        QTest::newRow("strewn over a sentence")
            << QStringLiteral("nuit") << QStringLiteral("Starvation, or how a blocking call is quite different")
            << false;
        QTest::newRow("empty text") << QStringLiteral("a") << QString() << false;
    }
    void lettersAreFoundInTheirOrder()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(fuzzyScore(typed, text).has_value(), found);
    }

    void theBetterFindScoresHigher()
    {
        QVERIFY(fuzzyScore(QStringLiteral("play"), QStringLiteral("Play or pause"))
                > fuzzyScore(QStringLiteral("play"), QStringLiteral("Display")));
        QVERIFY(fuzzyScore(QStringLiteral("zi"), QStringLiteral("Zoom in"))
                > fuzzyScore(QStringLiteral("zi"), QStringLiteral("Standard type size")));
    }

    void theModelPutsTheBestFirst()
    {
        PaletteModel model;
        const QAbstractItemModelTester strict(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        int ran = 0;
        model.setEntries({entry("Zoom out", "View"), entry("Export a picture", "File", &ran),
                          entry("Starvation", "starvation-gather")});
        QCOMPARE(model.rowCount(), 3);
        model.find(QStringLiteral("exp"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Export a picture"));
        model.entry(0).run();
        QCOMPARE(ran, 1);
        model.find(QStringLiteral("gather")); // by its kind
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Starvation"));
        model.find(QStringLiteral("no such thing"));
        QCOMPARE(model.rowCount(), 0);
        model.find({});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Zoom out"));
    }

private:
    static PaletteEntry entry(const char *text, const char *kind, int *ran = nullptr)
    {
        return {.text = QLatin1StringView(text),
                .kind = QLatin1StringView(kind),
                .more = {},
                .keys = {},
                .icon = {},
                .run = [ran] {
                    if (ran)
                        ++*ran;
                }};
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/properties.h"
#include <QTest>

#include "app/readers/scenario_reader.h"
#include "core/program/interpreter.h"

#include <QDir>

using namespace coroscope;
using namespace coroscope::testing;

/// The traces of small programs that go into every corner of cancellation, locks, queues and timeouts.
class ScenarioTracesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areTrue_data();
    void areTrue();
};

void ScenarioTracesTest::areTrue_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/programs"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    QVERIFY(files.size() >= 88);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void ScenarioTracesTest::areTrue()
{
    QFETCH(QString, file);
    auto scenario = formats::readScenario(file);
    QVERIFY2(scenario, qPrintable(scenario.error));
    const auto run = program::start(std::make_shared<const program::Program>(std::move(*scenario.value)));
    // An endless one would only give more of the same.
    for (int i = 0; i < 100 && !run->finished(); ++i)
        run->advance(Instant::max(), 20);
    const QString wrong = wrongIn(run->trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(ScenarioTracesTest)
#include "tst_scenario_traces.moc"

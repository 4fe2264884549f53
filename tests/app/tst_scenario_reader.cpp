// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/readers/scenario_reader.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace coroscope;

namespace {

/// A program with these operations and one object of each kind.
QByteArray programOf(const QByteArray &operations)
{
    return "{\"format\": \"coroscope-program\", \"version\": 1,\n"
           " \"objects\": {\"q0\": [\"queue\", 1], \"l0\": [\"lock\"], \"c0\": [\"condition\"], \"e0\": [\"event\"], \"f0\": [\"future\"]},\n"
           " \"tasks\": [[\"t0\",\n"
           + operations + "\n]]}\n";
}

QString errorOf(const QByteArray &text)
{
    return formats::parseScenario(text, QStringLiteral("p.json")).error;
}

QList<QByteArray> validPrograms()
{
    QList<QByteArray> programs;
    const QDir folder(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/programs"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            programs << file.readAll();
    }
    return programs;
}

const QRegularExpression &sentencePattern()
{
    static const QRegularExpression pattern(QStringLiteral("^p\\.json:[1-9][0-9]*:[1-9][0-9]*: [^\\n]{5,400}$"));
    return pattern;
}

} // namespace

class ScenarioReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllParts();
    void readsEveryGoldenProgram();
    void namesPlaceAndReason_data();
    void namesPlaceAndReason();
    void operationsKnowTheirLines();
    void keepsNumbersExact();
    void countsColumnsInCharacters();
    void survivesTruncation();
    void survivesMutations();
    void refusesDeepNestingWithoutRecursion();
    void refusesWhatIsNotAFile();
    void refusesLargeFiles();
};

void ScenarioReaderTest::readsAllParts()
{
    const auto read =
        formats::parseScenario(R"({"format": "coroscope-program", "version": 1, "about": "x", "seed": 3, "until": 70,
        "objects": {"q0": ["queue", 2], "e0": ["event"]},
        "tasks": [["t0", [["put", "q0", "é"], ["try", [["raise", "KeyError", "k"]], ["*"], [["reraise"]], []],
                          ["gather", ["t9", {"task": "t1", "ops": [["sleep", 5]]}], true]]]]})",
                               QStringLiteral("p.json"));
    QVERIFY2(read, qPrintable(read.error));
    const program::Program &program = *read.value;
    QCOMPARE(program.untilMs, std::optional<std::int64_t>(70));
    QCOMPARE(program.objects.size(), 2U);
    QCOMPARE(program.objects[0].argument, 2);
    QCOMPARE(program.tasks.size(), 1U);
    const program::Operations &operations = program.tasks[0].operations;
    QCOMPARE(operations.size(), 3U);
    QCOMPARE(program::toJson(operations[0].value), std::string("\"é\""));
    QCOMPARE(operations[1].body[0].error, program::ErrorKind::KeyError);
    QCOMPARE(operations[1].handler.size(), 1U);
    QCOMPARE(operations[2].flag, true);
    QCOMPARE(operations[2].children[0].isNew, false);
    QCOMPARE(operations[2].children[1].operations[0].number, std::optional<std::int64_t>(5));
}

void ScenarioReaderTest::readsEveryGoldenProgram()
{
    const auto programs = validPrograms();
    QVERIFY(programs.size() >= 88);
    for (const QByteArray &text : programs)
        QCOMPARE(errorOf(text), QString());
}

void ScenarioReaderTest::namesPlaceAndReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    row("empty", "", "p.json:1:1: the file is empty");
    row("blank", "\n  \n", "p.json:3:1: the file is empty");
    row("not an object", "[1]", "p.json:1:1: not a scenario: a JSON object is expected");
    row("no format", "{}", "p.json:1:1: not a scenario: the key \"format\" is missing");
    row("other format", R"({"format": "x", "version": 1, "tasks": []})",
        "p.json:1:12: not a scenario: \"format\" must be \"coroscope-program\"");
    row("other version", R"({"format": "coroscope-program", "version": 2, "tasks": []})",
        "p.json:1:44: this version of the format is not known: \"version\" must be 1");
    row("no tasks", R"({"format": "coroscope-program", "version": 1})", "p.json:1:1: the key \"tasks\" is missing");
    row("unknown key", R"({"format": "coroscope-program", "version": 1, "task": []})",
        "p.json:1:47: unknown key \"task\"; did you mean \"tasks\"?");
    row("key twice", R"({"format": "coroscope-program", "format": 1})",
        "p.json:1:33: the key \"format\" is there twice");
    row("operation", programOf(R"([["pt", "q0", 5]])"), "p.json:4:3: unknown operation \"pt\"; did you mean \"put\"?");
    row("no operation", programOf(R"([[]])"),
        "p.json:4:2: an operation must be an array that begins with its name, like [\"sleep\", 100]");
    row("arguments", programOf(R"([["put", "q0"]])"), "p.json:4:2: \"put\" takes 2 arguments (queue, value), not 1");
    row("object", programOf(R"([["get", "q1"]])"), "p.json:4:10: unknown object \"q1\"; did you mean \"q0\"?");
    row("kind of object", programOf(R"([["get", "l0"]])"), "p.json:4:10: \"l0\" is a lock, not a queue");
    row("object as task", programOf(R"([["join", "l0"]])"), "p.json:4:11: \"l0\" is an object, not a task");
    row("task twice", programOf(R"([["spawn", "t0", []]])"), "p.json:4:12: there is a task \"t0\" already");
    row("task in repeat", programOf(R"([["repeat", 2, [["spawn", "t1", []]]]])"),
        "p.json:4:27: a \"repeat\" cannot make a task: its name would be there twice");
    row("negative", programOf(R"([["sleep", -1]])"), "p.json:4:12: the milliseconds must be from 0 to 1000000000000");
    row("huge", programOf(R"([["sleep", 99999999999999999999999]])"),
        "p.json:4:12: the milliseconds must be from 0 to 1000000000000");
    row("fraction", programOf(R"([["sleep", 1.5]])"), "p.json:4:12: the milliseconds must be a whole number");
    row("huge value", programOf(R"([["put", "q0", 9223372036854775808]])"),
        "p.json:4:16: a whole number must fit into 64 bits");
    row("infinite value", programOf(R"([["put", "q0", 1e999]])"), "p.json:4:16: a number too large");
    row("list as value", programOf(R"([["put", "q0", [1]]])"),
        "p.json:4:16: a value must be a number, a string, true, false or null");
    row("exception", programOf(R"([["raise", "ValuError", ""]])"),
        "p.json:4:12: unknown exception \"ValuError\"; did you mean \"ValueError\"?");
    row("kinds", programOf(R"([["try", [], ["Timeout"], [], []]])"), "p.json:4:15: unknown exception \"Timeout\"");
    row("when", programOf(R"([["wait", ["t0"], null, "FIRST"]])"),
        "p.json:4:25: \"wait\" waits for ALL_COMPLETED or FIRST_COMPLETED, not \"FIRST\"");
    row("child", programOf(R"([["shield", 3]])"),
        "p.json:4:13: a child must be the name of a task or {\"task\": name, \"ops\": [...]}");
    row("truncated", R"({"format": "coroscope-pro)", "p.json:1:26: the file ends too early: incomplete JSON");
    row("comma", R"({"format" "coroscope-program"})", "p.json:1:11: not JSON: a colon is expected after the key");
    row("after the end", "{}\n{}", "p.json:2:1: there is something after the end of the JSON value");
    row("utf-8", programOf("[[\"print\", \"\xff\"]]"), "p.json:4:13: not valid UTF-8");
}

void ScenarioReaderTest::namesPlaceAndReason()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    QCOMPARE(errorOf(text), sentence);
}

void ScenarioReaderTest::operationsKnowTheirLines()
{
    const QByteArray text = programOf(
        "[[\"sleep\", 1], [\"repeat\", 2,\n [[\"sleep\", 2],\r\n\n [\"with\", \"l0\", [[\"print\",\n\"x\"]]]]]\n]");
    const auto scenario = formats::parseScenario(text, QStringLiteral("p.json"));
    QVERIFY2(scenario, qPrintable(scenario.error));
    const program::Operations &operations = scenario.value->tasks.front().operations;
    QCOMPARE(operations[0].line, 4U);
    QCOMPARE(operations[1].line, 4U);
    QCOMPARE(operations[1].body[0].line, 5U);
    QCOMPARE(operations[1].body[1].line, 7U);
    QCOMPARE(operations[1].body[1].body[0].line, 7U);
    QVERIFY(scenario.value->text == text.toStdString());
}

void ScenarioReaderTest::keepsNumbersExact()
{
    const auto read =
        formats::parseScenario(programOf(R"([["return", -9223372036854775808], ["return", 0.1], ["return", -0],
        ["return", 1e22], ["return", 1e-400], ["return", 1.0]])"),
                               QStringLiteral("p.json"));
    QVERIFY2(read, qPrintable(read.error));
    QStringList texts;
    for (const auto &operation : read.value->tasks[0].operations)
        texts << QString::fromStdString(program::toJson(operation.value));
    QCOMPARE(texts.join(QLatin1Char(' ')), QStringLiteral("-9223372036854775808 0.1 0 1e+22 0.0 1.0"));
}

void ScenarioReaderTest::countsColumnsInCharacters()
{
    QCOMPARE(errorOf(programOf("[[\"print\", \"é…𝄞\"], [\"pt\"]]")),
             QStringLiteral("p.json:4:21: unknown operation \"pt\"; did you mean \"put\"?"));
}

void ScenarioReaderTest::survivesTruncation()
{
    int cut = 0;
    for (const QByteArray &text : validPrograms()) {
        // The last bytes are the closing brace and a line end.
        for (qsizetype size = 0; size < text.trimmed().size(); size += 7, ++cut) {
            const QString error = errorOf(text.left(size));
            QVERIFY2(sentencePattern().match(error).hasMatch(), qPrintable(error));
        }
    }
    QVERIFY(cut > 2000);
}

void ScenarioReaderTest::survivesMutations()
{
    const QList<QByteArray> snippets{"[",
                                     "]",
                                     "{",
                                     "}",
                                     ",",
                                     ":",
                                     "\"",
                                     "null",
                                     "true",
                                     "-1",
                                     "1e999",
                                     "1.5",
                                     "99999999999999999999",
                                     "\"t0\"",
                                     "\"q0\"",
                                     "[[[[[[",
                                     "{\"task\": \"t0\", \"ops\": []}",
                                     "\"\\ud800\"",
                                     "\\",
                                     "\xc3",
                                     "\"sleeep\"",
                                     "[]",
                                     "\"*\"",
                                     QByteArray(1, '\0')};
    const QRegularExpression token(QStringLiteral("\"[^\"]*\"|-?[0-9]+|null|true|false"));
    QRandomGenerator random(2);
    const auto programs = validPrograms();
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        QByteArray text = programs[random.bounded(static_cast<int>(programs.size()))];
        const QByteArray snippet = snippets[random.bounded(static_cast<int>(snippets.size()))];
        if (i % 2 == 0) { // a byte range
            text.replace(random.bounded(static_cast<int>(text.size())), random.bounded(4), snippet);
        } else { // a whole token: the JSON stays well-formed, its types and names do not
            QList<QRegularExpressionMatch> tokens;
            auto all = token.globalMatch(QString::fromLatin1(text));
            while (all.hasNext())
                tokens << all.next();
            const auto &match = tokens[random.bounded(static_cast<int>(tokens.size()))];
            text.replace(match.capturedStart(), match.capturedLength(), snippet);
        }
        const auto read = formats::parseScenario(text, QStringLiteral("p.json"));
        QCOMPARE(read.error.isEmpty(), read.value.has_value());
        if (read)
            continue;
        ++refused;
        QVERIFY2(sentencePattern().match(read.error).hasMatch(), qPrintable(read.error));
    }
    QVERIFY2(refused > 2000, qPrintable(QString::number(refused)));
}

void ScenarioReaderTest::refusesDeepNestingWithoutRecursion()
{
    for (const char *bracket : {"[", "{\"a\":"}) {
        const QByteArray deep = QByteArray(bracket).repeated(1'000'000);
        QVERIFY(errorOf(deep).endsWith(QStringLiteral("nested too deeply: more than 400 levels")));
    }
    QByteArray operations = "[[\"stop\"]]";
    for (int level = 0; level < 300; ++level)
        operations = "[[\"timeout\", null, " + operations + "]]";
    QVERIFY(errorOf(programOf(operations)).endsWith(QStringLiteral("nested too deeply: more than 400 levels")));
}

void ScenarioReaderTest::refusesWhatIsNotAFile()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString missing = folder.filePath(QStringLiteral("none.json"));
    QCOMPARE(formats::readScenario(missing).error, missing + QStringLiteral(": no such file"));
    QCOMPARE(formats::readScenario(folder.path()).error, folder.path() + QStringLiteral(": is a folder, not a file"));
    QCOMPARE(formats::readScenario(QStringLiteral("/dev/null")).error,
             QStringLiteral("/dev/null:1:1: the file is empty"));
}

void ScenarioReaderTest::refusesLargeFiles()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(3) << 30)); // sparse
    QCOMPARE(formats::readScenario(file.fileName()).error,
             file.fileName() + QStringLiteral(": is too large: more than 16 MiB"));
    QCOMPARE(formats::readScenario(QStringLiteral("/dev/zero")).error,
             QStringLiteral("/dev/zero: is too large: more than 16 MiB"));
}

QTEST_GUILESS_MAIN(ScenarioReaderTest)
#include "tst_scenario_reader.moc"

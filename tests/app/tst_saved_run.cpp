// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/readers/opened_file.h"
#include "core/lessons/lesson.h"
#include "core/model/diagnostics.h"
#include "core/model/measures.h"
#include "core/program/interpreter.h"
#include "core/text/table_text.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace coroscope;

namespace {

QByteArray saved(const Trace &trace, const SavedRunInfo &info)
{
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    std::string text;
    writeChrome(names, info, [&text](std::string_view piece) { text += piece; });
    return QByteArray::fromStdString(text);
}

/// All that is ever said of a run.
std::string everythingOf(const Trace &trace, Dialect dialect)
{
    std::string all = outputOf(trace, dialect, OutputFormat::Text) + outputOf(trace, dialect, OutputFormat::JsonLines);
    Spans spans(trace);
    spans.update();
    Names names(spans);
    names.update();
    const ShownUntil end = ShownUntil::endOf(spans);
    all += csvOf(jobTable(spans, end, 1s));
    for (const TaskMeasures &task : measure(spans, end).tasks)
        all += task.name + ' ' + std::to_string(task.running.count()) + ' ' + std::to_string(task.ready.count()) + ' '
               + task.state + '\n';
    for (const Diagnostic &diagnostic : diagnose(names, end))
        all += diagnostic.text + '\n';
    for (const Wakeup &wakeup : spans.wakeups())
        all += std::to_string(wakeup.event) + ' ' + std::to_string(raw(wakeup.from)) + ' '
               + std::to_string(raw(wakeup.to)) + '\n';
    return all;
}

bool sameEvents(const Trace &one, const Trace &other)
{
    if (one.size() != other.size() || one.textCount() != other.textCount() || one.placeCount() != other.placeCount())
        return false;
    for (EventIndex i = 0; i < one.size(); ++i) {
        const TraceEvent &a = one[i];
        const TraceEvent &b = other[i];
        if (a.time != b.time || a.kind != b.kind || a.tag != b.tag || a.actor != b.actor || a.object != b.object
            || a.source != b.source || a.value != b.value)
            return false;
    }
    return true;
}

void compareWithItsFile(const Trace &trace, const SavedRunInfo &info)
{
    const QByteArray text = saved(trace, info);
    auto opened = formats::openText(text, QStringLiteral("s.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    QVERIFY(opened.value->run());
    const formats::SavedRun &run = *opened.value->run();
    QVERIFY(sameEvents(trace, *run.trace));
    QCOMPARE(run.info.name, info.name);
    QCOMPARE(run.info.dialect, info.dialect);
    QCOMPARE(saved(*run.trace, run.info), text);
    QCOMPARE(everythingOf(*run.trace, info.dialect), everythingOf(trace, info.dialect));
}

void compareScenario(const QByteArray &text)
{
    auto opened = formats::openText(text, QStringLiteral("p.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    QVERIFY(opened.value->scenario());
    const auto run = program::start(std::make_shared<const program::Program>(std::move(*opened.value->scenario())));
    for (int i = 0; i < 200 && !run->finished(); ++i) // an endless one would only give more of the same
        run->advance(Instant::max(), 20);
    compareWithItsFile(run->trace(), {Dialect::Scenario, "p.json"});
}

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray savedLesson(const char *id)
{
    const Lesson *lesson = findLesson(id);
    const auto run = lesson->start(lesson->defaults());
    run->finish();
    return saved(run->trace(), {Dialect::Lesson, id});
}

QString errorOf(const QByteArray &text)
{
    return formats::openText(text, QStringLiteral("s.json")).error;
}

} // namespace

/// A run that is saved and opened again is the run it was.
class SavedRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLessonComesBack_data();
    void everyLessonComesBack();
    void everyGoldenProgramComesBack_data();
    void everyGoldenProgramComesBack();
    void everyExampleScenarioComesBack_data();
    void everyExampleScenarioComesBack();
    void randomProgramsComeBack();
    void anUnfinishedRunComesBack();
    void theOrderOfKeysAndTheSpaceDoNotMatter();
    void kindsGoByTheirNames();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void survivesTruncation();
    void survivesChanges();
};

void SavedRunTest::everyLessonComesBack_data()
{
    QTest::addColumn<QString>("lesson");
    for (const Lesson &lesson : lessons())
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
}

void SavedRunTest::everyLessonComesBack()
{
    QFETCH(QString, lesson);
    const Lesson *found = findLesson(lesson.toStdString());
    const auto run = found->start(found->defaults());
    run->finish();
    compareWithItsFile(run->trace(), {Dialect::Lesson, found->id});
}

void SavedRunTest::everyGoldenProgramComesBack_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/programs"));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files))
        QTest::newRow(qPrintable(file)) << QStringLiteral("programs/") + file;
}

void SavedRunTest::everyGoldenProgramComesBack()
{
    QFETCH(QString, file);
    compareScenario(contents(file));
}

void SavedRunTest::everyExampleScenarioComesBack_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(":/scenarios"));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files))
        if (!file.contains(QStringLiteral("schema")))
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void SavedRunTest::everyExampleScenarioComesBack()
{
    QFETCH(QString, file);
    QFile scenario(file);
    QVERIFY(scenario.open(QIODevice::ReadOnly));
    compareScenario(scenario.readAll());
}

void SavedRunTest::randomProgramsComeBack()
{
    const QList<QByteArray> lines = contents(QStringLiteral("random.txt")).split('\n');
    int programs = 0;
    for (const QByteArray &line : lines) {
        if (!line.startsWith("{\"format\""))
            continue;
        compareScenario(line);
        if (QTest::currentTestFailed())
            return;
        ++programs;
    }
    QVERIFY2(programs >= 200, qPrintable(QString::number(programs)));
}

void SavedRunTest::anUnfinishedRunComesBack()
{
    const Lesson *lesson = findLesson("window-queue");
    const auto run = lesson->start(lesson->defaults());
    run->advance(instantAt(1'500'000'000));
    compareWithItsFile(run->trace(), {Dialect::Lesson, lesson->id});
}

void SavedRunTest::theOrderOfKeysAndTheSpaceDoNotMatter()
{
    const QByteArray text = savedLesson("pieces-gather");
    const qsizetype events = text.indexOf("\"traceEvents\"");
    const qsizetype other = text.indexOf("\"otherData\"");
    const QByteArray otherData = text.mid(other, text.lastIndexOf(',', events) - other);
    const QByteArray turned = '{' + text.mid(events, text.lastIndexOf('}') - events)
                              + " , \"unknown\": {\"a\": [1, \"}\\\"\"]},\t" + otherData + "}\n";
    auto one = formats::openText(text, QStringLiteral("s.json"));
    auto two = formats::openText(turned, QStringLiteral("t.json"));
    QVERIFY2(two, qPrintable(two.error));
    QVERIFY(two.value->run());
    QVERIFY(sameEvents(*one.value->run()->trace, *two.value->run()->trace));
}

/// A version in which kinds have other numbers writes the same file with other numbers.
void SavedRunTest::kindsGoByTheirNames()
{
    QByteArray text = savedLesson("timer-demo");
    const auto one = formats::openText(text, QStringLiteral("s.json"));
    QVERIFY(text.contains("\"kinds\": [\"LoopStarted\""));
    text.replace("\"kinds\": [\"LoopStarted\"", "\"kinds\": [\"NewKind\", \"LoopStarted\"");
    static const QRegularExpression record(QStringLiteral("^\\[(\\d+), (\\d+), "), QRegularExpression::MultilineOption);
    QString shifted = QString::fromUtf8(text);
    for (auto match = record.match(shifted); match.hasMatch(); match = record.match(shifted, match.capturedEnd()))
        shifted.replace(match.capturedStart(2), match.capturedLength(2),
                        QString::number(match.captured(2).toInt() + 1));
    const auto two = formats::openText(shifted.toUtf8(), QStringLiteral("s.json"));
    QVERIFY2(two, qPrintable(two.error));
    QVERIFY(sameEvents(*one.value->run()->trace, *two.value->run()->trace));
}

void SavedRunTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const QByteArray head =
        R"({"otherData": {"format": "coroscope-trace", "version": 1, "dialect": "lesson", "name": "x",
 "kinds": ["Pass", "TaskStep", "Printed", "ActorCreated", "Unheard"], "reasons": ["None"], "texts": ["", "a"], "places": [["", 0]], "events": [
)";
    const QByteArray tail = "]}, \"traceEvents\": []}";
    const auto row = [&](const char *name, const QByteArray &events, const char *error) {
        QTest::newRow(name) << head + events + tail << QString::fromUtf8(error);
    };
    row("time runs back", "[5, 0, 0, 0, 0, 0, 1], [4, 0, 0, 0, 0, 0, 1]",
        "s.json:3:1: event 1 is out of time: before the one in front of it, or absurdly far");
    row("no such task", "[5, 1, 0, 7, 0, 0, 1]", "s.json:3:1: event 0 speaks of a task that is not there");
    row("no such text", "[5, 2, 0, 0, 2, 0, 0]",
        "s.json:3:1: event 0 speaks of a text, place or object that is not there");
    row("no such kind", "[5, 9, 0, 0, 0, 0, 0]", "s.json:3:1: event 0 is of a kind this version does not know");
    row("a kind of another version", "[5, 4, 0, 0, 0, 0, 0]",
        "s.json:3:1: event 0 is of a kind this version does not know");
    row("created out of turn", "[5, 3, 1, 2, 0, 0, 0]", "s.json:3:1: event 0 speaks of a task that is not there");
    row("too few numbers", "[5, 0, 0]", "s.json:3:10: an event has seven numbers");
    row("too many numbers", "[5, 0, 0, 0, 0, 0, 0, 0]", "s.json:3:23: an event has seven numbers");
    row("no whole number", "[5.5, 0, 0, 0, 0, 0, 0]", "s.json:3:2: a whole number is expected here");
    row("no number", "[5, \"0\", 0, 0, 0, 0, 0]", "s.json:3:5: not JSON: a value is expected here");
    row("a number out of range", "[5, 0, 0, -1, 0, 0, 0]", "s.json:3:23: a number that no event can have");
    row("no event", "{}", "s.json:3:1: an array is expected here");
    const auto whole = [](const char *name, const char *text, const char *error) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(error);
    };
    whole("another version", R"({"otherData": {"format": "coroscope-trace", "version": 2}, "traceEvents": []})",
          "s.json:1:57: this version of the format is not known: \"version\" must be 1");
    whole("a text twice", R"({"otherData": {"format": "coroscope-trace", "texts": ["", "a", "a"]}, "traceEvents": []})",
          "s.json:1:67: the text \"a\" is there twice");
    whole("twice", R"({"otherData": {"format": "coroscope-trace"}, "otherData": {"format": "coroscope-trace"}})",
          "s.json:1:88: the key \"otherData\" is there twice");
    whole("text behind it", R"({"otherData": {"format": "coroscope-trace"}} x)",
          "s.json:1:46: there is something after the end of the JSON value");
    whole("a note before the begin",
          R"({"otherData": {"format": "coroscope-trace", "notes": [{"t": -9223372036854775808, "text": "x"}]}})",
          "s.json:1:81: a note is out of time: before the begin, or absurdly far");
    whole("a note that ends absurdly far",
          R"({"otherData": {"format": "coroscope-trace", "notes": [{"t": 1, "end": 9223372036854775807}]}})",
          "s.json:1:90: a note is out of time: before the begin, or absurdly far");
    whole("a comma too many", R"({"otherData": {"format": "coroscope-trace",,}})",
          "s.json:1:44: not JSON: a key in double quotes is expected here");
}

void SavedRunTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    QCOMPARE(errorOf(text), error);
}

void SavedRunTest::survivesTruncation()
{
    const QByteArray text = savedLesson("pieces-gather");
    for (qsizetype length = 0; length < text.size() - 2; length += 1 + length / 97) {
        const QString error = errorOf(text.left(length));
        QVERIFY2(error.startsWith(QStringLiteral("s.json:")) && !error.contains(QLatin1Char('\n')),
                 qPrintable(QString::number(length) + error));
    }
}

/// Whatever is changed: it is refused in one sentence, or it is a run that can be shown.
void SavedRunTest::survivesChanges()
{
    const QByteArray text = savedLesson("cancel-cleanup");
    const qsizetype records = text.indexOf("\"events\"");
    const qsizetype recordsEnd = text.indexOf("\"traceEvents\"");
    QRandomGenerator random(20);
    int shown = 0;
    for (int i = 0; i < 3000; ++i) {
        QByteArray changed = text;
        for (int n = random.bounded(1, 6); n > 0; --n) {
            qsizetype at = random.bounded(static_cast<int>(records), static_cast<int>(recordsEnd));
            while (at < recordsEnd && (changed[at] < '0' || changed[at] > '9'))
                ++at;
            changed[at] = static_cast<char>('0' + random.bounded(10));
        }
        auto opened = formats::openText(changed, QStringLiteral("s.json"));
        if (!opened) {
            QVERIFY(opened.error.startsWith(QStringLiteral("s.json:")));
            continue;
        }
        ++shown;
        if (opened.value->run())
            QVERIFY(!everythingOf(*opened.value->run()->trace, Dialect::Scenario).empty());
    }
    QVERIFY(shown > 100);
}

QTEST_GUILESS_MAIN(SavedRunTest)
#include "tst_saved_run.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "app/readers/input_file.h"

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace coroscope;

namespace {

struct Answer {
    int status = -1;
    QByteArray output;
    QString error;
};

QByteArray contents(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// As on a machine without display, with a plain locale unless another is asked for.
QProcessEnvironment plainEnvironment(const QString &locale = QStringLiteral("C"))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("QT_QPA_PLATFORM")})
        environment.remove(name);
    environment.insert(QStringLiteral("LC_ALL"), locale);
    return environment;
}

Answer call(const QStringList &arguments, const QString &standardOutput = {},
            const QProcessEnvironment &environment = plainEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    if (!standardOutput.isEmpty())
        process.setStandardOutputFile(standardOutput);
    process.start(QStringLiteral(COROSCOPE_PROGRAM), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

/// What a shell makes of a line.
Answer shell(const QString &line)
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

QString golden(const QString &name)
{
    return QStringLiteral(COROSCOPE_TESTS_DIR "/golden/") + name;
}

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void runPrintsTheGoldenText();
    void replayPrintsTheGoldenLog();
    void replayWritesTextForPeople();
    void settingsChangeTheRun();
    void untilInterrupts();
    void tableInFourFormats();
    void statsAddUp();
    void explainTellsTheRun();
    void statsSpeakTheLanguage();
    void listIsJson();
    void listTellsOfVariants();
    void exportsALessonBesideItself();
    void whateverIsARunIsComparedWithAnother();
    void helpNamesEveryCommand();
    void helpSpeaksTheLanguage_data();
    void helpSpeaksTheLanguage();
    void theListSpeaksTheLanguage();
    void badUsageIsOneSentence_data();
    void badUsageIsOneSentence();
    void unreadableFilesAreStatus3_data();
    void unreadableFilesAreStatus3();
    void aFolderThatIsClosedIsNoMissingFile();
    void linksThatGoInACircleAreRefused();
    void aPipeIsNoOutput();
    void theFileThatIsReadIsNotReplaced();
    void namesThatAreNotUtf8AreRefused();
    void closedStreamsAreSaidAndNotWrittenInto();
    void aPdfDoesNotTellWhereItsAuthorLives();
    void framesThatAreStoppedLeaveNothing_data();
    void framesThatAreStoppedLeaveNothing();
    void aMissingFileOpensNoWindow();
    void aFileThatIsNoTraceIsToldInTheWindow();
    void aDisplayThatCannotBeReachedIsOneSentence_data();
    void aDisplayThatCannotBeReachedIsOneSentence();
    void unwritableOutputIsStatus4_data();
    void unwritableOutputIsStatus4();
    void failureLeavesAnExistingFileAlone();
    void outputGoesToTheFile();
    void endlessScenariosEndWithSpin();
    void scenariosThatAskForTooMuchAreRefused_data();
    void scenariosThatAskForTooMuchAreRefused();
    void savedRunsAreReadLikeTheRunItself();
    void convertWritesTheSameBytes();
    void foreignTracesAreDrawn();
    void foreignTracesAreDrawnInPart();
    void whatATraceLacksIsSaid();
    void comparedDurationsSpeakTheLanguage();
    void convertRefusesScenarios();
    void exportsPictures_data();
    void exportsPictures();
    void namesBeyondAsciiSurvive();

private:
    QString write(const QString &name, const QByteArray &text);
    QTemporaryDir m_folder;
};

QString CliTest::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return file.fileName();
}

void CliTest::runPrintsTheGoldenText()
{
    const Answer answer = call({QStringLiteral("run"), QStringLiteral("window-queue")});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.error, QString());
    QCOMPARE(answer.output, contents(golden(QStringLiteral("lessons/window-queue.txt"))));
}

void CliTest::replayPrintsTheGoldenLog()
{
    const Answer answer = call({QStringLiteral("replay"), golden(QStringLiteral("programs/wait_first.json")),
                                QStringLiteral("--format=jsonl")});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.output, contents(golden(QStringLiteral("programs/wait_first.jsonl"))));
}

void CliTest::replayWritesTextForPeople()
{
    const QString file = write(QStringLiteral("text.json"),
                               R"({"format": "coroscope-program", "version": 1, "objects": {"q": ["queue", 1]},
        "tasks": [["wäiter", [["print", "é"], ["sleep", 1500], ["gather", ["missing"], true], ["show_last"], ["get", "q"]]],
                  ["t1", [["return", "ü"]]], ["t2", [["return", 2.50]]]]})");
    const Answer answer = call({QStringLiteral("replay"), file});
    QCOMPARE(answer.status, 0);
    QCOMPARE(QString::fromUtf8(answer.output), QString::fromUtf8("0s + 000ms  wäiter start\n"
                                                                 "0s + 000ms  wäiter print é\n"
                                                                 "0s + 000ms  t1     start\n"
                                                                 "0s + 000ms  t1     end ü\n"
                                                                 "0s + 000ms  t2     start\n"
                                                                 "0s + 000ms  t2     end 2.5\n"
                                                                 "1s + 500ms  wäiter print []\n"
                                                                 "1s + 500ms  -      stuck tasks: wäiter\n"
                                                                 "1s + 500ms  -      finish idle\n"));
}

void CliTest::settingsChangeTheRun()
{
    const Answer answer = call({QStringLiteral("run"), QStringLiteral("starvation-gather"), QStringLiteral("--set"),
                                QStringLiteral("runs=3"), QStringLiteral("--set"), QStringLiteral("second=0.25")});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.output.endsWith("= 1s + 250ms  complete\n"));
}

void CliTest::untilInterrupts()
{
    const Answer answer =
        call({QStringLiteral("run"), QStringLiteral("queue-ticks"), QStringLiteral("--until"), QStringLiteral("2.5")});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.output.endsWith("= 2s + 500ms  interrupt\n"));
}

void CliTest::tableInFourFormats()
{
    const QStringList base{QStringLiteral("table"), QStringLiteral("window-queue"), QStringLiteral("--format")};
    QCOMPARE(call(base + QStringList{QStringLiteral("markdown")}).output,
             contents(golden(QStringLiteral("lessons/window-queue.table.md"))));
    const QByteArray csv = call(base + QStringList{QStringLiteral("csv")}).output;
    QVERIFY(csv.startsWith("slot,j0 (1),j1 (2)"));
    QCOMPARE(csv.count('\n'), 6);
    QVERIFY(call(base + QStringList{QStringLiteral("html")}).output.contains("<th>j3 (1)</th>"));
    QVERIFY(call(base + QStringList{QStringLiteral("latex")}).output.startsWith("\\begin{tabular}{lcccccccc}"));
    const QByteArray halves =
        call(base + QStringList{QStringLiteral("csv"), QStringLiteral("--slot"), QStringLiteral("0.5")}).output;
    QVERIFY(halves.contains("\n0.5-1,*,*,*,*"));
}

void CliTest::explainTellsTheRun()
{
    for (const char *const language : {"en", "fr"}) {
        const Answer answer = call({QStringLiteral("explain"), QStringLiteral("boom"), QStringLiteral("--lang"),
                                    QString::fromLatin1(language)});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.output, contents(golden(QStringLiteral("explain/boom.%1.txt").arg(QLatin1String(language)))));
    }
    QCOMPARE(call({QStringLiteral("explain"), QStringLiteral("boom"), QStringLiteral("--lang"), QStringLiteral("de")})
                 .status,
             2);
}

void CliTest::statsSpeakTheLanguage()
{
    const auto stats = [](const char *lesson, const char *language) {
        const Answer answer = call({QStringLiteral("stats"), QString::fromLatin1(lesson), QStringLiteral("--lang"),
                                    QString::fromLatin1(language)});
        return QString::fromUtf8(answer.output);
    };
    QVERIFY(
        stats("comprehension-vs-gather", "en")
            .contains(QStringLiteral(
                "both_ways awaited 3 coroutines one after the other, for 6 s in all; gather would have waited for 3 s")));
    QVERIFY(stats("comprehension-vs-gather", "fr")
                .contains(QStringLiteral("both_ways a attendu 3 coroutines l’une après l’autre")));
    // The table calls the tasks what the remarks below it call them, and tells their states in words.
    QVERIFY(stats("starvation-gather", "en").contains(QStringLiteral("\n  run2          ")));
    QVERIFY(stats("starvation-gather", "en")
                .contains(QStringLiteral(
                    "run1 held the thread for 1 s while another task was ready: run2 was delayed by 1 s")));
    QVERIFY(stats("deadlock-two-locks", "fr").contains(QStringLiteral("  en attente\n")));
    QVERIFY(stats("lock-shared", "en")
                .contains(QStringLiteral(
                    "2 updates of balance were lost: b and c wrote what had been read before another task wrote")));
}

void CliTest::statsAddUp()
{
    for (const char *id :
         {"starvation-gather", "window-queue", "queue-ticks", "countdown-blocking", "fetch-sequential"}) {
        const Answer answer =
            call({QStringLiteral("stats"), QLatin1String(id), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(answer.status, 0);
        const QJsonObject stats = QJsonDocument::fromJson(answer.output).object();
        const auto number = [](const QJsonObject &object, const char *key) {
            return object.value(QLatin1String(key)).toDouble(-1);
        };
        QCOMPARE(number(stats, "thread_busy_ms") + number(stats, "thread_idle_ms"), number(stats, "duration_ms"));
        for (const auto task : stats.value(QStringLiteral("tasks")).toArray())
            for (const char *key : {"running_ms", "blocking_ms", "ready_ms", "awaiting_ms"})
                QVERIFY(number(task.toObject(), key) >= 0);
    }
    const QByteArray starved =
        call({QStringLiteral("stats"), QStringLiteral("starvation-gather"), QStringLiteral("--format=json")}).output;
    const QJsonObject run2 =
        QJsonDocument::fromJson(starved).object().value(QStringLiteral("tasks")).toArray().at(1).toObject();
    QCOMPARE(run2.value(QStringLiteral("ready_ms")).toInt(), 1000);
    QCOMPARE(run2.value(QStringLiteral("blocking_ms")).toInt(), 1000);
    QCOMPARE(run2.value(QStringLiteral("awaiting_ms")).toInt(), 500);
}

void CliTest::listIsJson()
{
    const QJsonArray lessons =
        QJsonDocument::fromJson(
            call({QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("json")}).output)
            .array();
    QVERIFY(lessons.size() >= 59);
    for (const auto lesson : lessons)
        for (const char *key : {"id", "chapter", "title", "parameters", "compared_with", "outside"})
            QVERIFY(lesson.toObject().contains(QLatin1String(key)));
}

/// A variant is what `export --compare` takes; `compared_with` stays a list of ids.
void CliTest::listTellsOfVariants()
{
    const QJsonArray lessons =
        QJsonDocument::fromJson(
            call({QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("json")}).output)
            .array();
    for (const auto each : lessons) {
        const QJsonObject lesson = each.toObject();
        if (lesson.value(QStringLiteral("id")) != QStringLiteral("window-queue"))
            continue;
        QCOMPARE(lesson.value(QStringLiteral("compared_with")),
                 QJsonValue(QJsonArray{QStringLiteral("window-semaphore"), QStringLiteral("window-queue")}));
        QCOMPARE(lesson.value(QStringLiteral("comparisons")),
                 QJsonValue(QJsonArray{QStringLiteral("window-semaphore"), QStringLiteral("window-queue[window=2]")}));
    }
    const QByteArray text = call({QStringLiteral("list")}).output;
    QVERIFY(text.contains("compared with window-semaphore, window-queue[window=2]\n"));
    QVERIFY(text.contains("compared with lock-shared[locked=no]\n"));
}

void CliTest::exportsALessonBesideItself()
{
    const QString file = m_folder.filePath(QStringLiteral("itself.svg"));
    const auto exported = [&file](const QString &others) {
        return call({QStringLiteral("export"), QStringLiteral("window-queue"), QStringLiteral("--compare"), others,
                     QStringLiteral("--set"), QStringLiteral("window=3"), QStringLiteral("--output"), file});
    };
    QCOMPARE(exported(QStringLiteral("window-queue[durations=1,2,window=8],lock-shared")).status, 0);
    const QString picture = QString::fromUtf8(contents(file));
    QVERIFY(picture.contains(QStringLiteral("(durations=1,2, window=8)")));
    for (const char *wrong : {"window-queue[window=99]", "window-queue[pane=2]", "window-queue[window=2",
                              "window-queue[]", "window-queue[2]", "window-queue[window=2]x", "a[b=c],d,e", ""})
        QCOMPARE(exported(QLatin1String(wrong)).status, 2);
}

void CliTest::whateverIsARunIsComparedWithAnother()
{
    const QString saved = m_folder.filePath(QStringLiteral("saved.json"));
    QCOMPARE(call({QStringLiteral("run"), QStringLiteral("pieces-one"), QStringLiteral("--format"),
                   QStringLiteral("chrome"), QStringLiteral("--output"), saved})
                 .status,
             0);
    const QString file = m_folder.filePath(QStringLiteral("mixed.svg"));
    const auto exported = [&file](const QString &run, const QString &others) {
        return call(
            {QStringLiteral("export"), run, QStringLiteral("--compare"), others, QStringLiteral("--output"), file});
    };
    QCOMPARE(exported(QStringLiteral("window-queue"), saved).status, 0);
    QVERIFY(contents(file).contains("One run in three pieces"));
    QCOMPARE(exported(saved, QStringLiteral("window-queue[window=2],") + saved).status, 0);
    QVERIFY(contents(file).contains("(window=2)"));
    QCOMPARE(exported(saved, QStringLiteral("/no/such.json")).status, 3);
    QCOMPARE(exported(QStringLiteral("window-queue"), QStringLiteral("no/such.py")).status, 3);
    QCOMPARE(exported(saved, QStringLiteral("window-qeue")).status, 2);
}

void CliTest::helpNamesEveryCommand()
{
    const Answer help = call({QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    for (const char *command : {"list", "run", "replay", "table", "stats", "export"}) {
        QVERIFY(help.output.contains(command));
        const Answer one = call({QLatin1String(command), QStringLiteral("--help")});
        QCOMPARE(one.status, 0);
        QVERIFY(one.output.contains(QByteArray("coroscope ") + command));
    }
    QVERIFY(call({QStringLiteral("--version")}).output.startsWith("coroscope "));
}

void CliTest::helpSpeaksTheLanguage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *locale, const char *says) {
        QTest::addRow("%s (%s)", line, locale)
            << QString::fromUtf8(line) << QString::fromUtf8(locale) << QString::fromUtf8(says);
    };
    const char *const french = "fr_FR.UTF-8";
    const char *const plain = "C";
    row("--help", french, "Options de la fenêtre");
    row("--help", plain, "Options of the window");
    row("--lang fr --help", plain, "Options de la fenêtre");
    row("--lang=fr --help", plain, "Options de la fenêtre");
    row("--help --lang fr", plain, "Options de la fenêtre");
    row("--lang en --help", french, "Options of the window");
    row("--theme dark --help", plain, "Options of the window");
    row("--lang fr run --help", plain, "Exécute une leçon");
    row("run --help", french, "Exécute une leçon");
    row("explain --help --lang fr", plain, "Raconte");
    row("--lang fr explain boom", plain, "s : la boucle");
    row("--lang fr explain boom --lang en", plain, "the loop reports");
}

void CliTest::helpSpeaksTheLanguage()
{
    QFETCH(QString, line);
    QFETCH(QString, locale);
    QFETCH(QString, says);
    const Answer answer = call(line.split(QLatin1Char(' ')), {}, plainEnvironment(locale));
    QCOMPARE(answer.error, QString());
    QCOMPARE(answer.status, 0);
    QVERIFY2(QString::fromUtf8(answer.output).contains(says), answer.output.constData());
}

void CliTest::theListSpeaksTheLanguage()
{
    const QString french = QStringLiteral("fr_FR.UTF-8");
    const QByteArray title = "La boucle d’événements";
    const auto list = [](const QStringList &arguments, const QString &locale) {
        return call(QStringList{QStringLiteral("list")} + arguments, {}, plainEnvironment(locale)).output;
    };
    QVERIFY(list({}, french).contains(title));
    QVERIFY(list({}, french).contains("secondes de 0 à 60"));
    QVERIFY(!list({}, QStringLiteral("C")).contains(title));
    QVERIFY(list({QStringLiteral("--lang"), QStringLiteral("fr")}, QStringLiteral("C")).contains(title));
    QVERIFY(!list({QStringLiteral("--lang"), QStringLiteral("en")}, french).contains(title));
    QCOMPARE(list({QStringLiteral("--format=json")}, french),
             list({QStringLiteral("--format=json")}, QStringLiteral("C"))); // for scripts
    QVERIFY(call({QStringLiteral("rum")}, {}, plainEnvironment(french))
                .error.contains(QStringLiteral("ni une commande ni un fichier")));
    QVERIFY(call({QStringLiteral("run"), QStringLiteral("--lagn")}, {}, plainEnvironment(french))
                .error.contains(QStringLiteral("n’a pas d’option")));
    QCOMPARE(call({QStringLiteral("--lang"), QStringLiteral("de"), QStringLiteral("--help")}).status, 2);
}

void CliTest::badUsageIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("nearest");
    const auto row = [](const char *line, const char *nearest) {
        QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' ')) << QString::fromLatin1(nearest);
    };
    row("rum pieces-one", "run");
    row("nothing-of-ours", "neither a command nor a file");
    row("--lesson pieces-oen", "pieces-one");
    row("--lesson pieces-one --set fisrt=1", "first");
    row("--theme drak", "dark");
    row("--lesson pieces-one", "no display");
    row("run", "ID");
    row("run pieces-oen", "pieces-one");
    row("run pieces-one pieces-one", "too many");
    row("run pieces-one --fromat text", "--format");
    row("run pieces-one --format josnl", "jsonl");
    row("run pieces-one --format", "--format");
    row("run echo-streams --clock real", "echo-streams has no real clock");
    row("run pieces-one --clock unreal", "virtual");
    row("run pieces-one --set fisrt=1", "first");
    row("run pieces-one --set first=1e9", "from 0 to 60");
    row("run pieces-one --set first=x", "first");
    row("run pieces-one --set first", "NAME=VALUE");
    row("run queue-ticks --until -1", "--until");
    row("run queue-ticks --until nan", "--until");
    row("run queue-ticks --until 1,000", "--until");
    QTest::newRow("a blank before a number") << QStringList{QStringLiteral("run"), QStringLiteral("queue-ticks"),
                                                            QStringLiteral("--until"), QStringLiteral(" 1")}
                                             << QStringLiteral("--until");
    row("run queue-ticks --until=", "--until");
    row("export pieces-one --output x.png --size 1,000x1000", "--size");
    row("export pieces-one --output x.png --size 640x480x2", "--size");
    row("table window-queue --slot 0", "--slot");
    row("table window-qeue", "window-queue");
    row("export pieces-one", "--output");
    row("export pieces-one --output x.jpeg", ".png");
    row("export pieces-one --output x.pdf --animate", "PDF");
    row("export pieces-one --output x.html --animate", "--animate");
    row("export pieces-one --output x.html --theme dark", "--theme");
    row("export pieces-one --output x.html --at 1", "--at");
    row("site", "FOLDER");
    row("site folder --theme dark", "--theme");
    row("export pieces-one --output x.apng --speed 0.0001", "--speed");
    row("export fork-interrupted --output x.apng --speed 0.01", "--speed");
    row("export pieces-one --output x.png --preset slide", "slide-16:9");
    row("export pieces-one --output x.png --preset column --size 640x480", "--preset");
    row("export pieces-one --output x.png --with table,consle", "console");
    row("export pieces-one --output x.png --size 10x10", "--size");
    row("export pieces-one --output x.png --size 1000000x1000000", "--size");
    row("export pieces-one --output x.png --scale 1000", "--scale");
    row("list extra", "extra");
    row("--version extra", "--version");
}

void CliTest::badUsageIsOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, nearest);
    const Answer answer = call(arguments);
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.output, QByteArray());
    QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
    QVERIFY2(answer.error.contains(nearest), qPrintable(answer.error));
}

void CliTest::unreadableFilesAreStatus3_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("none.json")) << QStringLiteral(": no such file");
    QTest::newRow("folder") << m_folder.path() << QStringLiteral(": is a folder");
    QTest::newRow("truncated") << write(QStringLiteral("cut.json"), "{\"format\": \"coroscope-program\",\n")
                               << QStringLiteral(":2:1: ");
    QTest::newRow("operation") << write(
        QStringLiteral("op.json"),
        "{\"format\": \"coroscope-program\", \"version\": 1,\n \"tasks\": [[\"t\", [[\"slep\", 1]]]]}")
                               << QStringLiteral(":2:20: unknown operation");
    QTest::newRow("empty") << write(QStringLiteral("empty.json"), "") << QStringLiteral(":1:1: the file is empty");
    QTest::newRow("binary") << write(QStringLiteral("binary.json"), QByteArray("\x7f"
                                                                               "ELF\0\1\2",
                                                                               7))
                            << QStringLiteral(":1:1: not JSON");
    QTest::newRow("deep") << write(QStringLiteral("deep.json"),
                                   "{\"traceEvents\": [{\"args\": " + QByteArray(10000, '['))
                          << QStringLiteral(":1:1027: nested too deeply");
    QTest::newRow("deep, unknown") << write(QStringLiteral("deeper.json"), "{\"x\": " + QByteArray(10000, '['))
                                   << QStringLiteral(":1:406: nested too deeply");
    QTest::newRow("saved run, cut") << write(QStringLiteral("cutrun.json"),
                                             "{\"otherData\": {\"format\": \"coroscope-trace\",\n \"texts\": [\"a")
                                    << QStringLiteral(":2:14: the file ends too early");
    const QString sparse = m_folder.filePath(QStringLiteral("sparse.json"));
    QFile large(sparse);
    QVERIFY(large.open(QIODevice::WriteOnly) && large.write("{\"traceEvents\": [") > 0
            && large.resize(qint64(2) << 30));
    QTest::newRow("2 GiB") << sparse << QStringLiteral(":1:18: a trace event must be an object");
}

void CliTest::unreadableFilesAreStatus3()
{
    QFETCH(QString, file);
    QFETCH(QString, reason);
    for (const char *command : {"replay", "table", "stats"}) {
        const Answer answer = call({QLatin1String(command), file});
        QCOMPARE(answer.status, 3);
        QCOMPARE(answer.output, QByteArray());
        QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
        QVERIFY2(answer.error.contains(file + reason), qPrintable(answer.error));
    }
}

/// Not the file itself, but a folder it lies in: nobody may look whether it is there.
void CliTest::aFolderThatIsClosedIsNoMissingFile()
{
    const QString folder = m_folder.filePath(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(folder));
    write(QStringLiteral("closed/run.json"), "{}");
    QVERIFY(QFile::setPermissions(folder, {}));
    const bool root = geteuid() == 0; // may look everywhere
    if (root)
        QCOMPARE(seteuid(65534), 0);
    const QString reason = formats::whyUnreadable(folder + QStringLiteral("/run.json"));
    if (root)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(reason, QStringLiteral("is not readable: permission denied"));
}

void CliTest::linksThatGoInACircleAreRefused()
{
    const QString one = m_folder.filePath(QStringLiteral("ring1.svg"));
    const QString two = m_folder.filePath(QStringLiteral("ring2.svg"));
    QVERIFY(QFile::link(one, two) && QFile::link(two, one));
    for (const QStringList &output :
         {QStringList{QStringLiteral("export"), QStringLiteral("pieces-one"), QStringLiteral("--output"), one},
          {QStringLiteral("run"), QStringLiteral("pieces-one"), QStringLiteral("--output"), one}}) {
        const Answer answer = call(output);
        QCOMPARE(answer.status, 4);
        QCOMPARE(answer.error,
                 QStringLiteral("coroscope: cannot write %1: its symbolic links go in a circle\n").arg(one));
    }
    QCOMPARE(call({QStringLiteral("export"), QStringLiteral("pieces-one"), QStringLiteral("--frames"), one}).status, 4);
    QCOMPARE(call({QStringLiteral("site"), one}).status, 4);
    QVERIFY(call({QStringLiteral("stats"), one})
                .error.endsWith(QStringLiteral("ring1.svg: its symbolic links go in a circle\n")));
    QVERIFY(QFileInfo(one).isSymLink() && QFileInfo(two).isSymLink());
}

/// A pipe nobody reads: the program would wait for ever.
void CliTest::aPipeIsNoOutput()
{
    const QString pipe = m_folder.filePath(QStringLiteral("pipe.svg"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const char *command : {"export", "run"}) {
        const Answer answer =
            call({QLatin1String(command), QStringLiteral("pieces-one"), QStringLiteral("--output"), pipe});
        QCOMPARE(answer.status, 4);
        QCOMPARE(answer.error, QStringLiteral("coroscope: cannot write %1: it is not a regular file\n").arg(pipe));
    }
}

void CliTest::theFileThatIsReadIsNotReplaced()
{
    const QString run = m_folder.filePath(QStringLiteral("in.svg")); // a saved run, whatever its name
    QCOMPARE(call({QStringLiteral("run"), QStringLiteral("pieces-one"), QStringLiteral("--format"),
                   QStringLiteral("chrome"), QStringLiteral("--output"), run})
                 .status,
             0);
    const QByteArray before = contents(run);
    const QString link = m_folder.filePath(QStringLiteral("link.svg"));
    QVERIFY(QFile::link(run, link));
    for (const QString &output : {run, link, m_folder.filePath(QStringLiteral("./in.svg"))}) {
        for (const char *command : {"export", "replay", "explain", "table", "stats"}) {
            const Answer answer = call({QLatin1String(command), run, QStringLiteral("--output"), output});
            QCOMPARE(answer.status, 2);
            QCOMPARE(answer.error,
                     QStringLiteral("coroscope: --output would replace the file that is read: %1\n").arg(output));
        }
    }
    QCOMPARE(contents(run), before);
}

void CliTest::namesThatAreNotUtf8AreRefused()
{
    for (const char *arguments : {"stats", "export pieces-one --output", ""}) {
        const Answer answer =
            shell(QStringLiteral("cd '%1' && '%2' %3 \"$(printf 'caf\\351.svg')\"")
                      .arg(m_folder.path(), QStringLiteral(COROSCOPE_PROGRAM), QLatin1String(arguments)));
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.error, QStringLiteral("coroscope: the argument \"caf\uFFFD.svg\" is not UTF-8\n"));
    }
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("caf*")}, QDir::AllEntries | QDir::System).size(), 0);
}

void CliTest::closedStreamsAreSaidAndNotWrittenInto()
{
    const QString program = QStringLiteral("'%1' ").arg(QStringLiteral(COROSCOPE_PROGRAM));
    const Answer answer = shell(program + QStringLiteral("explain pieces-one >&-"));
    QCOMPARE(answer.status, 4);
    QCOMPARE(answer.error, QStringLiteral("coroscope: cannot write standard output: Bad file descriptor\n"));
    const QString file = m_folder.filePath(QStringLiteral("closed.txt"));
    QCOMPARE(shell(program + QStringLiteral("run pieces-one --output '%1' <&- >&- 2>&-").arg(file)).status, 0);
    QCOMPARE(contents(file), contents(golden(QStringLiteral("lessons/pieces-one.txt"))));
}

void CliTest::aPdfDoesNotTellWhereItsAuthorLives()
{
    const QString file = m_folder.filePath(QStringLiteral("zone.pdf"));
    for (const char *zone : {"UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati"}) {
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(QStringLiteral("TZ"), QLatin1String(zone));
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        QCOMPARE(call({QStringLiteral("export"), QStringLiteral("pieces-one"), QStringLiteral("--output"), file}, {},
                      environment)
                     .status,
                 0);
        const QByteArray pdf = contents(file);
        static const QRegularExpression made(QStringLiteral("/CreationDate \\(D:(\\d{14})(Z|\\+00'00')\\)"));
        const QRegularExpressionMatch found = made.match(QString::fromLatin1(pdf));
        QVERIFY2(found.hasMatch(), zone);
        const QDateTime said = QDateTime::fromString(found.captured(1), QStringLiteral("yyyyMMddHHmmss"));
        const QDateTime instant(said.date(), said.time(), Qt::UTC);
        QVERIFY2(instant >= before && instant <= QDateTime::currentDateTimeUtc(), zone);
        const qsizetype table = pdf.lastIndexOf("startxref\n") + 10; // everything is where the file says it is
        QVERIFY(pdf.mid(pdf.mid(table, pdf.indexOf('\n', table) - table).toLongLong(), 4) == "xref");
    }
}

void CliTest::framesThatAreStoppedLeaveNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void CliTest::framesThatAreStoppedLeaveNothing()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(QStringLiteral(COROSCOPE_PROGRAM),
                  {QStringLiteral("export"), QStringLiteral("yield-often"), QStringLiteral("--size"),
                   QStringLiteral("4000x4000"), QStringLiteral("--frames"), dir.filePath(QStringLiteral("D"))});
    QVERIFY(process.waitForStarted());
    const auto begun = [&dir] { return !dir.entryList({QStringLiteral("D.*")}, QDir::Dirs).isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(begun() || process.state() == QProcess::NotRunning, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
    QCOMPARE(process.readAllStandardError(), QByteArray("coroscope: stopped; nothing was written\n"));
    QCOMPARE(dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void CliTest::aMissingFileOpensNoWindow()
{
    const Answer answer = call({m_folder.filePath(QStringLiteral("none.json"))});
    QCOMPARE(answer.status, 3);
    QVERIFY(answer.error.endsWith(QStringLiteral("none.json: no such file\n")));
}

/// Opened from the desktop nobody reads what a program prints: the window is there, with the message.
void CliTest::aFileThatIsNoTraceIsToldInTheWindow()
{
    QFile file(m_folder.filePath(QStringLiteral("slides.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4") > 0);
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(COROSCOPE_PROGRAM), {file.fileName()});
    QVERIFY(process.waitForStarted());
    QByteArray said;
    process.setReadChannel(QProcess::StandardError);
    while (!said.contains("slides.pdf") && process.waitForReadyRead(60'000))
        said += process.readAllStandardError();
    QVERIFY2(said.contains("slides.pdf:1:1: "), said.constData());
    QVERIFY(!process.waitForFinished(500));
    process.kill();
    process.waitForFinished();
}

void CliTest::aDisplayThatCannotBeReachedIsOneSentence_data()
{
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("platform");
    QTest::newRow("nobody there") << QStringLiteral(":999") << QString();
    QTest::newRow("nobody there, by name") << QStringLiteral(":999") << QStringLiteral("xcb");
    QTest::newRow("no such platform") << QString() << QStringLiteral("nonsense");
}

void CliTest::aDisplayThatCannotBeReachedIsOneSentence()
{
    QFETCH(QString, display);
    QFETCH(QString, platform);
    QProcessEnvironment environment = plainEnvironment();
    if (!display.isEmpty())
        environment.insert(QStringLiteral("DISPLAY"), display);
    if (!platform.isEmpty())
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    const Answer answer = call({QStringLiteral("--lesson"), QStringLiteral("pieces-one")}, {}, environment);
    QCOMPARE(
        answer.error,
        QStringLiteral(
            "coroscope: no window can be opened on the display %1; without one, coroscope --help shows the commands that work\n")
            .arg(platform.isEmpty() ? display : platform));
    QCOMPARE(answer.status, 2);
}

void CliTest::unwritableOutputIsStatus4_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("standardOutput");
    const QString nowhere = m_folder.filePath(QStringLiteral("none/x"));
    QTest::newRow("no folder") << QStringList{QStringLiteral("run"), QStringLiteral("pieces-one"),
                                              QStringLiteral("--output"), nowhere}
                               << QString();
    QTest::newRow("a folder") << QStringList{QStringLiteral("list"), QStringLiteral("--output"), m_folder.path()}
                              << QString();
    QTest::newRow("picture") << QStringList{QStringLiteral("export"), QStringLiteral("pieces-one"),
                                            QStringLiteral("--output"), nowhere + QStringLiteral(".svg")}
                             << QString();
    QTest::newRow("animation") << QStringList{QStringLiteral("export"), QStringLiteral("pieces-one"),
                                              QStringLiteral("--output"), nowhere + QStringLiteral(".apng")}
                               << QString();
    QTest::newRow("pictures of the steps")
        << QStringList{QStringLiteral("export"), QStringLiteral("pieces-one"), QStringLiteral("--frames"), nowhere}
        << QString();
    QTest::newRow("full disk") << QStringList{QStringLiteral("run"), QStringLiteral("window-queue")}
                               << QStringLiteral("/dev/full");
}

void CliTest::unwritableOutputIsStatus4()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, standardOutput);
    const Answer answer = call(arguments, standardOutput);
    QCOMPARE(answer.status, 4);
    QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("none"))));
}

void CliTest::failureLeavesAnExistingFileAlone()
{
    const QString file = write(QStringLiteral("keep.txt"), "precious");
    const QString broken = write(QStringLiteral("broken.json"), "{");
    QCOMPARE(call({QStringLiteral("replay"), broken, QStringLiteral("--output"), file}).status, 3);
    QCOMPARE(contents(file), QByteArray("precious"));
}

void CliTest::outputGoesToTheFile()
{
    const QString file = m_folder.filePath(QStringLiteral("out.txt"));
    const Answer answer = call({QStringLiteral("run"), QStringLiteral("pieces-one"), QStringLiteral("--output"), file});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.output, QByteArray());
    QCOMPARE(contents(file), contents(golden(QStringLiteral("lessons/pieces-one.txt"))));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("out.txt*")}, QDir::Files).size(), 1);
}

void CliTest::endlessScenariosEndWithSpin()
{
    const QString file =
        write(QStringLiteral("spin.json"), R"({"format": "coroscope-program", "version": 1, "objects": {},
        "tasks": [["t0", [["repeat", 1000000000, [["sleep", 0]]]]], ["t1", [["sleep", 10]]]]})");
    const Answer answer = call({QStringLiteral("replay"), file, QStringLiteral("--format"), QStringLiteral("jsonl")});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.output.endsWith("{\"t\": 0, \"task\": null, \"event\": \"pending\", \"value\": [\"t0\", \"t1\"]}\n"
                                   "{\"t\": 0, \"task\": null, \"event\": \"finish\", \"value\": \"spin\"}\n"));
}

void CliTest::scenariosThatAskForTooMuchAreRefused_data()
{
    QTest::addColumn<QByteArray>("operations");
    QTest::newRow("operations") << QByteArray(
        R"([["repeat", 1000000000, [["repeat", 1000000000, [["clear", "e"]]]]]])");
    QTest::newRow("nothing") << QByteArray(R"([["repeat", 1000000000000, []]])");
    QTest::newRow("time") << QByteArray(R"([["repeat", 1000000, [["block", 1000000000000]]]])");
    QTest::newRow("caught") << QByteArray(
        R"([["repeat", 1000000000, [["try", [["repeat", 1000000000, []]], ["*"], [], []]]]])");
}

void CliTest::scenariosThatAskForTooMuchAreRefused()
{
    QFETCH(QByteArray, operations);
    const QString file = write(
        QStringLiteral("large.json"),
        "{\"format\": \"coroscope-program\", \"version\": 1, \"objects\": {\"e\": [\"event\"]}, \"tasks\": [[\"t\", "
            + operations + "]]}");
    const Answer answer = call({QStringLiteral("replay"), file});
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.output, QByteArray());
    QVERIFY2(answer.error.contains(QStringLiteral("too large")), qPrintable(answer.error));
}

void CliTest::savedRunsAreReadLikeTheRunItself()
{
    const QString file = m_folder.filePath(QStringLiteral("run.json"));
    const QString lesson = QStringLiteral("window-queue");
    QCOMPARE(call({QStringLiteral("run"), lesson, QStringLiteral("--format"), QStringLiteral("chrome"),
                   QStringLiteral("--output"), file})
                 .status,
             0);
    QCOMPARE(call({QStringLiteral("replay"), file}).output, call({QStringLiteral("run"), lesson}).output);
    for (const char *command : {"table", "stats"})
        QCOMPARE(call({QLatin1String(command), file}).output, call({QLatin1String(command), lesson}).output);
    const QString one = m_folder.filePath(QStringLiteral("one.svg"));
    const QString two = m_folder.filePath(QStringLiteral("two.svg"));
    QCOMPARE(call({QStringLiteral("export"), lesson, QStringLiteral("--output"), one}).status, 0);
    QCOMPARE(call({QStringLiteral("export"), file, QStringLiteral("--output"), two}).status, 0);
    QCOMPARE(contents(two), contents(one));
}

void CliTest::convertWritesTheSameBytes()
{
    const QString file = m_folder.filePath(QStringLiteral("uncaught.json"));
    const QString copy = m_folder.filePath(QStringLiteral("copy.json"));
    QCOMPARE(call({QStringLiteral("replay"), golden(QStringLiteral("programs/bad_yield.json")),
                   QStringLiteral("--format"), QStringLiteral("chrome"), QStringLiteral("--output"), file})
                 .status,
             0);
    QCOMPARE(call({QStringLiteral("convert"), file, QStringLiteral("--output"), copy}).status, 0);
    QVERIFY(contents(file).size() > 1000);
    QCOMPARE(contents(copy), contents(file));
    QCOMPARE(call({QStringLiteral("convert"), file, QStringLiteral("--output"), file}).status, 0); // onto itself
    QCOMPARE(contents(copy), contents(file));
}

/// The picture, the measures and what is written again are of what could be read: the rest is said.
void CliTest::whatATraceLacksIsSaid()
{
    const QString file =
        write(QStringLiteral("cut.json"),
              R"({"traceEvents":[{"ph":"X","ts":0,"dur":5,"pid":1,"tid":1,"name":"a","args":{"b":1}},{"ph":"X","ts")");
    for (const QStringList &command : {QStringList{QStringLiteral("stats"), file},
                                       QStringList{QStringLiteral("export"), file, QStringLiteral("--output"),
                                                   m_folder.filePath(QStringLiteral("cut.svg"))},
                                       QStringList{QStringLiteral("convert"), file, QStringLiteral("--output"),
                                                   m_folder.filePath(QStringLiteral("cut-again.json"))}}) {
        const Answer answer = call(command);
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.error.contains(QStringLiteral("cut.json: The file ends in the middle")),
                 qPrintable(answer.error));
    }
    QCOMPARE(contents(m_folder.filePath(QStringLiteral("cut-again.json"))),
             QByteArray("{\"traceEvents\": [\n{\"ph\":\"X\",\"ts\":0,\"dur\":5,\"pid\":1,\"tid\":1,\"name\":\"a\","
                        "\"args\":{\"b\":1}}\n]}\n"));
}

void CliTest::foreignTracesAreDrawnInPart()
{
    const QString file = write(
        QStringLiteral("parts.json"),
        R"([{"ph":"X","ts":0,"dur":5000000,"pid":1,"tid":1,"name":"early"},{"ph":"X","ts":6000000,"dur":2000000,"pid":1,"tid":1,"name":"late"},
        {"ph":"X","ts":0,"dur":9000000,"pid":2,"tid":7,"name":"other"},{"ph":"M","pid":1,"tid":1,"name":"thread_name","args":{"name":"Main, first"}},
        {"ph":"M","pid":2,"name":"process_name","args":{"name":"Helper"}}])");
    const QString picture = m_folder.filePath(QStringLiteral("parts.svg"));
    const auto drawn = [&](const QStringList &options) {
        const Answer answer =
            call(QStringList{QStringLiteral("export"), file, QStringLiteral("--output"), picture} + options);
        return answer.status == 0 ? QString::fromUtf8(contents(picture)) : answer.error;
    };
    const QString all = drawn({});
    QVERIFY(all.contains(QStringLiteral(">early<")) && all.contains(QStringLiteral(">late<"))
            && all.contains(QStringLiteral(">other<")));
    const QString late =
        drawn({QStringLiteral("--from"), QStringLiteral("5.5"), QStringLiteral("--lanes"), QStringLiteral("main")});
    QVERIFY(!late.contains(QStringLiteral(">early<")) && late.contains(QStringLiteral(">late<"))
            && !late.contains(QStringLiteral(">other<")));
    const QString slide = drawn({QStringLiteral("--preset"), QStringLiteral("slide-16:9"), QStringLiteral("--to"),
                                 QStringLiteral("4"), QStringLiteral("--lanes"), QStringLiteral("helper,MAIN")});
    QVERIFY(slide.contains(QStringLiteral("width=\"1920\"")) && slide.contains(QStringLiteral(">early<"))
            && !slide.contains(QStringLiteral(">late<")) && slide.contains(QStringLiteral(">other<")));
    QVERIFY(drawn({QStringLiteral("--lanes"), QStringLiteral("helpr")})
                .contains(QStringLiteral("no lane or process is called \"helpr\"")));
    QVERIFY(drawn({QStringLiteral("--from"), QStringLiteral("20")})
                .contains(QStringLiteral("behind the end of the trace, at 9 s")));
    QVERIFY(drawn({QStringLiteral("--from"), QStringLiteral("4"), QStringLiteral("--to"), QStringLiteral("2")})
                .contains(QStringLiteral("--from must be before --to")));
    const Answer run = call({QStringLiteral("export"), QStringLiteral("window-queue"), QStringLiteral("--output"),
                             picture, QStringLiteral("--lanes"), QStringLiteral("x")});
    QCOMPARE(run.status, 2);
    QVERIFY(run.error.contains(QStringLiteral("--lanes is for traces of other programs")));
}

void CliTest::foreignTracesAreDrawn()
{
    const QString file = write(
        QStringLiteral("foreign.json"),
        R"([{"ph":"X","ts":0,"dur":5000,"pid":1,"tid":1,"name":"décoder"},{"ph":"X","ts":1,"dur":2000,"pid":1,"tid":1,"name":"b"}])");
    const QString picture = m_folder.filePath(QStringLiteral("foreign.svg"));
    const Answer drawn = call({QStringLiteral("export"), file, QStringLiteral("--output"), picture});
    QVERIFY2(drawn.status == 0, qPrintable(drawn.error));
    QVERIFY(contents(picture).contains("décoder</text>"));
    const Answer stats = call({QStringLiteral("stats"), file});
    QCOMPARE(stats.status, 0);
    QVERIFY2(stats.output.contains("décoder"), stats.output.constData());
    const Answer json = call({QStringLiteral("stats"), file, QStringLiteral("--format"), QStringLiteral("json")});
    const QJsonObject total = QJsonDocument::fromJson(json.output)["lanes"][0]["names"][0].toObject();
    QCOMPARE(total["count"].toInt(), 1);
    QCOMPARE(total["total_ms"].toDouble(), 5.0);
    QCOMPARE(total["self_ms"].toDouble(), 3.0);
    QCOMPARE(total["longest_ms"].toDouble(), 5.0);
    for (const char *command : {"table", "replay"}) {
        const Answer answer = call({QLatin1String(command), file});
        QCOMPARE(answer.status, 3);
        QVERIFY2(answer.error.contains(QStringLiteral("is a trace of another program")), qPrintable(answer.error));
        QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
    }
}

void CliTest::comparedDurationsSpeakTheLanguage()
{
    const QString picture = m_folder.filePath(QStringLiteral("compared.svg"));
    const Answer drawn = call({QStringLiteral("export"), QStringLiteral("fetch-sequential"),
                               QStringLiteral("--compare"), QStringLiteral("fetch-concurrent"),
                               QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("--output"), picture});
    QVERIFY2(drawn.status == 0, qPrintable(drawn.error));
    QVERIFY(contents(picture).contains(">2,8"));
    QVERIFY(!contents(picture).contains(">2.8"));
}

void CliTest::convertRefusesScenarios()
{
    const QString kept = write(QStringLiteral("kept.json"), "precious");
    const Answer answer = call({QStringLiteral("convert"), golden(QStringLiteral("programs/bad_yield.json")),
                                QStringLiteral("--output"), kept});
    QCOMPARE(answer.status, 3);
    QVERIFY2(answer.error.contains(QStringLiteral("is a scenario, not a trace")), qPrintable(answer.error));
    QCOMPARE(contents(kept), QByteArray("precious"));
}

void CliTest::exportsPictures_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
    QTest::newRow("apng") << QStringLiteral("apng") << QByteArray("\x89PNG");
    QTest::newRow("webp") << QStringLiteral("webp") << QByteArray("RIFF");
}

void CliTest::exportsPictures()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    const QString file = m_folder.filePath(QStringLiteral("picture.") + suffix);
    const QStringList arguments{QStringLiteral("export"),    QStringLiteral("pieces-gather"),
                                QStringLiteral("--compare"), QStringLiteral("starvation-gather"),
                                QStringLiteral("--set"),     QStringLiteral("runs=3"),
                                QStringLiteral("--output"),  file,
                                QStringLiteral("--speed"),   QStringLiteral("20"),
                                QStringLiteral("--with"),    QStringLiteral("legend,table,console"),
                                QStringLiteral("--title"),   QStringLiteral("Été")};
    const Answer answer = call(arguments);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.output, QByteArray());
    const auto withoutDate = [&file] {
        QByteArray bytes = contents(file);
        const qsizetype date = bytes.indexOf("/CreationDate");
        return date < 0 ? bytes : bytes.replace(date, bytes.indexOf('\n', date) - date, "");
    };
    const QByteArray first = withoutDate();
    QVERIFY(first.startsWith(begin));
    QCOMPARE(call(arguments).status, 0);
    QCOMPARE(withoutDate(), first); // the same bytes each time
}

void CliTest::namesBeyondAsciiSurvive()
{
    const QString file = write(QStringLiteral("é….json"),
                               R"({"format": "coroscope-program", "version": 1, "tasks": [["é", [["print", "…"]]]]})");
    const Answer answer = call({QStringLiteral("replay"), file, QStringLiteral("--format"), QStringLiteral("jsonl")});
    QCOMPARE(answer.status, 0);
    QVERIFY(QString::fromUtf8(answer.output)
                .contains(QStringLiteral("\"task\": \"é\", \"event\": \"print\", \"value\": \"…\"")));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"
#include "tests/core/support/properties.h"

#include "core/lessons/lesson.h"
#include "core/model/diagnostics.h"

#include <QRegularExpression>

using namespace coroscope;
using namespace coroscope::testing;

/// The lessons: their settings, and that each runs the same way however it is advanced.
class LessonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsHaveTheirDefaults();
    void settingsAreChecked_data();
    void settingsAreChecked();
    void unknownSettingsAreRefused();
    void areFoundById();
    void runTheSameTwice_data();
    void runTheSameTwice();
    void runTheSameInSmallPieces_data();
    void runTheSameInSmallPieces();
    void haveTrueTraces_data();
    void haveTrueTraces();
    void areFreedInTheMiddle_data();
    void areFreedInTheMiddle();
    void goOnWithoutEnd();
    void doNotRunAhead();
};

namespace {

void addLessons()
{
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : lessons())
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
}

/// The events and all texts and places they name, as bytes.
std::string bytesOf(const Trace &trace)
{
    std::string bytes;
    for (EventIndex i = 0; i < trace.size(); ++i) {
        const TraceEvent &event = trace[i];
        bytes.append(reinterpret_cast<const char *>(&event), sizeof event);
    }
    for (std::uint32_t i = 0;; ++i) {
        try {
            bytes += trace.text(static_cast<TextId>(i)) + '\0';
        } catch (const std::out_of_range &) {
            return bytes;
        }
    }
}

std::string bytesOf(const Lesson &lesson, Duration piece, std::uint64_t handles)
{
    const auto run = lesson.start(lesson.defaults());
    for (Instant until{}; !run->finished(); until += piece)
        while (run->advance(until, handles) <= until && handles < 1000) {
        }
    return bytesOf(run->trace());
}

std::string bytesAtOnce(const Lesson &lesson)
{
    const auto run = lesson.start(lesson.defaults());
    run->finish();
    return bytesOf(run->trace());
}

const Lesson &lessonOf(const QString &id)
{
    return *findLesson(id.toStdString());
}

} // namespace

void LessonsTest::settingsHaveTheirDefaults()
{
    QVERIFY(lessons().size() >= 13);
    for (const Lesson &lesson : lessons()) {
        const Settings settings = lesson.defaults();
        for (const Parameter &parameter : lesson.parameters)
            QVERIFY2(settings.written(parameter.name) == parameter.standard, lesson.id.c_str());
        for (const Partner &other : lesson.comparedWith)
            QVERIFY2(!other.id.empty() && (other.id != lesson.id || !other.settings.empty()), lesson.id.c_str());
        QVERIFY2(!lesson.file.empty(), lesson.id.c_str());
    }
    const Lesson &window = lessonOf(QStringLiteral("window-queue"));
    const Settings settings = window.defaults();
    QCOMPARE(settings.integer("jobs"), 8);
    QCOMPARE(settings.integer("window"), 4);
    QVERIFY(settings.list("durations") == (std::vector<Duration>{1s, 2s, 3s}));
    const Lesson &starvation = lessonOf(QStringLiteral("starvation-gather"));
    QVERIFY(starvation.defaults().yes("blocking"));
    QVERIFY(starvation.defaults().seconds("first") == Duration(500ms));
}

void LessonsTest::settingsAreChecked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("sentence"); // empty: it is right
    const auto row = [](const char *id, const char *name, const char *written, const char *sentence) {
        QTest::addRow("%s %s=%s", id, name, written) << QString::fromUtf8(id) << QString::fromUtf8(name)
                                                     << QString::fromUtf8(written) << QString::fromUtf8(sentence);
    };
    row("window-queue", "jobs", "1", "");
    row("window-queue", "jobs", "200", "");
    row("window-queue", "jobs", "0", "parameter jobs is \"0\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "201", "parameter jobs is \"201\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "1.5", "parameter jobs is \"1.5\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "many", "parameter jobs is \"many\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "", "parameter jobs is \"\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "8x", "parameter jobs is \"8x\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", " 8", "parameter jobs is \" 8\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "nan", "parameter jobs is \"nan\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "inf", "parameter jobs is \"inf\", but must be a whole number from 1 to 200");
    row("window-queue", "jobs", "99999999999999999999",
        "parameter jobs is \"99999999999999999999\", but must be a whole number from 1 to 200");
    row("window-queue", "durations", "1", "");
    row("window-queue", "durations", "0.5,2,0.25", "");
    row("window-queue", "durations", "1,,2",
        "parameter durations is \"1,,2\", but must be numbers of seconds from 0 to 60, separated by commas");
    row("window-queue", "durations", "1,",
        "parameter durations is \"1,\", but must be numbers of seconds from 0 to 60, separated by commas");
    row("window-queue", "durations", (QByteArray("1,").repeated(200) + "1").constData(),
        "parameter durations is \"(too long)\", but must be at most 200 numbers");
    row("window-queue", "durations", "-1",
        "parameter durations is \"-1\", but must be numbers of seconds from 0 to 60, separated by commas");
    row("pieces-gather", "first", "0", "");
    row("pieces-gather", "first", "60", "");
    row("pieces-gather", "first", "60.1", "parameter first is \"60.1\", but must be a number of seconds from 0 to 60");
    row("pieces-gather", "first", "-0.1", "parameter first is \"-0.1\", but must be a number of seconds from 0 to 60");
    row("starvation-gather", "blocking", "no", "");
    row("starvation-gather", "blocking", "maybe", "parameter blocking is \"maybe\", but must be yes or no");
}

void LessonsTest::settingsAreChecked()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, written);
    QFETCH(QString, sentence);
    const Lesson &lesson = lessonOf(id);
    Settings settings = lesson.defaults();
    QString said;
    try {
        lesson.set(settings, name.toStdString(), written.toStdString());
    } catch (const SettingError &error) {
        said = QString::fromUtf8(error.what());
    }
    QCOMPARE(said, sentence);
    // What was refused has changed nothing.
    QCOMPARE(QString::fromStdString(settings.written(name.toStdString())),
             sentence.isEmpty() ? written : QString::fromStdString(lesson.parameter(name.toStdString())->standard));
}

void LessonsTest::unknownSettingsAreRefused()
{
    const Lesson &window = lessonOf(QStringLiteral("window-queue"));
    Settings settings = window.defaults();
    const auto said = [](const auto &action) {
        try {
            action();
        } catch (const SettingError &error) {
            return std::string(error.what());
        }
        return std::string("nothing");
    };
    COMPARE_TEXT(said([&] { window.set(settings, "job", "3"); }),
                 "lesson window-queue has no parameter \"job\"; it has jobs, window, durations");
    const Lesson &fork = lessonOf(QStringLiteral("fork-stop"));
    Settings none = fork.defaults();
    COMPARE_TEXT(said([&] { fork.set(none, "until", "3"); }),
                 "lesson fork-stop has no parameter \"until\"; it has none");
}

void LessonsTest::areFoundById()
{
    QVERIFY(!findLesson("nonsense"));
    QVERIFY(!findLesson(""));
    for (std::size_t i = 0; i < lessons().size(); ++i) {
        QCOMPARE(findLesson(lessons()[i].id), &lessons()[i]);
        if (i > 0)
            QVERIFY(lessons()[i - 1].chapter <= lessons()[i].chapter);
    }
}

void LessonsTest::runTheSameTwice_data()
{
    addLessons();
}

void LessonsTest::runTheSameTwice()
{
    QFETCH(QString, id);
    const Lesson &lesson = lessonOf(id);
    QVERIFY(bytesAtOnce(lesson) == bytesAtOnce(lesson));
}

void LessonsTest::runTheSameInSmallPieces_data()
{
    addLessons();
}

void LessonsTest::runTheSameInSmallPieces()
{
    QFETCH(QString, id);
    const Lesson &lesson = lessonOf(id);
    const std::string atOnce = bytesAtOnce(lesson);
    QVERIFY(bytesOf(lesson, 10ms, 1) == atOnce);
    QVERIFY(bytesOf(lesson, 7ms, 3) == atOnce);
    QVERIFY(bytesOf(lesson, 1s, ~std::uint64_t(0)) == atOnce);
}

void LessonsTest::haveTrueTraces_data()
{
    addLessons();
}

void LessonsTest::haveTrueTraces()
{
    QFETCH(QString, id);
    const Lesson &lesson = lessonOf(id);
    const auto run = lesson.start(lesson.defaults());
    run->finish();
    const QString wrong = wrongIn(run->trace());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void LessonsTest::areFreedInTheMiddle_data()
{
    addLessons();
}

/// Under AddressSanitizer this is where a lesson that is closed while it plays would show what it leaves behind.
void LessonsTest::areFreedInTheMiddle()
{
    QFETCH(QString, id);
    const Lesson &lesson = lessonOf(id);
    const auto whole = lesson.start(lesson.defaults());
    whole->finish();
    for (int i = 0; i <= 20; ++i) {
        const auto run = lesson.start(lesson.defaults());
        run->advance(Instant(whole->time().time_since_epoch() * i / 20));
        QVERIFY(run->time() <= whole->time());
    }
}

void LessonsTest::goOnWithoutEnd()
{
    const Lesson &lesson = lessonOf(QStringLiteral("fork-interrupted"));
    const auto endless = std::make_unique<Run>([](World &world) -> Coro<void> {
        const auto tick = []() -> Coro<void> {
            for (;;) {
                print("tick");
                co_await sleep(1s);
            }
        };
        world.loop().createTask(tick());
        co_await world.loop().runForever();
    });
    for (int second = 1; second <= 1000; ++second) {
        QVERIFY(endless->advance(Instant(std::chrono::seconds(second))) == Instant(std::chrono::seconds(second + 1)));
        QVERIFY(!endless->finished());
        QVERIFY(endless->time() <= Instant(std::chrono::seconds(second)));
    }
    QVERIFY(endless->time() == Instant(1000s));
    QVERIFY(lesson.interruptAt(lesson.defaults()) == Instant(5s));
}

void LessonsTest::doNotRunAhead()
{
    const Lesson &lesson = lessonOf(QStringLiteral("pieces-gather"));
    const auto run = lesson.start(lesson.defaults());
    QVERIFY(run->advance(Instant(400ms)) == Instant(500ms));
    QVERIFY(run->time() == Instant(0s));
    const EventIndex size = run->trace().size();
    run->advance(Instant(499ms));
    QCOMPARE(run->trace().size(), size);
    run->advance(Instant(500ms), 1);
    QVERIFY(run->trace().size() > size);
    QVERIFY(!run->finished());
}

QTEST_GUILESS_MAIN(LessonsTest)
#include "tst_lessons.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

#include "core/lessons/lesson.h"
#include "core/record/event_names.h"
#include "core/record/stream_decoder.h"
#include "core/record/stream_text.h"
#include "core/text/output.h"

#include <atomic>
#include <cstring>
#include <thread>

using namespace coroscope;

namespace {

using Kind = StreamFault::Kind;

std::string streamOf(const Trace &trace)
{
    std::string text;
    StreamEncoder writer(trace, trace.header(), [&text](std::string_view piece) { text += piece; });
    writer.update();
    writer.finish();
    return text;
}

/// In pieces of so many bytes.
void push(StreamDecoder &decoder, std::string_view text, std::size_t piece)
{
    for (std::size_t at = 0; at < text.size(); at += piece)
        decoder.push(text.substr(at, piece));
}

const std::string kHeader =
    R"({"format": "coroscope-stream", "version": 2, "clock": "real", "tolerance": 1000000, )"
    R"("fields": ["time", "kind", "tag", "actor", "object", "source", "value", "by"], )"
    R"("kinds": ["TaskStep", "ActorCreated", "Printed", "TaskReady", "SelectEntered", "Unheard"], "reasons": ["Sleep"], "name": "hand"})"
    "\n";

/// Header and lines, of which the last but one event is what is wrong; see faultOf().
struct Read {
    Trace trace;
    StreamDecoder decoder{trace};
    explicit Read(const std::string &text, std::size_t piece = 1'000'000) { push(decoder, text, piece); }
};

} // namespace

/// Streams: what is written is read again, in pieces of any size; what is wrong is said with its line, and what came
/// before it stays.
class TestStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLessonComesBackEventByEvent_data()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }
    void everyLessonComesBackEventByEvent()
    {
        QFETCH(QString, id);
        const Lesson &lesson = *findLesson(id.toStdString());
        RunOptions options;
        options.maxPasses = 300;
        const auto run = lesson.start(lesson.defaults(), options);
        run->finish();
        const std::string text = streamOf(run->trace());
        for (const std::size_t piece : {std::size_t(1), std::size_t(7), std::size_t(4096), text.size()}) {
            const Read read(text, piece);
            QVERIFY(!read.decoder.fault());
            QVERIFY(!read.decoder.withinLine());
            compareTraces(read.trace, run->trace());
            QCOMPARE(streamOf(read.trace), text);
        }
    }

    void whatIsKnownOfTheRunComesBack()
    {
        Trace trace;
        trace.setHeader({.clock = ClockKind::Real,
                         .tolerance = Duration(1'000'000),
                         .name = "a \"b\"",
                         .dialect = Dialect::Scenario,
                         .language = Language::Cpp});
        trace.addSource({"a.py", "x = 1\n"});
        trace.addLost(12);
        trace.setExit({RunExit::How::Signal, 9});
        const Read read(streamOf(trace));
        QVERIFY(!read.decoder.fault());
        QCOMPARE(read.trace.header().clock, ClockKind::Real);
        QCOMPARE(read.trace.header().tolerance, Duration(1'000'000));
        QCOMPARE(read.trace.header().name, std::string("a \"b\""));
        QCOMPARE(read.trace.header().dialect, Dialect::Scenario);
        QCOMPARE(read.trace.header().language, Language::Cpp);
        QCOMPARE(read.trace.sourceCount(), std::size_t(1));
        QCOMPARE(read.trace.source(0).text, std::string("x = 1\n"));
        QCOMPARE(read.trace.lost(), std::uint64_t(12));
        QCOMPARE(read.trace.exit()->number, 9);
        QVERIFY(read.trace.exit()->how == RunExit::How::Signal);
    }

    void whoseDoingItIsComesBack()
    {
        Trace trace;
        for (const std::uint32_t actor : {1U, 2U})
            trace.record({.kind = EventKind::ActorCreated,
                          .tag = 1,
                          .actor = ActorId(actor),
                          .value = TraceEvent::numberAndCreator(actor, ActorId(actor - 1))});
        trace.record({.kind = EventKind::TaskReady,
                      .actor = ActorId(2),
                      .source = static_cast<std::uint32_t>(Waker::Callback),
                      .value = 1});
        trace.record({.kind = EventKind::TaskCancelRequested, .actor = ActorId(1), .object = 2, .value = 1});
        trace.record({.kind = EventKind::HandleReady, .object = 1, .source = 2});
        const Read read(streamOf(trace));
        QVERIFY(!read.decoder.fault());
        compareTraces(read.trace, trace);
        QCOMPARE(read.trace[1].creator(), ActorId(1));
        QCOMPARE(read.trace[1].number(), 2U);
        QVERIFY(read.trace[2].waker() == Waker::Callback && read.trace[2].wokenBy() == ActorId(1));
        QCOMPARE(read.trace[3].cancelledBy(), ActorId(2));
        QCOMPARE(read.trace[4].onBehalfOf(), ActorId(2));
    }

    /// The tool knows nothing of our code; its columns stand in an order of its own.
    void aStreamWrittenByAnotherProgramIsRead()
    {
        QProcess tool;
        tool.start(QStringLiteral("python3"), {QStringLiteral(COROSCOPE_TESTS_DIR "/tools/write_stream.py")});
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.exitCode(), 0);
        const Read read(tool.readAllStandardOutput().toStdString(), 11);
        QVERIFY(!read.decoder.fault());
        QCOMPARE(outputOf(read.trace, Dialect::Lesson, OutputFormat::Text),
                 std::string("1s + 030ms  3 lines, été\n= 1s + 030ms  complete\n"));
        QCOMPARE(read.trace.header().name, std::string("fetch.py"));
        QCOMPARE(read.trace.exit()->number, 0);
    }

    void itCanBeFollowedWhileItGrows()
    {
        const Lesson &lesson = *findLesson("window-queue");
        const auto run = lesson.start(lesson.defaults(), {});
        std::string text;
        Trace copy;
        StreamDecoder decoder(copy);
        StreamEncoder writer(run->trace(), run->trace().header(), [&](std::string_view piece) { decoder.push(piece); });
        while (!run->finished()) {
            run->advance(kNever, 3);
            writer.update();
        }
        writer.update();
        writer.finish();
        QVERIFY(!decoder.fault());
        compareTraces(copy, run->trace());
    }

    /// One thread reads the stream; another one looks at every event and its texts as they come.
    void anotherThreadReadsWhatHasCome()
    {
        const Lesson &lesson = *findLesson("window-queue");
        const auto run = lesson.start(lesson.defaults(), {});
        run->finish();
        const std::string text = streamOf(run->trace());
        Trace copy;
        std::atomic<bool> done = false;
        std::thread reader([&] {
            RunOutput output(copy, Dialect::Lesson, OutputFormat::Text);
            std::string shown;
            while (!done)
                output.update(shown);
        });
        StreamDecoder decoder(copy);
        push(decoder, text, 5);
        done = true;
        reader.join();
        QVERIFY(!decoder.fault());
    }

    void cutAnywhereItIsARunThatDidNotFinish()
    {
        const Lesson &lesson = *findLesson("deadlock-two-locks");
        const auto run = lesson.start(lesson.defaults(), {});
        run->finish();
        const std::string text = streamOf(run->trace());
        for (std::size_t length = 0; length < text.size(); ++length) {
            const Read read(text.substr(0, length));
            QVERIFY(!read.decoder.fault());
            QCOMPARE(read.decoder.withinLine(), length > 0 && text[length - 1] != '\n');
            for (EventIndex i = 0; i < read.trace.size(); ++i)
                QCOMPARE(std::memcmp(&read.trace[i], &run->trace()[i], sizeof(TraceEvent)), 0);
        }
    }

    void aFaultNamesItsLineAndKeepsWhatCameBefore_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const QByteArray &lines, Kind kind, int line = 4) {
            QTest::newRow(name) << lines << static_cast<int>(kind) << line;
        };
        row("no JSON", "hello\n", Kind::NotJson);
        row("a bracket too few", "[5,0,0,1\n", Kind::NotJson);
        row("something behind it", "[5,0,0,1] 7\n", Kind::NotJson);
        row("a comma too many", "[5,0,0,1,]\n", Kind::Number);
        row("a number alone", "5\n", Kind::NotJson);
        row("a wrong escape", "{\"text\": 2, \"is\": \"\\x\"}\n", Kind::NotJson);
        row("an object that does not end", "{\"text\": 2\n", Kind::NotJson);
        row("a fraction", "[5.5,0,0,1]\n", Kind::Number);
        row("a text for a number", "[\"5\",0,0,1]\n", Kind::Number);
        row("a number beyond all", "[99999999999999999999,0,0,1]\n", Kind::Number);
        row("a negative actor", "[5,0,0,-1]\n", Kind::Number);
        row("an object beyond 32 bits", "[5,0,0,1,4294967296]\n", Kind::Number);
        row("no kind", "[5]\n", Kind::Columns);
        row("no column", "[]\n", Kind::Columns);
        row("time that runs back", "[3,0,0,1]\n", Kind::Event);
        row("a kind without a name", "[5,9,0,1]\n", Kind::Event);
        row("a kind of which this version has not heard", "[5,5,0,1]\n", Kind::Event);
        row("a task that is not there", "[5,0,0,2]\n", Kind::Event);
        row("a task out of turn", "[5,1,1,3]\n", Kind::Event);
        row("a creator that is not there", "[5,1,1,2,0,0,0,7]\n", Kind::Event);
        row("a text that is not there", "[5,2,0,1,2]\n", Kind::Event);
        row("a place that is not there", "[5,2,0,1,1,1]\n", Kind::Event);
        row("a waker there is not", "[5,3,0,1,1,6]\n", Kind::Event);
        row("a tag there is not", "[5,0,2,1]\n", Kind::Event);
        row("a text out of turn", "{\"text\": 3, \"is\": \"b\"}\n", Kind::Order);
        row("a text twice", "{\"text\": 1, \"is\": \"b\"}\n", Kind::Order);
        row("a place out of turn", "{\"place\": 2, \"file\": \"b\", \"line\": 3}\n", Kind::Order);
        row("a line that is none", "{\"place\": 1, \"file\": \"b\", \"line\": -3}\n", Kind::Line);
        row("an end that is none", "{\"exit\": {\"status\": \"x\"}}\n", Kind::Line);
        row("fewer than none lost", "{\"lost\": -1}\n", Kind::Line);
        row("a long line", "[" + QByteArray(kMostStreamLine, ' ') + "5,0,0,1]\n", Kind::LongLine);
        row("a long line that does not end", QByteArray(2 * kMostStreamLine, ' '), Kind::LongLine);
        row("behind empty lines", "\n \nx\n", Kind::NotJson, 6);
    }
    void aFaultNamesItsLineAndKeepsWhatCameBefore()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, kind);
        QFETCH(int, line);
        const std::string text =
            kHeader + "{\"text\": 1, \"is\": \"a\"}\n[4,1,1,1,1]\n" + lines.toStdString() + "[9,0,0,1]\n";
        for (const std::size_t piece : {std::size_t(3), text.size()}) {
            const Read read(text, piece);
            QVERIFY(read.decoder.fault());
            QCOMPARE(static_cast<int>(read.decoder.fault()->kind), kind);
            QCOMPARE(read.decoder.fault()->line, std::uint64_t(line));
            QCOMPARE(read.trace.size(), EventIndex(1));
            QCOMPARE(read.trace.text(TextId(1)), std::string("a"));
        }
    }

    void aHeaderThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &header, Kind kind) {
            QTest::newRow(name) << header << static_cast<int>(kind);
        };
        const auto with = [](const char *what, const char *instead) {
            return QByteArray::fromStdString(kHeader).replace(what, instead);
        };
        row("an event", "[4,1,1,1,1]\n", Kind::NoHeader);
        row("another format", with("coroscope-stream", "coroscope-program"), Kind::NoHeader);
        row("another version", with("\"version\": 2", "\"version\": 3"), Kind::Version);
        row("no version", with("\"version\"", "\"verse\""), Kind::Version);
        row("a column is missing", with("\"source\", ", ""), Kind::Header);
        row("a column is there twice", with("\"by\"", "\"time\""), Kind::Header);
        row("another clock", with("\"real\"", "\"sun\""), Kind::Header);
        row("a negative tolerance", with("1000000", "-1"), Kind::Header);
        row("kinds that are no texts", with("\"TaskStep\"", "7"), Kind::Header);
        row("no JSON", "{\"format\"\n", Kind::NotJson);
    }
    void aHeaderThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, kind);
        const Read read(header.toStdString() + "[4,1,1,1]\n");
        QVERIFY(read.decoder.fault());
        QVERIFY(!read.decoder.begun());
        QCOMPARE(static_cast<int>(read.decoder.fault()->kind), kind);
        QCOMPARE(read.trace.size(), EventIndex(0));
    }

    void whatLaterVersionsSayIsSkipped()
    {
        std::string header = kHeader;
        header.replace(header.find("\"by\""), 4, "\"thread\", \"by\"");
        const Read read(
            header
            + "{\"weather\": [{\"a\": 1}, [], {}, -1.5e3, true, \"\\\"\"]}\n{\"text\": 1, \"shown\": {\"as\": [1]}, \"is\": \"a\"}\r\n"
              "[4,1,1,1,1]\n[5,1,1,2,1,0,2,{\"id\": [7]},1,\"more\"]\n");
        QVERIFY(!read.decoder.fault());
        QCOMPARE(read.trace.size(), EventIndex(2));
        QCOMPARE(read.trace[1].creator(), ActorId(1));
    }

    void whatTheRecorderSaysOfTheProgramIsKept()
    {
        const Read read(
            std::string(kHeader)
            + "{\"outside\": \"child\"}\n{\"outside\": \"peer\"}\n{\"foreign\": 5}\n{\"foreign\": \"uvloop.Loop\"}\n"
              "{\"failed\": \""
            + std::string(3000, 'x') + "\"}\n");
        QVERIFY(!read.decoder.fault());
        QCOMPARE(read.decoder.remarks().outside, std::string("child"));
        QCOMPARE(read.decoder.remarks().foreign, std::string("uvloop.Loop"));
        QCOMPARE(read.decoder.remarks().failed, std::string(1000, 'x'));
    }

    void aRecorderThatCouldNotBeginSaysWhy()
    {
        const Read read("{\"failed\": \"no asyncio\"}\n");
        QVERIFY(!read.decoder.fault());
        QVERIFY(!read.decoder.begun());
        QCOMPARE(read.decoder.remarks().failed, std::string("no asyncio"));
        QVERIFY(Read("{\"failed\": 5}\n").decoder.fault());
    }

    /// What a kind says nothing in, means nothing.
    void columnsThatSayNothingAreNotLookedAt()
    {
        const Read read(kHeader + "[4,1,1,1]\n[5,0,0,1,77,88,99,0]\n");
        QVERIFY(!read.decoder.fault());
        QCOMPARE(read.trace[1].object, 0U);
        QCOMPARE(read.trace[1].source, 0U);
        QCOMPARE(read.trace[1].value, std::int64_t(0));
    }

    void textsThatAreNotUtf8AreMended()
    {
        const Read read(kHeader + "{\"text\": 1, \"is\": \"a\xff\\ud800b\"}\n");
        QVERIFY(!read.decoder.fault());
        QCOMPARE(read.trace.text(TextId(1)), std::string("a\xef\xbf\xbd\xef\xbf\xbd"
                                                         "b"));
    }

    void aTextThatFitsIntoNoLineIsCut()
    {
        for (const char letter : {'a', '\1'}) {
            Trace trace;
            trace.intern(std::string(3 * kMostStreamLine, letter));
            trace.intern("after it");
            const Read read(streamOf(trace));
            QVERIFY(!read.decoder.fault());
            QVERIFY(read.trace.text(TextId(1)).ends_with("…"));
            QVERIFY(read.trace.text(TextId(1)).size() > kMostStreamLine / 20);
            QCOMPARE(read.trace.text(TextId(2)), std::string("after it"));
        }
    }

    void anEqualTextKeepsItsNumber()
    {
        const Read read(kHeader
                        + "{\"text\": 1, \"is\": \"a\"}\n{\"text\": 2, \"is\": \"a\"}\n{\"text\": 3, \"is\": \"b\"}\n");
        QVERIFY(!read.decoder.fault());
        QCOMPARE(read.trace.text(TextId(3)), std::string("b"));
    }

    void moreTextThanARunMayHaveIsRefused()
    {
        Trace trace;
        StreamDecoder decoder(trace);
        decoder.push(kHeader);
        const std::string text(kMostStreamLine - 100, 'a');
        int number = 0;
        while (decoder.push("{\"text\": " + std::to_string(++number) + ", \"is\": \"" + text + "\"}\n"))
            QVERIFY(number < 300);
        QVERIFY(decoder.fault()->kind == Kind::Texts);
        QVERIFY(number >= 256);
    }

private:
    static void compareTraces(const Trace &actual, const Trace &expected)
    {
        QCOMPARE(actual.size(), expected.size());
        for (EventIndex i = 0; i < actual.size(); ++i)
            QVERIFY2(std::memcmp(&actual[i], &expected[i], sizeof(TraceEvent)) == 0, qPrintable(QString::number(i)));
        QCOMPARE(actual.textCount(), expected.textCount());
        for (std::size_t i = 0; i < actual.textCount(); ++i)
            QCOMPARE(actual.text(static_cast<TextId>(i)), expected.text(static_cast<TextId>(i)));
        QCOMPARE(actual.placeCount(), expected.placeCount());
        for (std::size_t i = 0; i < actual.placeCount(); ++i) {
            QCOMPARE(actual.place(static_cast<SourceId>(i)).file, expected.place(static_cast<SourceId>(i)).file);
            QCOMPARE(actual.place(static_cast<SourceId>(i)).line, expected.place(static_cast<SourceId>(i)).line);
        }
    }
};

QTEST_GUILESS_MAIN(TestStream)
#include "tst_stream.moc"

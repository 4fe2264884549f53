// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/readers/event_details.h"
#include "app/readers/json_scanner.h"
#include "app/readers/opened_file.h"
#include "app/readers/slice_remarks.h"
#include "app/readers/trace_copy.h"
#include "core/slices/slice_relations.h"
#include "core/slices/slice_totals.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <future>

#include <zlib.h>

#include <sys/stat.h>

using namespace coroscope;

namespace {

/// A lane a line: "process/name: row0 | row1 ! marks # points", times in microseconds.
QString textOf(const Slices &slices)
{
    QStringList lines;
    for (const SliceLane &lane : slices.lanes()) {
        QString line = QString::fromStdString(lane.process) + QLatin1Char('/') + QString::fromStdString(lane.name)
                       + QLatin1Char(':');
        for (const SliceRow &row : lane.rows) {
            line += &row == lane.rows.data() ? QString() : QStringLiteral(" |");
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Slice slice = row.at(i);
                line += QStringLiteral(" %1 %2-%3%4")
                            .arg(QString::fromStdString(slices.name(slice.name)))
                            .arg(static_cast<double>(slice.begin) / 1000)
                            .arg(static_cast<double>(slice.end()) / 1000)
                            .arg(slice.open ? QStringLiteral("...") : QString());
            }
        }
        for (const SliceMark &mark : lane.marks)
            line += QStringLiteral(" !%1 %2")
                        .arg(QString::fromStdString(slices.name(mark.name)))
                        .arg(static_cast<double>(mark.at) / 1000);
        for (const CounterPoint &point : lane.points)
            line += QStringLiteral(" #%1=%2").arg(static_cast<double>(point.at) / 1000).arg(point.value);
        lines << line;
    }
    for (const SliceArrow &arrow : slices.arrows())
        lines << QStringLiteral("%1@%2 -> %3@%4")
                     .arg(arrow.fromLane)
                     .arg(static_cast<double>(arrow.from) / 1000)
                     .arg(arrow.toLane)
                     .arg(static_cast<double>(arrow.to) / 1000);
    return lines.join(QLatin1Char('\n'));
}

QString read(const QByteArray &text)
{
    auto opened = formats::openText(text, QStringLiteral("t.json"));
    if (!opened)
        return opened.error;
    return opened.value->slices() ? textOf(*opened.value->slices()) : QStringLiteral("not a foreign trace");
}

QByteArray copyOf(formats::ForeignTrace &trace)
{
    QByteArray out;
    const auto copy = formats::copyTrace(*trace.text, [&out](std::string_view piece) {
        out.append(piece.data(), static_cast<qsizetype>(piece.size()));
    });
    for (const QString &key : copy.lost)
        out += "lost " + key.toUtf8();
    return out;
}

QByteArray packed(const QByteArray &text)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray eventOf(const char *phase, double at, const char *rest)
{
    return QByteArray("{\"ph\": \"") + phase + "\", \"ts\": " + QByteArray::number(at, 'f', 3) + ", " + rest + '}';
}

} // namespace

/// Traces of other programs open whatever they make of the format.
class ForeignTraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsCases_data();
    void readsCases();
    void readsWhatIsPacked();
    void addsUpByName();
    void nestsDeeply();
    void saysWhatIsTooDeep();
    void aCopyKeepsWhatWasRead();
    void aCopySaysWhatIsLost();
    void colorsAreThoseOfTheirSpan();
    void eventsAreReadBackFromTheirPlaces();
    void whatAnEventSaysIsBounded_data();
    void whatAnEventSaysIsBounded();
    void aChangedFileIsNotReadBack();
    void endsHaveArgumentsOfTheirOwn();
    void spansKnowTheirParents();
    void marksConcernMoreThanTheirLane();
    void readsAsFarAsComplete_data();
    void readsAsFarAsComplete();
    void refuses_data();
    void refuses();
    void timesAreExact_data();
    void timesAreExact();
    void readsAcrossTheBordersOfBlocks();
    void theOrderOfEventsDoesNotMatter();
    void beginsAndEndsMayComeInAnyOrder();
    void survivesTruncationAndChanges();
    void picturesAreWeightedByArea();
    void picturesOfManySpansAreThoseOfTheSpans();
    void findsSpansByName();
    void readsNamedPipes();
    void aPipeNobodyWritesCanBeGivenUp();
    void aFaultIsToldThoughReadingStops();
};

void ForeignTraceTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("lanes");
    const auto row = [](const char *name, const QByteArray &text, const char *lanes) {
        QTest::newRow(name) << text << QString::fromUtf8(lanes);
    };
    const QByteArray x = R"({"ph": "X", "ts": 10, "dur": 5, "pid": 1, "tid": 2, "name": "a"})";
    row("object", "{\"traceEvents\": [" + x + "], \"metadata\": {\"x\": [1, {\"y\": \"}]\"}]}}", "1/2: a 0-5");
    row("object, events last",
        "{\"displayTimeUnit\": \"ns\", \"otherData\": {\"version\": \"x\"}, \"stackFrames\": {}, \"traceEvents\": [" + x
            + "]}",
        "1/2: a 0-5");
    row("array", '[' + x + "]\n", "1/2: a 0-5");
    row("a byte order mark", "\xef\xbb\xbf[" + x + ']', "1/2: a 0-5");
    row("array without its end", "[\n" + x, "1/2: a 0-5");
    row("array that ends with a comma", '[' + x + ",\n", "1/2: a 0-5");
    row("comma and bracket", '[' + x + ",]", "1/2: a 0-5");
    row("an empty event at the end", '[' + x + ", {}]", "1/2: a 0-5");
    row("nothing", "[]", "");
    row("no events", "{\"traceEvents\": []}", "");
    row("ids of any type",
        R"([{"ph":"X","ts":1,"dur":1,"pid":"p","tid":"main thread","name":"a"}, {"ph":"X","ts":2,"dur":1,"pid":7.5,"tid":null,"name":"b"}])",
        "p/main thread: a 0-1\n7.5/null: b 1-2");
    row("one thread as number and as string",
        R"([{"ph":"X","ts":1,"dur":1,"pid":1,"tid":2,"name":"a"}, {"ph":"X","ts":3,"dur":1,"pid":"1","tid":"2","name":"b"}])",
        "1/2: a 0-1 b 2-3");
    row("times as strings and with exponents",
        R"([{"ph":"X","ts":"1.5","dur":"0.25","pid":1,"tid":1,"name":"a"}, {"ph":"X","ts":1e1,"dur":5E-1,"pid":1,"tid":1,"name":"b"}])",
        "1/1: a 0-0.25 b 8.5-9");
    row("nested",
        '[' + eventOf("X", 0, R"("dur": 10, "name": "outer", "pid": 1, "tid": 1)") + ','
            + eventOf("X", 2, R"("dur": 3, "name": "in", "pid": 1, "tid": 1)") + ','
            + eventOf("X", 3, R"("dur": 1, "name": "inmost", "pid": 1, "tid": 1)") + ','
            + eventOf("X", 6, R"("dur": 4, "name": "again", "pid": 1, "tid": 1)") + ']',
        "1/1: outer 0-10 | in 2-5 again 6-10 | inmost 3-4");
    row("begin and end",
        '[' + eventOf("B", 0, R"("name": "a", "pid": 1, "tid": 1)") + ','
            + eventOf("B", 1, R"("name": "b", "pid": 1, "tid": 1)") + ',' + eventOf("E", 2, R"("pid": 1, "tid": 1)")
            + ',' + eventOf("E", 5, R"("pid": 1, "tid": 1, "name": "a")") + ','
            + eventOf("E", 6, R"("pid": 1, "tid": 1)") + ']',
        "1/1: a 0-5 | b 1-2");
    row("end before begin in the file",
        '[' + eventOf("E", 9, R"("pid": 1, "tid": 1)") + ',' + eventOf("B", 1, R"("name": "b", "pid": 1, "tid": 1)")
            + ',' + eventOf("E", 2, R"("pid": 1, "tid": 1)") + ','
            + eventOf("B", 0, R"("name": "a", "pid": 1, "tid": 1)") + ']',
        "1/1: a 0-9 | b 1-2");
    row("out of order, at one instant as in the file",
        '[' + eventOf("B", 5, R"("name": "b", "pid": 1, "tid": 1)") + ',' + eventOf("E", 7, R"("pid": 1, "tid": 1)")
            + ',' + eventOf("B", 0, R"("name": "a", "pid": 1, "tid": 1)") + ','
            + eventOf("E", 5, R"("pid": 1, "tid": 1)") + ',' + eventOf("B", 5, R"("name": "c", "pid": 1, "tid": 1)")
            + ',' + eventOf("E", 6, R"("pid": 1, "tid": 1)") + ']',
        "1/1: a 0-7 | c 5-6 !b 5");
    row("begin without end",
        '[' + eventOf("B", 0, R"("name": "a", "pid": 1, "tid": 1)") + ','
            + eventOf("X", 4, R"("dur": 2, "name": "b", "pid": 1, "tid": 2)") + ']',
        "1/1: a 0-6...\n1/2: b 4-6");
    row("instants",
        '[' + eventOf("i", 0, R"("name": "old", "s": "g", "pid": 1, "tid": 1)") + ','
            + eventOf("I", 3, R"("name": "older", "pid": 1, "tid": 1)") + ','
            + eventOf("X", 1, R"("dur": 0, "name": "empty", "pid": 1, "tid": 1)") + ']',
        "1/1: !old 0 !empty 1 !older 3");
    row("counters",
        '[' + eventOf("C", 0, R"("name": "mem", "pid": 1, "args": {"heap": 5, "stack": 1.5})") + ','
            + eventOf("C", 2, R"("name": "mem", "pid": 1, "args": {"heap": -3})") + ']',
        "1/mem heap: #0=5 #2=-3\n1/mem stack: #0=1.5");
    row("counters with ids",
        '[' + eventOf("C", 0, R"("name": "fps", "id": "0x2", "pid": 1, "args": {"value": 60})") + ']',
        "1/fps[0x2]: #0=60");
    row("asynchronous",
        '[' + eventOf("b", 0, R"("name": "req", "cat": "net", "id": 1, "pid": 1)") + ','
            + eventOf("n", 1, R"("name": "sent", "cat": "net", "id": 1, "pid": 1)") + ','
            + eventOf("b", 1, R"("name": "req", "cat": "net", "id": "0x2", "pid": 1)") + ','
            + eventOf("e", 3, R"("name": "req", "cat": "net", "id": 1, "pid": 1)") + ','
            + eventOf("e", 4, R"("name": "req", "cat": "net", "id": "0x2", "pid": 1)") + ']',
        "1/net 1: req 0-3 !sent 1\n1/net 0x2: req 1-4");
    row("asynchronous, local ids",
        '[' + eventOf("b", 0, R"("name": "a", "cat": "c", "id2": {"local": "0x1"}, "pid": 1)") + ','
            + eventOf("e", 2, R"("cat": "c", "id2": {"local": "0x1"}, "pid": 1)") + ']',
        "1/c 0x1: a 0-2");
    row("asynchronous, old phases",
        '[' + eventOf("S", 0, R"("name": "a", "cat": "c", "id": 1, "pid": 1)") + ','
            + eventOf("F", 2, R"("name": "a", "cat": "c", "id": 1, "pid": 1)") + ']',
        "1/c 1: a 0-2");
    row("flows",
        '[' + eventOf("X", 0, R"("dur": 2, "name": "a", "pid": 1, "tid": 1)") + ','
            + eventOf("X", 3, R"("dur": 2, "name": "b", "pid": 1, "tid": 2)") + ','
            + eventOf("s", 1, R"("name": "f", "cat": "c", "id": 9, "pid": 1, "tid": 1)") + ','
            + eventOf("t", 3.5, R"("name": "f", "cat": "c", "id": 9, "pid": 1, "tid": 2)") + ','
            + eventOf("f", 4, R"("name": "f", "cat": "c", "id": 9, "pid": 1, "tid": 1, "bp": "e")") + ']',
        "1/1: a 0-2\n1/2: b 3-5\n0@1 -> 1@3.5\n1@3.5 -> 0@4");
    row("names and order",
        R"([{"ph":"X","ts":1,"dur":1,"pid":2,"tid":1,"name":"a"}, {"ph":"X","ts":1,"dur":1,"pid":1,"tid":5,"name":"b"}, {"ph":"X","ts":1,"dur":1,"pid":1,"tid":3,"name":"c"},
        {"ph":"M","pid":1,"tid":3,"name":"thread_sort_index","args":{"sort_index":-1}}, {"ph":"M","pid":1,"name":"process_sort_index","args":{"sort_index":-5}},
        {"ph":"M","pid":1,"tid":5,"name":"thread_name","args":{"name":"wörker\u00e9"}}, {"ph":"M","pid":1,"tid":0,"name":"process_name","args":{"name":"app"}}, {"ph":"M","pid":9,"tid":9,"name":"thread_name","args":{"name":"empty"}}])",
        "app/3: c 0-1\napp/wörkeré: b 0-1\n2/1: a 0-1");
    row("escapes", R"([{"ph":"X","ts":1,"dur":1,"pid":1,"tid":1,"name":"a\"b\\c\u20ac\ud83d\ude00\ud83d"}])",
        "1/1: a\"b\\c€😀\xef\xbf\xbd 0-1");
    row("not UTF-8", "[{\"ph\":\"X\",\"ts\":1,\"dur\":1,\"pid\":1,\"tid\":1,\"name\":\"a\xff\xc3\"}]",
        "1/1: a\xef\xbf\xbd\xef\xbf\xbd 0-1");
    row("what it does not know",
        '[' + x
            + R"(, {"ph": "N", "ts": 1, "id": 1}, {"ph": "X", "dur": 1, "name": "no time"}, {"ph": 5, "ts": 1}, {"args": {"a": [[], {}, "", 1e-5, true]}}])",
        "1/2: a 0-5");
    row("no process, no thread", R"([{"ph":"X","ts":1,"dur":2,"name":"a"}])", "/: a 0-2");
    // As they come from programs people have.
    row("clang -ftime-trace",
        R"({"traceEvents":[{"pid":7,"tid":7,"ts":60,"ph":"X","dur":10,"name":"ParseClass","args":{"detail":"std::map<int, \"x\">"}},
        {"pid":7,"tid":7,"ts":50,"ph":"X","dur":100,"name":"Frontend"},{"pid":7,"tid":7,"ts":50,"cat":"Source","ph":"b","id":0,"name":"Source","args":{"detail":"/usr/include/map"}},
        {"pid":7,"tid":7,"ts":55,"cat":"Source","ph":"b","id":0,"name":"Source"},{"pid":7,"tid":7,"ts":57,"cat":"Source","ph":"e","id":0,"name":"Source"},
        {"pid":7,"tid":7,"ts":70,"cat":"Source","ph":"e","id":0,"name":"Source"},{"pid":7,"tid":8,"ph":"X","ts":0,"dur":100,"name":"Total Frontend","args":{"count":1,"avg ms":0}},
        {"cat":"","pid":7,"tid":7,"ts":0,"ph":"M","name":"process_name","args":{"name":"clang"}},{"cat":"","pid":7,"tid":7,"ts":0,"ph":"M","name":"thread_name","args":{"name":"clang++"}}],"beginningOfTime":1795872736816780})",
        "clang/clang++: Frontend 50-150 | ParseClass 60-70\nclang/8: Total Frontend 0-100\nclang/Source 0: Source 50-70 | Source 55-57");
    row("VizTracer",
        R"x({"traceEvents": [{"ph": "M", "pid": 31, "tid": 31, "name": "process_name", "args": {"name": "MainProcess"}}, {"ph": "M", "pid": 31, "tid": 31, "name": "thread_name", "args": {"name": "MainThread"}},
        {"pid": 31, "tid": 31, "ts": 5100000000.125, "ph": "X", "cat": "fee", "dur": 0.375, "name": "f (/a/b.py:3)", "caller_lineno": 9}, {"pid": 31, "tid": 31, "ts": 5099999999.5, "ph": "X", "cat": "fee", "dur": 2.001, "name": "<module> (/a/b.py:1)"},
        {"pid": 31, "tid": 31, "ts": 5100000001, "ph": "C", "name": "queue", "args": {"size": 3}}], "viztracer_metadata": {"version": "0.16.3", "overflow": false}, "file_info": {"files": {"/a/b.py": ["x = [1]\n", 1]}, "functions": {}}})x",
        "MainProcess/MainThread: <module> (/a/b.py:1) 0-2.001 | f (/a/b.py:3) 0.625-1\nMainProcess/queue size: #1.5=3");
    row("Node",
        R"({"traceEvents":[{"pid":9,"tid":9,"ts":100,"tts":1,"ph":"X","cat":"v8","name":"V8.Compile","dur":20,"tdur":5,"args":{}},
        {"pid":9,"tid":9,"ts":110,"tts":2,"ph":"b","cat":"node,node.async_hooks","name":"PROMISE","dur":0,"tdur":0,"id":"0x5","args":{"data":{"executionAsyncId":1}}},
        {"pid":9,"tid":9,"ts":140,"tts":3,"ph":"e","cat":"node,node.async_hooks","name":"PROMISE","dur":0,"tdur":0,"id":"0x5","args":{}},
        {"pid":9,"tid":9,"ts":0,"tts":0,"ph":"M","cat":"__metadata","name":"thread_name","dur":0,"tdur":0,"args":{"name":"JavaScriptMainThread"}},
        {"pid":9,"tid":9,"ts":0,"ph":"M","cat":"__metadata","name":"version","args":{"node":"20.20.2"}}]})",
        "9/JavaScriptMainThread: V8.Compile 0-20\n9/node,node.async_hooks 0x5: PROMISE 10-40");
    row("Go",
        R"({"displayTimeUnit":"ns","traceEvents":[{"name":"process_name","ph":"M","ts":0,"pid":0,"tid":0,"args":{"name":"PROCS"}},{"name":"thread_name","ph":"M","ts":0,"pid":0,"tid":3,"args":{"name":"Proc 3"}},
        {"name":"G1 main.main","ph":"X","ts":1.5,"dur":4.25,"pid":0,"tid":3,"sf":1,"esf":2,"cname":"thread_state_runnable"},{"name":"Goroutines","ph":"C","ts":2,"pid":0,"tid":0,"args":{"GCWaiting":0,"Runnable":2}},
        {"name":"go","ph":"s","ts":2.5,"pid":0,"tid":3,"id":1,"sf":3},{"name":"go","ph":"t","ts":6,"pid":0,"tid":3,"id":1},{"name":"G2","ph":"X","ts":6,"dur":1,"pid":0,"tid":3}],"stackFrames":{"1":{"name":"main.main:7","parent":0}}})",
        "PROCS/Proc 3: G1 main.main 0-4.25 G2 4.5-5.5\nPROCS/Goroutines GCWaiting: #0.5=0\nPROCS/Goroutines Runnable: #0.5=2\n0@1 -> 0@4.5");
    row("Chromium",
        R"([{"args":{"name":"CrBrowserMain"},"cat":"__metadata","name":"thread_name","ph":"M","pid":4,"tid":1,"ts":0},{"args":{},"cat":"toplevel,ipc","name":"Task","ph":"B","pid":4,"tid":1,"ts":1000,"tts":10},
        {"cat":"blink","id":"0x7f01","args":{"snapshot":{"frame":"<x>"}},"name":"Doc","ph":"O","pid":4,"tid":1,"ts":1001},{"cat":"blink","id":"0x7f01","name":"Doc","ph":"N","pid":4,"tid":1,"ts":1001},
        {"cat":"p","name":"ProfileChunk","ph":"P","id":"0x1","pid":4,"tid":1,"ts":1002,"args":{"data":{"timeDeltas":[1,2]}}},{"cat":"mem","name":"dump","ph":"v","id":"a","pid":4,"tid":1,"ts":1003},
        {"cat":"n","id2":{"local":"0x2"},"name":"Load","ph":"b","pid":4,"tid":1,"ts":1004},{"cat":"n","id2":{"local":"0x2"},"name":"Load","ph":"e","pid":4,"tid":5,"ts":1008},
        {"bind_id":"0x9","cat":"t","flow_out":true,"name":"Post","ph":"i","s":"t","pid":4,"tid":1,"ts":1006},{"args":{},"cat":"toplevel,ipc","name":"Task","ph":"E","pid":4,"tid":1,"ts":1010,"tts":20}
)",
        "4/CrBrowserMain: Task 0-10 !Post 6\n4/n 0x2: Load 4-8");
    row("no numbers", R"([{"ph":"X","ts":1,"dur":2,"pid":1,"tid":1,"name":"a","args":{"a":[-NaN,nan,-inf,inf]}}])",
        "1/1: a 0-2");
    row("times that are none",
        R"([{"ph":"X","ts":NaN,"dur":2,"pid":1,"tid":1,"name":"a"},{"ph":"X","ts":-Infinity,"dur":2,"pid":1,"tid":1,"name":"b"},{"ph":"C","ts":1,"pid":1,"name":"c","args":{"x":NaN,"y":2}}])",
        "1/c y: #0=2");
    row("commas in every place",
        R"({"traceEvents":[{"ph":"X","ts":1,"dur":2,"pid":1,"tid":1,"name":"a","id2":{"local":"1",},"args":{"b":[1,[2,],],},},],"meta":{"a":1,},})",
        "1/1: a 0-2");
    row("operations of one number in two processes",
        R"([{"ph":"b","ts":0,"pid":1,"cat":"c","id":1,"name":"a"},{"ph":"b","ts":1,"pid":2,"cat":"c","id":1,"name":"a"},{"ph":"e","ts":3,"pid":2,"cat":"c","id":1,"name":"a"},{"ph":"e","ts":4,"pid":1,"cat":"c","id":1,"name":"a"}])",
        "1/c 1: a 0-4\n2/c 1: a 1-3");
    row("an operation that ends elsewhere, before it began in the file",
        R"([{"ph":"e","ts":9,"pid":2,"cat":"c","id":1,"name":"a"},{"ph":"b","ts":1,"pid":1,"cat":"c","id":1,"name":"a"},{"ph":"X","ts":0,"dur":20,"pid":1,"tid":1,"name":"x"}])",
        "1/1: x 0-20\n1/c 1: a 1-9");
    row("a local operation does not end elsewhere",
        R"([{"ph":"b","ts":0,"pid":1,"cat":"c","id2":{"local":1},"name":"a"},{"ph":"e","ts":9,"pid":2,"cat":"c","id2":{"local":1},"name":"a"},{"ph":"X","ts":0,"dur":20,"pid":1,"tid":1,"name":"x"}])",
        "1/1: x 0-20\n1/c 1: a 0-20...");
    row("a flow through three, in and out",
        R"([{"ph":"X","ts":0,"dur":2,"pid":1,"tid":1,"name":"a","bind_id":7,"flow_out":true},{"ph":"X","ts":4,"dur":2,"pid":1,"tid":2,"name":"b","bind_id":7,"flow_in":true,"flow_out":true},{"ph":"X","ts":8,"dur":2,"pid":1,"tid":3,"name":"c","bind_id":7,"flow_in":true,"flow_out":false}])",
        "1/1: a 0-2\n1/2: b 4-6\n1/3: c 8-10\n0@0 -> 1@4\n1@4 -> 2@8");
    row("threads by name, then number",
        R"([{"ph":"X","ts":0,"dur":2,"pid":1,"tid":11,"name":"a"},{"ph":"X","ts":0,"dur":2,"pid":1,"tid":9,"name":"b"},{"ph":"X","ts":0,"dur":2,"pid":1,"tid":3,"name":"c"},{"ph":"X","ts":0,"dur":2,"pid":1,"tid":4,"name":"d"},{"ph":"M","pid":1,"tid":3,"name":"thread_name","args":{"name":"z"}},{"ph":"M","pid":1,"tid":4,"name":"thread_name","args":{"name":"m"}}])",
        "1/m: d 0-2\n1/z: c 0-2\n1/9: b 0-2\n1/11: a 0-2");
    row("negative durations", R"([{"ph":"X","ts":1,"dur":-2,"pid":1,"tid":1,"name":"a"}])", "1/1: !a 0");
}

void ForeignTraceTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, lanes);
    QCOMPARE(read(text), lanes);

    // Written and read again it is written the same.
    const auto written = [](const QByteArray &json) {
        auto opened = formats::openText(json, QStringLiteral("t.json"));
        return copyOf(std::get<formats::ForeignTrace>(opened.value->content));
    };
    const QByteArray once = written(text);
    QJsonParseError error{};
    QVERIFY2(!QJsonDocument::fromJson(once, &error).isNull(), once.constData() + error.offset);
    QCOMPARE(written(once), once);
    QCOMPARE(read(once), lanes);
}

namespace {

/// "key=text", what is in it in brackets behind it.
QString textOf(const formats::EventValue &value)
{
    QStringList members;
    for (const formats::EventValue &member : value.members)
        members << textOf(member);
    const QString text =
        value.members.empty() ? value.text : QLatin1Char('(') + members.join(QLatin1Char(' ')) + QLatin1Char(')');
    return value.key.isEmpty() ? text : value.key + QLatin1Char('=') + text;
}

QString textOf(const formats::EventDetails &event)
{
    QStringList members;
    for (const formats::EventValue &member : event.members)
        members << textOf(member);
    return event.problem + members.join(QLatin1Char(' ')) + (event.cut ? QStringLiteral(" ...") : QString());
}

} // namespace

/// Of a plain file and of a packed one, whichever span is asked for, forwards and backwards.
void ForeignTraceTest::eventsAreReadBackFromTheirPlaces()
{
    QByteArray text = "[";
    constexpr int kEvents = 40'000;
    for (int i = 0; i < kEvents; ++i)
        text += (i ? ",\n  " : "") + eventOf("X", i, "").chopped(1)
                + R"("dur": 0.5, "pid": 1, "tid": "t", "name": "n", "args": {"number": )" + QByteArray::number(i)
                + R"(, "pad": ")" + QByteArray(1000, 'x') + R"("}})";
    text += ']';
    QVERIFY(text.size() > 40'000'000); // several of the places that an unpacker remembers
    for (const QByteArray &bytes : {text, packed(text)}) {
        auto opened = formats::openText(bytes, QStringLiteral("t.json"));
        auto &trace = std::get<formats::ForeignTrace>(opened.value->content);
        const SliceRow &row = trace.slices->lanes().front().rows.front();
        QCOMPARE(row.size(), std::size_t(kEvents));
        for (const int i : {39'999, 0, 20'000, 19'999, 1, 33'000, 39'998}) {
            const auto event = formats::readEvent(*trace.text, row.at(static_cast<std::size_t>(i)).place);
            QVERIFY(event.find(u"args"));
            QCOMPARE(textOf(event.find(u"args")->members.front()), QStringLiteral("number=%1").arg(i));
            QCOMPARE(event.find(u"tid")->text, QStringLiteral("t"));
        }
        QCOMPARE(copyOf(trace).size(),
                 text.size() + QByteArray("{\"traceEvents\": [\n\n]}\n").size() - 2 - 2 * (kEvents - 1));
    }
}

void ForeignTraceTest::whatAnEventSaysIsBounded_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &args, const QString &text) {
        QTest::newRow(name) << args << text;
    };
    row("values", R"({"a": [1, {"b": "c\u00e9"}, []], "x": NaN, "t": true, "n": null, "e": {}})",
        QStringLiteral("(a=(1 (b=cé) []) x=NaN t=true n=null e={})"));
    row("no object", R"("<b>bold</b>")", QStringLiteral("<b>bold</b>"));
    row("a long text", '"' + QByteArray(50'000, 'a') + '"', QString(10'000, QLatin1Char('a')) + QChar(0x2026));
    row("cut within a character", '"' + QByteArray(9'999, 'a') + QByteArray("é").repeated(10) + '"',
        QString(9'999, QLatin1Char('a')) + QChar(0x2026));
    QByteArray many = "[0";
    QStringList shown{QStringLiteral("0")};
    for (int i = 1; i < 5000; ++i) {
        many += ',' + QByteArray::number(i);
        if (i < 200)
            shown << QString::number(i);
    }
    row("many values", many + ']', QLatin1Char('(') + shown.join(QLatin1Char(' ')) + QLatin1Char(')'));
    row("deep", QByteArray(400, '[') + QByteArray(400, ']'),
        QString(39, QLatin1Char('(')) + QString(200, QLatin1Char('[')) + QChar(0x2026) + QString(39, QLatin1Char(')')));
}

void ForeignTraceTest::whatAnEventSaysIsBounded()
{
    QFETCH(QByteArray, args);
    QFETCH(QString, text);
    auto opened = formats::openText("[" + eventOf("X", 1, "\"dur\": 1, \"args\": ").chopped(1) + args + "}]",
                                    QStringLiteral("t.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    auto &trace = std::get<formats::ForeignTrace>(opened.value->content);
    const auto event = formats::readEvent(*trace.text, trace.slices->lanes().front().rows.front().at(0).place);
    QVERIFY(event.find(u"args") && !event.cut);
    const QString shown = textOf(*event.find(u"args"));
    QCOMPARE(shown, QStringLiteral("args=") + text);
}

/// Longer than what is looked at: how it begins.
void ForeignTraceTest::aChangedFileIsNotReadBack()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("t.json")));
    const QByteArray text = R"([{"name": "a", "ph": "X", "ts": 1, "dur": 2, "args": {"k": 1, "long": ")"
                            + QByteArray(2 << 20, 'l') + R"("}, "cat": "c"}])";
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush());
    auto opened = formats::openFile(file.fileName());
    QVERIFY2(opened, qPrintable(opened.error));
    auto &trace = std::get<formats::ForeignTrace>(opened.value->content);
    QCOMPARE(textOf(formats::readEvent(*trace.text, 1)), QStringLiteral("name=a ph=X ts=1 dur=2 args=(k=1) ..."));
    QVERIFY(file.write(" ") == 1 && file.flush());
    QCOMPARE(textOf(formats::readEvent(*trace.text, 1)),
             QStringLiteral("The file has changed since it was opened: what it said here cannot be read."));
}

void ForeignTraceTest::endsHaveArgumentsOfTheirOwn()
{
    for (const bool inOrder : {true, false}) {
        const QByteArray end = eventOf("E", 9, R"("args": {"result": 7})");
        const QByteArray begin = eventOf("B", 1, R"("name": "a", "args": {"n": 1})");
        const QByteArray plain = eventOf("B", 20, R"("name": "b")") + ',' + eventOf("E", 21, R"("args": {})");
        auto opened = formats::openText('[' + (inOrder ? begin + ',' + end : end + ',' + begin) + ',' + plain + ']',
                                        QStringLiteral("t.json"));
        auto &trace = std::get<formats::ForeignTrace>(opened.value->content);
        const SliceRow &row = trace.slices->lanes().front().rows.front();
        const auto place = trace.slices->endPlace(row.at(0).place);
        QVERIFY(place);
        QCOMPARE(textOf(*formats::readEvent(*trace.text, *place).find(u"args")), QStringLiteral("args=(result=7)"));
        QVERIFY(!trace.slices->endPlace(row.at(1).place));
    }
}

void ForeignTraceTest::spansKnowTheirParents()
{
    const auto opened = formats::openText(
        R"([{"ph":"X","ts":0,"dur":100,"name":"a"},{"ph":"X","ts":10,"dur":20,"name":"b"},{"ph":"X","ts":15,"dur":5,"name":"c"},{"ph":"X","ts":40,"dur":60,"name":"d"},{"ph":"X","ts":90,"dur":30,"name":"over"}])",
        QStringLiteral("t.json"));
    const Slices &slices = *opened.value->slices();
    const SliceAddress a{0, 0, 0};
    const SliceAddress b{0, 1, 0};
    const SliceAddress c{0, 2, 0};
    const SliceAddress d{0, 1, 1};
    const SliceAddress over{0, 2, 1}; // begins within d and a, ends behind both
    QCOMPARE(slices.name(slices.lanes()[0].rows[2].name(1)), std::string("over"));
    QVERIFY(!parentOf(slices, a) && !parentOf(slices, over));
    QCOMPARE(parentOf(slices, b), std::optional(a));
    QCOMPARE(parentOf(slices, c), std::optional(b));
    QCOMPARE(parentOf(slices, d), std::optional(a));
    QCOMPARE(firstChildOf(slices, a), std::optional(b));
    QVERIFY(!firstChildOf(slices, c) && !firstChildOf(slices, d));
    QCOMPARE(selfTimeOf(slices, a), std::int64_t(20'000));
    QCOMPARE(selfTimeOf(slices, b), std::int64_t(15'000));
    QCOMPARE(selfTimeOf(slices, d), std::int64_t(50'000));
    // As the totals have it.
    std::int64_t self = 0;
    for (const SliceTotal &total : totalsOf(slices.lanes()[0]))
        self += total.self;
    std::int64_t sum = 0;
    for (const SliceAddress &each : {a, b, c, d, over})
        sum += selfTimeOf(slices, each);
    QCOMPARE(sum, self);
}

/// Small files, each for a kind of them: what other viewers show of it.
void ForeignTraceTest::readsCases_data()
{
    QTest::addColumn<QString>("lanes");
    const auto row = [](const char *name, const char *lanes) { QTest::newRow(name) << QString::fromUtf8(lanes); };
    row("async_across_processes", "1/1: ruler 0-100\n1/c 9: request 0-20 !sent 10\n2/1: ruler 0-100");
    row("async_end_by_name", "1/2: ruler 0-100\n1/c 1: outer 0-20 | never-ended 10-100...");
    row("async_overlap_same_id", "1/c 1: parent 0-50 | t0 0-30 | t1 10-40");
    row("async_steps", "1/c 7: load 0-40 !parse 10");
    row("flow_bind_id", "1/1: A 0-10\n2/2: B 20-30\n0@0 -> 1@20");
    row("flow_f_at_same_ts_before_s", "1/1: a 0-10\n1/7: b 0-10\n0@0 -> 1@0");
    row("gzipped", "1/2: a 0-10");
    row("key_format_first", "1/2: a 0-2");
    row("key_profile_first", "1/2: a 0-2");
    row("nan_args", "1/2: a 0-2");
    row("process_labels", "python (pid 11): CPU/1: a 0-10\npython (pid 12): GPU 0/1: b 0-10");
    row("process_order", "Main/1: main 0-30\nWorker-1/1: w1 4-14\nWorker-5/1: w5 5-15");
    row("same_process_name", "Renderer (pid 11)/Main: a 0-10\nRenderer (pid 12)/Main: b 0-10");
    row("trailing_comma_in_object", "1/2: a 0-2");
    row("truncated_object", "1/2: a 0-2 b 3-5");
}

void ForeignTraceTest::readsCases()
{
    QFETCH(QString, lanes);
    const QString name = QStringLiteral(COROSCOPE_TESTS_DIR "/app/traces/") + QLatin1String(QTest::currentDataTag())
                         + QStringLiteral(".json");
    const auto opened = formats::openFile(QFile::exists(name) ? name : name + QStringLiteral(".gz"));
    QVERIFY2(opened, qPrintable(opened.error));
    QVERIFY(opened.value->slices());
    QCOMPARE(textOf(*opened.value->slices()), lanes);
    QCOMPARE(opened.value->slices()->incomplete(), QTest::currentDataTag() == QByteArray("truncated_object"));
}

/// More than a block of them, and two packed one after the other, and one that is cut or damaged.
void ForeignTraceTest::readsWhatIsPacked()
{
    QByteArray text = "[";
    QRandomGenerator random(2);
    for (int i = 0; i < 40'000; ++i)
        text += (i ? ",\n" : "") + eventOf("X", i, "").chopped(1) + "\"dur\": 1, \"pid\": 1, \"tid\": 1, \"name\": \"n"
                + QByteArray::number(random.generate()) + "\"}";
    const QByteArray whole = packed(text + ']');
    const QString plain = read(text + ']');
    QVERIFY(read(whole) == plain);
    QVERIFY(read(packed(text.left(1'000'000)) + packed(text.mid(1'000'000) + ']')) == plain);
    const auto cut = formats::openText(whole.chopped(1000), QStringLiteral("t.json.gz"));
    QVERIFY2(cut, qPrintable(cut.error));
    QVERIFY(cut.value->slices()->incomplete() && cut.value->slices()->spanCount() > 30'000);
    QByteArray damaged = whole;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 0x55);
    QVERIFY(read(damaged).startsWith(QStringLiteral("t.json")));
    QCOMPARE(read(packed("{\"format\": \"x\", \"tasks\": [")), read("{\"format\": \"x\", \"tasks\": ["));
}

void ForeignTraceTest::addsUpByName()
{
    const auto opened = formats::openText(
        R"([{"ph":"X","ts":0,"dur":100,"pid":1,"tid":1,"name":"a"},{"ph":"X","ts":10,"dur":20,"pid":1,"tid":1,"name":"b"},{"ph":"X","ts":15,"dur":5,"pid":1,"tid":1,"name":"a"},
        {"ph":"X","ts":40,"dur":60,"pid":1,"tid":1,"name":"b"},{"ph":"X","ts":200,"dur":7,"pid":1,"tid":1,"name":"c"},{"ph":"X","ts":201,"dur":2,"pid":1,"tid":1,"name":"d"}])",
        QStringLiteral("t.json"));
    const Slices &slices = *opened.value->slices();
    QStringList lines;
    for (const SliceTotal &total : totalsOf(slices.lanes().front()))
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(QString::fromStdString(slices.name(total.name)))
                     .arg(total.count)
                     .arg(total.total / 1000)
                     .arg(total.self / 1000)
                     .arg(total.longest / 1000);
    QCOMPARE(lines, (QStringList{"a 2 105 25 100", "b 2 80 75 60", "c 1 7 5 7", "d 1 2 2 2"}));
}

QByteArray nested(int depth)
{
    QByteArray text = "[";
    for (int i = 0; i < depth; ++i)
        text += eventOf("B", i, "\"pid\": 1, \"tid\": 1, \"name\": \"f\"},").chopped(1);
    for (int i = 0; i < depth; ++i)
        text += eventOf("E", depth + i, "\"pid\": 1, \"tid\": 1},").chopped(1);
    return text;
}

/// Each in the row below the one it lies in, and the next as far up as there is room.
void ForeignTraceTest::nestsDeeply()
{
    QByteArray text = nested(5000);
    text += eventOf("X", 20'000, "\"dur\": 1, \"pid\": 1, \"tid\": 1, \"name\": \"g\"},").chopped(1);
    // Not within each other: the rows in between get free again.
    for (int i = 0; i < 100; ++i)
        text += eventOf("X", 30'000 + i, "").chopped(1) + "\"dur\": " + QByteArray::number(i % 2 ? 10 : 1000)
                + R"(, "pid": 1, "tid": 1, "name": "h"},)";
    const auto opened = formats::openText(text, QStringLiteral("t.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    const SliceLane &lane = opened.value->slices()->lanes().front();
    QCOMPARE(lane.spans(), std::size_t(5101));
    QCOMPARE(lane.rows.size(), std::size_t(5000));
    for (std::size_t row = 0; row < lane.rows.size(); ++row) {
        QCOMPARE(lane.rows[row].begin(0), static_cast<std::int64_t>(row * 1000));
        for (std::size_t i = 1; i < lane.rows[row].size(); ++i)
            QVERIFY(lane.rows[row].begin(i) >= lane.rows[row].end(i - 1));
    }
    QCOMPARE(lane.rows[0].size(), std::size_t(3));
    std::size_t used = 0;
    while (used < lane.rows.size() && lane.rows[used].size() > 1)
        ++used;
    QCOMPARE(used, std::size_t(55)); // fifty long ones, and five short ones beside each other
}

void ForeignTraceTest::saysWhatIsTooDeep()
{
    const auto opened = formats::openText(nested(65'101), QStringLiteral("t.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    QCOMPARE(opened.value->slices()->spanCount(), std::size_t(65'001));
    QCOMPARE(opened.value->slices()->tooDeep(), std::size_t(100));
    QCOMPARE(opened.value->slices()->ignored(), std::size_t(0));
    QCOMPARE(formats::remarksOn(*opened.value->slices()).size(), 1);
}

/// What it says of itself stays as it is written, whatever it means.
void ForeignTraceTest::aCopyKeepsWhatWasRead()
{
    const QByteArray event =
        R"({"args": {"a": [1, {"b": "c"}], "n": 1e-5}, "cat": "k,l", "cname": "good", "dur": 2.5, "name": "\u00e9", "ph": "X", "pid": "p", "sf": 7, "tid": 12, "ts": 1.0625})";
    const auto copied = [](const QByteArray &text) {
        auto opened = formats::openText(text, QStringLiteral("t.json"));
        return copyOf(std::get<formats::ForeignTrace>(opened.value->content));
    };
    QCOMPARE(copied('[' + event + ",\n{\"ph\": \"N\", \"ts\": 3, \"id\": 1}\n"),
             "{\"traceEvents\": [\n" + event + ",\n{\"ph\": \"N\", \"ts\": 3, \"id\": 1}\n]}\n");
    const QByteArray beside = R"({"stackFrames": {"7": {"name": "main",}}, "traceEvents": [)" + event
                              + R"(], "x": -inf, "displayTimeUnit": "ns"})";
    QCOMPARE(copied(beside), "{\"traceEvents\": [\n" + event
                                 + "\n],\n\"stackFrames\": {\"7\": {\"name\": \"main\"}},\n\"x\": "
                                   "\"-Infinity\",\n\"displayTimeUnit\": \"ns\"}\n");
    // Two lists of events are one; of one that was cut, what was complete.
    QCOMPARE(copied("{\"traceEvents\": [" + event + "], \"a\": 1, \"traceEvents\": [" + event + ", {\"ph\""),
             "{\"traceEvents\": [\n" + event + ",\n" + event + "\n],\n\"a\": 1}\n");
    const QByteArray wrong =
        "[{\"ph\": \"X\", \"ts\": 1, \"args\": {\"a\": [NaN, -Infinity, nan, Infinity, -1, null, true,]}, \"name\": \"\\q\xff\"},]";
    QCOMPARE(copied(wrong),
             QByteArray(
                 "{\"traceEvents\": [\n{\"ph\": \"X\", \"ts\": 1, \"args\": {\"a\": [\"NaN\", \"-Infinity\", \"NaN\", "
                 "\"Infinity\", -1, null, true]}, \"name\": \"\\\\q\xef\xbf\xbd\"}\n]}\n"));
}

/// Of what stands beside the events nobody has looked at more than its brackets.
void ForeignTraceTest::aCopySaysWhatIsLost()
{
    auto opened =
        formats::openText(R"({"meta": {"a" 1}, "traceEvents": [{"ph":"X","ts":1,"dur":2}]})", QStringLiteral("t.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    const auto copy =
        formats::copyTrace(*std::get<formats::ForeignTrace>(opened.value->content).text, [](std::string_view) {});
    QCOMPARE(copy.lost, QStringList{QStringLiteral("meta")});
    QCOMPARE(formats::remarksOn(*opened.value->slices(), copy),
             QStringList{QStringLiteral("What stands under \"meta\" could not be kept.")});
}

void ForeignTraceTest::colorsAreThoseOfTheirSpan()
{
    const auto opened = formats::openText(
        R"([{"ph":"X","ts":1,"dur":2,"name":"a","cname":"good"},{"ph":"X","ts":5,"dur":2,"name":"a","cname":"terrible"},{"ph":"X","ts":8,"dur":2,"name":"a"},
        {"ph":"B","ts":11,"name":"a","cname":"good"},{"ph":"E","ts":12}])",
        QStringLiteral("t.json"));
    const SliceRow &row = opened.value->slices()->lanes().front().rows.front();
    QCOMPARE(row.color(0), 0x009e73U);
    QCOMPARE(row.color(1), 0xcc79a7U);
    QCOMPARE(row.color(3), 0x009e73U);
    const auto plain = formats::openText(R"([{"ph":"X","ts":8,"dur":2,"name":"a"}])", QStringLiteral("t.json"));
    QCOMPARE(row.color(2), plain.value->slices()->lanes().front().rows.front().color(0));
}

void ForeignTraceTest::marksConcernMoreThanTheirLane()
{
    auto opened = formats::openFile(QStringLiteral(COROSCOPE_TESTS_DIR "/app/traces/instant_global.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    const auto &marks = opened.value->slices()->lanes().front().farMarks;
    QCOMPARE(marks.size(), std::size_t(2));
    QVERIFY(marks[0].scope == SliceMark::Scope::Everything && marks[1].scope == SliceMark::Scope::Process);
}

void ForeignTraceTest::readsAsFarAsComplete_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a bracket") << QByteArray("]");
    QTest::newRow("an event begun") << QByteArray(",{\"ph\":\"X\",\"ts\":3");
    QTest::newRow("a string") << QByteArray(", {\"name\":\"ab");
    QTest::newRow("an escape") << QByteArray(", {\"name\":\"ab\\");
    QTest::newRow("a word") << QByteArray(", {\"args\":{\"a\":-Infi");
    QTest::newRow("another member") << QByteArray("], \"metadata\": {\"a\": [1, ");
    QTest::newRow("a key") << QByteArray("], \"meta");
}

void ForeignTraceTest::readsAsFarAsComplete()
{
    QFETCH(QByteArray, text);
    const QByteArray begin = R"({"traceEvents": [{"ph": "X", "ts": 10, "dur": 5, "pid": 1, "tid": 2, "name": "a"})";
    const auto opened = formats::openText(begin + text, QStringLiteral("t.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    QCOMPARE(textOf(*opened.value->slices()), QStringLiteral("1/2: a 0-5"));
    QVERIFY(opened.value->slices()->incomplete());
}

void ForeignTraceTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &text, const char *error) {
        QTest::newRow(name) << text << QString::fromUtf8(error);
    };
    row("no events", R"({"displayTimeUnit": "ms"})", "t.json:1:1: not a trace: the key \"traceEvents\" is missing");
    row("events that are none", R"([1])", "t.json:1:2: a trace event must be an object");
    row("an object cut", "{\"traceEvents\": [{\"ph\": \"X\"},\n",
        "t.json:2:1: the file ends too early: incomplete JSON");
    row("an event cut", "[{\"ph\": \"X\", \"ts\":", "t.json:1:19: the file ends too early: incomplete JSON");
    row("a word cut", "[{\"args\": tru", "t.json:1:14: the file ends too early: incomplete JSON");
    row("no comma", "[{\"ph\": \"X\"} {}]", "t.json:1:14: not JSON: a comma or ] is expected here");
    row("no colon", "[{\"ph\" \"X\"}]", "t.json:1:8: not JSON: a colon is expected after the key");
    row("wrong bracket", "[{\"args\": {\"a\": [1}}]", "t.json:1:19: not JSON: a comma or ] is expected here");
    row("a number", "[{\"ts\": 1.}]", "t.json:1:11: not JSON: an incomplete number");
    row("a leading zero", "[{\"ts\": 01}]", "t.json:1:10: not JSON: an incomplete number");
    row("a control character", "[{\"name\": \"a\nb\"}]", "t.json:1:13: not JSON: a control character in a string");
    row("a zero", QByteArray("[\0]", 3), "t.json:1:2: a trace event must be an object");
    row("deep", "[{\"args\": " + QByteArray(5000, '[') + "}]",
        "t.json:1:1011: nested too deeply: more than 1000 levels");
    row("something behind", "[] []", "t.json:1:4: there is something after the end of the JSON value");
}

void ForeignTraceTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    QCOMPARE(read(text), error);
}

void ForeignTraceTest::timesAreExact_data()
{
    QTest::addColumn<QByteArray>("microseconds");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("whole") << QByteArray("12") << qint64(12000);
    QTest::newRow("three decimals") << QByteArray("0.001") << qint64(1);
    QTest::newRow("rounded up") << QByteArray("0.0015") << qint64(2);
    QTest::newRow("rounded down") << QByteArray("7.12349999") << qint64(7123);
    QTest::newRow("negative") << QByteArray("-1.5") << qint64(-1500);
    QTest::newRow("since 1970") << QByteArray("1700000000000000.123") << qint64(1700000000000000123);
    QTest::newRow("exponent") << QByteArray("1.5e3") << qint64(1500000);
    QTest::newRow("far too large") << QByteArray("1e300") << (qint64(1) << 61);
    QTest::newRow("very many digits") << QByteArray(400, '9') << (qint64(1) << 61);
    QTest::newRow("very many decimals") << QByteArray("1.") + QByteArray(400, '0') << qint64(1000);
}

void ForeignTraceTest::timesAreExact()
{
    QFETCH(QByteArray, microseconds);
    QFETCH(qint64, nanoseconds);
    QCOMPARE(formats::nanosecondsOfMicroseconds(microseconds.toStdString()), nanoseconds);
}

/// A block is a mebibyte; events of changing length make every place of one lie on a border some time.
void ForeignTraceTest::readsAcrossTheBordersOfBlocks()
{
    QByteArray text = "[";
    constexpr int kEvents = 60'000;
    for (int i = 0; i < kEvents; ++i)
        text += (i ? "," : "") + eventOf("X", i, R"("dur": 0.5, "pid": 1, "tid": 1, "name": "n)").chopped(1)
                + QByteArray(i % 37, 'x') + "\", \"args\": {\"a\": \"\\\"" + QByteArray(i % 11, '\\').repeated(2)
                + "\"}}";
    text += ']';
    QVERIFY(text.size() > 5 << 20);
    auto opened = formats::openText(text, QStringLiteral("t.json"));
    QVERIFY2(opened, qPrintable(opened.error));
    QCOMPARE(opened.value->slices()->spanCount(), std::size_t(kEvents));
    QCOMPARE(opened.value->slices()->nameCount(), std::size_t(37));
    // An event may be larger than a block.
    const QByteArray large =
        R"([{"ph":"X","ts":1,"dur":2,"pid":1,"tid":1,"args":{"a":")" + QByteArray(5 << 20, 'a') + R"("},"name":"a"}])";
    QCOMPARE(read(large), QStringLiteral("1/1: a 0-2"));
}

void ForeignTraceTest::theOrderOfEventsDoesNotMatter()
{
    QRandomGenerator random(5);
    QList<QByteArray> events;
    for (int i = 0; i < 2000; ++i)
        events << eventOf("X", random.bounded(100'000), "").chopped(1)
                      + "\"dur\": " + QByteArray::number(random.bounded(1, 3000)) + ", \"pid\": 1, \"tid\": "
                      + QByteArray::number(i % 3) + ", \"name\": \"n" + QByteArray::number(i) + "\"}";
    const auto rowsDoNotOverlap = [](const QByteArray &text) {
        auto opened = formats::openText(text, QStringLiteral("t.json"));
        std::size_t spans = 0;
        for (const SliceLane &lane : opened.value->slices()->lanes()) {
            for (const SliceRow &row : lane.rows) {
                spans += row.size();
                for (std::size_t i = 1; i < row.size(); ++i)
                    if (row.begin(i) < row.end(i - 1))
                        return std::size_t(0);
            }
        }
        return spans;
    };
    QCOMPARE(rowsDoNotOverlap('[' + events.join(',') + ']'), std::size_t(2000));
    std::sort(events.begin(), events.end());
    QCOMPARE(rowsDoNotOverlap('[' + events.join(',') + ']'), std::size_t(2000));
}

void ForeignTraceTest::beginsAndEndsMayComeInAnyOrder()
{
    QRandomGenerator random(11);
    QList<QByteArray> events;
    int open = 0;
    for (int at = 0; at < 400; ++at) { // one event an instant
        const bool begins = open == 0 || random.bounded(2) == 0;
        open += begins ? 1 : -1;
        events << eventOf(begins ? "B" : "E", at,
                          "\"pid\": 1, \"tid\": 1, \"name\": \"n" + QByteArray::number(at) + '"');
    }
    const auto text = [&] { return '[' + events.join(",\n") + ']'; };
    const QString inOrder = read(text());
    QVERIFY2(inOrder.startsWith(QStringLiteral("1/1: n")), qPrintable(inOrder));
    for (int i = 0; i < 5; ++i) {
        std::shuffle(events.begin(), events.end(), random);
        QCOMPARE(read(text()), inOrder);
    }
}

void ForeignTraceTest::survivesTruncationAndChanges()
{
    const QByteArray text =
        R"({"traceEvents": [{"ph":"M","pid":1,"tid":3,"name":"thread_sort_index","args":{"sort_index":-1}},
 {"ph":"B","ts":1,"pid":1,"tid":2,"name":"a\u00e9"},{"ph":"C","ts":2,"pid":1,"name":"c","args":{"x":1e5}},{"ph":"E","ts":"4.5","pid":1,"tid":2},
 {"ph":"b","cat":"k","id2":{"local":"0x1"},"ts":1,"pid":1,"name":"r"},{"ph":"s","id":1,"ts":2,"pid":1,"tid":2,"name":"f"},{"ph":"f","id":1,"ts":3,"pid":1,"tid":2,"name":"f","bp":"e"},
 {"ph":"X","ts":3.25,"dur":7,"pid":1,"tid":2,"name":"x","args":{"deep":[[{"a":null}],true,"\\"]}}], "displayTimeUnit": "ms"})";
    for (qsizetype length = 0; length < text.size(); ++length)
        if (const QString answer = read(text.left(length)); !answer.startsWith(QStringLiteral("1/")))
            QVERIFY2(answer.startsWith(QStringLiteral("t.json")) && length < text.indexOf("\"ph\":\"C\""),
                     qPrintable(answer));
    QRandomGenerator random(7);
    for (int i = 0; i < 5000; ++i) {
        QByteArray changed = text;
        for (int n = random.bounded(1, 5); n > 0; --n)
            changed[random.bounded(static_cast<int>(text.size()))] = static_cast<char>(random.bounded(256));
        const QString answer = read(changed);
        QVERIFY(!answer.startsWith(QStringLiteral("t.json")) || !answer.contains(QLatin1Char('\n')));
    }
}

void ForeignTraceTest::picturesAreWeightedByArea()
{
    auto opened = formats::openText(
        R"([{"ph":"X","ts":0,"dur":50,"pid":1,"tid":1,"name":"a"},{"ph":"X","ts":75,"dur":1,"pid":1,"tid":1,"name":"b"},{"ph":"X","ts":90,"dur":10,"pid":1,"tid":1,"name":"c"}])",
        QStringLiteral("t.json"));
    const SliceRow &row = opened.value->slices()->lanes().front().rows.front();
    std::vector<SliceColumn> columns(10);
    row.sample(0, 10'000, columns);
    const std::vector<float> covered{1, 1, 1, 1, 1, 0, 0, 0.1F, 0, 1};
    for (std::size_t i = 0; i < columns.size(); ++i)
        QVERIFY2(qAbs(columns[i].covered - covered[i]) < 1e-4F, qPrintable(QString::number(i)));
    // What is covered has the colour of the span.
    const std::uint32_t color = static_cast<std::uint32_t>(columns[0].red) << 16
                                | static_cast<std::uint32_t>(columns[0].green) << 8
                                | static_cast<std::uint32_t>(columns[0].blue);
    QVERIFY(std::ranges::find(kSliceColors, color) != kSliceColors.end());
    QVERIFY(qAbs(columns[7].red - 0.1F * columns[7].red / columns[7].covered) < 0.01F);
}

/// From afar nodes are drawn, not spans; the area is the same, and nothing appears where nothing is.
void ForeignTraceTest::picturesOfManySpansAreThoseOfTheSpans()
{
    QByteArray text = "[";
    QRandomGenerator random(3);
    qint64 at = 0;
    std::vector<std::pair<qint64, qint64>> spans;
    for (int i = 0; i < 50'000; ++i) {
        at += random.bounded(1, 20) + (i == 25'000 ? 5'000'000 : 0); // two heaps far from each other
        const int length = random.bounded(1, 20);
        spans.emplace_back(at, length);
        text += (i ? "," : "") + eventOf("X", static_cast<double>(at), "").chopped(1)
                + "\"dur\": " + QByteArray::number(length) + ", \"pid\": 1, \"tid\": 1, \"name\": \"n"
                + QByteArray::number(i % 9) + "\"}";
        at += length;
    }
    auto opened = formats::openText(text, QStringLiteral("t.json"));
    const SliceRow &row = opened.value->slices()->lanes().front().rows.front();
    const double origin = static_cast<double>(spans.front().first);
    std::vector<SliceColumn> columns(1000);
    const double perColumn = static_cast<double>(opened.value->slices()->end()) / 1000;
    row.sample(0, perColumn, columns);
    std::vector<double> exact(1000);
    double whole = 0;
    for (const auto &[begin, length] : spans) {
        exact[std::min<std::size_t>(
            999, static_cast<std::size_t>((static_cast<double>(begin) - origin) * 1000 / perColumn))] +=
            static_cast<double>(length) * 1000 / perColumn;
        whole += static_cast<double>(length) * 1000 / perColumn;
    }
    double drawn = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        drawn += static_cast<double>(columns[i].covered);
        if (i > 2 && i < 997 && exact[i - 2] + exact[i - 1] + exact[i] + exact[i + 1] + exact[i + 2] == 0.0)
            QCOMPARE(columns[i].covered, 0.0F);
        QVERIFY(columns[i].covered <= 1.01F);
    }
    QVERIFY2(qAbs(drawn - whole) < whole * 0.01, qPrintable(QStringLiteral("%1 %2").arg(drawn).arg(whole)));
}

void ForeignTraceTest::findsSpansByName()
{
    auto opened = formats::openText(
        R"([{"ph":"X","ts":1,"dur":50,"pid":1,"tid":1,"name":"Alpha"},{"ph":"X","ts":2,"dur":1,"pid":1,"tid":1,"name":"beta"},{"ph":"X","ts":0,"dur":10,"pid":1,"tid":2,"name":"alphabet"}])",
        QStringLiteral("t.json"));
    const Slices &slices = *opened.value->slices();
    QCOMPARE(countSlices(slices, "ALPHA"), std::size_t(2));
    const auto first = findSlice(slices, "alpha", std::nullopt, true);
    QVERIFY(first && first->lane == 1);
    const auto second = findSlice(slices, "alpha", first, true);
    QVERIFY(second && second->lane == 0 && second->row == 0);
    QVERIFY(!findSlice(slices, "alpha", second, true));
    QCOMPARE(findSlice(slices, "alpha", second, false), first);
    QVERIFY(!findSlice(slices, "gamma", std::nullopt, true));
}

/// A pipe can be opened only once: its writer has gone when it has written.
void ForeignTraceTest::readsNamedPipes()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const auto writer = std::async(std::launch::async, [&pipe] {
        QFile file(pipe);
        return file.open(QIODevice::WriteOnly)
               && file.write(R"([{"ph":"X","ts":1,"dur":2,"pid":1,"tid":1,"name":"a"}])") > 0;
    });
    const auto opened = formats::openFile(pipe);
    QVERIFY2(opened, qPrintable(opened.error));
    QCOMPARE(textOf(*opened.value->slices()), QStringLiteral("1/1: a 0-2"));
}

/// Nobody writes it, or not yet: whoever waits can give up.
void ForeignTraceTest::aPipeNobodyWritesCanBeGivenUp()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    formats::ReadProgress progress;
    progress.cancelled = true;
    QCOMPARE(formats::openFile(pipe, &progress).error, pipe + QStringLiteral(": reading was cancelled"));
}

/// The place of a fault is looked up by reading again, which may fail or be cancelled: the fault is told all the same.
void ForeignTraceTest::aFaultIsToldThoughReadingStops()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("t.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[1,\n2]") == 6);
    file.close();
    formats::ReadProgress progress;
    formats::ByteSource source(name, &progress);
    QCOMPARE(formats::sentenceOf(name, source, {QStringLiteral("why"), 4}), name + QStringLiteral(":2:1: why"));
    progress.cancelled = true;
    QCOMPARE(formats::sentenceOf(name, source, {QStringLiteral("why"), 4}), name + QStringLiteral(": byte 4: why"));
    QCOMPARE(formats::openFile(name, &progress).error, name + QStringLiteral(": reading was cancelled"));
}

QTEST_GUILESS_MAIN(ForeignTraceTest)
#include "tst_foreign_trace.moc"

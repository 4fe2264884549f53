// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include "app/course/line_map.h"
#include "core/lessons/lesson.h"
#include "core/record/trace.h"

using namespace coroscope;
using namespace coroscope::formats;

namespace {

/// Lines of C++ that bear no mark because no line of Python does the same: a coroutine there only for its result, and
/// what is a block within the same coroutine in Python.
const QStringList kWithoutCounterpart{
    QStringLiteral("co_await countdown(n, period);"),
    QStringLiteral("co_await timeout(limit, walk(name, steps, pause));"),
    QStringLiteral("co_await sleep(page(number).duration);"), // asyncio.sleep() itself is the task
};

QString fileOf(const Lesson &lesson)
{
    return sourceName(lesson.file);
}

QStringList linesOf(const QString &text)
{
    return text.split(QLatin1Char('\n'));
}

bool matches(const QString &line, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(line).hasMatch();
}

bool awaits(const QString &line)
{
    return matches(line, "\\bco_await\\b");
}
bool prints(const QString &line)
{
    return matches(line, "^ .*\\b(print|showTimer|echo|mark)\\(");
}
bool blocks(const QString &line)
{
    return matches(line, "^ .*\\b(blockingSleep|threadSleep)\\b");
}
bool sends(const QString &line)
{
    return matches(line, "\\bsend\\(\\)|coro\\.send\\(|current->next\\(");
}

/// What is wrong with a line of Python for a line of C++; empty when nothing is.
QString fault(const QString &cpp, const QString &python)
{
    if (prints(cpp) && !matches(python, "\\b(print|show_timer|mark)\\("))
        return QStringLiteral("does not print");
    if (sends(cpp) && !matches(python, "\\.send\\(|\\bnext\\("))
        return QStringLiteral("does not send");
    if (blocks(cpp))
        return matches(python, "\\btime\\.sleep\\(") ? QString() : QStringLiteral("does not block");
    const bool awaiting = matches(python, "\\b(await|async for|async with|yield|anext)\\b");
    const bool mainProgram =
        matches(python, "run_until_complete|run_forever|asyncio\\.run\\(|run_fork\\(|^show\\(|\\{call\\}");
    if (awaits(cpp) && !awaiting && !mainProgram)
        return QStringLiteral("does not await");
    return {};
}

} // namespace

class TestLineMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLessonHasItsListing_data() { addLessons(); }
    void everyLessonHasItsListing()
    {
        QFETCH(QString, id);
        QVERIFY(!listingOf(id).isEmpty());
        QVERIFY(!cppSource(fileOf(*findLesson(id.toStdString()))).isEmpty());
    }

    void everyMarkNamesALineThatDoesTheSame_data() { addLessons(); }
    void everyMarkNamesALineThatDoesTheSame()
    {
        QFETCH(QString, id);
        checkMarks(id, fileOf(*findLesson(id.toStdString())));
    }

    void marksOfSharedSourcesNameLinesOfSomeLesson_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("id");
        QTest::newRow("kit") << "kit.cpp" << "window-queue";
        QTest::newRow("fork") << "fork.cpp" << "fork-stop";
        QTest::newRow("countdown") << "countdown.cpp" << "threads-remedy";
        QTest::newRow("talk") << "talk.cpp" << "both-ways";
        QTest::newRow("two steps") << "two_steps.cpp" << "awaitable-pair";
    }
    void marksOfSharedSourcesNameLinesOfSomeLesson()
    {
        QFETCH(QString, id);
        QFETCH(QString, file);
        checkMarks(id, file);
    }

    void everyAwaitPrintAndBlockingCallIsMarked_data() { addLessons(); }
    void everyAwaitPrintAndBlockingCallIsMarked()
    {
        QFETCH(QString, id);
        const QString file = fileOf(*findLesson(id.toStdString()));
        const auto marks = lineMarks(file);
        const QStringList lines = linesOf(cppSource(file));
        for (int i = 0; i < lines.size(); ++i) {
            const QString &line = lines[i];
            const bool wants = awaits(line) || prints(line) || blocks(line) || sends(line);
            if (wants && !marks.contains(i + 1) && !kWithoutCounterpart.contains(line.trimmed()))
                QFAIL(qPrintable(QStringLiteral("%1:%2: %3").arg(file).arg(i + 1).arg(line)));
        }
    }

    void theSourceIsShownWithoutMarks()
    {
        const QString source = cppSource(QStringLiteral("pieces_one.cpp"));
        QVERIFY(source.contains(QStringLiteral("co_await sleep(first);\n")));
        QVERIFY(!source.contains(QStringLiteral("//:")));
        QVERIFY(cppSource(QStringLiteral("window_queue.cpp"))
                    .contains(QStringLiteral("co_await window->put(0); // take a token\n")));
        QCOMPARE(cppSource(QStringLiteral("no_such.cpp")), QString());
    }

    void filesOfTheLibraryAreNotTakenForLessons()
    {
        QCOMPARE(sourceName("../../core/lessons/task_group.cpp"), QStringLiteral("task_group.cpp"));
        QCOMPARE(sourceName("core/sync/task_group.cpp"), QString());
        const auto line = static_cast<std::uint32_t>(lineMarks(QStringLiteral("task_group.cpp")).keys().constFirst());
        const LineMap map(QStringLiteral("task-group"));
        QVERIFY(map.pythonLine({"core/lessons/task_group.cpp", "", line}) > 0);
        QCOMPARE(map.pythonLine({"core/sync/task_group.cpp", "", line}), 0);
    }

    void definitionsGoByTheirDottedPaths()
    {
        const LineMap callbacks(QStringLiteral("callbacks-chain"));
        const QStringList lines = linesOf(listingOf(QStringLiteral("callbacks-chain")));
        const int line = callbacks.resolve(QStringLiteral("start.got_index.got_page+1"));
        QCOMPARE(lines.value(line - 1).trimmed(), QStringLiteral("show_timer(\"got\", page)"));
        QCOMPARE(callbacks.resolve(QStringLiteral("got_page+1")), 0); // it is not at the top
        QCOMPARE(callbacks.resolve(QStringLiteral("5")), 5);
        QCOMPARE(callbacks.resolve(QStringLiteral("5000")), 0);
        QCOMPARE(callbacks.resolve(QString()), 0);
        QCOMPARE(callbacks.functionAt(line), QStringLiteral("start.got_index.got_page"));
        QCOMPARE(callbacks.functionAt(1), QString());
    }

    void sharedSourcesMapIntoTheListingOfTheLessonThatRuns()
    {
        const SourcePlace place{"core/lessons/kit.cpp", "sequence", lineWith("kit.cpp", "co_await sleep(delay);")};
        for (const char *id : {"window-queue", "sequence-helper"}) {
            const int line = LineMap(QString::fromLatin1(id)).pythonLine(place);
            QCOMPARE(linesOf(listingOf(QString::fromLatin1(id))).value(line - 1),
                     QStringLiteral("    await asyncio.sleep(delay)"));
        }
        QCOMPARE(LineMap(QStringLiteral("pieces-one")).pythonLine(place), 0);
        QCOMPARE(LineMap().pythonLine(place), 0);
    }

private:
    static void addLessons()
    {
        QTest::addColumn<QString>("id");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }

    static std::uint32_t lineWith(const char *file, const char *text)
    {
        const QStringList lines = linesOf(cppSource(QString::fromLatin1(file)));
        for (int i = 0; i < lines.size(); ++i)
            if (lines[i].contains(QLatin1String(text)))
                return static_cast<std::uint32_t>(i + 1);
        return 0;
    }

    static void checkMarks(const QString &id, const QString &file)
    {
        const LineMap map(id);
        const QStringList python = linesOf(listingOf(id));
        const QStringList cpp = linesOf(cppSource(file));
        const auto marks = lineMarks(file);
        QVERIFY2(!marks.isEmpty(), qPrintable(file));
        for (auto mark = marks.begin(); mark != marks.end(); ++mark) {
            const int line = map.resolve(mark.value());
            const QString wrong =
                line == 0 ? QStringLiteral("is not there") : fault(cpp.value(mark.key() - 1), python.value(line - 1));
            if (!wrong.isEmpty())
                QFAIL(qPrintable(QStringLiteral("%1:%2 says %3, which %4: %5")
                                     .arg(file)
                                     .arg(mark.key())
                                     .arg(mark.value(), wrong, python.value(line - 1))));
        }
    }
};

QTEST_GUILESS_MAIN(TestLineMap)
#include "tst_line_map.moc"

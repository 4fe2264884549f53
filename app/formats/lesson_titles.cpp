// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/lesson_titles.h"

#include <QCoreApplication>

#include <array>

namespace coroscope::formats {

namespace {

struct Title {
    std::string_view id;
    const char *text;
};

constexpr std::array kTitles{
    Title{"timer-demo", QT_TRANSLATE_NOOP("LessonTitle", "The stopwatch")},
    Title{"sequence-helper", QT_TRANSLATE_NOOP("LessonTitle", "A wait between two marks")},
    Title{"pieces-objects", QT_TRANSLATE_NOOP("LessonTitle", "A coroutine function, and the object it gives")},
    Title{"pieces-one", QT_TRANSLATE_NOOP("LessonTitle", "One run in three pieces")},
    Title{"pieces-gather", QT_TRANSLATE_NOOP("LessonTitle", "Several runs, piece by piece")},
    Title{"starvation-gather", QT_TRANSLATE_NOOP("LessonTitle", "Starvation: a blocking call among them")},
    Title{"two-sleepers", QT_TRANSLATE_NOOP("LessonTitle", "One loop, two tasks that sleep")},
    Title{"call-chain", QT_TRANSLATE_NOOP("LessonTitle", "A coroutine that awaits a coroutine")},
    Title{"cpu-vs-io", QT_TRANSLATE_NOOP("LessonTitle", "Waiting overlaps, computing does not")},
    Title{"fetch-sequential", QT_TRANSLATE_NOOP("LessonTitle", "Pages, one after the other")},
    Title{"fetch-threads", QT_TRANSLATE_NOOP("LessonTitle", "Pages, one thread each")},
    Title{"fetch-concurrent", QT_TRANSLATE_NOOP("LessonTitle", "Pages, all at once")},
    Title{"callbacks-chain", QT_TRANSLATE_NOOP("LessonTitle", "Callbacks: the sequence cut to pieces")},
    Title{"coroutine-chain", QT_TRANSLATE_NOOP("LessonTitle", "A coroutine: the sequence in one piece")},
    Title{"contagion-parser", QT_TRANSLATE_NOOP("LessonTitle", "Contagion: who must become asynchronous")},
    Title{"lines-interleave", QT_TRANSLATE_NOOP("LessonTitle", "Lines of four pages, as they come")},
    Title{"async-generator", QT_TRANSLATE_NOOP("LessonTitle", "An asynchronous generator")},
    Title{"async-comprehension", QT_TRANSLATE_NOOP("LessonTitle", "async for in a comprehension")},
    Title{"comprehension-vs-gather", QT_TRANSLATE_NOOP("LessonTitle", "A comprehension waits in turn, gather for all")},
    Title{"async-genexpr", QT_TRANSLATE_NOOP("LessonTitle", "An asynchronous generator expression")},
    Title{"async-lambda", QT_TRANSLATE_NOOP("LessonTitle", "There is no asynchronous lambda")},
    Title{"generators-revisited", QT_TRANSLATE_NOOP("LessonTitle", "Before async: generators and a loop of six lines")},
    Title{"awaitable-once", QT_TRANSLATE_NOOP("LessonTitle", "An awaitable that yields once")},
    Title{"awaitable-twice", QT_TRANSLATE_NOOP("LessonTitle", "An awaitable that yields twice")},
    Title{"awaitable-twice-value", QT_TRANSLATE_NOOP("LessonTitle", "The same, its value returned")},
    Title{"awaitable-pair", QT_TRANSLATE_NOOP("LessonTitle", "Two coroutines interleaved by hand")},
    Title{"await-stack", QT_TRANSLATE_NOOP("LessonTitle", "A stack of awaits")},
    Title{"both-ways", QT_TRANSLATE_NOOP("LessonTitle", "Values in both directions")},
    Title{"both-ways-finish", QT_TRANSLATE_NOOP("LessonTitle", "Values in both directions, to the end")},
    Title{"fork-interrupted", QT_TRANSLATE_NOOP("LessonTitle", "A loop that runs until it is interrupted")},
    Title{"fork-interrupted-early", QT_TRANSLATE_NOOP("LessonTitle", "Interrupted while a task sleeps")},
    Title{"fork-stop", QT_TRANSLATE_NOOP("LessonTitle", "A task that stops the loop")},
    Title{"loop-callbacks", QT_TRANSLATE_NOOP("LessonTitle", "The order of the loop's callbacks")},
    Title{"queue-ticks-own-loop", QT_TRANSLATE_NOOP("LessonTitle", "Producer and consumer in a loop of their own")},
    Title{"task-inspect", QT_TRANSLATE_NOOP("LessonTitle", "What can be asked about tasks")},
    Title{"boom", QT_TRANSLATE_NOOP("LessonTitle", "An exception that nobody asks for")},
    Title{"boom-retrieved", QT_TRANSLATE_NOOP("LessonTitle", "An exception that somebody awaits")},
    Title{"gather-exceptions", QT_TRANSLATE_NOOP("LessonTitle", "Exceptions among gathered tasks")},
    Title{"cancel-cleanup", QT_TRANSLATE_NOOP("LessonTitle", "A cancelled task cleans up")},
    Title{"wait-for-timeout", QT_TRANSLATE_NOOP("LessonTitle", "A time limit that cancels")},
    Title{"queue-ticks", QT_TRANSLATE_NOOP("LessonTitle", "Producer and consumer")},
    Title{"queue-put-blocks", QT_TRANSLATE_NOOP("LessonTitle", "A full queue makes the producer wait")},
    Title{"window-queue", QT_TRANSLATE_NOOP("LessonTitle", "A window of jobs, kept by a queue")},
    Title{"window-semaphore", QT_TRANSLATE_NOOP("LessonTitle", "A window of jobs, kept by a semaphore")},
    Title{"lock-shared", QT_TRANSLATE_NOOP("LessonTitle", "A lost update, and the lock that prevents it")},
    Title{"lock-fair", QT_TRANSLATE_NOOP("LessonTitle", "First come, first served")},
    Title{"event-gate", QT_TRANSLATE_NOOP("LessonTitle", "A gate that opens for all")},
    Title{"condition-turnstile", QT_TRANSLATE_NOOP("LessonTitle", "Notified one by one")},
    Title{"echo-protocol", QT_TRANSLATE_NOOP("LessonTitle", "An echo server as a protocol")},
    Title{"echo-streams", QT_TRANSLATE_NOOP("LessonTitle", "An echo server with streams")},
    Title{"subprocess-lines", QT_TRANSLATE_NOOP("LessonTitle", "Two processes, their lines as they come")},
    Title{"pitfall-objects", QT_TRANSLATE_NOOP("LessonTitle", "The call that runs nothing")},
    Title{"pitfall-matrix", QT_TRANSLATE_NOOP("LessonTitle", "Eight ways to call")},
    Title{"pitfall-call2", QT_TRANSLATE_NOOP("LessonTitle", "A missing await in a function")},
    Title{"pitfall-call7", QT_TRANSLATE_NOOP("LessonTitle", "A missing await in a coroutine")},
    Title{"pitfall-case8", QT_TRANSLATE_NOOP("LessonTitle", "Awaiting what is not awaitable")},
    Title{"countdown-blocking", QT_TRANSLATE_NOOP("LessonTitle", "A countdown that keeps the thread")},
    Title{"countdown-breathing", QT_TRANSLATE_NOOP("LessonTitle", "A countdown that lets others breathe")},
    Title{"threads-remedy", QT_TRANSLATE_NOOP("LessonTitle", "The computation moved to a thread")},
};

constexpr std::array kChapters{
    QT_TRANSLATE_NOOP("Chapter", "First steps"),
    QT_TRANSLATE_NOOP("Chapter", "Why asynchronous"),
    QT_TRANSLATE_NOOP("Chapter", "Asynchronous syntax"),
    QT_TRANSLATE_NOOP("Chapter", "Coroutines and awaitables"),
    QT_TRANSLATE_NOOP("Chapter", "The event loop"),
    QT_TRANSLATE_NOOP("Chapter", "Tasks and exceptions"),
    QT_TRANSLATE_NOOP("Chapter", "Synchronisation"),
    QT_TRANSLATE_NOOP("Chapter", "Network and processes"),
    QT_TRANSLATE_NOOP("Chapter", "Good practice and pitfalls"),
};

} // namespace

QString lessonTitle(std::string_view id)
{
    for (const Title &title : kTitles)
        if (title.id == id)
            return QCoreApplication::translate("LessonTitle", title.text);
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

QString chapterTitle(int chapter)
{
    if (chapter < 1 || chapter > static_cast<int>(kChapters.size()))
        return {};
    return QCoreApplication::translate("Chapter", kChapters[static_cast<std::size_t>(chapter - 1)]);
}

} // namespace coroscope::formats

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
    Title{"pieces-one", QT_TRANSLATE_NOOP("LessonTitle", "One run in three pieces")},
    Title{"pieces-gather", QT_TRANSLATE_NOOP("LessonTitle", "Several runs, piece by piece")},
    Title{"starvation-gather", QT_TRANSLATE_NOOP("LessonTitle", "Starvation: a blocking call among them")},
    Title{"fetch-sequential", QT_TRANSLATE_NOOP("LessonTitle", "Pages, one after the other")},
    Title{"fetch-concurrent", QT_TRANSLATE_NOOP("LessonTitle", "Pages, all at once")},
    Title{"fork-interrupted", QT_TRANSLATE_NOOP("LessonTitle", "A loop that runs until it is interrupted")},
    Title{"fork-stop", QT_TRANSLATE_NOOP("LessonTitle", "A task that stops the loop")},
    Title{"queue-ticks", QT_TRANSLATE_NOOP("LessonTitle", "Producer and consumer")},
    Title{"queue-put-blocks", QT_TRANSLATE_NOOP("LessonTitle", "A full queue makes the producer wait")},
    Title{"window-queue", QT_TRANSLATE_NOOP("LessonTitle", "A window of jobs, kept by a queue")},
    Title{"window-semaphore", QT_TRANSLATE_NOOP("LessonTitle", "A window of jobs, kept by a semaphore")},
    Title{"countdown-blocking", QT_TRANSLATE_NOOP("LessonTitle", "A countdown that keeps the thread")},
    Title{"countdown-breathing", QT_TRANSLATE_NOOP("LessonTitle", "A countdown that lets others breathe")},
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercises/exercise_words.h"

#include "app/words/phrases.h"

#include <QCoreApplication>
#include <QLocale>

namespace coroscope::exercises {

namespace {

struct Exercises {
    Q_DECLARE_TR_FUNCTIONS(Exercises)
};

QString whoQuestion(const Names &names, const Exercise &exercise)
{
    const QString time = words::timeText(exercise.at);
    if (exercise.before == ActorId::None || exercise.before == ActorId::Main)
        return Exercises::tr("It is %1. Which task gets the thread next?").arg(time);
    return Exercises::tr("It is %1, and %2 had the thread last. Which task gets it next?")
        .arg(time, words::nameOf(names, exercise.before));
}

const Item &itemAt(const Exercise &exercise, int index)
{
    return exercise.items[static_cast<std::size_t>(index)];
}

} // namespace

QString titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Total: return Exercises::tr("How long in all");
    case Kind::Order: return Exercises::tr("Order of the lines");
    case Kind::Table: return Exercises::tr("Job table");
    case Kind::Who: return Exercises::tr("Who is next");
    case Kind::Line: return Exercises::tr("The line that starves");
    case Kind::Awaits: return Exercises::tr("The awaits");
    }
    return {};
}

QString questionOf(const Names &names, const Exercise &exercise)
{
    switch (exercise.kind) {
    case Kind::Total: return Exercises::tr("How long does the run take in all?");
    case Kind::Order: return Exercises::tr("In which order are these lines printed?");
    case Kind::Table:
        return Exercises::tr("Which job is at work when? Mark every slot in which it is, if only for a part.");
    case Kind::Who: return whoQuestion(names, exercise);
    case Kind::Line: return Exercises::tr("Which line keeps the thread while others are ready?");
    case Kind::Awaits:
        return Exercises::tr("Every “await” has been taken out of these lines of the source. Which of them need one?");
    }
    return {};
}

QString textOf(const Exercise &exercise, const Item &item)
{
    return exercise.kind == Kind::Total ? words::secondsText(item.duration) : words::shortened(item.text);
}

QString columnText(const Exercise &exercise, int column)
{
    const auto seconds = [&](int slots) { return QLocale().toString(toSeconds(exercise.slot * slots), 'g', 6); };
    return QStringLiteral("%1–%2").arg(seconds(column), seconds(column + 1));
}

QString rightAnswer(const Exercise &exercise)
{
    if (exercise.kind == Kind::Table)
        return Exercises::tr("%n slot(s) to mark", nullptr, static_cast<int>(exercise.right.size()));
    QStringList parts;
    for (const int index : exercise.right) {
        const Item &item = itemAt(exercise, index);
        const QString text = textOf(exercise, item);
        parts << (item.line > 0 ? Exercises::tr("line %1: %2").arg(item.line).arg(text) : text);
    }
    return parts.join(exercise.kind == Kind::Order ? QStringLiteral(" · ") : QStringLiteral("; "));
}

QString textOf(Belief belief)
{
    switch (belief) {
    case Belief::None: return {};
    case Belief::OneByOne: return Exercises::tr("Tasks run one after the other, so their waits add up.");
    case Belief::AllAtOnce: return Exercises::tr("Everything overlaps, so it takes as long as the longest wait.");
    case Belief::AtWorkAtOnce: return Exercises::tr("A job is at work as soon as it has been started.");
    case Belief::WaiterRuns: return Exercises::tr("A task that still waits can get the thread.");
    case Belief::AnyReady: return Exercises::tr("Of the tasks that are ready, any may go first.");
    case Belief::HolderGoesOn: return Exercises::tr("The task that had the thread gets it again before the others.");
    case Belief::AwaitBlocks: return Exercises::tr("An await keeps the thread while it waits.");
    case Belief::CallIsEnough: return Exercises::tr("A coroutine runs as soon as it is called.");
    case Belief::EverythingWaits: return Exercises::tr("Every call has to be awaited.");
    }
    return {};
}

QString notSureYet()
{
    return Exercises::tr("Not sure yet");
}

} // namespace coroscope::exercises

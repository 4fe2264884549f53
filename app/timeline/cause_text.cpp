// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/cause_text.h"

#include "app/timeline/words.h"

#include <QStringList>

namespace coroscope::timeline {

namespace {

constexpr int kMostEffects = 4;

QString instantText(Instant at)
{
    return durationText(at.time_since_epoch());
}

/// What the span the wake-up ended was waiting for.
std::uint32_t awaited(const Spans &spans, const Wakeup &wakeup)
{
    return spans.trace()[wakeup.event].object;
}

QString wokenText(const Describer &describer, const Wakeup &w)
{
    const std::uint32_t object = awaited(describer.names().spans(), w);
    const QString who = describer.lane(w.from);
    const QString what = describer.resource(static_cast<ResourceId>(object));
    const QString at = instantText(w.at);
    switch (w.reason) {
    case Reason::Sleep: return Words::tr("woken by its timer at %1").arg(at);
    case Reason::Yield: return Words::tr("back in the queue at %1, of its own accord").arg(at);
    case Reason::QueueGet: return Words::tr("woken by %1’s put into %2 at %3").arg(who, what, at);
    case Reason::QueuePut: return Words::tr("woken by %1’s get from %2 at %3").arg(who, what, at);
    case Reason::QueueJoin: return Words::tr("woken by %1’s task_done on %2 at %3").arg(who, what, at);
    case Reason::Lock:
    case Reason::Semaphore: return Words::tr("woken by %1’s release of %2 at %3").arg(who, what, at);
    case Reason::Event: return Words::tr("woken by %1’s set of %2 at %3").arg(who, what, at);
    case Reason::Condition: return Words::tr("woken by %1’s notify of %2 at %3").arg(who, what, at);
    case Reason::Barrier: return Words::tr("woken by %1’s arrival at %2 at %3").arg(who, what, at);
    case Reason::Task:
    case Reason::WaitFor:
    case Reason::Shield:
        return Words::tr("woken by the end of %1 at %2", "of a task")
            .arg(describer.lane(static_cast<ActorId>(object)), at);
    case Reason::Executor: return Words::tr("woken by its worker thread at %1").arg(at);
    case Reason::Stream: return Words::tr("woken by data from %1 at %2").arg(what, at);
    case Reason::Process: return Words::tr("woken by the end of %1 at %2", "of a process").arg(what, at);
    default: break;
    }
    if (w.from == ActorId::Main)
        return Words::tr("woken by the loop at %1").arg(at);
    return Words::tr("woken by %1 at %2").arg(who, at);
}

} // namespace

QString causeText(const Describer &describer, const Wakeup &cause)
{
    const QString who = describer.lane(cause.from);
    const QString at = instantText(cause.at);
    switch (cause.kind) {
    case Wakeup::Kind::Spawn: return Words::tr("created by %1 at %2").arg(who, at);
    case Wakeup::Kind::Cancel: return Words::tr("cancelled by %1 at %2").arg(who, at);
    case Wakeup::Kind::Wake: break;
    }
    return wokenText(describer, cause);
}

QString effectsText(const Describer &describer, const std::vector<std::size_t> &effects)
{
    QStringList parts;
    for (const std::size_t index : effects) {
        if (parts.size() == kMostEffects) {
            const auto left = static_cast<int>(effects.size()) - kMostEffects;
            parts.append(Words::tr("and %n more", nullptr, left));
            break;
        }
        const Wakeup &effect = describer.names().spans().wakeups()[index];
        const QString who = describer.lane(effect.to);
        switch (effect.kind) {
        case Wakeup::Kind::Spawn: parts.append(Words::tr("creates %1").arg(who)); break;
        case Wakeup::Kind::Wake: parts.append(Words::tr("wakes %1").arg(who)); break;
        case Wakeup::Kind::Cancel: parts.append(Words::tr("cancels %1").arg(who)); break;
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString factsText(const Describer &describer, ActorId actor, const Span &span, Duration length)
{
    const QString begin = instantText(span.begin);
    const QString what = describer.span(span, length);
    if (length == Duration::zero())
        return Words::tr("%1: %2\n%3").arg(describer.lane(actor), what, begin);
    return Words::tr("%1: %2\n%3 – %4 (%5)")
        .arg(describer.lane(actor), what, begin, instantText(span.begin + length), durationText(length));
}

QString outcomeText(const Lane &lane, ShownUntil until)
{
    if (lane.finishedBy >= until.cursor)
        return {};
    QString word;
    switch (lane.outcome) {
    case Outcome::Done: word = Words::tr("done"); break;
    case Outcome::Failed: word = Words::tr("failed"); break;
    case Outcome::Cancelled: word = Words::tr("cancelled"); break;
    case Outcome::Pending: return {};
    }
    const bool silent = lane.outcomeText.empty() || lane.outcomeText == "None";
    return silent ? word : Words::tr("%1: %2").arg(word, QString::fromStdString(lane.outcomeText));
}

} // namespace coroscope::timeline

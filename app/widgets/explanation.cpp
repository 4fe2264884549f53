// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/explanation.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace coroscope {

namespace {

class Sentences {
    Q_DECLARE_TR_FUNCTIONS(coroscope::Explanation)

public:
    Sentences(const Moment &moment, const timeline::Describer &describer)
        : m_moment(moment), m_spans(*moment.spans), m_describer(describer)
    {
    }

    [[nodiscard]] QString now() const
    {
        if (m_moment.cursor == 0)
            return tr("Nothing has run yet: press Space to play.");
        if (const Span *holder = m_moment.holder())
            return holder->state == State::Blocking ? blocking(*holder) : turn(*holder);
        const TraceEvent &last = m_spans.trace()[m_moment.cursor - 1];
        return last.kind == EventKind::Finished ? ending(last) : asleep();
    }

private:
    [[nodiscard]] QString blocking(const Span &span) const
    {
        const QStringList denied = readyBesides(span.by);
        const QString who = nameOf(span.by);
        const QString call = m_describer.blocking(span);
        if (denied.isEmpty())
            return tr("%1: %2 calls %3 and keeps the thread.").arg(timeText(span.begin), who, call);
        if (denied.size() == 1)
            return tr("%1: %2 calls %3 and keeps the thread; %4 is ready but has to wait.").arg(timeText(span.begin), who, call, denied.first());
        return tr("%1: %2 calls %3 and keeps the thread; %4 are ready but have to wait.").arg(timeText(span.begin), who, call, listed(denied));
    }

    /// A turn on the thread: what it does until it gives the thread back.
    [[nodiscard]] QString turn(const Span &span) const
    {
        QStringList parts;
        const Trace &trace = m_spans.trace();
        for (EventIndex i = span.first; i < m_spans.eventsRead() && i <= span.last; ++i) {
            if (const QString part = partOf(trace[i], i, span.by); !part.isEmpty() && parts.size() < kMostParts)
                parts.append(part);
        }
        if (parts.isEmpty())
            return tr("%1: %2 has the thread.").arg(timeText(span.begin), nameOf(span.by));
        return tr("%1: %2 has the thread: it %3.").arg(timeText(span.begin), nameOf(span.by), chained(parts));
    }

    [[nodiscard]] QString partOf(const TraceEvent &event, EventIndex index, ActorId actor) const
    {
        const QString text = textOf(event);
        switch (event.kind) {
        case EventKind::Printed:
            return text.trimmed().isEmpty() ? QString() : tr("prints “%1”").arg(shortened(text.trimmed()));
        case EventKind::ActorCreated:
            return tr("creates %1").arg(nameOf(event.actor));
        case EventKind::TaskAwait:
            return event.actor == actor ? awaits(event, index) : QString();
        case EventKind::TaskDone:
            return event.actor == actor ? tr("is done") : QString();
        case EventKind::TaskFailed:
            return event.actor == actor ? tr("ends with %1").arg(shortened(text)) : QString();
        case EventKind::TaskCancelled:
            return event.actor == actor ? tr("is cancelled") : QString();
        case EventKind::TaskReady:
            return tr("wakes %1").arg(nameOf(event.actor));
        case EventKind::TaskCancelRequested:
            return tr("cancels %1").arg(nameOf(event.actor));
        default:
            return {};
        }
    }

    [[nodiscard]] QString awaits(const TraceEvent &event, EventIndex index) const
    {
        const auto &spans = m_spans.lane(event.actor).spans;
        const auto span = std::ranges::partition_point(spans, [index](const Span &s) { return s.first < index; });
        if (event.reason() == Reason::Yield || span == spans.end())
            return tr("lets the others go first");
        return tr("goes to %1").arg(m_describer.awaiting(*span));
    }

    [[nodiscard]] QString asleep() const
    {
        Instant next = kNever;
        QStringList sleepers;
        for (const Lane &lane : m_spans.lanes()) {
            const Span *span = m_moment.spanOf(lane);
            if (!span || span->state != State::Awaiting || span->value == 0)
                continue;
            if (const Instant deadline = instantAt(span->value); deadline < next) {
                next = deadline;
                sleepers.clear();
            }
            if (instantAt(span->value) == next)
                sleepers.append(nameOf(lane.actor));
        }
        const QString time = timeText(m_spans.trace()[m_moment.cursor - 1].at()); // when it fell asleep
        if (sleepers.isEmpty())
            return tr("%1: nobody needs the thread: the loop is asleep.").arg(time);
        return tr("%1: nobody needs the thread: the loop is asleep until %2, for %3.")
            .arg(time, timeText(next), listed(sleepers));
    }

    [[nodiscard]] QString ending(const TraceEvent &event) const
    {
        const QString time = timeText(event.at());
        switch (static_cast<RunEnd>(event.tag)) {
        case RunEnd::Stopped:
            return tr("%1: the loop has been stopped.").arg(time);
        case RunEnd::Interrupt:
        case RunEnd::Until:
            return tr("%1: the run has been interrupted (Ctrl-C).").arg(time);
        case RunEnd::Idle:
            return tr("%1: nothing is left that could ever run.").arg(time);
        case RunEnd::Spin:
            return tr("%1: the program goes round in circles without end.").arg(time);
        case RunEnd::Uncaught:
            return tr("%1: the main program ended with %2.").arg(time, textOf(event));
        case RunEnd::Complete:
        case RunEnd::End:
            break;
        }
        return tr("%1: the program has come to its end.").arg(time);
    }

    [[nodiscard]] QStringList readyBesides(ActorId holder) const
    {
        QStringList names;
        for (const Lane &lane : m_spans.lanes()) {
            const Span *span = m_moment.spanOf(lane);
            if (lane.actor != holder && span && span->state == State::Ready)
                names.append(nameOf(lane.actor));
        }
        return names;
    }

    [[nodiscard]] QString listed(const QStringList &names) const
    {
        constexpr int kMost = 3;
        if (names.size() > kMost)
            return tr("%1 and %n more", nullptr, static_cast<int>(names.size()) - kMost).arg(names.mid(0, kMost).join(tr(", ")));
        if (names.size() < 2)
            return names.value(0);
        return tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(tr(", ")), names.last());
    }

    [[nodiscard]] QString chained(const QStringList &parts) const
    {
        if (parts.size() < 2)
            return parts.value(0);
        return tr("%1, then %2").arg(parts.mid(0, parts.size() - 1).join(tr(", ")), parts.last());
    }

    [[nodiscard]] QString textOf(const TraceEvent &event) const { return QString::fromStdString(m_spans.trace().text(event.text())); }
    [[nodiscard]] static QString shortened(const QString &text) { return text.size() > 40 ? text.left(38) + QChar(0x2026) : text; }
    [[nodiscard]] QString nameOf(ActorId actor) const { return actor == ActorId::Main ? tr("the main program") : m_describer.lane(actor); }
    [[nodiscard]] static QString timeText(Instant at)
    {
        const double milliseconds = std::round(toSeconds(at.time_since_epoch()) * 1000);
        return tr("%1 s").arg(QLocale().toString(milliseconds / 1000, 'g', 9));
    }

    static constexpr int kMostParts = 4;

    const Moment &m_moment;
    const Spans &m_spans;
    const timeline::Describer &m_describer;
};

} // namespace

QString explain(const Moment &moment, const timeline::Describer &describer)
{
    return Sentences(moment, describer).now();
}

} // namespace coroscope

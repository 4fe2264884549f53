// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/describe.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace coroscope::timeline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString fromStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What one calls a resource nobody named.
QString kindName(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::Queue:
    case ResourceKind::LifoQueue:
    case ResourceKind::PriorityQueue:
        return QStringLiteral("queue");
    case ResourceKind::Lock:
        return QStringLiteral("lock");
    case ResourceKind::Semaphore:
    case ResourceKind::BoundedSemaphore:
        return QStringLiteral("semaphore");
    case ResourceKind::Event:
        return QStringLiteral("event");
    case ResourceKind::Condition:
        return QStringLiteral("condition");
    case ResourceKind::Barrier:
        return QStringLiteral("barrier");
    case ResourceKind::Future:
        return QStringLiteral("future");
    case ResourceKind::Gather:
        return QStringLiteral("gather");
    case ResourceKind::Wait:
        return QStringLiteral("wait");
    case ResourceKind::TaskGroup:
        return QStringLiteral("TaskGroup");
    case ResourceKind::Executor:
        return QStringLiteral("executor");
    case ResourceKind::Stream:
        return QStringLiteral("stream");
    case ResourceKind::Process:
        return QStringLiteral("process");
    }
    return {};
}

/// The kind a reason speaks of, for resources whose creation was not read.
QString kindName(Reason reason)
{
    switch (reason) {
    case Reason::QueueGet:
    case Reason::QueuePut:
    case Reason::QueueJoin:
        return kindName(ResourceKind::Queue);
    case Reason::Lock:
        return kindName(ResourceKind::Lock);
    case Reason::Semaphore:
        return kindName(ResourceKind::Semaphore);
    case Reason::Event:
        return kindName(ResourceKind::Event);
    case Reason::Condition:
        return kindName(ResourceKind::Condition);
    case Reason::Barrier:
        return kindName(ResourceKind::Barrier);
    case Reason::TaskGroup:
        return kindName(ResourceKind::TaskGroup);
    case Reason::Stream:
        return kindName(ResourceKind::Stream);
    case Reason::Process:
        return kindName(ResourceKind::Process);
    default:
        return kindName(ResourceKind::Future);
    }
}

/// The method a task calls on the resource it waits for.
QString method(Reason reason)
{
    switch (reason) {
    case Reason::QueueGet:
        return QStringLiteral(".get()");
    case Reason::QueuePut:
        return QStringLiteral(".put()");
    case Reason::QueueJoin:
        return QStringLiteral(".join()");
    case Reason::Lock:
    case Reason::Semaphore:
        return QStringLiteral(".acquire()");
    case Reason::Event:
    case Reason::Condition:
    case Reason::Barrier:
    case Reason::Process:
        return QStringLiteral(".wait()");
    case Reason::Stream:
        return QStringLiteral(".read()");
    default:
        return {};
    }
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

void Describer::update()
{
    const EventIndex end = m_spans.eventsRead();
    for (; m_read < end; ++m_read)
        read(m_spans.trace()[m_read]);
}

void Describer::read(const TraceEvent &event)
{
    if (event.kind != EventKind::ResourceCreated && event.kind != EventKind::FutureLinked)
        return;
    if (m_resources.size() <= event.object)
        m_resources.resize(event.object + std::size_t(1));
    Resource &resource = m_resources[event.object];
    if (event.kind == EventKind::ResourceCreated) {
        resource.kind = static_cast<ResourceKind>(event.tag);
        resource.name = static_cast<TextId>(event.source);
    } else {
        resource.children.push_back(static_cast<ActorId>(event.value));
    }
}

QString Describer::resource(ResourceId id) const
{
    if (raw(id) >= m_resources.size())
        return {};
    const Resource &resource = m_resources[raw(id)];
    return resource.name == TextId::Empty ? kindName(resource.kind)
                                          : fromStd(m_spans.trace().text(resource.name));
}

QString Describer::lane(ActorId actor) const
{
    if (raw(actor) >= m_spans.lanes().size())
        return {};
    const Lane &lane = m_spans.lane(actor);
    if (actor == ActorId::Main && lane.label.empty())
        return Words::tr("main program");
    return fromStd(lane.label);
}

QString Describer::children(ResourceId id) const
{
    constexpr std::size_t named = 4;
    if (raw(id) >= m_resources.size())
        return {};
    const std::vector<ActorId> &actors = m_resources[raw(id)].children;
    QStringList names;
    for (std::size_t i = 0; i < actors.size() && i < named; ++i)
        names.append(lane(actors[i]));
    if (actors.size() > named)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

QString Describer::awaiting(const Span &span) const
{
    const auto call = [](const QString &what, const QString &arguments = {}) {
        return QStringLiteral("await %1(%2)").arg(what, arguments);
    };
    const auto id = static_cast<ResourceId>(span.object);
    const auto actor = static_cast<ActorId>(span.object);
    switch (span.reason) {
    case Reason::None:
        return QStringLiteral("yield");
    case Reason::Yield:
        return call(QStringLiteral("sleep"), QStringLiteral("0"));
    case Reason::Sleep:
        return call(QStringLiteral("sleep"), codeSeconds(instantAt(span.value) - span.begin));
    case Reason::Task:
        return QStringLiteral("await ") + lane(actor);
    case Reason::Gather:
        return call(QStringLiteral("gather"), children(id));
    case Reason::Wait:
        return call(QStringLiteral("wait"), children(id));
    case Reason::WaitFor:
        return call(QStringLiteral("wait_for"), lane(actor));
    case Reason::Shield:
        return call(QStringLiteral("shield"), lane(actor));
    case Reason::Executor:
        return call(QStringLiteral("run_in_executor"));
    default:
        break;
    }
    const QString name = resource(id);
    return QStringLiteral("await ") + (name.isEmpty() ? kindName(span.reason) : name)
           + method(span.reason);
}

QString Describer::blocking(const Span &span) const
{
    return fromStd(m_spans.trace().text(static_cast<TextId>(span.object)));
}

QString Describer::span(const Span &span, Duration length) const
{
    switch (span.state) {
    case State::Created:
        return Words::tr("not started");
    case State::Ready:
        return length > Duration::zero() ? deniedText(length) : Words::tr("ready");
    case State::Running:
        return Words::tr("holds the thread");
    case State::Blocking:
        return blocking(span);
    case State::Awaiting:
        return awaiting(span);
    }
    return {};
}

QString codeSeconds(Duration d)
{
    QString text = QString::number(toSeconds(d), 'f', 9);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

QString durationText(Duration d)
{
    const auto trimmed = [](double value, int decimals) {
        QString text = number(value, decimals);
        const QString point = QLocale().decimalPoint();
        if (!text.contains(point))
            return text;
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
        return text;
    };
    const double seconds = toSeconds(d);
    if (seconds >= 60) {
        const double minutes = std::floor(seconds / 60);
        const QString rest = trimmed(seconds - 60 * minutes, 1);
        const QString whole = number(minutes, 0) + QStringLiteral(" min");
        return rest == QStringLiteral("0") ? whole
                                           : whole + QLatin1Char(' ') + rest + QStringLiteral(" s");
    }
    if (seconds >= 0.1 || d == Duration::zero())
        return trimmed(seconds, 3) + QStringLiteral(" s");
    if (seconds >= 1e-4)
        return trimmed(seconds * 1e3, 3) + QStringLiteral(" ms");
    return trimmed(seconds * 1e6, 3) + QStringLiteral(" µs");
}

QString verdictText(Duration length, std::optional<Duration> comparedWith)
{
    const QString text = durationText(length);
    if (!comparedWith || *comparedWith <= Duration::zero())
        return text;
    const double percent = std::round((toSeconds(length) / toSeconds(*comparedWith) - 1) * 100);
    const QString sign = percent < 0   ? QStringLiteral("−")
                         : percent > 0 ? QStringLiteral("+")
                                       : QStringLiteral("±");
    return QStringLiteral("%1   (%2%3 %)").arg(text, sign, number(std::abs(percent), 0));
}

QString measuredText(Duration d)
{
    const bool tenths = d >= 100ms && d < 60s && d % 100ms == Duration::zero();
    return tenths ? number(toSeconds(d), 1) + QStringLiteral(" s") : durationText(d);
}

QString deniedText(Duration d)
{
    return Words::tr("ready, denied the thread %1").arg(measuredText(d));
}

} // namespace coroscope::timeline

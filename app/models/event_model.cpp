// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/event_model.h"

#include "app/models/console_model.h"

namespace coroscope {

QString eventName(EventKind kind)
{
    switch (kind) {
    case EventKind::LoopStarted: return EventModel::tr("loop starts");
    case EventKind::LoopStopped: return EventModel::tr("loop stops");
    case EventKind::Pass: return EventModel::tr("loop pass");
    case EventKind::ActorCreated: return EventModel::tr("created");
    case EventKind::ActorLabel: return EventModel::tr("named");
    case EventKind::TaskStep: return EventModel::tr("gets the thread");
    case EventKind::TaskAwait: return EventModel::tr("awaits");
    case EventKind::TaskReady: return EventModel::tr("becomes ready");
    case EventKind::TaskDone: return EventModel::tr("done");
    case EventKind::TaskFailed: return EventModel::tr("failed");
    case EventKind::TaskCancelled: return EventModel::tr("cancelled");
    case EventKind::TaskCancelRequested: return EventModel::tr("cancel requested");
    case EventKind::FrameEntered: return EventModel::tr("awaits a coroutine");
    case EventKind::FrameLeft: return EventModel::tr("coroutine returns");
    case EventKind::BlockBegan: return EventModel::tr("blocks the thread");
    case EventKind::BlockEnded: return EventModel::tr("stops blocking");
    case EventKind::HandleReady: return EventModel::tr("callback becomes ready");
    case EventKind::HandleRun: return EventModel::tr("callback runs");
    case EventKind::HandleCancelled: return EventModel::tr("callback cancelled");
    case EventKind::TimerSet: return EventModel::tr("timer set");
    case EventKind::TimerDue: return EventModel::tr("timer due");
    case EventKind::ResourceCreated: return EventModel::tr("resource made");
    case EventKind::ResourceLevel: return EventModel::tr("resource changes");
    case EventKind::FutureLinked: return EventModel::tr("child joins");
    case EventKind::SectionBegan: return EventModel::tr("section begins");
    case EventKind::SectionEnded: return EventModel::tr("section ends");
    case EventKind::Printed: return EventModel::tr("prints");
    case EventKind::Warned: return EventModel::tr("warning");
    case EventKind::Reported: return EventModel::tr("report of the loop");
    case EventKind::Caught: return EventModel::tr("exception caught");
    case EventKind::CallbackFailed: return EventModel::tr("callback failed");
    case EventKind::NeverRetrieved: return EventModel::tr("exception never retrieved");
    case EventKind::NeverAwaited: return EventModel::tr("coroutine never awaited");
    case EventKind::WorkerStarted: return EventModel::tr("worker starts");
    case EventKind::WorkerStopped: return EventModel::tr("worker stops");
    case EventKind::Sent: return EventModel::tr("is sent");
    case EventKind::Yielded: return EventModel::tr("yields");
    case EventKind::Returned: return EventModel::tr("returns");
    case EventKind::Raised: return EventModel::tr("raises");
    case EventKind::Interrupted: return EventModel::tr("interrupt (Ctrl+C)");
    case EventKind::Finished: return EventModel::tr("end of the run");
    case EventKind::SelectEntered: return EventModel::tr("loop goes to sleep");
    case EventKind::SelectLeft: return EventModel::tr("loop wakes");
    case EventKind::HandleEnded: return EventModel::tr("callback returns");
    case EventKind::SleepAsked: return EventModel::tr("asks to sleep");
    case EventKind::PrintedError: return EventModel::tr("prints an error");
    }
    return {};
}

void EventModel::clear()
{
    beginResetModel();
    m_spans = nullptr;
    m_rows = 0;
    endResetModel();
}

void EventModel::show(const Moment &moment)
{
    m_spans = moment.spans;
    if (moment.cursor > m_rows) {
        beginInsertRows({}, static_cast<int>(m_rows), static_cast<int>(moment.cursor) - 1);
        m_rows = moment.cursor;
        endInsertRows();
    } else if (moment.cursor < m_rows) {
        beginRemoveRows({}, static_cast<int>(moment.cursor), static_cast<int>(m_rows) - 1);
        m_rows = moment.cursor;
        endRemoveRows();
    }
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TraceEvent &event = m_spans->trace()[static_cast<EventIndex>(index.row())];
    if (role == Qt::DisplayRole)
        return textOf(event, index.row(), index.column());
    if (role == SortRole && index.column() <= Number) // what happened first at an instant comes first
        return QVariant::fromValue<qint64>(index.row());
    if (role == SortRole)
        return textOf(event, index.row(), index.column());
    if (role == TimeRole)
        return QVariant::fromValue<qint64>(event.time);
    return {};
}

QString EventModel::textOf(const TraceEvent &event, int row, int column) const
{
    switch (column) {
    case Time: return stampText(event.time);
    case Number: return QString::number(row + 1);
    case Who: return nameOf(event.actor);
    case What: return eventName(event.kind);
    default: return detailOf(event);
    }
}

QString EventModel::nameOf(ActorId actor) const
{
    if (actor == ActorId::Main || raw(actor) >= m_spans->lanes().size())
        return tr("main program");
    return QString::fromStdString(m_spans->lane(actor).label);
}

QString EventModel::detailOf(const TraceEvent &event) const
{
    switch (event.kind) {
    case EventKind::Pass: return QString::number(event.value);
    case EventKind::TaskDone: return QString::fromStdString(resultText(m_spans->trace(), event));
    case EventKind::TaskAwait: return event.value > event.time ? tr("until %1").arg(stampText(event.value)) : QString();
    case EventKind::BlockBegan:
    case EventKind::WorkerStarted:
    case EventKind::ActorCreated:
    case EventKind::ActorLabel:
    case EventKind::TaskFailed:
    case EventKind::FrameEntered:
    case EventKind::SectionBegan:
    case EventKind::SectionEnded:
    case EventKind::Printed:
    case EventKind::Warned:
    case EventKind::Reported:
    case EventKind::Caught:
    case EventKind::CallbackFailed:
    case EventKind::NeverRetrieved:
    case EventKind::NeverAwaited:
    case EventKind::Sent:
    case EventKind::Yielded:
    case EventKind::Returned:
    case EventKind::Raised: return QString::fromStdString(m_spans->trace().text(event.text())).simplified();
    case EventKind::TimerSet: return tr("at %1").arg(stampText(event.value));
    case EventKind::ResourceLevel: return QString::number(event.value);
    default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Number: return tr("No.");
    case Who: return tr("Task");
    case What: return tr("Event");
    case Detail: return tr("Detail");
    default: return {};
    }
}

} // namespace coroscope

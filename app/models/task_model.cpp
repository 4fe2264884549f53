// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/task_model.h"

namespace coroscope {

namespace {

const Duration *durationOf(const TaskMeasures &times, int column)
{
    switch (column) {
    case TaskModel::Running: return &times.running;
    case TaskModel::Blocking: return &times.blocking;
    case TaskModel::Ready: return &times.ready;
    case TaskModel::Awaiting: return &times.awaiting;
    default: return nullptr;
    }
}

bool isTime(int column)
{
    return column >= TaskModel::Running && column <= TaskModel::Awaiting;
}

} // namespace

void TaskModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void TaskModel::show(const Moment &moment, const timeline::Describer &describer, std::vector<TaskMeasures> tasks)
{
    std::vector<Row> rows;
    rows.reserve(tasks.size());
    for (TaskMeasures &times : tasks)
        rows.push_back(rowOf(std::move(times), moment, describer));
    const int before = rowCount();
    const int after = static_cast<int>(rows.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_rows = std::move(rows);
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (const int kept = std::min(before, after); kept > 0)
        Q_EMIT dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
}

TaskModel::Row TaskModel::rowOf(TaskMeasures times, const Moment &moment, const timeline::Describer &describer)
{
    const Lane &lane = moment.spans->lane(times.actor);
    Row row{QString::fromStdString(lane.label), {}, {}, std::move(times), lane.created};
    if (const Span *span = moment.spanOf(lane)) {
        row.doing = describer.span(*span, moment.lengthOf(*span));
        return row;
    }
    row.result = QString::fromStdString(lane.outcomeText);
    switch (lane.outcome) {
    case Outcome::Done: row.doing = tr("done"); break;
    case Outcome::Failed: row.doing = tr("failed"); break;
    case Outcome::Cancelled: row.doing = tr("cancelled"); break;
    case Outcome::Pending: break;
    }
    return row;
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(row, index.column());
    case SortRole: return sortKeyOf(row, index.column());
    case TimeRole: return QVariant::fromValue<qint64>(nanosecondsOf(row.created));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isTime(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QString TaskModel::textOf(const Row &row, int column)
{
    if (const Duration *duration = durationOf(row.times, column))
        return *duration == Duration{} ? QStringLiteral("–") : timeline::durationText(*duration);
    switch (column) {
    case Name: return row.name;
    case Doing: return row.doing;
    default: return row.result;
    }
}

QVariant TaskModel::sortKeyOf(const Row &row, int column)
{
    if (const Duration *duration = durationOf(row.times, column))
        return QVariant::fromValue<qint64>(duration->count());
    return textOf(row, column);
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isTime(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Task");
    case Doing: return tr("At the now-line");
    case Running: return tr("Running");
    case Blocking: return tr("Blocking");
    case Ready: return tr("Denied");
    case Awaiting: return tr("Awaiting");
    case Result: return tr("Result");
    default: return {};
    }
}

} // namespace coroscope

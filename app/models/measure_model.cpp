// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/measure_model.h"

#include "app/timeline/describe.h"

#include <QLocale>

namespace coroscope {

namespace {

bool isDuration(int row)
{
    return row <= MeasureModel::Denied;
}

Duration blockedOf(const Measures &run)
{
    Duration sum{};
    for (const TaskMeasures &task : run.tasks)
        sum += task.blocking;
    return sum;
}

std::int64_t figureOf(const Measures &run, int row)
{
    switch (row) {
    case MeasureModel::Elapsed: return run.duration.count();
    case MeasureModel::Held: return run.threadBusy.count();
    case MeasureModel::Blocked: return blockedOf(run).count();
    case MeasureModel::Idle: return run.threadIdle.count();
    case MeasureModel::Denied: return run.starvation().count();
    case MeasureModel::Steps: return static_cast<std::int64_t>(run.steps);
    case MeasureModel::Switches: return static_cast<std::int64_t>(run.switches);
    default: return static_cast<std::int64_t>(run.tasks.size());
    }
}

QString figureText(std::int64_t figure, int row)
{
    return isDuration(row) ? timeline::durationText(Duration(figure))
                           : QLocale().toString(static_cast<qlonglong>(figure));
}

} // namespace

void MeasureModel::setRuns(const QStringList &titles)
{
    beginResetModel();
    m_titles = titles;
    m_runs.assign(static_cast<std::size_t>(titles.size()), Measures());
    endResetModel();
}

void MeasureModel::show(std::vector<Measures> runs)
{
    Q_ASSERT(runs.size() == m_runs.size());
    m_runs = std::move(runs);
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, columnCount() - 1));
}

int MeasureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_runs.empty() ? 0 : static_cast<int>(RowCount);
}

int MeasureModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    const int runs = static_cast<int>(m_runs.size());
    return runs == 2 ? 3 : runs;
}

QVariant MeasureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto run = static_cast<std::size_t>(index.column());
    return run < m_runs.size() ? figureText(figureOf(m_runs[run], index.row()), index.row())
                               : differenceOf(index.row());
}

QString MeasureModel::differenceOf(int row) const
{
    const std::int64_t first = figureOf(m_runs[0], row);
    const std::int64_t difference = figureOf(m_runs[1], row) - first;
    if (difference == 0)
        return QStringLiteral("=");
    const QString sign = difference > 0 ? QStringLiteral("+") : QStringLiteral("−");
    const std::int64_t size = difference > 0 ? difference : -difference;
    QString text = sign + figureText(size, row);
    if (first > 0)
        text += QStringLiteral("  (%1%2 %)")
                    .arg(sign)
                    .arg(QLocale().toString(100.0 * static_cast<double>(size) / static_cast<double>(first), 'f', 0));
    return text;
}

QVariant MeasureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section < m_titles.size() ? m_titles[section] : tr("difference");
    switch (section) {
    case Elapsed: return tr("Time so far");
    case Held: return tr("Thread held");
    case Blocked: return tr("… by blocking calls");
    case Idle: return tr("Thread asleep");
    case Denied: return tr("Tasks denied the thread");
    case Steps: return tr("Turns on the thread");
    case Switches: return tr("Task switches");
    case Tasks: return tr("Tasks");
    default: return {};
    }
}

} // namespace coroscope

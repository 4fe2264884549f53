// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/job_table_model.h"

#include <algorithm>

namespace coroscope {

namespace {

/// A longer table is no table to look at; and a slot a hundred thousand times shorter than the run is a slip.
constexpr std::int64_t kMostSlots = 2000;

bool sameJobs(const JobTable &a, const JobTable &b)
{
    return std::ranges::equal(a.jobs, b.jobs, {}, &JobTable::Job::title, &JobTable::Job::title);
}

} // namespace

void JobTableModel::clear()
{
    beginResetModel();
    m_table = {};
    endResetModel();
}

void JobTableModel::show(const Moment &moment, Duration slot)
{
    while (jobTableSlots(*moment.spans, moment.until(), slot) > kMostSlots)
        slot *= 10;
    JobTable table = jobTable(*moment.spans, moment.until(), slot);
    if (!sameJobs(table, m_table) || table.slots.size() != m_table.slots.size() || slot != m_table.slot) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
    } else if (table.slots != m_table.slots) {
        m_table = std::move(table);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.slots.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.jobs.size());
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool atWork = m_table.slots[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return atWork ? QStringLiteral("●") : QString();
    case Qt::AccessibleTextRole: return atWork ? tr("at work") : tr("not at work");
    case Qt::UserRole: return atWork;
    case Qt::TextAlignmentRole: return QVariant::fromValue<int>(Qt::AlignCenter);
    default: return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section < columnCount() ? QString::fromStdString(m_table.jobs[static_cast<std::size_t>(section)].title)
                                       : QString();
    return tr("%1 s").arg(QString::fromStdString(m_table.slotText(static_cast<std::size_t>(section))));
}

} // namespace coroscope

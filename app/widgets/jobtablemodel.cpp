// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/jobtablemodel.h"

#include <QLocale>

#include <algorithm>

namespace coroscope {

namespace {

constexpr std::size_t kMostSlots = 2000;

} // namespace

void JobTableModel::clear()
{
    beginResetModel();
    m_table = {};
    endResetModel();
}

JobTableModel::Table JobTableModel::tableAt(const Moment &moment, Duration slot)
{
    Table table;
    table.slot = slot;
    for (const Section &section : moment.spans->sections()) {
        if (section.first >= moment.cursor)
            break;
        const Instant end = section.last < moment.cursor ? section.end : moment.now;
        const std::size_t job = table.jobs.size();
        table.jobs.push_back(QString::fromStdString(moment.spans->trace().text(section.name)));
        // A slot counts when the job was at work inside it, however shortly; an end on its border does not.
        const auto first = static_cast<std::size_t>(section.begin.time_since_epoch() / slot);
        const auto last = static_cast<std::size_t>(std::max(end.time_since_epoch() - Duration(1), section.begin.time_since_epoch()) / slot);
        for (std::size_t row = first; row <= std::min(last, kMostSlots); ++row) {
            if (table.slots_.size() <= row)
                table.slots_.resize(row + 1);
            if (table.slots_[row].size() <= job)
                table.slots_[row].resize(job + 1);
            table.slots_[row][job] = true;
        }
    }
    return table;
}

void JobTableModel::show(const Moment &moment, Duration slot)
{
    Table table = tableAt(moment, slot);
    if (table.jobs != m_table.jobs || table.slots_.size() != m_table.slots_.size() || slot != m_table.slot) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
    } else if (table.slots_ != m_table.slots_) {
        m_table = std::move(table);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.slots_.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.jobs.size());
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_table.slots_[static_cast<std::size_t>(index.row())];
    const auto job = static_cast<std::size_t>(index.column());
    const bool atWork = job < row.size() && row[job];
    switch (role) {
    case Qt::DisplayRole: return atWork ? QStringLiteral("●") : QString();
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
        return section < columnCount() ? m_table.jobs[static_cast<std::size_t>(section)] : QString();
    const double slot = toSeconds(m_table.slot);
    const QLocale locale;
    return QStringLiteral("%1–%2 s").arg(locale.toString(section * slot, 'g', 6), locale.toString((section + 1) * slot, 'g', 6));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/playback/moment.h"
#include "core/model/job_table.h"

namespace coroscope {

/// Time slots x jobs, up to a moment: which jobs were at work in which slot (core's JobTable).
class JobTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// A slot is longer than zero.
    void show(const Moment &moment, Duration slot);
    /// As shown.
    [[nodiscard]] const JobTable &table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole "●" where the job was at work; Qt::UserRole: the same as a bool.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    JobTable m_table;
};

} // namespace coroscope

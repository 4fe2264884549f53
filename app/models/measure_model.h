// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/model/measures.h"

#include <vector>

namespace coroscope {

/// A run a column, a figure a row; with two runs, a last column for their difference.
class MeasureModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Row { Elapsed, Held, Blocked, Idle, Denied, Steps, Switches, Tasks, RowCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Headings of other runs.
    void setRuns(const QStringList &titles);
    [[nodiscard]] const QStringList &titles() const { return m_titles; }
    /// As many as there are runs.
    void show(std::vector<Measures> runs);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString differenceOf(int row) const;

    QStringList m_titles;
    std::vector<Measures> m_runs;
};

} // namespace coroscope

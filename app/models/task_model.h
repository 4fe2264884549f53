// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/playback/moment.h"
#include "app/timeline/describe.h"
#include "core/model/measures.h"

#include <vector>

namespace coroscope {

/// The tasks created up to a moment: what each does there and how it has spent its time.
class TaskModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Doing, Running, Blocking, Ready, Awaiting, Result, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1, TimeRole }; ///< TimeRole: nanoseconds of its creation

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// With the measures of the moment.
    void show(const Moment &moment, const timeline::Describer &describer, std::vector<TaskMeasures> tasks);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        QString doing;
        QString result;
        TaskMeasures times;
        Instant created{};
    };
    [[nodiscard]] static Row rowOf(TaskMeasures times, const Moment &moment, const timeline::Describer &describer);
    [[nodiscard]] static QString textOf(const Row &row, int column);
    [[nodiscard]] static QVariant sortKeyOf(const Row &row, int column);

    std::vector<Row> m_rows;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/playback/moment.h"

namespace coroscope {

/// The trace up to a moment, a row an event. Nothing is copied: a row is read when it is painted.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Number, Who, What, Detail, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1, TimeRole }; ///< TimeRole: nanoseconds

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void show(const Moment &moment);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const TraceEvent &event, int row, int column) const;
    [[nodiscard]] QString nameOf(ActorId actor) const;
    [[nodiscard]] QString detailOf(const TraceEvent &event) const;

    const Spans *m_spans = nullptr;
    EventIndex m_rows = 0;
};

/// "task gets the thread"
[[nodiscard]] QString eventName(EventKind kind);

} // namespace coroscope

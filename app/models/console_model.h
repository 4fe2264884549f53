// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QFont>

#include "app/playback/moment.h"

#include <vector>

namespace coroscope {

/// What a run has printed up to its cursor, a row a line, stamped with the virtual time: "0s + 500ms  run1 middle".
/// Reads each event of the trace once, whichever way the cursor moves. The last kMostRows lines are its rows: a view of
/// lines that wrap takes time for each of them whenever one is added.
class ConsoleModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole + 1 }; ///< nanoseconds
    static constexpr std::size_t kMostRows = 500;

    using QAbstractListModel::QAbstractListModel;

    /// Another run; nothing is shown until it is shown something.
    void clear();
    void show(const Moment &moment);
    void setFont(const QFont &font);
    /// Behind the lines printed at this very instant.
    void setMark(const QColor &colour);
    /// Everything that was printed so far, as lines; those that are no rows, too.
    [[nodiscard]] QString text() const;
    /// Lines printed so far, and how many of them are no rows any more.
    [[nodiscard]] std::size_t lineCount() const { return m_shown; }
    [[nodiscard]] std::size_t linesBefore() const { return m_first; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// What one event printed of a line: print(..., end="") makes a line of several.
    struct Piece {
        EventIndex event = 0;
        QString text;
    };
    struct Line {
        std::int64_t time = 0;
        std::vector<Piece> pieces;
    };
    void read(const Spans &spans);
    void append(EventIndex index, std::int64_t time, const QString &text);
    void mark(std::int64_t now);
    [[nodiscard]] QString textOf(const Line &line) const;
    [[nodiscard]] QString stamped(const Line &line) const;
    [[nodiscard]] QModelIndex rowOf(std::size_t line) const { return index(static_cast<int>(line - m_first)); }
    void showLines(std::size_t end);

    std::vector<Line> m_lines;
    std::size_t m_first = 0;  ///< the line of the first row
    std::size_t m_shown = 0;  ///< behind that of the last
    std::size_t m_marked = 0; ///< the first of the lines that are marked
    std::int64_t m_now = 0;
    EventIndex m_cursor = 0;
    EventIndex m_read = 0;
    bool m_open = false; ///< the last line was not ended yet
    QFont m_font;
    QColor m_mark;
};

/// "1s + 500ms"
[[nodiscard]] QString stampText(std::int64_t nanoseconds);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/canvas.h"
#include "app/timeline/sheet.h"
#include "core/model/job_table.h"

namespace coroscope::timeline {

/// How large things are on the cards below a chart. The figures are those of a page of 1080 lines.
struct CardSizes {
    explicit CardSizes(double fontScale);

    double unit;
    int title; ///< type
    int text;
    double header; ///< the height of the title's row
    double row;
    double padding;
    double gap; ///< between cards
};

/// A frame with a title; returns the room below it.
QRectF layoutCard(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &card, const QString &title);

/// How high a card with so many rows is.
[[nodiscard]] double cardHeight(const CardSizes &sizes, std::size_t rows);

/// A row a slot, a column a job, a bar of its task's colour where the job was at work. What finds
/// no room is counted in the last row or column.
void layoutJobTable(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &room,
                    const JobTable &table);

/// In how many columns so many lines stand: a long list of short ones would leave most of a wide card empty.
[[nodiscard]] std::size_t consoleColumns(const CardSizes &sizes, double width, const std::vector<PrintedLine> &lines);
/// Instant and text of each line, column by column. The last lines are shown when there is no room for all.
void layoutConsole(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &room,
                   const std::vector<PrintedLine> &lines, std::size_t columns);

} // namespace coroscope::timeline

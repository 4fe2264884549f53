// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/card.h"

#include "app/timeline/words.h"

#include <algorithm>

namespace coroscope::timeline {

namespace {

constexpr std::size_t kOneColumn = 8; ///< lines of a console
constexpr double kMostColumns = 4;

/// The columns of a job table: the first names the slots, each other one is a job's.
class Columns {
public:
    Columns(const CardSizes &sizes, const QRectF &room, const JobTable &table)
        : m_left(room.left()), m_jobs(table.jobs.size())
    {
        const double pad = std::round(14 * sizes.unit);
        double slots = textWidth(Words::tr("slot"), sizes.text, true);
        if (!table.slots.empty())
            slots = std::max(slots, textWidth(slotName(table, table.slots.size() - 1), sizes.text));
        m_first = std::ceil(slots + 2 * pad);
        double widest = 0;
        for (const JobTable::Job &job : table.jobs)
            widest = std::max(widest, textWidth(titleOf(job), sizes.text, true));
        const double wanted = std::clamp(widest + pad, 40 * sizes.unit, 130 * sizes.unit);
        const double least = std::min(wanted, 46 * sizes.unit);
        const double all = room.width() - m_first;
        const auto jobs = static_cast<double>(std::max<std::size_t>(1, m_jobs));
        m_width = std::floor(std::clamp(all / jobs, least, wanted));
        const auto fitting = static_cast<std::size_t>(std::max(0.0, all / m_width));
        m_shown = fitting >= m_jobs ? m_jobs : fitting - std::min<std::size_t>(fitting, 1);
    }

    static QString titleOf(const JobTable::Job &job) { return QString::fromStdString(job.title); }
    static QString slotName(const JobTable &table, std::size_t slot)
    {
        return Words::tr("%1 s", "a slot of time, in seconds").arg(QString::fromStdString(table.slotText(slot)));
    }

    [[nodiscard]] std::size_t shown() const { return m_shown; }
    [[nodiscard]] std::size_t hidden() const { return m_jobs - m_shown; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double left(std::size_t job) const { return m_left + m_first + m_width * static_cast<double>(job); }
    [[nodiscard]] double right() const { return left(m_shown + (hidden() > 0 ? 1 : 0)); }

private:
    double m_left;
    double m_first = 0;
    double m_width = 0;
    std::size_t m_jobs;
    std::size_t m_shown = 0;
};

std::size_t rowsIn(const CardSizes &sizes, const QRectF &room)
{
    return static_cast<std::size_t>(std::max(0.0, std::floor((room.height() + 0.5) / sizes.row)));
}

/// "j12 (3)" without its duration where that has no room.
QString headOf(const JobTable::Job &job, const CardSizes &sizes, double width)
{
    const QString title = Columns::titleOf(job);
    const bool fits = textWidth(title, sizes.text, true) <= width;
    return elidedText(fits ? title : title.section(QLatin1String(" ("), 0, 0), sizes.text, true, width);
}

void headTable(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &room, const JobTable &table,
               const Columns &columns)
{
    const double y = baseline(room.top() + sizes.row / 2, sizes.text);
    canvas.text(Canvas::Back, {room.left(), y}, Words::tr("slot"), sizes.text, theme.mutedText, Text::Anchor::Start,
                true);
    for (std::size_t job = 0; job < columns.shown(); ++job) {
        const QString title = headOf(table.jobs[job], sizes, columns.width() - std::round(4 * sizes.unit));
        canvas.text(Canvas::Back, {columns.left(job) + columns.width() / 2, y}, title, sizes.text, theme.text,
                    Text::Anchor::Middle, true);
    }
    if (columns.hidden() > 0)
        canvas.text(Canvas::Back, {columns.left(columns.shown()) + columns.width() / 2, y},
                    QStringLiteral("+%1").arg(columns.hidden()), sizes.text, theme.mutedText, Text::Anchor::Middle,
                    true);
    const double line = std::round(room.top() + sizes.row);
    canvas.layer(Canvas::Back).lines.push_back({{room.left(), line}, {columns.right(), line}, theme.border, 1});
}

void slotRow(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &row, const JobTable &table,
             std::size_t slot, const Columns &columns)
{
    canvas.text(Canvas::Back, {row.left(), baseline(row.center().y(), sizes.text)}, Columns::slotName(table, slot),
                sizes.text, theme.mutedText);
    for (std::size_t job = 0; job < columns.shown(); ++job) {
        if (!table.slots[slot][job])
            continue;
        const QRectF cell(columns.left(job), row.top(), columns.width(), row.height());
        const double inset = std::round(4 * sizes.unit);
        Box box{.rect = cell.adjusted(inset, inset, -inset, -inset),
                .fill = theme.task(table.jobs[job].actor),
                .line = theme.outline,
                .lineWidth = std::max(1.0, std::round(1.5 * sizes.unit)),
                .radius = 3};
        box.frame = Box::Frame::Solid;
        canvas.layer(Canvas::Back).boxes.push_back(box);
    }
    canvas.layer(Canvas::Back)
        .lines.push_back(
            {{row.left(), std::round(row.bottom())}, {columns.right(), std::round(row.bottom())}, theme.grid, 1});
}

} // namespace

CardSizes::CardSizes(double fontScale)
    : unit(fontScale), title(std::max(8, static_cast<int>(std::lround(20 * unit)))),
      text(std::max(8, static_cast<int>(std::lround(17 * unit)))), header(std::round(42 * unit)),
      row(std::round(30 * unit)), padding(std::round(16 * unit)), gap(std::round(14 * unit))
{
}

QRectF layoutCard(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &card, const QString &title)
{
    Box box{.rect = card, .fill = theme.panel, .line = theme.border, .lineWidth = 1, .radius = 6};
    box.frame = Box::Frame::Solid;
    canvas.layer(Canvas::Back).boxes.push_back(box);
    const QRectF inside = card.adjusted(sizes.padding, 0, -sizes.padding, -sizes.padding / 2);
    canvas.text(Canvas::Back, {inside.left(), baseline(inside.top() + sizes.header / 2, sizes.title)},
                elidedText(title, sizes.title, true, inside.width()), sizes.title, theme.text, Text::Anchor::Start,
                true);
    return inside.adjusted(0, sizes.header, 0, 0);
}

double cardHeight(const CardSizes &sizes, std::size_t rows)
{
    return sizes.header + sizes.row * static_cast<double>(rows) + std::ceil(sizes.padding / 2);
}

void layoutJobTable(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &room,
                    const JobTable &table)
{
    const std::size_t rows = rowsIn(sizes, room);
    if (rows < 2 || table.jobs.empty())
        return;
    const Columns columns(sizes, room, table);
    headTable(canvas, theme, sizes, room, table, columns);
    const bool all = table.slots.size() <= rows - 1;
    const std::size_t shown = all ? table.slots.size() : rows - 2;
    QRectF row(room.left(), room.top() + sizes.row, room.width(), sizes.row);
    for (std::size_t slot = 0; slot < shown; ++slot, row.translate(0, sizes.row))
        slotRow(canvas, theme, sizes, row, table, slot, columns);
    if (!all)
        canvas.text(Canvas::Back, {row.left(), baseline(row.center().y(), sizes.text)},
                    Words::tr("… and %n more slots", nullptr, static_cast<int>(table.slots.size() - shown)), sizes.text,
                    theme.mutedText);
}

std::size_t consoleColumns(const CardSizes &sizes, double width, const std::vector<PrintedLine> &lines)
{
    if (lines.size() <= kOneColumn)
        return 1;
    double widest = 0;
    for (const PrintedLine &line : lines)
        widest = std::max(widest, textWidth(line.stamp, sizes.text) + textWidth(line.text, sizes.text));
    const double needed = widest + 2 * 18 * sizes.unit;
    return static_cast<std::size_t>(std::clamp(std::floor(width / needed), 1.0, kMostColumns));
}

void layoutConsole(Canvas &canvas, const Theme &theme, const CardSizes &sizes, const QRectF &room,
                   const std::vector<PrintedLine> &lines, std::size_t columns)
{
    const std::size_t rows = rowsIn(sizes, room);
    const std::size_t places = rows * columns;
    if (places == 0)
        return;
    const bool all = lines.size() <= places;
    const std::size_t first = all ? 0 : lines.size() - (places - 1);
    double stamps = 0;
    for (std::size_t i = first; i < lines.size(); ++i)
        stamps = std::max(stamps, textWidth(lines[i].stamp, sizes.text));
    const double text = std::round(stamps + 18 * sizes.unit);
    const double width = std::floor(room.width() / static_cast<double>(columns));
    std::size_t place = 0;
    const auto write = [&](double left, const QString &words, const QColor &color) {
        const QRectF row(room.left() + width * static_cast<double>(place / rows),
                         room.top() + sizes.row * static_cast<double>(place % rows), width, sizes.row);
        canvas.text(Canvas::Back, {row.left() + left, baseline(row.center().y(), sizes.text)},
                    elidedText(words, sizes.text, false, row.width() - left), sizes.text, color);
    };
    if (!all) {
        write(0, Words::tr("%n earlier lines …", nullptr, static_cast<int>(first)), theme.mutedText);
        ++place;
    }
    for (std::size_t i = first; i < lines.size(); ++i, ++place) {
        write(0, lines[i].stamp, theme.mutedText);
        write(text, lines[i].text, theme.text);
    }
}

} // namespace coroscope::timeline

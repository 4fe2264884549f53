// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/console_model.h"

#include "app/timeline/describe.h"
#include "core/text/output.h"

#include <algorithm>
#include <utility>

namespace coroscope {

QString stampText(std::int64_t nanoseconds)
{
    return timeline::durationText(Duration(nanoseconds));
}

void ConsoleModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_first = 0;
    m_shown = 0;
    m_marked = 0;
    m_now = 0;
    m_cursor = 0;
    m_read = 0;
    m_open = false;
    endResetModel();
}

void ConsoleModel::setFont(const QFont &font)
{
    m_font = font;
    if (m_shown > 0)
        Q_EMIT dataChanged(rowOf(m_first), rowOf(m_shown - 1), {Qt::FontRole});
}

void ConsoleModel::setMark(const QColor &colour)
{
    m_mark = colour;
    if (m_shown > 0)
        Q_EMIT dataChanged(rowOf(m_first), rowOf(m_shown - 1), {Qt::BackgroundRole});
}

QString ConsoleModel::text() const
{
    QString text;
    for (std::size_t line = 0; line < m_shown; ++line)
        text += stamped(m_lines[line]) + QLatin1Char('\n');
    return text;
}

void ConsoleModel::show(const Moment &moment)
{
    read(*moment.spans);
    const auto last = std::ranges::partition_point(
        m_lines, [&](const Line &line) { return line.pieces.front().event < moment.cursor; });
    const auto shown = static_cast<std::size_t>(last - m_lines.begin());
    const std::size_t before = m_shown;
    const bool sameCursor = m_cursor == moment.cursor;
    m_cursor = moment.cursor;
    showLines(shown);
    const std::size_t kept = std::min(before, m_shown);
    if (kept > m_first && !sameCursor) // only the last line can have grown or shrunk
        Q_EMIT dataChanged(rowOf(kept - 1), rowOf(kept - 1), {Qt::DisplayRole});
    mark(nanosecondsOf(moment.now));
}

/// The rows are the last lines before `end`. One added is one row added; far away, all of them are others.
void ConsoleModel::showLines(std::size_t end)
{
    const std::size_t first = end > kMostRows ? end - kMostRows : 0;
    if (first > m_shown || end < m_first) {
        beginResetModel();
        m_first = first;
        m_shown = end;
        endResetModel();
        return;
    }
    if (end > m_shown) {
        beginInsertRows({}, static_cast<int>(m_shown - m_first), static_cast<int>(end - m_first) - 1);
        m_shown = end;
        endInsertRows();
    } else if (end < m_shown) {
        beginRemoveRows({}, static_cast<int>(end - m_first), static_cast<int>(m_shown - m_first) - 1);
        m_shown = end;
        endRemoveRows();
    }
    if (first > m_first) {
        beginRemoveRows({}, 0, static_cast<int>(first - m_first) - 1);
        m_first = first;
        endRemoveRows();
    } else if (first < m_first) {
        beginInsertRows({}, 0, static_cast<int>(m_first - first) - 1);
        m_first = first;
        endInsertRows();
    }
}

/// The lines of the instant are the last that are shown.
void ConsoleModel::mark(std::int64_t now)
{
    const auto first =
        std::ranges::partition_point(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(m_shown),
                                     [now](const Line &line) { return line.time < now; });
    const auto marked = static_cast<std::size_t>(first - m_lines.begin());
    const std::size_t from = std::min(std::exchange(m_marked, marked), marked);
    if (std::exchange(m_now, now) != now && from < m_shown)
        Q_EMIT dataChanged(rowOf(std::max(from, m_first)), rowOf(m_shown - 1), {Qt::BackgroundRole});
}

void ConsoleModel::read(const Spans &spans)
{
    const Trace &trace = spans.trace();
    for (; m_read < spans.eventsRead(); ++m_read) {
        const TraceEvent &event = trace[m_read];
        switch (event.kind) {
        case EventKind::Printed:
            append(m_read, event.time,
                   QString::fromStdString(trace.text(event.text()) + trace.text(static_cast<TextId>(event.value))));
            break;
        case EventKind::Warned:
        case EventKind::Reported:
            m_open = false;
            append(m_read, event.time, QStringLiteral("! %1\n").arg(QString::fromStdString(trace.text(event.text()))));
            break;
        default: break;
        }
    }
}

/// Several prints may make one line, and one print several lines.
void ConsoleModel::append(EventIndex index, std::int64_t time, const QString &text)
{
    const QStringList pieces = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const bool last = i == pieces.size() - 1;
        if (last && pieces[i].isEmpty())
            break;
        if (!m_open || i > 0)
            m_lines.push_back({time, {}});
        m_lines.back().pieces.push_back({index, pieces[i]});
    }
    m_open = !pieces.last().isEmpty();
}

QString ConsoleModel::textOf(const Line &line) const
{
    QString text;
    for (const Piece &piece : line.pieces) {
        if (piece.event < m_cursor)
            text += piece.text;
    }
    return text;
}

QString ConsoleModel::stamped(const Line &line) const
{
    // Lessons that stamp their lines themselves do it in another form; once is enough.
    const QString own = QString::fromStdString(stampOf(line.time)) + QLatin1Char(' ');
    const QString text = textOf(line);
    return stampText(line.time) + QStringLiteral("  ") + (text.startsWith(own) ? text.mid(own.size()) : text);
}

int ConsoleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown - m_first);
}

QVariant ConsoleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[m_first + static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return stamped(line);
    case Qt::FontRole: return m_font;
    case Qt::BackgroundRole: return line.time == m_now ? QVariant(m_mark) : QVariant();
    case TimeRole: return QVariant::fromValue<qint64>(line.time);
    default: return {};
    }
}

} // namespace coroscope

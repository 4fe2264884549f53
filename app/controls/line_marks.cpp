// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/line_marks.h"

#include "app/timeline/theme.h"

#include <QPainter>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kGap = 5;
constexpr int kPadding = 5;

QColor inkOn(const QColor &colour)
{
    const QColor dark(Qt::black);
    const QColor light(Qt::white);
    return timeline::contrast(dark, colour) >= timeline::contrast(light, colour) ? dark : light;
}

QFont chipFont(const QFont &base, bool bold)
{
    QFont font = base;
    font.setPointSize(std::max(8, base.pointSize() - 2));
    font.setBold(bold);
    return font;
}

} // namespace

LineMarks::LineMarks(Rows rows, QWidget *parent) : QWidget(parent), m_rows(std::move(rows))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void LineMarks::setMarks(std::vector<LineMark> marks)
{
    std::ranges::stable_sort(marks, {}, &LineMark::line);
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

void LineMarks::setColours(const QColor &paper, const QColor &text, const QColor &frame)
{
    m_paper = paper;
    m_text = text;
    m_frame = frame;
    update();
}

std::vector<LineMarks::Group> LineMarks::groups() const
{
    std::vector<Group> groups;
    for (auto begin = m_marks.cbegin(); begin != m_marks.cend();) {
        const auto end =
            std::find_if(begin, m_marks.cend(), [begin](const LineMark &mark) { return mark.line != begin->line; });
        groups.emplace_back(begin, end);
        begin = end;
    }
    return groups;
}

int LineMarks::widthOf(const QString &text, bool bold) const
{
    return QFontMetrics(chipFont(font(), bold)).horizontalAdvance(text) + 2 * kPadding;
}

/// From behind the line's text to the right end; over the end of the text where there is too little room.
std::vector<LineMarks::Chip> LineMarks::chipsOf(const Group &group, const Row &row) const
{
    const int right = row.rect.right() - kGap;
    const int first = widthOf(group.first->name, group.first->running);
    const auto count = group.second - group.first;
    const int rest = count > 1 ? widthOf(QStringLiteral("+%1").arg(count - 1), false) + kGap : 0;
    int left = std::max(0, std::min(row.textEnd + 3 * kGap, right - first - rest));
    std::vector<Chip> chips;
    for (auto mark = group.first; mark != group.second; ++mark) {
        const int width = widthOf(mark->name, mark->running);
        const auto after = group.second - mark - 1;
        const int more = after > 0 ? widthOf(QStringLiteral("+%1").arg(after), false) + kGap : 0;
        if (mark != group.first && left + width + more > right) {
            const QString text = QStringLiteral("+%1").arg(after + 1);
            chips.push_back({{left, row.rect.top() + 1, widthOf(text, false), row.rect.height() - 2}, text, nullptr});
            break;
        }
        chips.push_back({{left, row.rect.top() + 1, width, row.rect.height() - 2}, mark->name, &*mark});
        left += width + kGap;
    }
    return chips;
}

void LineMarks::drawBars(QPainter &painter, const Group &group, const Row &row) const
{
    const int count = static_cast<int>(std::min<std::ptrdiff_t>(group.second - group.first, 4));
    auto mark = group.first;
    for (int i = 0; i < count; ++i, ++mark) {
        const int top = row.rect.top() + row.rect.height() * i / count;
        const int bottom = row.rect.top() + row.rect.height() * (i + 1) / count;
        painter.fillRect(QRect(2, top, barWidth() - 4, bottom - top), mark->colour);
    }
}

void LineMarks::drawFrame(QPainter &painter, const QColor &colour, const Row &row)
{
    painter.setPen(QPen(colour, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(row.rect.adjusted(1, 1, -1, -1));
}

void LineMarks::drawChip(QPainter &painter, const Chip &chip) const
{
    const bool running = chip.mark && chip.mark->running;
    const QColor fill = chip.mark ? chip.mark->colour : m_paper;
    painter.setPen(running ? QPen(m_text, 2) : QPen(m_frame, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(chip.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(inkOn(fill));
    painter.setFont(chipFont(font(), running));
    painter.drawText(chip.rect, Qt::AlignCenter, chip.text);
}

void LineMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Group &group : groups()) {
        const auto row = m_rows(group.first->line);
        if (!row)
            continue;
        drawBars(painter, group, *row);
        const auto running = std::find_if(group.first, group.second, [](const LineMark &mark) { return mark.running; });
        if (running != group.second)
            drawFrame(painter, running->colour, *row);
        for (const Chip &chip : chipsOf(group, *row))
            drawChip(painter, chip);
    }
}

ActorId LineMarks::actorAt(QPoint position) const
{
    for (const Group &group : groups()) {
        const auto row = m_rows(group.first->line);
        if (!row || !row->rect.contains(position))
            continue;
        for (const Chip &chip : chipsOf(group, *row))
            if (chip.mark && chip.rect.contains(position))
                return chip.mark->actor;
    }
    return ActorId::None;
}

QStringList LineMarks::namesAt(QPoint position) const
{
    QStringList names;
    for (const Group &group : groups()) {
        const auto row = m_rows(group.first->line);
        if (!row || !row->rect.contains(position))
            continue;
        for (auto mark = group.first; mark != group.second; ++mark)
            names.append(mark->name);
    }
    return names;
}

} // namespace coroscope

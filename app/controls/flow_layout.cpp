// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace coroscope {

FlowLayout::FlowLayout(QWidget *parent, int gap, int rowGap) : QLayout(parent), m_gap(gap), m_rowGap(rowGap) {}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

/// All in one row.
QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    QSize size(-m_gap, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + item->sizeHint().width() + m_gap,
                    std::max(size.height(), item->sizeHint().height())};
    }
    return QSize(std::max(size.width(), 0), size.height()).grownBy(margins);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool move) const
{
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    std::vector<QLayoutItem *> row;
    int y = inner.top();
    int width = 0;
    int height = 0;
    const auto finishRow = [&] {
        int x = inner.left();
        for (QLayoutItem *item : row) {
            const QSize size = item->sizeHint();
            if (move)
                item->setGeometry(QRect(QPoint(x, y + (height - size.height()) / 2), size));
            x += size.width() + m_gap;
        }
        y += height;
        row.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!row.empty() && width + m_gap + size.width() > inner.width()) {
            finishRow();
            y += m_rowGap;
            height = 0;
        }
        width = row.empty() ? size.width() : width + m_gap + size.width();
        height = std::max(height, size.height());
        row.push_back(item.get());
    }
    finishRow();
    return y - rect.top() + margins.bottom();
}

} // namespace coroscope

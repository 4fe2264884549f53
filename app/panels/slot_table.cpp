// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/slot_table.h"

#include "app/controls/appearance.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace coroscope {

namespace {

const QString kMark = QStringLiteral("■");

bool isMarked(const QTableWidgetItem &cell)
{
    return cell.text().startsWith(kMark);
}

} // namespace

SlotTable::SlotTable(const Appearance &appearance, QWidget *parent) : QTableWidget(parent), m_appearance(appearance)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, &SlotTable::paintCells);
}

void SlotTable::setTable(const QStringList &rows, const QStringList &columns)
{
    m_open = true;
    m_wrong.clear();
    clear();
    setRowCount(static_cast<int>(rows.size()));
    setColumnCount(static_cast<int>(columns.size()));
    setVerticalHeaderLabels(rows);
    setHorizontalHeaderLabels(columns);
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column) {
            auto *cell = new QTableWidgetItem;
            cell->setTextAlignment(Qt::AlignCenter);
            setItem(row, column, cell);
        }
    setCurrentCell(0, 0);
    paintCells();
    updateGeometry();
}

QList<int> SlotTable::marked() const
{
    QList<int> cells;
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (isMarked(*item(row, column)))
                cells.append(row * columnCount() + column);
    return cells;
}

void SlotTable::setMarked(const QList<int> &cells)
{
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            item(row, column)->setText(cells.contains(row * columnCount() + column) ? kMark : QString());
    paintCells();
}

void SlotTable::setWrong(const QList<int> &cells)
{
    m_open = false;
    m_wrong = cells;
    paintCells();
}

void SlotTable::set(QTableWidgetItem *cell, bool marked)
{
    if (!cell || !m_open)
        return;
    cell->setText(marked ? kMark : QString());
    paintCells();
}

void SlotTable::paintCells()
{
    const timeline::Theme &theme = m_appearance.theme();
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column) {
            QTableWidgetItem *cell = item(row, column);
            const bool wrong = m_wrong.contains(row * columnCount() + column);
            if (!m_open)
                cell->setText((isMarked(*cell) ? kMark : QString()) + (wrong ? QStringLiteral("✗") : QString()));
            cell->setBackground(wrong ? theme.selection : isMarked(*cell) ? theme.waitFill : theme.panel);
            cell->setForeground(wrong ? theme.worseText : theme.text);
        }
}

QSize SlotTable::sizeHint() const
{
    const int bar = horizontalScrollBar()->sizeHint().height();
    return {200, horizontalHeader()->sizeHint().height() + verticalHeader()->length() + bar + 2 * frameWidth()};
}

/// While it has the focus, its keys are not the window's.
bool SlotTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool own = key->key() == Qt::Key_Space || key->key() == Qt::Key_Home || key->key() == Qt::Key_End
                         || (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down);
        if (own && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QTableWidget::event(event);
}

void SlotTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && currentItem()) {
        set(currentItem(), !isMarked(*currentItem()));
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->ignore(); // whoever shows the table takes it as the answer
        return;
    }
    QTableWidget::keyPressEvent(event);
}

void SlotTable::mousePressEvent(QMouseEvent *event)
{
    QTableWidget::mousePressEvent(event);
    QTableWidgetItem *cell = itemAt(event->position().toPoint());
    if (!cell || event->button() != Qt::LeftButton)
        return;
    m_marks = !isMarked(*cell);
    set(cell, m_marks);
}

void SlotTable::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        set(itemAt(event->position().toPoint()), m_marks);
}

} // namespace coroscope

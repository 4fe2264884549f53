// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/grid.h"

#include <QWidget>

namespace coroscope::access {

class GridCell final : public QAccessibleInterface,
                       public QAccessibleTableCellInterface,
                       public QAccessibleActionInterface {
public:
    GridCell(const Grid &grid, Grid::Place at) : m_grid(const_cast<Grid &>(grid)), m_at(at) {}

    [[nodiscard]] Grid::Place place() const { return m_at; }

    [[nodiscard]] bool isValid() const override { return m_grid.contains(m_at); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_grid.window(); }
    [[nodiscard]] QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return &m_grid; }
    [[nodiscard]] QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() ? m_grid.cellText(m_at, kind) : QString();
    }
    void setText(QAccessible::Text /*kind*/, const QString & /*text*/) override {}
    [[nodiscard]] QRect rect() const override { return isValid() ? m_grid.cellRect(m_at) : QRect(); }
    [[nodiscard]] QAccessible::Role role() const override { return m_grid.cellRole(m_at); }
    [[nodiscard]] QAccessible::State state() const override
    {
        if (isValid())
            return m_grid.cellState(m_at);
        QAccessible::State gone;
        gone.invalid = true;
        return gone;
    }

    [[nodiscard]] bool isSelected() const override { return state().selected; }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override
    {
        return heading({-1, m_at.column});
    }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return heading({m_at.row, -1}); }
    [[nodiscard]] int columnIndex() const override { return m_at.column; }
    [[nodiscard]] int rowIndex() const override { return m_at.row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return &m_grid; }

    [[nodiscard]] QStringList actionNames() const override
    {
        return isValid() ? m_grid.cellActions(m_at) : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (isValid())
            m_grid.act(m_at, name);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString & /*name*/) const override { return {}; }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        const bool inTable = type == QAccessible::TableCellInterface && m_grid.role() == QAccessible::Table
                             && m_at.row >= 0 && m_at.column >= 0;
        return inTable ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

private:
    [[nodiscard]] QList<QAccessibleInterface *> heading(Grid::Place at) const
    {
        QAccessibleInterface *found = m_at == at ? nullptr : m_grid.cell(at);
        return found ? QList{found} : QList<QAccessibleInterface *>();
    }

    Grid &m_grid;
    Grid::Place m_at;
};

Grid::Grid(QWidget *widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

Grid::~Grid()
{
    for (const auto &[place, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
}

bool Grid::contains(Place at) const
{
    const bool row = (at.row >= 0 && at.row < rowCount()) || (at.row == -1 && hasColumnHeadings());
    const bool column = (at.column >= 0 && at.column < columnCount()) || (at.column == -1 && hasRowHeadings());
    return row && column;
}

QAccessibleInterface *Grid::cell(Place at) const
{
    if (!contains(at))
        return nullptr;
    const auto known = m_cells.find(at);
    if (known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    auto *made = new GridCell(*this, at);
    m_cells.emplace(at, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessible::Role Grid::cellRole(Place at) const
{
    if (at.row < 0)
        return QAccessible::ColumnHeader;
    return at.column < 0 ? QAccessible::RowHeader : QAccessible::Cell;
}

QAccessible::State Grid::cellState(Place at) const
{
    QAccessible::State state;
    state.readOnly = true;
    state.disabled = !widget()->isEnabled();
    state.invisible = !widget()->isVisible();
    state.offscreen = cellRect(at).isEmpty();
    if (at.row < 0 || at.column < 0)
        return state;
    state.focusable = true;
    state.selectable = true;
    state.selected = at == current();
    state.focused = state.selected && widget()->hasFocus();
    return state;
}

QStringList Grid::cellActions(Place at) const
{
    if (at.row < 0 || at.column < 0)
        return {};
    return {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::setFocusAction()};
}

int Grid::childCount() const
{
    return cellCount() + (hasWidgets() ? QAccessibleWidget::childCount() : 0);
}

int Grid::cellCount() const
{
    return (rowCount() + (hasColumnHeadings() ? 1 : 0)) * (columnCount() + (hasRowHeadings() ? 1 : 0));
}

QAccessibleInterface *Grid::child(int index) const
{
    const int before = hasRowHeadings() ? 1 : 0;
    const int columns = columnCount() + before;
    if (const int cells = cellCount(); index >= cells)
        return hasWidgets() ? QAccessibleWidget::child(index - cells) : nullptr;
    if (index < 0)
        return nullptr;
    return cell({index / columns - (hasColumnHeadings() ? 1 : 0), index % columns - before});
}

int Grid::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *found = dynamic_cast<const GridCell *>(child);
    if (!found) {
        const int widget = hasWidgets() ? QAccessibleWidget::indexOfChild(child) : -1;
        return widget < 0 ? -1 : cellCount() + widget;
    }
    const int before = hasRowHeadings() ? 1 : 0;
    return (found->place().row + (hasColumnHeadings() ? 1 : 0)) * (columnCount() + before) + found->place().column
           + before;
}

QAccessibleInterface *Grid::focusChild() const
{
    const auto at = current();
    return at ? cell(*at) : nullptr;
}

void *Grid::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface && role() == QAccessible::Table)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *Grid::cellAt(int row, int column) const
{
    return row < 0 || column < 0 ? nullptr : cell({row, column});
}

QString Grid::rowDescription(int row) const
{
    return hasRowHeadings() && row >= 0 && row < rowCount() ? cellText({row, -1}, QAccessible::Name) : QString();
}

QString Grid::columnDescription(int column) const
{
    return hasColumnHeadings() && column >= 0 && column < columnCount() ? cellText({-1, column}, QAccessible::Name)
                                                                        : QString();
}

int Grid::selectedCellCount() const
{
    return current() ? 1 : 0;
}

QList<QAccessibleInterface *> Grid::selectedCells() const
{
    QAccessibleInterface *selected = focusChild();
    return selected ? QList{selected} : QList<QAccessibleInterface *>();
}

} // namespace coroscope::access

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <compare>
#include <map>
#include <optional>

namespace coroscope::access {

class GridCell;

/// A widget that paints its own contents, as assistive technology sees it: cells in rows and columns, each of which
/// says what it is and can be gone to and pressed. A list has one column, a bar of tabs one row.
///
///     class Steps final : public Grid {
///         int rowCount() const override { return m_steps.count(); }
///         int columnCount() const override { return 1; }
///         QString cellText(Place at, QAccessible::Text kind) const override { ... }
///         ...
///     };
///
/// Cells are known by their place and ask their grid for everything, so nothing has to be renewed when the contents
/// change. They are made when somebody asks for them, and belong to the grid. Children are counted row by row, headings
/// included, as Qt's own views count them in their events.
class Grid : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    /// Row -1 holds the headings of the columns, column -1 those of the rows.
    struct Place {
        int row = 0;
        int column = 0;
        [[nodiscard]] auto operator<=>(const Place &) const = default;
    };

    Grid(QWidget *widget, QAccessible::Role role);
    ~Grid() override;
    Grid(const Grid &) = delete;
    Grid &operator=(const Grid &) = delete;

    [[nodiscard]] virtual bool hasColumnHeadings() const { return false; }
    [[nodiscard]] virtual bool hasRowHeadings() const { return false; }
    /// Whether the widgets in it come behind the cells; Qt's own views keep theirs to themselves.
    [[nodiscard]] virtual bool hasWidgets() const { return false; }
    /// Name, value and description of a cell or heading.
    [[nodiscard]] virtual QString cellText(Place at, QAccessible::Text kind) const = 0;
    /// In the coordinates of the screen; empty while it cannot be seen.
    [[nodiscard]] virtual QRect cellRect(Place at) const = 0;
    [[nodiscard]] virtual QAccessible::Role cellRole(Place at) const;
    [[nodiscard]] virtual QAccessible::State cellState(Place at) const;
    [[nodiscard]] virtual QStringList cellActions(Place at) const;
    virtual void act(Place at, const QString &action) = 0;
    /// Where the focus is while the widget has it, and what is selected.
    [[nodiscard]] virtual std::optional<Place> current() const = 0;

    [[nodiscard]] bool contains(Place at) const;
    /// Null where there is none.
    [[nodiscard]] QAccessibleInterface *cell(Place at) const;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    /// A table to assistive technology only when that is its role.
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int /*column*/) const override { return false; }
    [[nodiscard]] bool isRowSelected(int /*row*/) const override { return false; }
    bool selectRow(int /*row*/) override { return false; }
    bool selectColumn(int /*column*/) override { return false; }
    bool unselectRow(int /*row*/) override { return false; }
    bool unselectColumn(int /*column*/) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent * /*event*/) override {}

private:
    [[nodiscard]] int cellCount() const;

    mutable std::map<Place, QAccessible::Id> m_cells;
};

} // namespace coroscope::access

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/grid.h"

class QAbstractItemView;
class QTabBar;

namespace coroscope::access {

/// A view of a model: a tree, a list or a table. Pressing an item makes it the current one and activates it, as Return
/// does; in the list of a combo box it is chosen. (What Qt gives can only be toggled, which selects the wrong row of a
/// tree.) Cells say the model's AccessibleTextRole, or else its DisplayRole.
class ViewGrid final : public Grid {
public:
    explicit ViewGrid(QAbstractItemView *view);

    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] bool hasColumnHeadings() const override;
    [[nodiscard]] bool hasRowHeadings() const override;
    [[nodiscard]] QString cellText(Place at, QAccessible::Text kind) const override;
    [[nodiscard]] QRect cellRect(Place at) const override;
    [[nodiscard]] QAccessible::Role cellRole(Place at) const override;
    [[nodiscard]] QAccessible::State cellState(Place at) const override;
    [[nodiscard]] QStringList cellActions(Place at) const override;
    void act(Place at, const QString &action) override;
    [[nodiscard]] std::optional<Place> current() const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;

private:
    [[nodiscard]] QModelIndex indexOf(Place at) const;
    [[nodiscard]] Place placeOf(const QModelIndex &index) const;
    [[nodiscard]] QString headingText(Place at) const;

    QAbstractItemView &m_view;
};

/// The tabs by their names; the bar keeps its own. (Qt calls the bar as its current tab is called.)
class TabGrid final : public Grid {
public:
    explicit TabGrid(QTabBar *bar);

    [[nodiscard]] int rowCount() const override { return 1; }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] QString cellText(Place at, QAccessible::Text kind) const override;
    [[nodiscard]] QRect cellRect(Place at) const override;
    [[nodiscard]] QAccessible::Role cellRole(Place at) const override;
    [[nodiscard]] QAccessible::State cellState(Place at) const override;
    void act(Place at, const QString &action) override;
    [[nodiscard]] std::optional<Place> current() const override;

private:
    QTabBar &m_bar;
};

} // namespace coroscope::access

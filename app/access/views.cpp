// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/views.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

namespace coroscope::access {

namespace {

QAccessible::Role viewRole(const QAbstractItemView &view)
{
    if (qobject_cast<const QTreeView *>(&view))
        return QAccessible::Tree;
    return qobject_cast<const QTableView *>(&view) ? QAccessible::Table : QAccessible::List;
}

QRect onScreen(const QWidget &widget, const QRect &inside)
{
    const QRect seen = inside.intersected(widget.rect());
    return seen.isEmpty() ? QRect() : QRect(widget.mapToGlobal(seen.topLeft()), seen.size());
}

/// What is seen of a tree, from top to bottom.
template <class Visit>
void forEachRow(const QTreeView &tree, Visit visit)
{
    int row = 0;
    for (QModelIndex index = tree.model()->index(0, 0, tree.rootIndex()); index.isValid();
         index = tree.indexBelow(index)) {
        if (!visit(row++, index))
            return;
    }
}

} // namespace

ViewGrid::ViewGrid(QAbstractItemView *view) : Grid(view, viewRole(*view)), m_view(*view) {}

int ViewGrid::rowCount() const
{
    if (!m_view.model())
        return 0;
    const auto *tree = qobject_cast<const QTreeView *>(&m_view);
    if (!tree)
        return m_view.model()->rowCount(m_view.rootIndex());
    int rows = 0;
    forEachRow(*tree, [&rows](int row, const QModelIndex & /*index*/) { return rows = row + 1, true; });
    return rows;
}

int ViewGrid::columnCount() const
{
    if (!m_view.model())
        return 0;
    return role() == QAccessible::List ? 1 : m_view.model()->columnCount(m_view.rootIndex());
}

/// Qt's events count the row of headings of a tree and of a table, seen or not.
bool ViewGrid::hasColumnHeadings() const
{
    return role() != QAccessible::List;
}

bool ViewGrid::hasRowHeadings() const
{
    return role() == QAccessible::Table;
}

QModelIndex ViewGrid::indexOf(Place at) const
{
    const auto *tree = qobject_cast<const QTreeView *>(&m_view);
    if (!tree)
        return m_view.model()->index(at.row, at.column, m_view.rootIndex());
    QModelIndex found;
    forEachRow(*tree, [&](int row, const QModelIndex &index) {
        if (row == at.row)
            found = index;
        return row < at.row;
    });
    return found.siblingAtColumn(at.column);
}

Grid::Place ViewGrid::placeOf(const QModelIndex &index) const
{
    const auto *tree = qobject_cast<const QTreeView *>(&m_view);
    Place place{index.row(), index.column()};
    if (tree) {
        forEachRow(*tree, [&](int row, const QModelIndex &each) {
            place.row = row;
            return each != index.siblingAtColumn(0);
        });
    }
    return place;
}

QString ViewGrid::headingText(Place at) const
{
    if (at.row < 0 && at.column < 0)
        return {};
    const bool column = at.row < 0;
    const auto *table = qobject_cast<const QTableView *>(&m_view);
    if (!column && table && table->verticalHeader()->isHidden())
        return {}; // a number that nobody sees
    return m_view.model()->headerData(column ? at.column : at.row, column ? Qt::Horizontal : Qt::Vertical).toString();
}

QString ViewGrid::cellText(Place at, QAccessible::Text kind) const
{
    if (at.row < 0 || at.column < 0)
        return kind == QAccessible::Name ? headingText(at) : QString();
    const QModelIndex index = indexOf(at);
    if (kind == QAccessible::Description) {
        const QString said = index.data(Qt::AccessibleDescriptionRole).toString();
        return said.isEmpty() ? index.data(Qt::ToolTipRole).toString() : said;
    }
    if (kind != QAccessible::Name)
        return {};
    const QString said = index.data(Qt::AccessibleTextRole).toString();
    return said.isEmpty() ? index.data(Qt::DisplayRole).toString() : said;
}

QRect ViewGrid::cellRect(Place at) const
{
    if (at.row >= 0 && at.column >= 0)
        return onScreen(*m_view.viewport(), m_view.visualRect(indexOf(at)));
    const auto *table = qobject_cast<const QTableView *>(&m_view);
    const auto *tree = qobject_cast<const QTreeView *>(&m_view);
    const QHeaderView *header = tree         ? tree->header()
                                : !table     ? nullptr
                                : at.row < 0 ? table->horizontalHeader()
                                             : table->verticalHeader();
    if (!header || header->isHidden() || (at.row < 0 && at.column < 0))
        return {};
    const int section = at.row < 0 ? at.column : at.row;
    const int begin = header->sectionViewportPosition(section);
    const int size = header->sectionSize(section);
    const QRect inside = at.row < 0 ? QRect(begin, 0, size, header->height()) : QRect(0, begin, header->width(), size);
    return onScreen(*header->viewport(), inside);
}

QAccessible::Role ViewGrid::cellRole(Place at) const
{
    if (at.row < 0 || at.column < 0)
        return Grid::cellRole(at);
    return role() == QAccessible::Tree   ? QAccessible::TreeItem
           : role() == QAccessible::List ? QAccessible::ListItem
                                         : QAccessible::Cell;
}

QAccessible::State ViewGrid::cellState(Place at) const
{
    QAccessible::State state = Grid::cellState(at);
    if (at.row < 0 || at.column < 0) {
        state.invisible = state.invisible || state.offscreen;
        return state;
    }
    const QModelIndex index = indexOf(at);
    const Qt::ItemFlags flags = index.flags();
    state.disabled = state.disabled || !(flags & Qt::ItemIsEnabled);
    state.selectable = bool(flags & Qt::ItemIsSelectable);
    state.selected = m_view.selectionModel() && m_view.selectionModel()->isSelected(index);
    state.focused = index == m_view.currentIndex() && m_view.hasFocus();
    if (const auto *tree = qobject_cast<const QTreeView *>(&m_view); tree && m_view.model()->hasChildren(index)) {
        state.expandable = true;
        state.expanded = tree->isExpanded(index);
        state.collapsed = !state.expanded;
    }
    return state;
}

/// A chapter can be gone to, and that is all.
QStringList ViewGrid::cellActions(Place at) const
{
    QStringList actions = Grid::cellActions(at);
    if (at.row >= 0 && at.column >= 0 && !(indexOf(at).flags() & Qt::ItemIsSelectable))
        actions.removeOne(QAccessibleActionInterface::pressAction());
    return actions;
}

void ViewGrid::act(Place at, const QString &action)
{
    const QPersistentModelIndex index = indexOf(at);
    if (action != QAccessibleActionInterface::pressAction()) {
        m_view.setFocus(Qt::OtherFocusReason);
        m_view.setCurrentIndex(index);
        return;
    }
    const QWidget *container = m_view.parentWidget();
    if (auto *combo = container ? qobject_cast<QComboBox *>(container->parentWidget()) : nullptr;
        combo && combo->view() == &m_view) {
        combo->setCurrentIndex(index.row());
        combo->hidePopup();
        Q_EMIT combo->activated(combo->currentIndex());
        return;
    }
    m_view.setCurrentIndex(index);
    if (index.isValid()) // choosing may have changed what there is
        Q_EMIT m_view.activated(index);
}

std::optional<Grid::Place> ViewGrid::current() const
{
    const QModelIndex index = m_view.currentIndex();
    return index.isValid() ? std::optional(placeOf(index)) : std::nullopt;
}

QAccessibleInterface *ViewGrid::childAt(int x, int y) const
{
    const QModelIndex index = m_view.indexAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? cell(placeOf(index)) : nullptr;
}

TabGrid::TabGrid(QTabBar *bar) : Grid(bar, QAccessible::PageTabList), m_bar(*bar) {}

int TabGrid::columnCount() const
{
    return m_bar.count();
}

QString TabGrid::cellText(Place at, QAccessible::Text kind) const
{
    if (kind == QAccessible::Description)
        return m_bar.tabToolTip(at.column);
    return kind == QAccessible::Name ? m_bar.tabText(at.column).remove(QLatin1Char('&')) : QString();
}

QRect TabGrid::cellRect(Place at) const
{
    return onScreen(m_bar, m_bar.tabRect(at.column));
}

QAccessible::Role TabGrid::cellRole(Place /*at*/) const
{
    return QAccessible::PageTab;
}

QAccessible::State TabGrid::cellState(Place at) const
{
    QAccessible::State state = Grid::cellState(at);
    state.disabled = state.disabled || !m_bar.isTabEnabled(at.column);
    return state;
}

void TabGrid::act(Place at, const QString &action)
{
    if (action != QAccessibleActionInterface::pressAction())
        m_bar.setFocus(Qt::OtherFocusReason);
    m_bar.setCurrentIndex(at.column);
}

std::optional<Grid::Place> TabGrid::current() const
{
    return m_bar.currentIndex() >= 0 ? std::optional(Place{0, m_bar.currentIndex()}) : std::nullopt;
}

} // namespace coroscope::access

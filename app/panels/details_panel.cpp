// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/details_panel.h"

#include "app/access/spoken.h"
#include "app/controls/plain_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kLane = Qt::UserRole;
constexpr int kRow = Qt::UserRole + 1;
constexpr int kIndex = Qt::UserRole + 2;
constexpr int kFullText = Qt::UserRole + 3;
constexpr qsizetype kShown = 300; ///< characters of a value in its row; all of it is copied

QString lineOf(const QTreeWidgetItem &item)
{
    const QString value = item.data(1, kFullText).toString();
    return value.isEmpty() ? item.text(0) : item.text(0) + QLatin1Char('\t') + value;
}

} // namespace

DetailsPanel::DetailsPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_copy(new QToolButton), m_close(new QToolButton), m_tree(new QTreeWidget)
{
    m_title->setProperty("role", QStringLiteral("heading"));
    m_tree->setColumnCount(2);
    m_tree->setWordWrap(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setSectionsMovable(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->installEventFilter(this);
    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree, &QTreeWidget::doItemsLayout, Qt::QueuedConnection);
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(m_copy);
    line->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 4);
    column->addLayout(line);
    column->addWidget(m_tree, 1);
    connect(m_copy, &QToolButton::clicked, this, &DetailsPanel::copy);
    connect(m_close, &QToolButton::clicked, this, &DetailsPanel::closed);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { activate(*item); });
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &DetailsPanel::showMenu);
    retranslate();
}

void DetailsPanel::show(std::vector<DetailRow> rows)
{
    m_rows = std::move(rows);
    m_tree->clear();
    addRows(m_tree->invisibleRootItem(), m_rows);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        m_tree->topLevelItem(i)->setExpanded(true);
    m_tree->resizeColumnToContents(0);
    m_tree->setColumnWidth(0, std::clamp(m_tree->columnWidth(0), 60, std::max(80, width() * 2 / 5)));
    m_tree->doItemsLayout(); // long values take more lines
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0), 0, QItemSelectionModel::NoUpdate);
    m_copy->setEnabled(!m_rows.empty());
    retranslate();
}

void DetailsPanel::addRows(QTreeWidgetItem *parent, const std::vector<DetailRow> &rows)
{
    for (const DetailRow &row : rows) {
        auto *item = new QTreeWidgetItem(parent);
        item->setText(0, row.label);
        item->setToolTip(0, plainTip(row.label));
        QString shown = row.value.left(kShown);
        if (shown.size() < row.value.size())
            shown += QChar(0x2026);
        item->setText(1, shown);
        item->setToolTip(1, plainTip(row.value.left(2000)));
        item->setData(1, kFullText, row.value);
        if (row.target) {
            item->setData(0, kLane, row.target->lane);
            item->setData(0, kRow, row.target->row);
            item->setData(0, kIndex, QVariant::fromValue<qulonglong>(row.target->index));
            QFont link = font();
            link.setUnderline(true);
            item->setFont(1, link);
        }
        addRows(item, row.rows);
    }
}

void DetailsPanel::activate(const QTreeWidgetItem &item)
{
    if (item.data(0, kIndex).isValid())
        Q_EMIT spanChosen(SliceAddress{item.data(0, kLane).toUInt(), item.data(0, kRow).toUInt(),
                                       static_cast<std::size_t>(item.data(0, kIndex).toULongLong())});
}

QString DetailsPanel::text() const
{
    const QList<QTreeWidgetItem *> selected = m_tree->selectedItems();
    if (selected.isEmpty())
        return plainTextOf(m_rows);
    QStringList lines;
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) // in their order
        if ((*item)->isSelected())
            lines << lineOf(**item);
    return lines.join(QLatin1Char('\n'));
}

void DetailsPanel::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

void DetailsPanel::focusRows()
{
    m_tree->setFocus();
}

void DetailsPanel::showMenu(const QPoint &at)
{
    QMenu menu(m_tree);
    const QTreeWidgetItem *const item = m_tree->itemAt(at);
    if (item) {
        const QString value = item->data(1, kFullText).toString();
        menu.addAction(tr("Copy the value"), this, [value] { QGuiApplication::clipboard()->setText(value); })
            ->setEnabled(!value.isEmpty());
        menu.addAction(tr("Copy the row"), this,
                       [line = lineOf(*item)] { QGuiApplication::clipboard()->setText(line); });
        if (item->data(0, kIndex).isValid())
            menu.addAction(tr("Go there"), this, [this, item] { activate(*item); });
    }
    menu.addAction(tr("Copy everything"), this,
                   [all = plainTextOf(m_rows)] { QGuiApplication::clipboard()->setText(all); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

bool DetailsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool copies = key->matches(QKeySequence::Copy);
    const bool leaves = key->key() == Qt::Key_Escape;
    if (!copies && !leaves)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && copies)
        copy();
    else if (event->type() == QEvent::KeyPress)
        Q_EMIT closed();
    return true;
}

void DetailsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DetailsPanel::retranslate()
{
    m_title->setText(m_rows.empty() ? tr("No span is selected") : tr("Details of the span"));
    m_tree->setAccessibleName(tr("Details of the span"));
    m_tree->setHeaderLabels({tr("Fact"), tr("Value")});
    m_copy->setText(tr("Copy"));
    access::setControl(*m_copy, tr("Copy"), QString(), tr("Copies the selected rows, or all of them"));
    m_close->setText(tr("Close"));
    access::setControl(*m_close, tr("Close"), QStringLiteral("D"), tr("Closes the details (D)"));
}

} // namespace coroscope

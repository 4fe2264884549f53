// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tablepanels.h"

#include "app/widgets/eventmodel.h"
#include "app/widgets/measuremodel.h"
#include "app/widgets/taskmodel.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace coroscope {

namespace {

void place(QTableView *table, QWidget *panel)
{
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table);
}

} // namespace

QTableView *makeTable(QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 10);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

TasksPanel::TasksPanel(const Stage &stage, QWidget *parent)
    : Panel(stage, parent), m_model(new TaskModel(this)), m_sorted(new QSortFilterProxyModel(this)), m_table(makeTable(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TaskModel::SortRole);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(TaskModel::Doing, QHeaderView::Interactive);
    m_table->setColumnWidth(TaskModel::Doing, m_table->fontMetrics().horizontalAdvance(QStringLiteral("ready, denied the thread 0.00 s")) + 24);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Tasks"));
    place(m_table, this);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT instantChosen(instantAt(index.data(TaskModel::TimeRole).toLongLong()));
    });
}

void TasksPanel::resetView()
{
    m_model->clear();
}

void TasksPanel::updateView()
{
    if (!stage().empty())
        m_model->show(moment(), describer());
}

EventsPanel::EventsPanel(const Stage &stage, QWidget *parent) : Panel(stage, parent), m_model(new EventModel(this)), m_table(makeTable(this))
{
    m_table->setModel(m_model);
    const QFontMetrics metrics(font());
    m_table->setColumnWidth(EventModel::Time, metrics.horizontalAdvance(QStringLiteral("000s + 000ms")) + 24);
    m_table->setColumnWidth(EventModel::Number, metrics.horizontalAdvance(QStringLiteral("000000")) + 24);
    m_table->setColumnWidth(EventModel::Who, metrics.horizontalAdvance(QStringLiteral("main program")) + 32);
    m_table->setColumnWidth(EventModel::What, metrics.horizontalAdvance(QStringLiteral("callback becomes ready")) + 24);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Events"));
    place(m_table, this);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT instantChosen(instantAt(index.data(EventModel::TimeRole).toLongLong()));
    });
}

void EventsPanel::resetView()
{
    m_model->clear();
}

void EventsPanel::updateView()
{
    if (stage().empty())
        return;
    const int before = m_model->rowCount();
    m_model->show(moment());
    if (m_model->rowCount() != before)
        m_table->scrollToBottom();
}

MeasuresPanel::MeasuresPanel(const Stage &stage, QWidget *parent) : Panel(stage, parent), m_model(new MeasureModel(this)), m_table(makeTable(this))
{
    m_table->setModel(m_model);
    m_table->verticalHeader()->show();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMinimumSectionSize(150);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("Measures"));
    place(m_table, this);
}

void MeasuresPanel::resetView()
{
    QStringList titles;
    for (std::size_t run = 0; run < stage().runCount(); ++run)
        titles.append(stage().run(run).id());
    m_model->setRuns(titles);
}

void MeasuresPanel::updateView()
{
    std::vector<Measures> runs;
    for (std::size_t run = 0; run < stage().runCount(); ++run)
        runs.push_back(measure(stage().run(run).spans(), stage().moment(run).until()));
    m_model->show(std::move(runs));
}

} // namespace coroscope

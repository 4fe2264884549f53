// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/table_panels.h"

#include "app/controls/card.h"
#include "app/models/event_model.h"
#include "app/models/measure_model.h"
#include "app/models/task_model.h"
#include "app/panels/notices.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kEventKinds = static_cast<int>(kLastEventKind) + 1;

/// Its rows are as high as the type asks for, also when that gets larger.
class Table final : public QTableView {
public:
    using QTableView::QTableView;

    void fitRows() { verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10); }

protected:
    void changeEvent(QEvent *event) override
    {
        QTableView::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            fitRows();
    }
};

} // namespace

QTableView *makeTable(QWidget *parent)
{
    auto *table = new Table(parent);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->fitRows();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

TablePanel::TablePanel(const Stage &stage, QWidget *parent)
    : Panel(stage, parent), m_sorted(new QSortFilterProxyModel(this)), m_table(makeTable(this)),
      m_empty(new QLabel(this))
{
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(-1);
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(withRoom(m_empty, {8, 6, 8, 6}));
    column->addWidget(m_table, 1);
    const auto go = [this](const QModelIndex &index) { choose(sourceOf(index)); };
    connect(m_table, &QTableView::doubleClicked, this, go);
    connect(m_table, &QTableView::activated, this, go);
}

void TablePanel::setModel(QAbstractItemModel *model, int sortRole)
{
    m_sorted->setSourceModel(model);
    m_sorted->setSortRole(sortRole);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
}

void TablePanel::setFilter(const QString &text)
{
    m_sorted->setFilterFixedString(text);
    showWhatThereIs();
}

QModelIndex TablePanel::sourceOf(const QModelIndex &shown) const
{
    return m_sorted->mapToSource(shown);
}

bool TablePanel::inOrder() const
{
    return m_sorted->sortColumn() < 0;
}

void TablePanel::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showWhatThereIs();
}

void TablePanel::showWhatThereIs()
{
    const bool any = m_sorted->rowCount() > 0;
    const bool filtered =
        !m_sorted->filterRegularExpression().pattern().isEmpty() && m_sorted->sourceModel()->rowCount() > 0;
    m_empty->setText(filtered ? tr("No row holds what is typed in the field above.") : m_emptyText);
    m_empty->setVisible(!any);
    m_table->setVisible(any);
}

void TablePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    resetView(); // every cell is said in another way
    updateView();
}

TasksPanel::TasksPanel(const Stage &stage, QWidget *parent) : TablePanel(stage, parent), m_model(new TaskModel(this))
{
    setModel(m_model, TaskModel::SortRole);
    table().horizontalHeader()->setStretchLastSection(true);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this] { table().resizeColumnToContents(TaskModel::Name); });
    TasksPanel::retranslate();
}

void TasksPanel::resetView()
{
    m_model->clear();
    m_measures.reset();
}

void TasksPanel::updateView()
{
    if (!stage().empty()) {
        if (!m_measures)
            m_measures.emplace(*moment().spans);
        m_model->show(moment(), describer(), m_measures->at(moment().until()).tasks);
    }
    showWhatThereIs();
}

void TasksPanel::choose(const QModelIndex &source)
{
    Q_EMIT instantChosen(instantAt(source.data(TaskModel::TimeRole).toLongLong()));
}

void TasksPanel::retranslate()
{
    table().setAccessibleName(tr("Tasks"));
    fitColumns();
    setEmptyText(tr("No task has been created yet. Press Space to play."));
}

void TasksPanel::changeEvent(QEvent *event)
{
    TablePanel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

/// By what the longest cells say, not by looking into each: they change with every frame.
void TasksPanel::fitColumns()
{
    const QFontMetrics metrics = table().fontMetrics();
    const auto widthOf = [&metrics](const QString &text) { return metrics.horizontalAdvance(text) + 24; };
    table().setColumnWidth(TaskModel::Doing, widthOf(timeline::deniedText(10s)));
    for (const int column : {TaskModel::Running, TaskModel::Blocking, TaskModel::Ready, TaskModel::Awaiting}) {
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        table().setColumnWidth(column, std::max(widthOf(heading), widthOf(timeline::durationText(10s + 123ms))));
    }
    table().resizeColumnToContents(TaskModel::Name);
}

EventsPanel::EventsPanel(const Stage &stage, QWidget *parent) : TablePanel(stage, parent), m_model(new EventModel(this))
{
    setModel(m_model, EventModel::SortRole);
    table().horizontalHeader()->setStretchLastSection(true);
    EventsPanel::retranslate();
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
    if (m_model->rowCount() == before)
        return;
    showWhatThereIs();
    if (inOrder())
        table().scrollToBottom();
}

void EventsPanel::choose(const QModelIndex &source)
{
    Q_EMIT eventChosen(stage().focus(), static_cast<EventIndex>(source.row()));
}

void EventsPanel::retranslate()
{
    const QFontMetrics metrics(font());
    table().setColumnWidth(EventModel::Time, metrics.horizontalAdvance(QStringLiteral("000.000 s")) + 24);
    table().setColumnWidth(EventModel::Number, metrics.horizontalAdvance(QStringLiteral("000000")) + 24);
    table().setColumnWidth(EventModel::Who, metrics.horizontalAdvance(tr("main program")) + 32);
    int widest = 0;
    for (int kind = 0; kind < kEventKinds; ++kind)
        widest = std::max(widest, metrics.horizontalAdvance(eventName(static_cast<EventKind>(kind))));
    table().setColumnWidth(EventModel::What, widest + 24);
    table().setAccessibleName(tr("Events"));
    setEmptyText(tr("Nothing has happened yet. Press Space to play."));
}

MeasuresPanel::MeasuresPanel(const Stage &stage, QWidget *parent)
    : Panel(stage, parent), m_model(new MeasureModel(this)), m_table(makeTable(this)), m_notices(new Notices(this))
{
    m_table->setModel(m_model);
    m_table->verticalHeader()->show();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMinimumSectionSize(150);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("Measures"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addWidget(m_notices);
}

void MeasuresPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_table->setAccessibleName(tr("Measures"));
    resetView();
    updateView();
}

void MeasuresPanel::resetView()
{
    m_measures.clear();
    for (std::size_t run = 0; run < stage().runCount(); ++run)
        m_measures.emplace_back(stage().run(run).spans());
    m_model->setRuns(titles());
    m_notices->clearRun();
}

/// Two runs of one lesson are told apart by what the chart says above them.
QStringList MeasuresPanel::titles() const
{
    QStringList titles;
    for (std::size_t run = 0; run < stage().runCount(); ++run)
        titles.append(stage().run(run).title());
    return titles;
}

void MeasuresPanel::updateView()
{
    if (m_model->titles() != titles())
        m_model->setRuns(titles());
    std::vector<Measures> runs;
    for (std::size_t run = 0; run < stage().runCount(); ++run)
        runs.push_back(m_measures[run].at(stage().moment(run).until()));
    m_model->show(std::move(runs));
    if (!stage().empty())
        m_notices->show(moment(), describer().names(), stage().playback().playing());
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/job_table_panel.h"

#include "app/controls/appearance.h"
#include "app/controls/choice_button.h"
#include "app/controls/icons.h"
#include "app/models/job_table_model.h"
#include "app/panels/table_panels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace coroscope {

namespace {

constexpr std::array kSlots{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0};
constexpr int kStandardSlot = 3;

/// A box in the job's colour where it was at work, as in the exported table.
class SlotDelegate final : public QStyledItemDelegate {
public:
    SlotDelegate(const Appearance &appearance, const JobTableModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_appearance(appearance), m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (!index.data(Qt::UserRole).toBool())
            return;
        const timeline::Theme &theme = m_appearance.theme();
        const int high = std::min(option.rect.height() - 8, 18);
        QRect box(0, 0, std::min(option.rect.width() - 12, 3 * high), high);
        box.moveCenter(option.rect.center());
        painter->setPen(QPen(theme.outline, 1));
        painter->setBrush(theme.task(m_model.table().jobs[static_cast<std::size_t>(index.column())].actor));
        painter->drawRect(box);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text.clear(); // the dot is for those who read
    }

private:
    const Appearance &m_appearance;
    const JobTableModel &m_model;
};

} // namespace

JobTablePanel::JobTablePanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_model(new JobTableModel(this)), m_table(makeTable(this)), m_slotLabel(new QLabel(this)),
      m_slot(new ChoiceButton(appearance, this)), m_copy(new QToolButton(this)), m_empty(new QLabel(this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SlotDelegate(appearance, *m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setShowGrid(true);
    m_table->verticalHeader()->show();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { fitColumns(); });
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(m_slot, &ChoiceButton::chosen, this, [this] { updateView(); });
    m_copy->setObjectName(QStringLiteral("copyTable"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setFocusPolicy(Qt::TabFocus);
    const auto restyle = [this, &appearance] { m_copy->setIcon(symbolIcon(Symbol::Copy, appearance.theme().text)); };
    restyle();
    connect(&appearance, &Appearance::changed, this, restyle);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QTableView::entered, this,
            [this](const QModelIndex &index) { Q_EMIT taskHovered(taskAt(index)); });
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT cellChosen(taskAt(index), m_model->table().slotBegin(static_cast<std::size_t>(index.row())));
    };
    connect(m_table, &QTableView::clicked, this, choose);
    connect(m_table, &QTableView::activated, this, choose);
    auto *line = new QHBoxLayout;
    line->addWidget(m_slotLabel);
    line->addWidget(m_slot);
    line->addSpacing(12);
    line->addWidget(m_copy);
    line->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 0, 0);
    column->addLayout(line);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    retranslate();
    m_slot->setCurrent(kStandardSlot);
}

void JobTablePanel::copy(TableFormat format) const
{
    copyTable(m_model->table(), format);
}

void JobTablePanel::setCopyMenu(QMenu *menu)
{
    m_copy->setMenu(menu);
}

/// By their headings, which are wider than a dot: looking into each cell would take longer the longer the table is.
void JobTablePanel::fitColumns()
{
    QHeaderView &header = *m_table->horizontalHeader();
    int widest = 0;
    for (const JobTable::Job &job : m_model->table().jobs)
        widest = std::max(widest, header.fontMetrics().horizontalAdvance(QString::fromStdString(job.title)));
    header.setDefaultSectionSize(widest + 20);
}

ActorId JobTablePanel::taskAt(const QModelIndex &index) const
{
    const auto job = static_cast<std::size_t>(index.column());
    return index.isValid() && job < m_model->table().jobs.size() ? m_model->table().jobs[job].actor : ActorId::None;
}

void JobTablePanel::markTask(ActorId task)
{
    QItemSelection selection;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QModelIndex top = m_model->index(0, column);
        if (task != ActorId::None && taskAt(top) == task)
            selection.select(top, m_model->index(m_model->rowCount() - 1, column));
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

bool JobTablePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Leave)
        Q_EMIT taskHovered(ActorId::None);
    return Panel::eventFilter(watched, event);
}

Duration JobTablePanel::slot() const
{
    return fromSeconds(kSlots[static_cast<std::size_t>(m_slot->current())]);
}

void JobTablePanel::resetView()
{
    m_model->clear();
}

void JobTablePanel::updateView()
{
    if (!stage().empty())
        m_model->show(moment(), slot());
    const bool jobs = m_model->columnCount() > 0;
    m_table->setVisible(jobs);
    m_slotLabel->setVisible(jobs);
    m_slot->setVisible(jobs);
    m_copy->setVisible(jobs);
    m_empty->setVisible(!jobs);
}

void JobTablePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitColumns();
}

void JobTablePanel::retranslate()
{
    QStringList widths;
    for (const double slot : kSlots)
        widths.append(tr("%1 s").arg(QLocale().toString(slot)));
    m_slot->setChoices(widths);
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the table for a document"));
    m_slotLabel->setText(tr("A row every"));
    m_slot->setWhat(tr("Length of a row's time slot"));
    m_table->setAccessibleName(tr("Job table"));
    m_empty->setText(tr(
        "No jobs here so far. Lessons such as window-queue mark theirs, and this table shows which were at work when."));
}

} // namespace coroscope

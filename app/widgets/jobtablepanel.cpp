// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/jobtablepanel.h"

#include "app/widgets/choicebutton.h"
#include "app/widgets/jobtablemodel.h"
#include "app/widgets/tablepanels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace coroscope {

namespace {

constexpr std::array kSlots{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0};
constexpr int kStandardSlot = 3;

} // namespace

JobTablePanel::JobTablePanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_model(new JobTableModel(this)), m_table(makeTable(this)), m_slotLabel(new QLabel(this)),
      m_slot(new ChoiceButton(appearance, this)), m_empty(new QLabel(this))
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setShowGrid(true);
    m_table->verticalHeader()->show();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(m_slot, &ChoiceButton::chosen, this, [this] { updateView(); });
    auto *line = new QHBoxLayout;
    line->addWidget(m_slotLabel);
    line->addWidget(m_slot);
    line->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 0, 0);
    column->addLayout(line);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    retranslate();
    m_slot->setCurrent(kStandardSlot);
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
    m_empty->setVisible(!jobs);
}

void JobTablePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JobTablePanel::retranslate()
{
    QStringList widths;
    for (const double slot : kSlots)
        widths.append(tr("%1 s").arg(QLocale().toString(slot)));
    m_slot->setChoices(widths);
    m_slotLabel->setText(tr("A row every"));
    m_slot->setAccessibleName(tr("Length of a row's time slot"));
    m_table->setAccessibleName(tr("Job table"));
    m_empty->setText(tr("No jobs here so far. Lessons such as window-queue mark theirs, and this table shows which were at work when."));
}

} // namespace coroscope

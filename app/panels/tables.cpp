// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tables.h"

#include "app/panels/hand_panel.h"
#include "app/panels/job_table_panel.h"
#include "app/panels/loop_panel.h"
#include "app/panels/table_panels.h"
#include "app/session/session.h"

#include <QEvent>
#include <QLineEdit>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace coroscope {

Tables::Tables(const Stage &stage, const Appearance &appearance, Session &session, HandPlay &hand, QWidget *parent)
    : QTabWidget(parent), m_jobTable(new JobTablePanel(stage, appearance)), m_hand(new HandPanel(stage, hand, session, appearance)), m_session(session), m_filter(new QLineEdit(this))
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    tabBar()->setExpanding(false);
    tabBar()->setUsesScrollButtons(true);
    auto *tasks = new TasksPanel(stage);
    auto *events = new EventsPanel(stage);
    addTab(m_jobTable, QString());
    addTab(new LoopPanel(stage, appearance), QString());
    addTab(tasks, QString());
    addTab(events, QString());
    addTab(new MeasuresPanel(stage), QString());
    m_hand->setParent(this);
    m_hand->hide();
    setCurrentIndex(LoopTab);
    m_filter->setObjectName(QStringLiteral("tableFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    connect(this, &QTabWidget::currentChanged, this, &Tables::placeFilter);
    connect(m_filter, &QLineEdit::textChanged, tasks, &TablePanel::setFilter);
    connect(m_filter, &QLineEdit::textChanged, events, &TablePanel::setFilter);
    connect(tasks, &TablePanel::instantChosen, this, &Tables::instantChosen);
    connect(events, &EventsPanel::eventChosen, this, &Tables::eventChosen);
    connect(&session, &Session::opened, this, &Tables::offerHand);
    connect(&session, &Session::opened, this, &Tables::bringPoint);
    retranslate();
    offerHand();
}

/// Only lessons without a loop can be driven by hand; they show that first. Behind them comes what was shown before.
void Tables::offerHand()
{
    const bool shown = indexOf(m_hand) >= 0;
    if (m_hand->offered() && !shown) {
        m_besideHand = currentWidget();
        addTab(m_hand, tr("By hand"));
        m_hand->setAccessibleName(tr("By hand"));
        setCurrentWidget(m_hand);
    } else if (!m_hand->offered() && shown) {
        if (currentWidget() == m_hand)
            setCurrentWidget(m_besideHand);
        removeTab(indexOf(m_hand));
        m_hand->hide();
    }
}

bool Tables::handOffered() const
{
    return m_hand->offered();
}

/// A lesson that is made of jobs shows their table first; the next one what was shown before.
void Tables::bringPoint()
{
    if (m_session.lesson() == std::exchange(m_lesson, m_session.lesson()))
        return;
    if (m_session.hasJobs() && currentWidget() != m_hand) {
        m_besideJobs = m_besideJobs < 0 ? currentIndex() : m_besideJobs;
        setCurrentIndex(JobTableTab);
    } else if (!m_session.hasJobs() && m_besideJobs >= 0) {
        if (currentIndex() == JobTableTab)
            setCurrentIndex(m_besideJobs);
        if (m_besideHand == m_jobTable)
            m_besideHand = widget(m_besideJobs);
        m_besideJobs = -1;
    }
}

/// Beside the tabs, if there is room for it; else above the table. Where it is of no use it takes no room.
void Tables::placeFilter()
{
    const bool useful = currentIndex() == TasksTab || currentIndex() == EventsTab;
    const bool beside = useful && tabBar()->sizeHint().width() + m_filter->width() <= width();
    if (beside != (cornerWidget() == m_filter))
        setCornerWidget(beside ? m_filter : nullptr);
    auto *column = useful && !beside ? qobject_cast<QVBoxLayout *>(currentWidget()->layout()) : nullptr;
    if (column && m_filter->parentWidget() != currentWidget())
        column->insertWidget(0, m_filter);
    m_filter->setVisible(useful);
}

void Tables::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    placeFilter();
}

void Tables::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Tables::retranslate()
{
    setTabText(JobTableTab, tr("Job table"));
    setTabText(LoopTab, tr("Inside the loop"));
    setTabText(TasksTab, tr("Tasks"));
    setTabText(EventsTab, tr("Events"));
    setTabText(MeasuresTab, tr("Measures"));
    setTabText(indexOf(m_hand), tr("By hand"));
    tabBar()->setAccessibleName(tr("Tables"));
    for (int tab = 0; tab < count(); ++tab)
        widget(tab)->setAccessibleName(tabText(tab));
    m_filter->setPlaceholderText(tr("Filter…"));
    // As narrow as its prompt: the tabs need the room on a laptop.
    m_filter->setFixedWidth(m_filter->fontMetrics().horizontalAdvance(m_filter->placeholderText()) + 48);
    m_filter->setAccessibleName(tr("Show only the rows with this text"));
    placeFilter();
}

} // namespace coroscope

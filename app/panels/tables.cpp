// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tables.h"

#include "app/panels/hand_panel.h"
#include "app/panels/job_table_panel.h"
#include "app/panels/loop_panel.h"
#include "app/panels/table_panels.h"
#include "app/session/session.h"

#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace coroscope {

namespace {

constexpr int kLeastLines = 2;

/// Where a page is lower than its content needs, it scrolls.
QScrollArea *scrolled(QWidget *content)
{
    auto *page = new QScrollArea;
    page->setWidget(content);
    page->setWidgetResizable(true);
    page->setFrameShape(QFrame::NoFrame);
    page->setFocusPolicy(Qt::NoFocus);
    page->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return page;
}

} // namespace

Tables::Tables(const Stage &stage, const Appearance &appearance, Session &session, HandPlay &hand, QWidget *parent)
    : QTabWidget(parent), m_jobTable(new JobTablePanel(stage, appearance)),
      m_hand(new HandPanel(stage, hand, session, appearance)), m_session(session), m_filter(new QLineEdit(this))
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    tabBar()->setExpanding(false);
    tabBar()->setUsesScrollButtons(true);
    auto *tasks = new TasksPanel(stage);
    auto *events = new EventsPanel(stage);
    for (QWidget *table : {static_cast<QWidget *>(m_jobTable), static_cast<QWidget *>(new LoopPanel(stage, appearance)),
                           static_cast<QWidget *>(tasks), static_cast<QWidget *>(events),
                           static_cast<QWidget *>(new MeasuresPanel(stage)), static_cast<QWidget *>(m_hand)}) {
        m_pages.append(scrolled(table));
        if (table != m_hand)
            addTab(m_pages.last(), QString());
    }
    m_pages[HandTab]->setParent(this);
    m_pages[HandTab]->hide();
    showTab(LoopTab);
    m_filter->setObjectName(QStringLiteral("tableFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    connect(this, &QTabWidget::currentChanged, this, &Tables::placeFilter);
    connect(m_filter, &QLineEdit::textChanged, tasks, &TablePanel::setFilter);
    connect(m_filter, &QLineEdit::textChanged, events, &TablePanel::setFilter);
    connect(tasks, &TablePanel::instantChosen, this, &Tables::instantChosen);
    connect(events, &EventsPanel::eventChosen, this, &Tables::eventChosen);
    connect(&session, &Session::opened, this, &Tables::offerHand);
    connect(&session, &Session::opened, this, &Tables::offerGuests,
            Qt::QueuedConnection); // when they have what there is
    connect(&session, &Session::opened, this, &Tables::bringPoint);
    retranslate();
    offerHand();
}

QWidget *Tables::pageOf(Tab tab) const
{
    return tab <= HandTab ? m_pages.value(tab) : m_guests.value(tab - AboutTab);
}

QSize Tables::minimumSizeHint() const
{
    return {200, tabBar()->sizeHint().height() + kLeastLines * fontMetrics().lineSpacing()};
}

void Tables::showTab(Tab tab)
{
    if (offers(tab))
        setCurrentWidget(pageOf(tab));
}

bool Tables::offers(Tab tab) const
{
    QWidget *page = pageOf(tab);
    return page && indexOf(page) >= 0 && isTabVisible(indexOf(page));
}

Tables::Tab Tables::tab() const
{
    int tab = JobTableTab;
    while (tab < ParametersTab && pageOf(static_cast<Tab>(tab)) != currentWidget())
        ++tab;
    return static_cast<Tab>(tab);
}

void Tables::setGuests(const QList<QWidget *> &guests)
{
    for (QScrollArea *page : m_guests) {
        removeTab(indexOf(page));
        page->takeWidget();
        delete page;
    }
    m_guests.clear();
    for (QWidget *guest : guests) {
        m_guests.append(scrolled(guest));
        insertTab(static_cast<int>(m_guests.size()) - 1, m_guests.last(), QString());
        guest->show();
    }
    retranslate();
    offerGuests();
}

/// A scenario and a recorded run have no text about them, and many lessons no parameters.
void Tables::offerGuests()
{
    for (qsizetype i = 0; i < m_guests.size(); ++i) {
        const auto parts = m_guests[i]->widget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        const bool filled =
            std::any_of(parts.begin(), parts.end(), [](const QWidget *part) { return !part->isHidden(); });
        setTabVisible(indexOf(m_guests[i]), AboutTab + i == AboutTab ? m_session.current() != nullptr : filled);
    }
}

/// Only lessons without a loop can be driven by hand; they show that first. Behind them comes what was shown before.
void Tables::offerHand()
{
    QWidget *page = m_pages[HandTab];
    const bool shown = indexOf(page) >= 0;
    if (m_hand->offered() && !shown) {
        m_besideHand = currentWidget();
        addTab(page, tr("By hand"));
        setCurrentWidget(page);
        m_hand->setAccessibleName(tr("By hand"));
    } else if (!m_hand->offered() && shown) {
        if (currentWidget() == page)
            setCurrentWidget(m_besideHand);
        removeTab(indexOf(page));
        page->hide();
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
    if (m_session.hasJobs() && tab() != HandTab) {
        m_besideJobs = m_besideJobs.value_or(tab());
        showTab(JobTableTab);
    } else if (!m_session.hasJobs() && m_besideJobs) {
        if (tab() == JobTableTab)
            showTab(*m_besideJobs);
        if (m_besideHand == m_pages[JobTableTab])
            m_besideHand = pageOf(*m_besideJobs);
        m_besideJobs.reset();
    }
}

/// Beside the tabs, if there is room for it; else above the table. Where it is of no use it takes no room.
void Tables::placeFilter()
{
    const bool useful = tab() == TasksTab || tab() == EventsTab;
    const bool beside = useful && tabBar()->sizeHint().width() + m_filter->width() <= width();
    if (beside != (cornerWidget() == m_filter))
        setCornerWidget(beside ? m_filter : nullptr);
    QWidget *table = useful ? m_pages[tab()]->widget() : nullptr;
    auto *column = table && !beside ? qobject_cast<QVBoxLayout *>(table->layout()) : nullptr;
    if (column && m_filter->parentWidget() != table)
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
    const QString names[] = {tr("Job table"), tr("Inside the loop"), tr("Tasks"),  tr("Events"),  tr("Measures"),
                             tr("By hand"),   tr("About"),           tr("Source"), tr("Console"), tr("Parameters")};
    for (int tab = JobTableTab; tab <= ParametersTab; ++tab)
        setTabText(indexOf(pageOf(static_cast<Tab>(tab))), names[tab]);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/search_bar.h"

#include "app/access/spoken.h"
#include "app/chart/chart_widget.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace coroscope {

namespace {

QToolButton *addButton(QHBoxLayout *row, const QString &sign)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

} // namespace

SearchBar::SearchBar(ChartWidget &chart) : QFrame(&chart), m_chart(chart), m_words(new QLineEdit), m_count(new QLabel)
{
    setProperty("card", true);
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(6);
    m_words->setMinimumWidth(220);
    m_words->setClearButtonEnabled(true);
    row->addWidget(m_words);
    row->addWidget(m_count);
    m_previous = addButton(row, QStringLiteral("▲"));
    m_next = addButton(row, QStringLiteral("▼"));
    m_close = addButton(row, QStringLiteral("✕"));
    hide();
    connect(m_words, &QLineEdit::textChanged, this, &SearchBar::search);
    connect(m_previous, &QToolButton::clicked, this, &SearchBar::previous);
    connect(m_next, &QToolButton::clicked, this, &SearchBar::next);
    connect(m_close, &QToolButton::clicked, this, &SearchBar::leave);
    m_words->installEventFilter(this);
    chart.installEventFilter(this);
    retranslate();
}

void SearchBar::open()
{
    show();
    raise();
    place();
    m_words->setFocus();
    m_words->selectAll();
    search();
}

void SearchBar::leave()
{
    hide();
    m_chart.setFocus();
}

/// The trace may have grown since.
void SearchBar::search()
{
    m_matches = searchRuns(m_chart.stage(), m_words->text());
    m_at.reset();
    showCount();
}

void SearchBar::go(int by)
{
    if (m_matches.empty())
        search();
    if (m_matches.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_matches.size());
    const std::ptrdiff_t from = m_at ? static_cast<std::ptrdiff_t>(*m_at) : by > 0 ? -1 : 0;
    m_at = static_cast<std::size_t>((from + by + count) % count);
    const SearchMatch match = m_matches[*m_at];
    if (match.place.run >= m_chart.stage().runCount()) { // other runs are on the stage
        search();
        return;
    }
    // A task that can be seen is only pointed out: going back to its beginning would clear the chart.
    const bool seen = match.isTask && match.event < m_chart.stage().moment(match.place.run).cursor;
    if (!seen)
        Q_EMIT m_chart.eventChosen(match.place.run, match.event);
    m_chart.reveal(match.place);
    showCount();
}

void SearchBar::showCount()
{
    if (m_words->text().trimmed().isEmpty())
        m_count->clear();
    else if (m_matches.empty())
        m_count->setText(tr("not found"));
    else
        m_count->setText(m_at ? tr("%1 of %2").arg(*m_at + 1).arg(m_matches.size())
                              : tr("%n found", nullptr, static_cast<int>(m_matches.size())));
    m_next->setEnabled(!m_matches.empty());
    m_previous->setEnabled(!m_matches.empty());
    place();
}

void SearchBar::place()
{
    adjustSize();
    move(m_chart.width() - width() - 30, 14);
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_chart && event->type() == QEvent::Resize)
        place();
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        go(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    }
    return false;
}

void SearchBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchBar::retranslate()
{
    m_words->setPlaceholderText(tr("Search tasks and events"));
    m_words->setAccessibleName(tr("Search tasks and events"));
    access::setControl(*m_previous, tr("Previous match"), tr("Shift+F3"));
    access::setControl(*m_next, tr("Next match"), tr("F3"));
    access::setControl(*m_close, tr("Close"), tr("Esc"));
    setAccessibleName(tr("Search tasks and events"));
    showCount();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/chart_card.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/icons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace coroscope {

namespace {

constexpr QMargins kCardInside{14, 8, 6, 8};
constexpr int kCardBelow = 6;
constexpr double kMostCardHeight = 0.45; ///< of the window's: the chart needs the rest

} // namespace

ChartCard::ChartCard(QWidget *content, const Appearance &appearance, const QString &keys, QWidget *parent)
    : QWidget(parent), m_content(content), m_scroll(new QScrollArea), m_close(new QToolButton), m_keys(keys)
{
    auto *frame = new QFrame;
    frame->setProperty("card", QStringLiteral("accent"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(frame);
    column->addSpacing(kCardBelow);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(kCardInside);
    row->addWidget(m_scroll, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(content);
    lines->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus);
    for (QWidget *clear : {m_scroll->viewport(), inside, content})
        clear->setAutoFillBackground(false);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAutoRaise(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    const auto restyle = [this, &appearance] { m_close->setIcon(symbolIcon(Symbol::Close, appearance.theme().text)); };
    connect(&appearance, &Appearance::changed, this, restyle);
    restyle();
    hide();
}

void ChartCard::setNames(const QString &name, const QString &close)
{
    setAccessibleName(name);
    m_scroll->setAccessibleName(name);
    access::setControl(*m_close, close, m_keys);
}

/// A layout asks the layout of a widget for its height, never the widget itself; and the scroll area in it has none.
void ChartCard::fit()
{
    setFixedHeight(heightFor(width()));
}

int ChartCard::heightFor(int width) const
{
    const QMargins margins = contentsMargins() + kCardInside;
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int room = width - margins.left() - margins.right() - m_close->sizeHint().width() - bar - 12;
    const QLayout &lines = *m_content->layout();
    const int text =
        lines.hasHeightForWidth() ? lines.totalHeightForWidth(std::max(100, room)) : lines.totalSizeHint().height();
    const int around = margins.top() + margins.bottom() + kCardBelow + 4;
    return std::min(text + around, static_cast<int>(window()->height() * kMostCardHeight));
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        fit(); // the text breaks in other places
}

void ChartCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fit();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/card.h"

#include <QFrame>
#include <QVBoxLayout>

namespace coroscope {

QFrame *inCard(QWidget *content)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(6, 4, 6, 6);
    column->addWidget(content);
    return card;
}

QLayout *withRoom(QWidget *content, const QMargins &room)
{
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(room);
    layout->addWidget(content);
    return layout;
}

QWidget *inRoom(QWidget *content, const QMargins &room)
{
    auto *widget = new QWidget;
    widget->setLayout(withRoom(content, room));
    return widget;
}

} // namespace coroscope

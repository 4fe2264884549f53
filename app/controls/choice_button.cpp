// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/choice_button.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QWheelEvent>

namespace coroscope {

ChoiceButton::ChoiceButton(const Appearance &appearance, QWidget *parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the text
    setIconSize(QSize(14, 14));
    setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(this);
    menu->setLayoutDirection(Qt::LeftToRight);
    setMenu(menu);
    const auto restyle = [this, &appearance] { setIcon(symbolIcon(Symbol::Open, appearance.theme().mutedText)); };
    restyle();
    connect(&appearance, &Appearance::changed, this, restyle);
}

void ChoiceButton::setWhat(const QString &what, const QString &keys)
{
    m_what = what;
    m_keys = keys;
    nameIt();
}

/// With what is chosen.
void ChoiceButton::nameIt()
{
    const QString tip = m_keys.isEmpty() ? m_what : QStringLiteral("%1 (%2)").arg(m_what, m_keys);
    access::setControl(*this, m_choices.isEmpty() ? m_what : tr("%1: %2").arg(m_what, m_choices[m_current]), m_keys,
                       tip);
}

void ChoiceButton::setChoices(const QStringList &choices)
{
    m_choices = choices;
    menu()->clear();
    int width = 0;
    for (int i = 0; i < choices.size(); ++i) {
        QAction *action = menu()->addAction(choices[i]);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i] { choose(i); });
        width = std::max(width, fontMetrics().horizontalAdvance(choices[i]));
    }
    setMinimumWidth(width + iconSize().width() + 34);
    setCurrent(m_current < choices.size() ? m_current : 0);
}

void ChoiceButton::setCurrent(int index)
{
    if (index < 0 || index >= m_choices.size())
        return;
    m_current = index;
    setText(m_choices[index]);
    for (int i = 0; i < m_choices.size(); ++i)
        menu()->actions().at(i)->setChecked(i == index);
    nameIt();
}

void ChoiceButton::choose(int index)
{
    if (index < 0 || index >= m_choices.size())
        return;
    setCurrent(index);
    Q_EMIT chosen(index);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up)
        choose(m_current + 1);
    else if (event->key() == Qt::Key_Down)
        choose(m_current - 1);
    else
        QToolButton::keyPressEvent(event);
}

void ChoiceButton::wheelEvent(QWheelEvent *event)
{
    choose(m_current + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

} // namespace coroscope

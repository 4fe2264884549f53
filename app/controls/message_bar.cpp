// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/message_bar.h"

#include "app/controls/appearance.h"
#include "app/controls/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace coroscope {

MessageBar::MessageBar(const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_sentence(new QLabel(this)), m_close(new QToolButton(this))
{
    setProperty("card", QStringLiteral("message"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_close);
    const auto restyle = [this, &appearance] { m_close->setIcon(symbolIcon(Symbol::Close, appearance.theme().text)); };
    restyle();
    connect(&appearance, &Appearance::changed, this, restyle);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    hide();
}

void MessageBar::tell(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBar::retranslate()
{
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
}

} // namespace coroscope

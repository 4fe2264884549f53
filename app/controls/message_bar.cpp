// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/message_bar.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace coroscope {

MessageBar::MessageBar(const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_sign(new QLabel(this)), m_sentence(new QLabel(this)), m_close(new QToolButton(this))
{
    setProperty("card", QStringLiteral("message"));
    access::setRole(*this, QAccessible::AlertMessage);
    access::setRole(*m_sentence, QAccessible::Notification);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(m_sign);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_close);
    const auto restyle = [this, &appearance] { m_close->setIcon(symbolIcon(Symbol::Close, appearance.theme().text)); };
    restyle();
    connect(&appearance, &Appearance::changed, this, restyle);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    hide();
}

void MessageBar::tell(const QString &sentence, Kind kind)
{
    const bool shown = isVisible(); // else that it appears is announcement enough
    setProperty("card", kind == Kind::Trouble ? QStringLiteral("trouble") : QStringLiteral("message"));
    style()->unpolish(this);
    style()->polish(this);
    m_sign->setText(kind == Kind::Trouble ? QStringLiteral("⚠") : QStringLiteral("ℹ"));
    m_sentence->setText(sentence);
    access::setName(*this, sentence);
    show();
    if (shown)
        access::announce(*m_sentence);
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
    access::setControl(*m_close, tr("Close this message"), tr("Escape"));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/why_view.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace coroscope {

WhyView::WhyView(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_heading(new QLabel), m_lines(new QGridLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_heading->setObjectName(QStringLiteral("whyHeading"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setTextFormat(Qt::PlainText);
    access::setRole(*m_heading, QAccessible::Notification);
    column->addWidget(m_heading);
    m_lines->setHorizontalSpacing(8);
    m_lines->setVerticalSpacing(2);
    m_lines->setColumnStretch(1, 1);
    column->addLayout(m_lines);
    connect(&appearance, &Appearance::changed, this, &WhyView::restyle);
}

void WhyView::show(const QString &heading, const QList<Line> &lines)
{
    qDeleteAll(m_times);
    qDeleteAll(m_texts);
    m_times.clear();
    m_texts.clear();
    m_heading->setText(heading);
    for (const Line &line : lines) {
        auto *time = new QToolButton;
        time->setProperty("role", QStringLiteral("link"));
        access::setRole(*time, QAccessible::Link);
        time->setText(line.time);
        time->setFocusPolicy(Qt::TabFocus);
        access::setDescription(*time, line.text);
        time->setToolTip(tr("Shows the run at this instant"));
        auto *text = new QLabel(line.text);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        connect(time, &QToolButton::clicked, this, [this, event = line.event] { Q_EMIT eventChosen(event); });
        const auto row = static_cast<int>(m_texts.size());
        m_lines->addWidget(time, row, 0, Qt::AlignTop | Qt::AlignRight);
        m_lines->addWidget(text, row, 1);
        m_times.append(time);
        m_texts.append(text);
    }
    restyle();
    QString spoken = heading;
    for (const Line &line : lines)
        spoken += QLatin1Char('\n') + line.text;
    access::setName(*m_heading, spoken);
    access::announce(*m_heading);
}

QStringList WhyView::texts() const
{
    QStringList texts;
    for (const QLabel *text : m_texts)
        texts << text->text();
    return texts;
}

void WhyView::setMagnified(bool magnified)
{
    m_magnified = magnified;
    restyle();
}

void WhyView::restyle()
{
    QFont font(timeline::fontFamily());
    font.setPointSizeF(m_appearance.pointSize() * (m_magnified ? 1.2 : 1.0));
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(font);
    Q_EMIT resized();
}

void WhyView::focusFirst()
{
    if (!m_times.isEmpty())
        m_times.first()->setFocus(Qt::TabFocusReason);
}

} // namespace coroscope

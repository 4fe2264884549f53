// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/explanationstrip.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace coroscope {

ExplanationStrip::ExplanationStrip(const Stage &stage, QWidget *parent) : Panel(stage, parent), m_label(new QLabel)
{
    auto *frame = new QFrame(this);
    frame->setProperty("card", QStringLiteral("accent"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_label->setAccessibleName(tr("Explanation"));
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(14, 6, 14, 6);
    inside->addWidget(m_label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(frame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    sizeToFont();
}

/// Room for two lines at all times: the charts must not jump with every sentence.
void ExplanationStrip::sizeToFont()
{
    QFont large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * (m_magnified ? 1.6 : 1.08));
    m_label->setFont(large);
    m_label->setFixedHeight(QFontMetrics(large).lineSpacing() * 2 + 2);
}

void ExplanationStrip::setMagnified(bool magnified)
{
    m_magnified = magnified;
    sizeToFont();
}

QString ExplanationStrip::text() const
{
    return m_label->text();
}

void ExplanationStrip::resetView()
{
    m_narrator.reset();
}

QString ExplanationStrip::sentence()
{
    if (moment().cursor == 0)
        return tr("Nothing has run yet: press Space to play.");
    if (!m_narrator || &m_narrator->names() != &describer().names()) // another run is in focus
        m_narrator.emplace(describer().names());
    m_narrator->update();
    return m_narrator->at(moment().until());
}

void ExplanationStrip::updateView()
{
    const QString text = stage().empty() ? tr("Choose a lesson on the left.") : sentence();
    if (text != m_label->text())
        m_label->setText(text);
}

void ExplanationStrip::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_label->setAccessibleName(tr("Explanation"));
        updateView();
    } else if (event->type() == QEvent::ApplicationFontChange) {
        sizeToFont();
    }
}

} // namespace coroscope

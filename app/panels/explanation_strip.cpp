// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/explanation_strip.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace coroscope {

namespace {

constexpr int kMargin = 14;

} // namespace

ExplanationStrip::ExplanationStrip(const Stage &stage, QWidget *parent) : Panel(stage, parent), m_label(new QLabel)
{
    auto *frame = new QFrame(this);
    frame->setProperty("card", QStringLiteral("accent"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_label->setAccessibleName(tr("Explanation"));
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(kMargin, 6, kMargin, 6);
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
    const QFont large = fullFont();
    m_label->setFont(large);
    m_label->setFixedHeight(QFontMetrics(large).lineSpacing() * 2 + 2);
    fitText();
}

QFont ExplanationStrip::fullFont() const
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * (m_magnified ? 1.6 : 1.08));
    return font;
}

/// A sentence that needs more than the two lines is set in smaller type, so that none of it is cut off.
void ExplanationStrip::fitText()
{
    constexpr double kSmallest = 0.6;
    constexpr double kStep = 0.5;
    QFont font = fullFont();
    const double least = font.pointSizeF() * kSmallest;
    const QRect room(0, 0, contentsRect().width() - 2 * (kMargin + 1), QWIDGETSIZE_MAX); // within the frame's line
    const auto fits = [&] {
        return QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, m_label->text()).height() <= m_label->height();
    };
    while (!fits() && font.pointSizeF() - kStep >= least)
        font.setPointSizeF(font.pointSizeF() - kStep);
    if (font != m_label->font())
        m_label->setFont(font);
}

void ExplanationStrip::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fitText();
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
    if (text == m_label->text())
        return;
    m_label->setText(text);
    fitText();
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

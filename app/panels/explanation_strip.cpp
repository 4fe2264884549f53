// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/explanation_strip.h"

#include "app/access/spoken.h"
#include "app/panels/transport_bar.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kMargin = 14;
constexpr int kHeard = 2000; ///< milliseconds that it takes to listen to a sentence

} // namespace

ExplanationStrip::ExplanationStrip(const Stage &stage, QWidget *parent)
    : Panel(stage, parent), m_label(new QLabel), m_status(new QLabel)
{
    auto *frame = new QFrame(this);
    frame->setProperty("card", QStringLiteral("accent"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    access::setQuiet(*m_label);
    access::setRole(*m_label, QAccessible::Notification);
    setAccessibleName(tr("Explanation"));
    connect(&stage.playback(), &Playback::playingChanged, this, &ExplanationStrip::announce);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ExplanationStrip::announceNow);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(kMargin, 6, kMargin, 6);
    m_status->setAlignment(Qt::AlignVCenter | Qt::AlignRight);
    m_status->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_label, 1);
    row->addWidget(m_status);
    inside->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(frame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    sizeToFont();
    connect(&stage.playback(), &Playback::playingChanged, this, &ExplanationStrip::showStatus);
    connect(&stage.playback(), &Playback::speedChanged, this, &ExplanationStrip::showStatus);
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
    const int beside = m_magnified ? m_status->minimumWidth() + layout()->spacing() : 0;
    const QRect room(0, 0, contentsRect().width() - 2 * (kMargin + 1) - beside,
                     QWIDGETSIZE_MAX); // within the frame's line
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

/// Where the transport is not shown: whether time runs, what the clock says, and how fast it goes unless it goes as it
/// should.
void ExplanationStrip::showStatus()
{
    if (!m_magnified) { // the bar with the time is there
        m_status->clear();
        m_status->setAccessibleName(QString());
        return;
    }
    const Playback &playback = stage().playback();
    const double speed = playback.speed();
    QString text = (playback.playing() ? QStringLiteral("▶ ") : QStringLiteral("❚❚ ")) + clockText(playback.now());
    if (speed == Playback::kFullSpeed)
        text += tr(" · max.", "speed");
    else if (speed != 1)
        text += tr(" · %1×", "speed").arg(QLocale().toString(speed));
    m_status->setText(text);
    m_status->setAccessibleName(playback.playing() ? tr("plays: %1").arg(text) : tr("paused: %1").arg(text));
    QFont font = fullFont();
    font.setBold(true);
    m_status->setFont(font);
    // Of a fixed width, or the sentence beside it would be set anew with each frame.
    const int wide = QFontMetrics(font).horizontalAdvance(text.size() > 12 ? QStringLiteral("❚❚ 000.000 s · 0.25×")
                                                                           : QStringLiteral("❚❚ 000.000 s"));
    m_status->setMinimumWidth(std::max(wide, m_status->minimumWidth()));
}

void ExplanationStrip::setMagnified(bool magnified)
{
    m_magnified = magnified;
    m_status->setVisible(magnified);
    m_status->setMinimumWidth(0);
    showStatus();
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

void ExplanationStrip::setAwaitsProgram(bool awaits)
{
    m_awaitsProgram = awaits;
    updateView();
}

void ExplanationStrip::updateView()
{
    const QString idle =
        m_awaitsProgram ? tr("Run the program: what happens in it is told here.") : tr("Choose a lesson on the left.");
    const QString text = stage().empty() ? idle : sentence();
    if (m_magnified)
        showStatus();
    if (text == m_label->text())
        return;
    m_label->setText(text);
    fitText();
    announce();
}

void ExplanationStrip::announce()
{
    if (QAccessible::isActive())
        m_soon.start();
}

void ExplanationStrip::announceNow()
{
    const bool tooSoon =
        stage().playback().playing() && m_sinceAnnounced.isValid() && m_sinceAnnounced.elapsed() < kHeard;
    if (tooSoon || m_announced == m_label->text() || !isVisible())
        return;
    m_announced = m_label->text();
    m_sinceAnnounced.start();
    access::announce(*m_label);
}

void ExplanationStrip::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Explanation"));
        showStatus();
        updateView();
    } else if (event->type() == QEvent::ApplicationFontChange) {
        sizeToFont();
    }
}

} // namespace coroscope

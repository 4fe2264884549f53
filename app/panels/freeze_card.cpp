// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/freeze_card.h"

#include "app/access/spoken.h"
#include "app/controls/metronome.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

using namespace std::chrono_literals;

/// What nobody sees as standing still: a few frames.
constexpr std::chrono::nanoseconds kUnseen = 100ms;

} // namespace

FreezeCard::FreezeCard(const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_sentence(new QLabel), m_metronome(new Metronome(appearance)), m_close(new QPushButton)
{
    setProperty("card", QStringLiteral("message"));
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("freeze"));
    access::setRole(*this, QAccessible::AlertMessage);
    access::setRole(*m_sentence, QAccessible::Notification);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_close->setObjectName(QStringLiteral("closeFreeze"));
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 12);
    column->addWidget(m_metronome);
    column->addWidget(m_sentence);
    column->addWidget(m_close, 0, Qt::AlignHCenter);
    retranslate();
    parent->installEventFilter(this);
    hide();
}

void FreezeCard::begin(const QString &lesson)
{
    m_lesson = lesson;
    m_measures = true;
    m_metronome->start();
    retranslate();
    place();
    show();
    raise();
}

void FreezeCard::end()
{
    m_measures = false;
    m_metronome->stop();
    retranslate();
    place();
    access::announce(*m_sentence);
}

std::chrono::nanoseconds FreezeCard::longestGap() const
{
    return m_metronome->longestGap();
}

QString FreezeCard::sentence() const
{
    return m_sentence->text();
}

void FreezeCard::retranslate()
{
    const double milliseconds = std::chrono::duration<double, std::milli>(longestGap()).count();
    const QLocale locale;
    if (m_measures)
        m_sentence->setText(tr("“%1” runs on the window's own thread: what blocks stops the metronome.").arg(m_lesson));
    else if (longestGap() > kUnseen)
        m_sentence->setText(tr("The window stood still for %1 s: a blocking call kept its thread.")
                                .arg(locale.toString(milliseconds / 1000, 'f', 2)));
    else
        m_sentence->setText(tr("The window went on: never more than %1 ms between two frames. Whoever awaits gives "
                               "the thread back.")
                                .arg(locale.toString(milliseconds, 'f', 0)));
    m_close->setText(tr("Close"));
    m_close->setVisible(!m_measures);
}

void FreezeCard::place()
{
    constexpr int kMargin = 16;
    const QWidget &parent = *parentWidget();
    const int width = std::min(parent.width() - 2 * kMargin, fontMetrics().averageCharWidth() * 64);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setGeometry((parent.width() - width) / 2, kMargin * 3, width, height);
}

void FreezeCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool FreezeCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/metronome.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace coroscope {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kSwing = 1200ms; ///< there and back

} // namespace

Metronome::Metronome(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    access::setRole(*this, QAccessible::NoRole);
    m_frames.setTimerType(Qt::PreciseTimer);
    m_frames.setInterval(16ms);
    connect(&m_frames, &QTimer::timeout, this, &Metronome::frame);
}

void Metronome::start()
{
    m_since.start();
    m_last = m_longest = {};
    m_frames.start();
    update();
}

void Metronome::stop()
{
    m_frames.stop();
}

void Metronome::frame()
{
    const std::chrono::nanoseconds now(m_since.nsecsElapsed());
    m_longest = std::max(m_longest, now - m_last);
    m_last = now;
    update();
}

QSize Metronome::sizeHint() const
{
    const int height = fontMetrics().height() * 2;
    return {height * 10, height};
}

void Metronome::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const timeline::Theme &theme = m_appearance.theme();
    const double radius = height() / 4.0;
    const double middle = height() / 2.0;
    const double reach = width() / 2.0 - radius - 2;
    painter.setPen(QPen(theme.grid, 2));
    painter.drawLine(QPointF(radius, middle), QPointF(width() - radius, middle));
    const double phase = static_cast<double>(m_last.count()) / static_cast<double>(kSwing.count());
    const double place = width() / 2.0 - reach * std::cos(phase * 2 * std::numbers::pi);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(QPointF(place, middle), radius, radius);
}

} // namespace coroscope

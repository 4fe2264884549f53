// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/time_slider.h"

#include "app/timeline/describe.h"

#include <QSignalBlocker>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

namespace coroscope {

namespace {

constexpr int kSteps = 10000;
constexpr double kStep = 0.1; ///< seconds: what assistive technology moves it by

} // namespace

TimeSlider::TimeSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, kSteps);
    connect(this, &QSlider::valueChanged, this, [this](int value) {
        m_shown = value;
        Q_EMIT sought(
            Duration(std::llround(static_cast<double>(value) / kSteps * static_cast<double>(m_whole.count()))));
    });
}

void TimeSlider::show(Duration now, Duration whole, bool moving)
{
    m_countsSteps = false;
    move(now, whole, moving);
}

void TimeSlider::showSteps(int step, int steps, bool moving)
{
    m_countsSteps = true;
    move(std::chrono::seconds(step), std::chrono::seconds(steps), moving);
}

void TimeSlider::move(Duration now, Duration whole, bool moving)
{
    m_now = now;
    m_whole = whole;
    const int shown = static_cast<int>(std::lround(
        static_cast<double>(now.count()) / static_cast<double>(std::max<std::int64_t>(whole.count(), 1)) * kSteps));
    if (shown != m_shown) {
        m_shown = shown;
        update();
    }
    if (moving)
        return;
    const QSignalBlocker blocker(this);
    setValue(m_shown);
}

double TimeSlider::realValue() const
{
    return toSeconds(m_now);
}

access::RealValue::Range TimeSlider::realRange() const
{
    return {.least = 0, .most = toSeconds(m_whole), .step = m_countsSteps ? 1 : kStep};
}

QString TimeSlider::realText() const
{
    if (m_countsSteps)
        return tr("step %1").arg(std::llround(toSeconds(m_now)));
    return timeline::durationText(m_now);
}

void TimeSlider::setRealValue(double value)
{
    Q_EMIT sought(std::clamp(fromSeconds(value), Duration{}, m_whole));
}

void TimeSlider::initStyleOption(QStyleOptionSlider *option) const
{
    QSlider::initStyleOption(option);
    option->sliderPosition = isSliderDown() ? sliderPosition() : m_shown;
    option->sliderValue = option->sliderPosition;
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/sleep_drag.h"

#include "app/session/session.h"

#include <algorithm>
#include <cmath>

namespace coroscope {

SleepDrag::SleepDrag(Session &session, const Stage &stage, QObject *parent)
    : QObject(parent), m_session(session), m_stage(stage)
{
    connect(&stage, &Stage::reset, this, [this] { m_sleep.reset(); });
}

bool SleepDrag::canDrag(std::size_t run, ActorId actor, std::size_t span)
{
    if (m_sleep && m_sleep->run == run && m_sleep->actor == actor && m_sleep->span == span)
        return m_sleep->parameter.has_value();
    m_sleep = Sleep{run, actor, span, std::nullopt, {}};
    const Lesson *lesson = findLesson(m_stage.run(run).id().toStdString());
    // Of a lesson that stands there twice, with other values, only the run itself.
    const bool itself = run == m_session.position() || (lesson && lesson != m_session.current());
    if (lesson && itself)
        m_sleep->parameter =
            sleepParameter(*lesson, m_session.settingsOf(*lesson), m_stage.run(run).spans(), actor, span);
    return m_sleep->parameter.has_value();
}

std::optional<timeline::AxisRange> SleepDrag::dragTo(double position)
{
    if (!m_sleep || !m_sleep->parameter)
        return std::nullopt;
    const Span &sleep = m_stage.run(m_sleep->run).spans().lane(m_sleep->actor).spans[m_sleep->span];
    const auto begin = static_cast<double>(nanosecondsOf(sleep.begin));
    const double before = static_cast<double>(sleep.value) - begin;
    // Round steps of about a fiftieth of what the sleep was: 0.5 s moves by 0.01 s, 1 s by 0.02 s.
    const double step = std::max(1e6, std::pow(10, std::floor(std::log10(std::max(before, 1e6) / 10)))) * 0.5;
    const double rounded = std::round((position - begin) / step) * step;
    const SleepParameter &parameter = *m_sleep->parameter;
    m_sleep->length =
        std::clamp(Duration(std::llround(rounded)), std::max<Duration>(parameter.least, 0ms), parameter.most);
    return timeline::AxisRange{begin, begin + static_cast<double>(m_sleep->length.count())};
}

void SleepDrag::drop()
{
    if (!m_sleep || !m_sleep->parameter)
        return;
    const QString id = m_stage.run(m_sleep->run).id();
    const Lesson *lesson = findLesson(id.toStdString());
    const std::string written = withSleep(*lesson, m_session.settingsOf(*lesson), *m_sleep->parameter, m_sleep->length);
    const QString name = QString::fromStdString(m_sleep->parameter->name);
    m_sleep.reset();
    if (id == m_session.lesson()) {
        m_session.setParameter(name, QString::fromStdString(written));
        return;
    }
    m_session.set(id, name, QString::fromStdString(written));
    m_session.open(m_session.lesson());
}

} // namespace coroscope

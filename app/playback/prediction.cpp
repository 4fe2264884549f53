// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/prediction.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace coroscope {

Prediction::Prediction(Playback &playback, QObject *parent) : QObject(parent), m_playback(playback)
{
    connect(&playback, &Playback::switchPending, this, &Prediction::ask);
    connect(&playback, &Playback::loaded, this, &Prediction::forget);
    connect(&playback, &Playback::changed, this, [this] {
        // The lecturer has gone elsewhere: the question was about another moment.
        if (!m_stepping && m_taker && m_playback.nextTaker(m_run) != m_taker)
            forget();
    });
}

void Prediction::setOn(bool on, std::size_t run)
{
    m_on = on;
    m_run = run < m_playback.runCount() ? run : 0;
    m_right = 0;
    m_answered = 0;
    m_playback.setAsking(on);
    forget();
}

void Prediction::forget()
{
    m_taker.reset();
    m_told.reset();
    m_candidates.clear();
    if (m_run >= m_playback.runCount())
        m_run = 0;
    Q_EMIT changed();
}

void Prediction::ask()
{
    m_told.reset();
    m_candidates.clear();
    const Moment moment = m_playback.moment(m_run);
    const std::optional<ActorId> taker = m_playback.nextTaker(m_run);
    for (const Lane &lane : moment.spans->lanes()) {
        if (lane.actor != ActorId::Main && lane.kind != ActorKind::Worker && lane.createdBy < moment.cursor
            && moment.spanOf(lane))
            m_candidates.push_back(lane.actor);
    }
    const auto place = taker ? std::ranges::find(m_candidates, *taker) : m_candidates.end();
    if (m_candidates.size() < 2 || place == m_candidates.end()) {
        m_playback.passSwitch();
        return;
    }
    // Of very many, those around the one it will be, wherever it stands among them.
    if (m_candidates.size() > kMostCandidates) {
        const auto index = static_cast<std::size_t>(place - m_candidates.begin());
        const std::size_t first = std::min(index - index % kMostCandidates, m_candidates.size() - kMostCandidates);
        m_candidates = {m_candidates.begin() + static_cast<std::ptrdiff_t>(first),
                        m_candidates.begin() + static_cast<std::ptrdiff_t>(first + kMostCandidates)};
    }
    m_taker = taker;
    Q_EMIT changed();
}

void Prediction::answer(ActorId actor)
{
    if (!m_taker)
        return;
    m_told = Told{*m_taker, actor};
    ++m_answered;
    m_right += m_told->right();
    reveal();
}

void Prediction::reveal()
{
    if (!m_taker)
        return;
    if (!m_told)
        m_told = Told{*m_taker, std::nullopt};
    m_taker.reset();
    const QScopedValueRollback stepping(m_stepping, true);
    m_playback.stepForward(StepKind::Switch);
    Q_EMIT changed();
}

void Prediction::goOn()
{
    if (m_taker) {
        reveal();
        return;
    }
    m_told.reset();
    m_playback.setPlaying(true);
    Q_EMIT changed();
}

} // namespace coroscope

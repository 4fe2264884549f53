// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/exercise_round.h"

#include "app/exercises/make_exercises.h"
#include "app/session/session.h"

namespace coroscope {

namespace {

constexpr EventIndex kMostEventsAsked = 200'000; ///< of a run about which questions can be asked at once

} // namespace

/// The run once more, to its end.
struct ExerciseRound::Run {
    explicit Run(std::unique_ptr<Recording> made) : recording(std::move(made)), names(recording->spans())
    {
        over = recording->recordToEnd(kMostEventsAsked);
        recording->record(Instant{}, 0); // the spans of what was there already
        names.update();
    }
    std::unique_ptr<Recording> recording;
    Names names;
    bool over = false;
};

ExerciseRound::ExerciseRound(Session &session, Playback &playback, QObject *parent)
    : QObject(parent), m_session(session), m_playback(playback)
{
    connect(&session, &Session::opened, this, &ExerciseRound::end);
}

ExerciseRound::~ExerciseRound() = default;

QString ExerciseRound::begin()
{
    end();
    auto made = m_session.recordAgain();
    if (!made || m_session.position() >= m_playback.runCount())
        return tr("There is no run to ask about.");
    auto run = std::make_unique<Run>(std::move(made));
    if (!run->over)
        return tr("The run is not over, or too long: exercises are made of a run that has ended.");
    const RunOrigin &origin = m_playback.run(m_session.position()).origin();
    m_all = exercises::makeExercises(run->names,
                                     exercises::sourceOf(run->recording->trace(), origin.lesson, origin.settings));
    if (m_all.empty())
        return tr("Nothing in this run can be asked about.");
    m_run = std::move(run);
    m_playback.forgetSeen(); // how long it takes is one of the questions
    m_index = 0;
    m_score = {};
    stand();
    Q_EMIT changed();
    return {};
}

void ExerciseRound::end()
{
    if (!m_run)
        return;
    m_run.reset();
    m_all.clear();
    m_verdict.reset();
    Q_EMIT changed();
}

const Names &ExerciseRound::names() const
{
    return m_run->names;
}

/// Where the question is about: what comes is not seen.
void ExerciseRound::stand()
{
    m_verdict.reset();
    m_answer.clear();
    m_playback.setPlaying(false);
    if (over())
        return;
    if (current().kind == exercises::Kind::Who && current().event > 0)
        m_playback.seekEvent(m_session.position(), current().event - 1);
    else
        m_playback.toStart();
}

void ExerciseRound::answer(const QList<int> &answer)
{
    if (!active() || over() || m_verdict)
        return;
    m_answer = answer;
    m_unsure = false;
    judge(exercises::check(current(), answer));
    m_score.right += m_verdict->right;
    m_score.wrong += !m_verdict->right;
    if (m_verdict->belief != exercises::Belief::None)
        ++m_score.beliefs[m_verdict->belief];
    Q_EMIT changed();
}

void ExerciseRound::answerUnsure()
{
    if (!active() || over() || m_verdict)
        return;
    m_unsure = true;
    judge(exercises::unsure(current()));
    ++m_score.unsure;
    Q_EMIT changed();
}

void ExerciseRound::judge(const exercises::Verdict &verdict)
{
    m_verdict = verdict;
    if (!verdict.right)
        playPassage();
}

void ExerciseRound::playPassage()
{
    if (!m_verdict)
        return;
    const exercises::Passage &passage = m_verdict->shows;
    m_playback.playPassage(passage.from, {.run = m_session.position(), .at = passage.until, .cursor = passage.cursor});
}

void ExerciseRound::next()
{
    if (!active() || over() || !m_verdict)
        return;
    ++m_index;
    stand();
    Q_EMIT changed();
}

} // namespace coroscope

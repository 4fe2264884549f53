// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lesson_dialogue.h"

#include "app/exercises/lesson_facts.h"
#include "app/playback/run_source.h"
#include "app/session/program_session.h"
#include "app/session/session.h"

#include <algorithm>

namespace coroscope {

namespace {

constexpr EventIndex kMostEvents = 40'000; ///< of a run that is made aside: some milliseconds

/// What somebody else has recorded, and its facts.
struct FinishedRun {
    explicit FinishedRun(const Spans &spans) : names(spans)
    {
        names.update();
        facts.emplace(names);
    }
    Names names;
    std::optional<formats::LessonFacts> facts;
};

} // namespace

/// Of a lesson, run aside.
struct LessonDialogue::Facts {
    Facts(const Lesson &lesson, const Settings &settings) : recording(recordLesson(lesson, settings, QString()))
    {
        if (recording->recordToEnd(kMostEvents))
            run.emplace(recording->spans());
    }
    std::unique_ptr<Recording> recording;
    std::optional<FinishedRun> run; ///< none of one that is too long
};

LessonDialogue::LessonDialogue(Session &session, Playback &playback, ProgramSession &programs, QObject *parent)
    : QObject(parent), m_session(session), m_playback(playback), m_programs(programs)
{
    connect(&session, &Session::opened, this, &LessonDialogue::showOpened);
    connect(&playback, &Playback::changed, this, &LessonDialogue::look);
}

LessonDialogue::~LessonDialogue() = default;

const formats::LessonTexts &LessonDialogue::texts() const
{
    static const formats::LessonTexts kNone;
    return m_lesson.isEmpty() ? kNone : formats::lessonTexts(m_lesson, formats::textLanguage());
}

bool LessonDialogue::hasQuestion() const
{
    return m_session.current() && !texts().ask.answers.isEmpty();
}

void LessonDialogue::setAsksFirst(bool asks)
{
    m_asksFirst = asks;
    const auto waits = [this](const Lesson &lesson) {
        const QString id = QString::fromStdString(lesson.id);
        const Answer before = id == m_lesson ? m_said.answer : m_before.value(id).answer;
        return before == Answer::None && !formats::lessonTexts(id, formats::textLanguage()).ask.answers.isEmpty();
    };
    m_session.setWaits(asks ? std::function<bool(const Lesson &)>(waits) : nullptr);
    Q_EMIT changed();
}

void LessonDialogue::showOpened()
{
    const QString lesson = m_session.current() ? m_session.lesson() : m_programs.lesson();
    if (lesson != m_lesson) {
        m_before.insert(m_lesson, m_said);
        m_lesson = lesson;
        m_said = m_before.value(lesson);
        m_facts.reset();
        m_goals.clear();
    }
    m_checked = nullptr;
    checkGoals();
    Q_EMIT changed();
}

// The question -------------------------------------------------------------------------------------------------

void LessonDialogue::ask()
{
    if (!hasQuestion())
        return;
    m_said = {};
    m_playback.forgetSeen();
    Q_EMIT changed();
    Q_EMIT asked();
}

void LessonDialogue::answer(int index)
{
    if (hasQuestion() && index >= 0 && index < texts().ask.answers.size())
        give(index == rightAnswer() ? Answer::Right : Answer::Wrong, index);
}

void LessonDialogue::answerUnsure()
{
    if (hasQuestion())
        give(Answer::Unsure, -1);
}

void LessonDialogue::give(Answer answer, int index)
{
    m_said.answer = answer;
    m_said.given = index;
    m_said.misconception = m_said.misconception || answer != Answer::Right;
    Q_EMIT changed();
    Q_EMIT answeredNow();
    const bool atStart = m_playback.runCount() > 0 && m_playback.moment(0).cursor == 0;
    if (answer == Answer::Right && atStart && !m_playback.playing())
        m_playback.setPlaying(true);
}

LessonDialogue::Facts &LessonDialogue::facts()
{
    if (!m_facts) {
        const Lesson &lesson = *m_session.current();
        m_facts = std::make_unique<Facts>(lesson, lesson.defaults());
    }
    return *m_facts;
}

int LessonDialogue::rightAnswer()
{
    if (!hasQuestion() || !facts().run)
        return -1;
    const formats::Question &ask = texts().ask;
    const QString value = facts().run->facts->value(ask.fact);
    const auto right = std::ranges::find(ask.answers, value, &formats::Question::Answer::value);
    return right == ask.answers.end() ? -1 : static_cast<int>(right - ask.answers.begin());
}

// What refutes it ----------------------------------------------------------------------------------------------

void LessonDialogue::showMisconception()
{
    m_said.misconception = true;
    Q_EMIT changed();
}

std::optional<Instant> LessonDialogue::refutedAt()
{
    for (const QString &check : texts().misconception.checks) {
        if (const auto moment = formats::LessonFacts::momentOf(check); moment && m_session.current())
            return moment;
    }
    return std::nullopt;
}

void LessonDialogue::playToRefutation()
{
    if (!refutedAt() || !facts().run)
        return;
    m_session.resetParameters();
    const QStringList &checks = texts().misconception.checks;
    const auto check = std::ranges::find_if(
        checks, [](const QString &each) { return formats::LessonFacts::momentOf(each).has_value(); });
    const auto place = facts().run->facts->placeOf(*check);
    m_playback.playPassage(Instant{}, {.run = m_session.position(), .at = place->at, .cursor = place->cursor});
}

// What to notice, what to try ----------------------------------------------------------------------------------

void LessonDialogue::showNotice()
{
    m_said.notice = true;
    Q_EMIT changed();
}

/// The run goes on: its end may have been seen, and a program's run may be over.
void LessonDialogue::look()
{
    if (m_lesson.isEmpty() || m_session.position() >= m_playback.runCount())
        return;
    if (!m_said.notice && m_session.current() && m_playback.endSeen(m_session.position()))
        showNotice();
    if (!m_session.current())
        checkGoals();
}

void LessonDialogue::checkGoals()
{
    if (const Lesson *lesson = m_session.current(); lesson && !texts().goals.isEmpty()) {
        const Facts now(*lesson, m_session.settingsOf(*lesson));
        QList<Goal> goals;
        for (const formats::Goal &goal : texts().goals)
            goals << (now.run && now.run->facts->holds(goal.condition) ? Goal::Reached : Goal::NotYet);
        setGoals(goals);
        return;
    }
    if (m_session.position() >= m_playback.runCount()) {
        setGoals(QList<Goal>(texts().goals.size(), Goal::Unknown));
        return;
    }
    const Recording &recording = m_playback.run(m_session.position());
    if (!recording.finished() || m_checked == &recording)
        return;
    m_checked = &recording;
    const FinishedRun run(recording.spans());
    QList<Goal> goals;
    for (const formats::Goal &goal : texts().goals)
        goals << (run.facts->holds(goal.condition) ? Goal::Reached : Goal::NotYet);
    setGoals(goals);
}

void LessonDialogue::setGoals(const QList<Goal> &goals)
{
    if (goals == m_goals)
        return;
    m_goals = goals;
    Q_EMIT changed();
}

} // namespace coroscope

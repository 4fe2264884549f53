// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/session.h"

#include "app/formats/lesson_texts.h"
#include "app/formats/scenario_reader.h"
#include "app/playback/runsource.h"

namespace coroscope {

Session::Session(Playback &playback, QObject *parent) : QObject(parent), m_playback(playback) {}

void Session::open(const QString &lesson)
{
    const Lesson *found = findLesson(lesson.toStdString());
    if (!found)
        return;
    // Two runs halve the room of each: beside another it is shown when that was asked for.
    if (m_lesson && found != m_lesson && found != partnerLesson())
        m_compare = false;
    m_lesson = found;
    restart();
}

void Session::set(const QString &lesson, const QString &parameter, const QString &value)
{
    const Lesson *found = findLesson(lesson.toStdString());
    if (!found)
        throw SettingError(tr("there is no lesson “%1”").arg(lesson).toStdString());
    Settings settings = settingsOf(*found);
    found->set(settings, parameter.toStdString(), value.toStdString());
    m_settings.insert_or_assign(found->id, settings);
}

Settings Session::settingsOf(const Lesson &lesson) const
{
    const auto own = m_settings.find(lesson.id);
    return own == m_settings.end() ? lesson.defaults() : own->second;
}

const Lesson *Session::partnerLesson() const
{
    if (!m_lesson)
        return nullptr;
    for (const std::string &id : m_lesson->comparedWith) {
        if (const Lesson *found = findLesson(id); found && found != m_lesson)
            return found;
    }
    return nullptr;
}

QString Session::partner() const
{
    const Lesson *partner = partnerLesson();
    return partner ? QString::fromStdString(partner->id) : QString();
}

void Session::setCompared(bool compare)
{
    if (compare == m_compare)
        return;
    m_compare = compare;
    if (m_lesson)
        restart();
}

void Session::restart()
{
    std::vector<const Lesson *> shown{m_lesson};
    // The lesson that comes first in the course stands above the other, whichever was chosen.
    if (const Lesson *partner = m_compare ? partnerLesson() : nullptr)
        shown.insert(partner < m_lesson ? shown.begin() : shown.end(), partner);
    m_position = shown.front() == m_lesson ? 0 : 1;
    std::vector<std::unique_ptr<Recording>> runs;
    for (const Lesson *lesson : shown)
        runs.push_back(recordLesson(*lesson, settingsOf(*lesson), formats::lessonTitle(lesson->id, formats::textLanguage())));
    play(std::move(runs));
}

QString Session::openFile(const QString &path)
{
    auto scenario = formats::readScenario(path);
    if (!scenario)
        return scenario.error;
    m_lesson = nullptr;
    m_position = 0;
    std::vector<std::unique_ptr<Recording>> runs;
    runs.push_back(recordScenario(std::move(*scenario.value), path));
    play(std::move(runs));
    return {};
}

void Session::play(std::vector<std::unique_ptr<Recording>> runs)
{
    m_playback.load(std::move(runs));
    Q_EMIT opened();
    m_playback.setPlaying(true);
}

} // namespace coroscope

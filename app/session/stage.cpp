// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/stage.h"

namespace coroscope {

Stage::Stage(const Playback &playback, QObject *parent) : QObject(parent), m_playback(playback)
{
    connect(&playback, &Playback::loaded, this, &Stage::load);
    connect(&playback, &Playback::changed, this, &Stage::update);
    load();
}

void Stage::load()
{
    m_describers.clear();
    m_levels.clear();
    for (std::size_t run = 0; run < m_playback.runCount(); ++run) {
        m_levels.push_back(std::make_unique<Levels>(m_playback.run(run).spans()));
        m_describers.push_back(std::make_unique<timeline::Describer>(m_playback.run(run).spans()));
    }
    m_focus = m_describers.empty() ? 0 : m_describers.size() - 1;
    Q_EMIT reset();
}

void Stage::update()
{
    for (const auto &describer : m_describers)
        describer->update();
    for (const auto &levels : m_levels)
        levels->update();
    Q_EMIT changed();
}

void Stage::setNoteBook(const formats::NoteBook &notes)
{
    m_notes = &notes;
    connect(&notes, &formats::NoteBook::changed, this, &Stage::changed);
}

const std::vector<RunNote> *Stage::notes(std::size_t index) const
{
    return m_notes ? &m_notes->notes(run(index).id()) : nullptr;
}

void Stage::setFocus(std::size_t run)
{
    if (run == m_focus || run >= m_describers.size())
        return;
    m_focus = run;
    Q_EMIT reset();
    Q_EMIT changed();
}

} // namespace coroscope

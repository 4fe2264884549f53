// SPDX-License-Identifier: MIT
#include "core/loop/hand_run.h"

#include <map>

namespace coroscope {

namespace {

std::map<std::string, HandProgram, std::less<>> &handPrograms()
{
    static std::map<std::string, HandProgram, std::less<>> programs;
    return programs;
}

} // namespace

OfferByHand::OfferByHand(const char *lesson, HandProgram program)
{
    handPrograms().emplace(lesson, program);
}

HandProgram findByHand(std::string_view lesson)
{
    const auto found = handPrograms().find(lesson);
    return found == handPrograms().end() ? nullptr : found->second;
}

HandRun::HandRun(HandProgram program)
    : m_trace(std::make_unique<Trace>()), m_world(std::make_unique<World>(m_trace.get()))
{
    const World::Scope scope(*m_world);
    program(m_set);
}

HandRun::~HandRun()
{
    m_world->stopRecording();
    const World::Scope scope(*m_world);
    m_set = HandSet();
    m_world.reset();
}

std::string HandRun::send(const Send &send)
{
    const World::Scope scope(*m_world);
    const EventIndex before = m_trace->size();
    std::string raised;
    try {
        m_set.driver(send.coroutine).send(send.value);
    } catch (...) {
        raised = errorText(std::current_exception());
    }
    const bool traced = m_trace->size() > before;
    finishWhenAllEnded();
    return traced ? std::string() : raised;
}

void HandRun::finishWhenAllEnded()
{
    for (std::size_t i = 0; i < m_set.size(); ++i) {
        if (!ended(i))
            return;
    }
    if (!m_finished)
        m_world->record({.kind = EventKind::Finished, .tag = static_cast<std::uint8_t>(RunEnd::End)});
    m_finished = true;
}

} // namespace coroscope

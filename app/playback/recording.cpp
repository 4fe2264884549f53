// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/recording.h"

namespace coroscope {

Recording::Recording(QString id, QString title, std::unique_ptr<RecordingSource> source)
    : m_id(std::move(id)), m_title(std::move(title)), m_source(std::move(source)), m_spans(m_source->trace())
{
}

bool Recording::record(Instant until, std::uint64_t maxHandles)
{
    if (!m_source->finished() && !full())
        m_source->advance(until, maxHandles);
    return m_spans.update();
}

bool Recording::recordToEnd(EventIndex most)
{
    constexpr std::uint64_t kAtOnce = 5000; // callbacks and steps: a few milliseconds
    while (edge() == kNever && !finished() && trace().size() < most && record(kNever, kAtOnce)) {
    }
    return edge() == kNever && finished();
}

} // namespace coroscope

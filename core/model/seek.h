// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/trace.h"

#include <algorithm>
#include <vector>

namespace coroscope {

/// A state that is folded out of a trace, at any event: forwards at the cost of what lies between, backwards from a
/// checkpoint. `State` is made empty, reads one event after the other, and can be copied.
template <class State>
class Seek {
public:
    explicit Seek(const Trace &trace) : m_trace(trace) {}

    /// The state after the events before `cursor`.
    const State &seek(EventIndex cursor)
    {
        cursor = std::min(cursor, m_trace.size());
        if (cursor < m_at) {
            const EventIndex checkpoint = std::min<EventIndex>(cursor / kStride, m_checkpoints.size());
            m_state = checkpoint == 0 ? State() : m_checkpoints[checkpoint - 1];
            m_at = checkpoint * kStride;
        }
        for (; m_at < cursor; ++m_at) {
            if (m_at > 0 && m_at % kStride == 0 && m_checkpoints.size() < m_at / kStride)
                m_checkpoints.push_back(m_state);
            m_state.read(m_trace[m_at]);
        }
        return m_state;
    }

private:
    static constexpr EventIndex kStride = 4096;

    const Trace &m_trace;
    EventIndex m_at = 0;
    State m_state;
    std::vector<State> m_checkpoints; ///< before the events kStride, 2 kStride...
};

} // namespace coroscope

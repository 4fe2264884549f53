// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/spans.h"

namespace coroscope {

/// A passage of a run: what is worth one sentence.
struct Passage {
    enum class Kind : std::uint8_t {
        Turn, ///< somebody has the thread: from getting it, or from the begin or end of a blocking call, to the next of
              ///< these or to giving it back
        LoopStarts,
        Sleeps, ///< the loop has nothing to do: the thread is free until the next passage
        Aside,  ///< what happens beside the thread: worker threads, the outside, reports, a task cancelled before its
                ///< first step
        LoopStops,
        Ends,
    };
    static constexpr EventIndex kOpen = ~EventIndex(0);

    Kind kind;
    ActorId actor = ActorId::None; ///< Turn: who has the thread (see Spans::thread())
    bool inLoop = false;           ///< Turn: of a task or callback, not of the main program
    EventIndex from = 0;  ///< its events are [from, end); what the main program did unseen before its turn counts
    EventIndex event = 0; ///< the one it begins with
    EventIndex end = kOpen;
    EventIndex shownFrom = 0; ///< the first cursor at which it is what goes on
    Instant at;
};

/// A run as passages, told from its spans as they grow. Each step of Spans::steps() begins a Turn.
class Story {
public:
    explicit Story(const Spans &spans) : m_spans(spans) {}

    /// Reads what `spans` has read since the last call; cost proportional to that.
    void update();

    [[nodiscard]] const std::vector<Passage> &passages() const { return m_passages; }
    /// What goes on when the events before `cursor` have happened and the clock says `now`; null before anything has.
    [[nodiscard]] const Passage *at(EventIndex cursor, Instant now) const;

private:
    void read(EventIndex index, const TraceEvent &event);
    void readBeside(EventIndex index, const TraceEvent &event);
    void beginTurn(EventIndex index, const TraceEvent &event, const Span &span);
    void add(Passage passage);
    void endTurn(EventIndex index);
    [[nodiscard]] bool inTurn() const { return m_turn != kNoTurn; }
    [[nodiscard]] bool isBeside(const TraceEvent &event) const;

    static constexpr std::size_t kNoTurn = ~std::size_t(0);

    const Spans &m_spans;
    EventIndex m_read = 0;
    std::size_t m_nextSpan = 0;   ///< of the thread
    std::size_t m_turn = kNoTurn; ///< the passage whose turn is not over
    std::vector<Passage> m_passages;
    Instant m_last{};
    EventIndex m_told = 0; ///< the events before belong to passages
    bool m_inLoop = false;
    bool m_blocked = false;
};

} // namespace coroscope

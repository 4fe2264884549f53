// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/trace.h"

#include <vector>

namespace coroscope {

/// The coroutines a task (or a coroutine driven by hand) is in the middle of: its own, the one that one awaits, and so
/// on down to the one that runs or is suspended. For any task at any moment.
///
///     const AwaitStack stack = stacks.at(task, cursor);
///     // main         await at line 30
///     // fetch_all    await at line 21
///     // fetch        await at line 12   <- suspended there, for trace[stack.await]
struct AwaitStack {
    struct Frame {
        TextId function = TextId::Empty;
        /// Where it awaits the next one; of the innermost: where it awaits or blocks, or did last. Nowhere before that.
        SourceId place = SourceId::Nowhere;

        friend bool operator==(const Frame &, const Frame &) = default;
    };
    static constexpr EventIndex kNone = ~EventIndex(0);

    std::vector<Frame> frames; ///< outermost first; empty before the task is there and after its end
    /// The TaskAwait (Yielded when driven by hand) by which it is suspended: why, and for what. kNone while it is ready
    /// to go on or runs.
    EventIndex await = kNone;

    friend bool operator==(const AwaitStack &, const AwaitStack &) = default;
};

/// All await stacks of a run, read from its trace as it grows. Going back is exact: nothing is ever forgotten. A stack
/// is found in O(log n + its depth).
///
/// Frames form a tree that only grows: entering a coroutine adds a node below the one that awaits, leaving it goes back
/// up. So a stack at a moment is a node, however deep it is, and a task's history is a list of nodes.
class AwaitStacks {
public:
    explicit AwaitStacks(const Trace &trace) : m_trace(trace) {}

    /// Reads what the trace has recorded since the last call. True when there was something.
    bool update();

    /// As it is after the events before `cursor`.
    [[nodiscard]] AwaitStack at(ActorId actor, EventIndex cursor) const;

private:
    using NodeIndex = std::uint32_t;
    static constexpr NodeIndex kNoNode = ~NodeIndex(0);

    struct Node {
        TextId function;
        SourceId calledFrom; ///< where its caller awaits it
        NodeIndex caller;
    };
    /// From the event `since` on.
    struct Change {
        EventIndex since = 0;
        EventIndex await = AwaitStack::kNone;
        NodeIndex innermost = kNoNode;
        SourceId place = SourceId::Nowhere; ///< of the innermost
    };

    void read(EventIndex index, const TraceEvent &event);
    void enter(EventIndex index, const TraceEvent &event);
    void leave(EventIndex index, const TraceEvent &event);
    [[nodiscard]] std::vector<Change> &changesOf(ActorId actor);
    void change(EventIndex index, ActorId actor, Change to);

    const Trace &m_trace;
    EventIndex m_read = 0;
    std::vector<Node> m_nodes;
    std::vector<std::vector<Change>> m_changes; ///< by actor
};

} // namespace coroscope

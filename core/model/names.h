// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/spans.h"

#include <optional>

namespace coroscope {

/// What lanes, resources and awaits of a trace are called, as in source code: "run1", "window", "await queue.get()".
/// Nothing here is prose, so nothing is translated. Reads the trace's resources as they come.
class Names {
public:
    /// Reads nothing yet: until update(), resources go by their kinds.
    explicit Names(const Spans &spans) : m_spans(spans) {}

    /// Reads what `spans` has read since the last call; cost proportional to that.
    void update();

    /// What a lane is called; the main program's is empty.
    [[nodiscard]] std::string lane(ActorId actor) const;
    /// The name a program gave to a queue, lock..., or what one calls its kind: "queue".
    [[nodiscard]] std::string resource(ResourceId id) const;
    [[nodiscard]] ResourceKind kind(ResourceId id) const;
    /// The children of a gather or wait, at most `most` of them and then "…".
    [[nodiscard]] std::string children(ResourceId id, std::size_t most = 4) const;
    /// The tasks a gather or wait has for children; none when one of them is something else.
    [[nodiscard]] std::optional<std::vector<ActorId>> childActors(ResourceId id) const;
    /// What an Awaiting span (or a Ready one, of what it had awaited) waits for: "await sleep(0.5)".
    [[nodiscard]] std::string awaiting(const Span &span) const;
    /// The same of an await's own facts.
    [[nodiscard]] std::string awaiting(Reason reason, std::uint32_t object, Duration sleep = {}) const;

    [[nodiscard]] const Spans &spans() const { return m_spans; }

private:
    struct Child {
        std::uint32_t id;
        bool isResource;
    };
    struct Resource {
        ResourceKind kind = ResourceKind::Future;
        TextId name = TextId::Empty;
        std::vector<Child> children;
    };

    const Spans &m_spans;
    EventIndex m_read = 0;
    std::vector<Resource> m_resources;
};

} // namespace coroscope

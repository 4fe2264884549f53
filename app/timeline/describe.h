// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"

#include <QString>

#include <optional>

namespace coroscope::timeline {

/// Says in words what a trace's spans stand for. Reads the trace's resources as they come (update()
/// is proportional to the new events). Code is never translated ("await sleep(0.5)"), prose is.
class Describer {
public:
    /// Reads nothing yet: until update(), resources go by their kinds.
    explicit Describer(const Spans &spans) : m_names(spans) {}

    /// Reads what `spans` has read since the last call.
    void update() { m_names.update(); }

    /// The name a lesson gave to a queue, lock..., or its kind: "queue".
    [[nodiscard]] QString resource(ResourceId id) const;
    /// What a lane is called.
    [[nodiscard]] QString lane(ActorId actor) const;
    /// An awaiting span: "await queue.get()", "await gather(run1, run2)".
    [[nodiscard]] QString awaiting(const Span &span) const;
    /// A blocking span: "time.sleep(1)".
    [[nodiscard]] QString blocking(const Span &span) const;
    /// Whatever the span's state, for tooltips and labels; `length` is how long it has lasted so
    /// far.
    [[nodiscard]] QString span(const Span &span, Duration length) const;

    /// The same facts without a language.
    [[nodiscard]] const Names &names() const { return m_names; }

private:
    Names m_names;
};

/// A duration for people, localised: "1.5 s", "20 ms", "3 min 20 s".
[[nodiscard]] QString durationText(Duration d);
/// How long a run took; beside a run to compare with, by how much that differs: "2.5 s   (+67 %)".
[[nodiscard]] QString verdictText(Duration length, std::optional<Duration> comparedWith = {});
/// The same for what was measured, never without a decimal: "1.0 s".
[[nodiscard]] QString measuredText(Duration d);
/// "ready, denied the thread 1.0 s"
[[nodiscard]] QString deniedText(Duration d);

} // namespace coroscope::timeline

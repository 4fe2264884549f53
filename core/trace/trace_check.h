// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/trace.h"

#include <optional>

namespace coroscope {

/// An instant that views can work with: neither before the begin nor absurdly far.
[[nodiscard]] bool isSoundTime(std::int64_t nanoseconds);

/// Why the views must not be made from a trace that comes from outside.
struct TraceFault {
    EventIndex event = 0;
    enum class Kind : std::uint8_t {
        Time,   ///< before the event in front of it, negative or absurdly late
        Kind,   ///< kind or tag are none of the enumerations'
        Actor,  ///< a lane that has not been created, or one created out of turn
        Object, ///< a text, place, resource or handle that does not exist
    } kind = Kind::Kind;
};

/// Checks what every view relies on: lanes are created before they are spoken of and in turn, texts and places exist, ids
/// are dense, time does not run back. Traces recorded by a run always pass; those read from a file have to be asked.
/// O(events), no memory.
[[nodiscard]] std::optional<TraceFault> checkTrace(const Trace &trace);

} // namespace coroscope

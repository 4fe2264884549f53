// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/time.h"

#include <optional>
#include <string>

namespace coroscope {

/// What somebody has written beside a run: pinned to an instant or, with `end`, to a stretch of time.
struct RunNote {
    Instant at{};
    std::optional<Instant> end = {};
    std::string lane = {}; ///< the label of a lane; empty: it is about the run
    std::string text = {}; ///< UTF-8; may have several lines

    bool operator==(const RunNote &) const = default;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/web/film_data.h"
#include "app/export/web/player_page.h"

namespace coroscope::formats {

/// The spans of a run that are seen from one step to another, for whoever points at one or has the chart read to him:
///
///     [[lane, number, what, begin, end, step, cause, effects, [[wake-up, step]...]]...]
///
/// Times are milliseconds; an end that has not come is -1; steps are those at which it is there first, so that nothing
/// is told before it is known. The first wake-up is the cause, if there is one. In the language the program speaks.
[[nodiscard]] QJsonArray spanData(const PagedRun &run, const std::vector<PlayerStep> &steps, std::size_t index,
                                  std::size_t from, std::size_t to);

/// The first step at which the event has happened; the number of steps when there is none.
[[nodiscard]] int stepOf(const std::vector<PlayerStep> &steps, std::size_t run, EventIndex event);

/// Milliseconds, as the data has them.
[[nodiscard]] double millisecondsOf(Instant at);

} // namespace coroscope::formats

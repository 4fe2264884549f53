// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/record/trace.h"

#include <functional>
#include <string>
#include <vector>

namespace coroscope::exercises {

/// The program whose run it is, as it is read beside the chart.
struct ProgramSource {
    QStringList lines;                   ///< empty when no source is known that students can read
    std::function<int(SourceId)> lineOf; ///< from 1; 0: not in these lines. Only where there are lines
};

/// Of a lesson its Python listing with the values it ran with (`settings` as after `--set`: "runs=4"); of a run with
/// sources of its own, the first of these; of others, scenarios among them, none. The trace lives as long.
[[nodiscard]] ProgramSource sourceOf(const Trace &trace, const QString &lesson = {},
                                     const std::vector<std::string> &settings = {});

} // namespace coroscope::exercises

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace coroscope::timeline {

/// What the chart says, for translation: Words::tr("blocks").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// A count as tr() takes it, for the plural.
[[nodiscard]] inline int pluralOf(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

/// What the chart of another program's trace says.
struct SliceWords {
    Q_DECLARE_TR_FUNCTIONS(SliceChart)
};

} // namespace coroscope::timeline

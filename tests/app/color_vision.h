// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace coroscope::test {

enum class Vision { Normal, Protanopia, Deuteranopia };

/// L*, a* and b* of CIELAB, D65.
using Lab = std::array<double, 3>;

/// As somebody sees it: Machado, Oliveira and Fernandes (2009), severity 1.
[[nodiscard]] Lab labOf(const QColor &color, Vision vision);
/// CIEDE2000.
[[nodiscard]] double difference(const Lab &a, const Lab &b);
[[nodiscard]] double difference(const QColor &a, const QColor &b, Vision vision);

} // namespace coroscope::test

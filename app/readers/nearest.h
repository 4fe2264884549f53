// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace coroscope::formats {

/// The candidate one would have meant by `written`: the one with the smallest edit distance (insert, delete, replace,
/// swap), when that is small enough to be a slip; else empty. Case counts little.
[[nodiscard]] QString nearestName(const QString &written, const QStringList &candidates);

/// `; did you mean "put"?`, or empty.
[[nodiscard]] QString didYouMean(const QString &written, const QStringList &candidates);

/// A text as it can stand in a message: quoted, on one line, without control characters, shortened when it is long.
[[nodiscard]] QString quoted(const QString &text);

} // namespace coroscope::formats

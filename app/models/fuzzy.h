// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace coroscope {

/// How well the letters typed are found in the text, in their order: more is better, nothing when they are not there.
/// The beginnings of words and letters side by side count most; case and accents do not matter, a blank separates words
/// that may stand anywhere.
[[nodiscard]] std::optional<int> fuzzyScore(const QString &typed, const QString &text);

/// How closely a name is meant, whatever the case or the accents.
enum class Closeness { Scattered, Words, Beginning, Whole };
/// Whole: it is what was typed. Beginning: it begins with it. Words: each word typed begins one of its own.
[[nodiscard]] Closeness closeness(const QString &typed, const QString &name);

} // namespace coroscope

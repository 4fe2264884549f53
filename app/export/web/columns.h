// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace coroscope::formats {

/// The items of a film (film_data.h), column by column: what stands below each other is alike, and compressed it takes
/// half the room. `items` may be of both languages: a row that only one has is an object with its key, and so is a cell
/// that differs.
///
///     {"k": [[tag, fill, stroke, attributes]...],  each look once
///      "l": look, "f": first moment, "t": moments from the last one to `end`, "x", "y": courses, "s": text or 0,
///      "p": [lane, span, run] or 0, "w": "en", "fr" or 0 for both}
///
/// Numbers of f and x, and spans of one lane, are differences from the row before (or the last such one).
[[nodiscard]] QJsonObject columnsOf(const QJsonArray &items, int end);

} // namespace coroscope::formats

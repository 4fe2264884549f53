// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"

#include <cstdint>
#include <vector>

namespace coroscope::formats {

/// A value of an event, with what is in it. Texts are as they are written, strings without their escapes.
struct EventValue {
    QString key;  ///< empty: an item of an array
    QString text; ///< of an object or array: how it begins
    std::vector<EventValue> members = {};
    std::size_t left = 0; ///< members that are not among them: there are too many
};

/// What an event of another program's trace says of itself.
struct EventDetails {
    std::vector<EventValue> members;
    bool cut = false; ///< it is too long: this is how it begins
    QString problem;  ///< why nothing could be read; a sentence

    /// Null when it does not say.
    [[nodiscard]] const EventValue *find(QStringView key) const;
};

/// Reads the event at a place of a text that was read before. Whatever the event holds, what comes back is bounded: a
/// mebibyte is looked at, of containers the first 200 members, of texts 10,000 characters, and a few thousand values
/// in all.
[[nodiscard]] EventDetails readEvent(ByteSource &text, std::uint64_t place);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace coroscope::formats {

/// What a lesson is called in lists, in the program's language; its id when nothing better is known.
[[nodiscard]] QString lessonTitle(std::string_view id);
/// "The event loop"; empty for a chapter that does not exist.
[[nodiscard]] QString chapterTitle(int chapter);

} // namespace coroscope::formats

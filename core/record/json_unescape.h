// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace coroscope {

/// What a JSON string says, from what stands between its quotes; half a surrogate pair becomes U+FFFD. False when an
/// escape is wrong.
[[nodiscard]] bool unescaped(std::string_view raw, std::string &out);

/// What is not UTF-8 becomes U+FFFD.
void mendUtf8(std::string &text);

/// Both for strings of files that need not be right: a wrong escape stays as it is.
[[nodiscard]] std::string textOfJson(std::string_view raw);

} // namespace coroscope

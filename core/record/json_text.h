// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace coroscope {

/// A JSON string with its quotes; UTF-8 stays as it is.
void appendJsonString(std::string &out, std::string_view text);
/// As Python's repr(float): the shortest text that reads back as the same number. Infinity and NaN as json writes them.
void appendJsonReal(std::string &out, double number);

/// JSON with every character beyond ASCII written \uXXXX, as json.dumps(ensure_ascii=True) does.
[[nodiscard]] std::string asciiJson(std::string_view json);

/// The text that appendJsonString() wrote.
[[nodiscard]] std::string jsonStringText(std::string_view json);

} // namespace coroscope

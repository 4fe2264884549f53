// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace coroscope {

/// The version of Coroscope, e.g. "0.1.0".
std::string_view versionString() noexcept;

} // namespace coroscope

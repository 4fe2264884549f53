// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/repr.h"

#include <cstdint>
#include <string>
#include <variant>

namespace coroscope {

/// A value of any type, as it passes between a coroutine and whoever drives it by hand. monostate is None.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

[[nodiscard]] inline std::string repr(const Value &value)
{
    return std::visit([](const auto &held) { return coroscope::repr(held); }, value);
}

[[nodiscard]] inline std::string str(const Value &value)
{
    const auto *text = std::get_if<std::string>(&value);
    return text ? *text : repr(value);
}

} // namespace coroscope

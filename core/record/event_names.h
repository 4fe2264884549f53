// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace coroscope {

/// What saved runs call the kinds of events and the reasons of awaits, by their numbers: files name what they use, so
/// that they stay readable when a kind gets another number.
[[nodiscard]] std::span<const std::string_view> eventKindNames();
[[nodiscard]] std::span<const std::string_view> reasonNames();

} // namespace coroscope

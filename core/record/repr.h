// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace coroscope {

/// What Python's repr() and str() give, for the values lessons print and tasks return. A type of one's own takes
/// part with a function `std::string repr(const T &)` in its namespace.
[[nodiscard]] std::string repr(std::string_view text);
[[nodiscard]] std::string repr(double number);
[[nodiscard]] inline std::string repr(const std::string &text)
{
    return repr(std::string_view(text));
}
[[nodiscard]] inline std::string repr(const char *text)
{
    return repr(std::string_view(text));
}
[[nodiscard]] inline std::string repr(std::monostate)
{
    return "None";
}
[[nodiscard]] inline std::string repr(std::same_as<bool> auto value)
{
    return value ? "True" : "False";
}
template <std::integral Integer>
    requires(!std::same_as<Integer, bool>)
[[nodiscard]] std::string repr(Integer value)
{
    return std::to_string(value);
}
template <class T>
[[nodiscard]] std::string repr(const std::vector<T> &values)
{
    std::string out = "[";
    for (const auto &value : values)
        out += (out.size() > 1 ? ", " : "") + repr(value);
    return out + ']';
}
template <class... Ts>
[[nodiscard]] std::string repr(const std::tuple<Ts...> &values)
{
    std::string out = "(";
    std::apply([&out](const auto &...value) { ((out += (out.size() > 1 ? ", " : "") + repr(value)), ...); }, values);
    return out + (sizeof...(Ts) == 1 ? ",)" : ")");
}

[[nodiscard]] inline std::string str(std::string_view text)
{
    return std::string(text);
}
[[nodiscard]] inline std::string str(const std::string &text)
{
    return text;
}
[[nodiscard]] inline std::string str(const char *text)
{
    return text;
}
[[nodiscard]] inline std::string str(char character)
{
    return std::string(1, character);
}
template <class T>
[[nodiscard]] std::string str(const T &value)
{
    return repr(value);
}

/// Whether repr() knows how to write a T.
template <class T>
concept Representable = requires(const T &value) {
    { repr(value) } -> std::convertible_to<std::string>;
};

} // namespace coroscope

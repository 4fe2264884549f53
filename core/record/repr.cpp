// SPDX-License-Identifier: MIT
#include "core/record/repr.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace coroscope {

std::string repr(std::string_view text)
{
    // Python prefers single quotes unless the text has some and no double ones.
    const char quote = text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
    std::string out(1, quote);
    for (const char c : text) {
        switch (c) {
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\\': out += "\\\\"; break;
        default:
            if (c == quote) {
                out += '\\';
                out += c;
            } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                std::array<char, 5> code{};
                std::snprintf(code.data(), code.size(), "\\x%02x",
                              static_cast<unsigned>(static_cast<unsigned char>(c)));
                out += code.data();
            } else {
                out += c;
            }
        }
    }
    return out + quote;
}

namespace {

/// Python's format 'r': the shortest digits that read back; scientific from 1e16 and below 1e-4.
std::string shortest(double number)
{
    std::array<char, 32> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::scientific).ptr;
    const std::string scientific(digits.data(), end);
    const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
    if (exponent >= 16 || exponent < -4)
        return scientific;
    std::array<char, 64> plain{};
    const auto plainEnd =
        std::to_chars(plain.data(), plain.data() + plain.size(), number, std::chars_format::fixed).ptr;
    std::string out(plain.data(), plainEnd);
    return out.find('.') == out.npos ? out + ".0" : out;
}

} // namespace

std::string repr(double number)
{
    if (std::isnan(number))
        return "nan";
    if (std::isinf(number))
        return number > 0 ? "inf" : "-inf";
    return shortest(number);
}

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/record/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace coroscope {

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                std::array<char, 16> escape{};
                std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
                out += escape.data();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

namespace {

/// Python's layout of shortest digits: positional from 1e-4 up to below 1e16, else d.ddde+XX.
void appendDigits(std::string &out, std::string_view digits, int exponent)
{
    const int count = static_cast<int>(digits.size());
    if (exponent < -4 || exponent >= 16) {
        out += digits[0];
        if (count > 1)
            out.append(".").append(digits.substr(1));
        std::array<char, 16> tail{};
        std::snprintf(tail.data(), tail.size(), "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
        out += tail.data();
    } else if (exponent < 0) {
        out.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
    } else if (count <= exponent + 1) {
        out.append(digits).append(static_cast<std::size_t>(exponent + 1 - count), '0').append(".0");
    } else {
        const auto point = static_cast<std::size_t>(exponent + 1);
        out.append(digits.substr(0, point)).append(".").append(digits.substr(point));
    }
}

} // namespace

void appendJsonReal(std::string &out, double number)
{
    if (std::isnan(number)) {
        out += "NaN";
        return;
    }
    if (std::signbit(number))
        out += '-';
    if (std::isinf(number)) {
        out += "Infinity";
        return;
    }
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.begin(), buffer.end(), std::abs(number), std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.begin()));
    const auto e = text.find('e');
    int exponent = 0;
    const auto *from = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
    std::from_chars(from, text.data() + text.size(), exponent);
    std::string digits(text.substr(0, 1));
    if (e > 2)
        digits += text.substr(2, e - 2);
    appendDigits(out, digits, exponent);
}

namespace {

void appendUnicodeEscape(std::string &out, unsigned codePoint)
{
    std::array<char, 16> escape{};
    if (codePoint >= 0x10000) {
        const unsigned rest = codePoint - 0x10000;
        std::snprintf(escape.data(), escape.size(), "\\u%04x\\u%04x", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    } else {
        std::snprintf(escape.data(), escape.size(), "\\u%04x", codePoint);
    }
    out += escape.data();
}

} // namespace

std::string asciiJson(std::string_view json)
{
    std::string out;
    for (std::size_t i = 0; i < json.size();) {
        const auto lead = static_cast<unsigned char>(json[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (length == 1 || i + length > json.size()) {
            if (lead == 0x7f)
                appendUnicodeEscape(out, lead);
            else
                out += json[i];
            ++i;
            continue;
        }
        unsigned codePoint = lead & (0xffU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            codePoint = (codePoint << 6) | (static_cast<unsigned char>(json[i + k]) & 0x3fU);
        appendUnicodeEscape(out, codePoint);
        i += length;
    }
    return out;
}

std::string jsonStringText(std::string_view json)
{
    static constexpr std::string_view kLetters = "nrtbf";
    static constexpr std::string_view kControls = "\n\r\t\b\f";
    std::string text;
    for (std::size_t i = 1; i + 1 < json.size(); ++i) {
        if (json[i] != '\\') {
            text += json[i];
            continue;
        }
        const char escaped = json[++i];
        if (escaped == 'u' && i + 4 < json.size()) {
            unsigned code = 0;
            std::from_chars(json.data() + i + 1, json.data() + i + 5, code, 16);
            text += static_cast<char>(code); // only control characters are written so
            i += 4;
        } else {
            const auto letter = kLetters.find(escaped);
            text += letter == std::string_view::npos ? escaped : kControls[letter];
        }
    }
    return text;
}

} // namespace coroscope

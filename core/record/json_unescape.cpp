// SPDX-License-Identifier: MIT
#include "core/record/json_unescape.h"

#include <algorithm>
#include <charconv>

namespace coroscope {

namespace {

void appendUtf8(std::string &out, unsigned code)
{
    const auto byte = [&out](unsigned value) { out += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | code >> 6);
        byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        byte(0xe0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    } else {
        byte(0xf0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3f));
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    }
}

bool hexOf(std::string_view text, std::size_t at, unsigned &value)
{
    if (at + 4 > text.size())
        return false;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
    return error == std::errc() && end == text.data() + at + 4;
}

/// The \uXXXX whose digits begin at `at`; a pair of surrogates is one character, half of one is U+FFFD.
bool appendEscapedCode(std::string_view raw, std::size_t &at, std::string &out)
{
    unsigned code = 0;
    if (!hexOf(raw, at, code))
        return false;
    at += 4;
    unsigned low = 0;
    const bool high = code >= 0xd800 && code < 0xdc00;
    if (high && raw.substr(at, 2) == "\\u" && hexOf(raw, at + 2, low) && low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
    } else if (code >= 0xd800 && code < 0xe000) {
        code = 0xfffd;
    }
    appendUtf8(out, code);
    return true;
}

/// The length of the well-formed sequence at `at`; 0 when there is none.
std::size_t sequenceAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i, unsigned least = 0x80, unsigned most = 0xbf) {
        return byte(i) >= least && byte(i) <= most;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return follows(at + 1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef)
        return follows(at + 1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf) && follows(at + 2) ? 3 : 0;
    if (lead >= 0xf0 && lead <= 0xf4)
        return follows(at + 1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf) && follows(at + 2)
                       && follows(at + 3)
                   ? 4
                   : 0;
    return 0;
}

std::string repaired(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceAt(text, at);
        if (length == 0)
            out += "\xef\xbf\xbd";
        else
            out += text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

} // namespace

bool unescaped(std::string_view raw, std::string &out)
{
    out.clear();
    for (std::size_t i = 0; i < raw.size();) {
        const std::size_t plain = std::min(raw.find('\\', i), raw.size());
        out.append(raw, i, plain - i);
        if (plain == raw.size())
            return true;
        if (plain + 1 == raw.size())
            return false;
        constexpr std::string_view kEscapes = "\"\\/bfnrt";
        constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
        const char escape = raw[plain + 1];
        i = plain + 2;
        if (const auto known = kEscapes.find(escape); known != std::string_view::npos)
            out += kMeant[known];
        else if (escape != 'u' || !appendEscapedCode(raw, i, out))
            return false;
    }
    return true;
}

void mendUtf8(std::string &text)
{
    const bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii)
        text = repaired(text);
}

std::string textOfJson(std::string_view raw)
{
    const bool plain =
        std::ranges::all_of(raw, [](char c) { return c != '\\' && static_cast<unsigned char>(c) < 0x80; });
    if (plain)
        return std::string(raw);
    std::string text;
    return repaired(unescaped(raw, text) ? std::string_view(text) : raw);
}

} // namespace coroscope

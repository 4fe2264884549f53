// SPDX-License-Identifier: MIT
#include "core/record/stream_line.h"

#include "core/record/json_unescape.h"

#include <charconv>
#include <cstring>

namespace coroscope {

bool StreamLine::integer(std::int64_t &number)
{
    const char first = peek();
    if (first != '-' && (first < '0' || first > '9'))
        return false;
    const auto [end, error] = std::from_chars(m_at, m_end, number);
    if (error != std::errc() || (end != m_end && (*end == '.' || *end == 'e' || *end == 'E')))
        return false;
    m_at = end;
    return true;
}

bool StreamLine::rawString(std::string_view &raw)
{
    if (!take('"'))
        return false;
    const char *const begin = m_at;
    while (m_at != m_end) {
        const auto left = static_cast<std::size_t>(m_end - m_at);
        const auto *const quote = static_cast<const char *>(std::memchr(m_at, '"', left));
        if (!quote)
            return unsound();
        const auto *const escape =
            static_cast<const char *>(std::memchr(m_at, '\\', static_cast<std::size_t>(quote - m_at)));
        if (!escape) {
            raw = {begin, static_cast<std::size_t>(quote - begin)};
            m_at = quote + 1;
            return true;
        }
        if (escape + 1 == m_end)
            return unsound();
        m_at = escape + 2;
    }
    return unsound();
}

bool StreamLine::string(std::string &text)
{
    std::string_view raw;
    if (!rawString(raw))
        return false;
    if (!unescaped(raw, text))
        return unsound();
    mendUtf8(text);
    return true;
}

/// Iterative: no nesting is too deep.
bool StreamLine::skip()
{
    std::string open; // the brackets that wait for their end
    do {
        const char c = peek();
        std::string_view raw;
        if (c == '[' || c == '{') {
            open += c == '[' ? ']' : '}';
            ++m_at;
            if (peek() != open.back()) {
                if (c == '{' && !(rawString(raw) && take(':')))
                    return unsound();
                continue;
            }
        } else if (c == '"' ? !rawString(raw) : !skipWord()) {
            return unsound();
        }
        while (!open.empty()) {
            if (take(',')) {
                if (open.back() == '}' && !(rawString(raw) && take(':')))
                    return unsound();
                break;
            }
            if (!take(open.back()))
                return unsound();
            open.pop_back();
        }
    } while (!open.empty());
    return true;
}

/// A number, true, false, null.
bool StreamLine::skipWord()
{
    const char *const begin = m_at;
    while (m_at != m_end && std::strchr("+-.0123456789abcdefghijklmnopqrstuvwxyzEINay", *m_at) && *m_at != '\0')
        ++m_at;
    return m_at != begin;
}

} // namespace coroscope

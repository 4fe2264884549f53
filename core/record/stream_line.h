// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace coroscope {

/// Reads the JSON of one line from left to right. Each function takes what it names and says whether it was there;
/// after false the line is of no use any more.
class StreamLine {
public:
    explicit StreamLine(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    /// The next character that is not space; 0 at the end.
    [[nodiscard]] char peek()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
        return m_at == m_end ? '\0' : *m_at;
    }
    [[nodiscard]] bool atEnd() { return peek() == '\0' && m_at == m_end; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    /// Behind an item of an array or object: whether another one follows. False as well when neither `,` nor `close` is
    /// there, which isSound() tells.
    bool more(char close)
    {
        if (take(','))
            return true;
        if (!take(close))
            m_sound = false;
        return false;
    }
    /// A whole number of at most 18 digits or that fits; a fraction is none.
    bool integer(std::int64_t &number);
    /// A string, as UTF-8; what is not becomes U+FFFD.
    bool string(std::string &text);
    /// A key and its colon.
    bool key(std::string &text) { return string(text) && (take(':') || unsound()); }
    /// Any value.
    bool skip();

    /// False when what was there is not JSON, rather than something else than was asked for.
    [[nodiscard]] bool isSound() const { return m_sound; }

private:
    bool unsound()
    {
        m_sound = false;
        return false;
    }
    bool rawString(std::string_view &raw);
    bool skipWord();

    const char *m_at;
    const char *m_end;
    bool m_sound = true;
};

} // namespace coroscope

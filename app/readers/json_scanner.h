// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"
#include "core/record/json_unescape.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope::formats {

// Reading JSON texts of a gigabyte: no tree, no events, no copies. A reader pulls the values it wants out of a window
// of the text and steps over the rest. RapidJSON's SAX reader takes three times as long here: on streams it works byte
// by byte and decodes every string, though nine of ten are skipped or known already.
//
// The window never holds a value in part. A *unit* (an event of a trace, a key with what follows it) is read from
// memory; where the window ends within it, more of the file is read behind it and the unit is read again from its
// beginning. That happens once a block, so its cost does not show, and the functions that read need no state. Behind
// the window stand zeros, which are part of no JSON text: no function has to ask for the end.

/// Reads values from contiguous text. Functions return false when the text is not what they expect; then `at` is where
/// and `reason` says why.
struct JsonCursor {
    const char *at = nullptr;
    const char *end = nullptr; ///< here stand at least kPadding zeros
    const char *reason = nullptr;

    static constexpr std::size_t kPadding = 32;
    static constexpr std::size_t kMaxDepth = 1000; ///< of values that are skipped

    bool fail(const char *why)
    {
        reason = why;
        return false;
    }

    void skipSpace()
    {
        while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
            ++at;
    }
    /// The next character that is not space; 0 at the end.
    [[nodiscard]] char peek()
    {
        skipSpace();
        return *at;
    }
    /// Takes it when it is `c`.
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++at;
        return true;
    }
    bool expect(char c, const char *why) { return take(c) || fail(why); }

    /// A string as it is written, between its quotes.
    bool string(std::string_view &raw);
    /// A key and its colon.
    bool key(std::string_view &raw);
    /// A number as it is written.
    bool number(std::string_view &raw);
    bool integer(std::int64_t &value);
    /// true, false or null.
    bool word(std::string_view &raw);
    /// Any value at all; every part of it is looked at. Many programs write NaN and Infinity, which are no JSON.
    bool skip();
    /// Behind an item: true when another one follows; a comma in front of `close` is stepped over. Sets `reason` when
    /// neither
    /// `,` nor `close` is there.
    bool more(char close);

private:
    bool skipContainer();
    bool noNumber();
    /// How many characters are those of a word in small letters.
    [[nodiscard]] std::size_t sameAs(std::string_view known) const;
};

/// Microseconds as a file writes them ("12.5", "1e3") in whole nanoseconds, at most some hundred years.
[[nodiscard]] std::int64_t nanosecondsOfMicroseconds(std::string_view number);

/// The window that moves over a source.
class JsonScanner {
public:
    explicit JsonScanner(ByteSource &source);

    /// Reads a unit: `parse(JsonCursor &)` reads from its begin and returns whether it was there; it may be called
    /// again. Throws ReadFailure with the place, EndsEarly at the end of the text.
    template <class Parse>
    void unit(Parse parse)
    {
        while (true) {
            JsonCursor cursor{m_at, m_end, nullptr};
            if (parse(cursor)) {
                m_at = cursor.at;
                return;
            }
            if (cursor.at < m_end)
                fail(cursor);
            if (!readMore())
                failAtEnd();
        }
    }

    /// Steps over a value of any size.
    void skip();
    /// The next character that is not space, which stays; 0 at the end of the text.
    [[nodiscard]] char peek();
    void take() { ++m_at; }
    [[nodiscard]] bool atEnd() { return peek() == '\0' && m_at == m_end; }
    /// Of the next byte, from the begin of the text.
    [[nodiscard]] std::uint64_t offset() const { return m_before + static_cast<std::uint64_t>(m_at - m_buffer.data()); }
    [[nodiscard]] std::uint64_t offsetOf(const char *place) const
    {
        return m_before + static_cast<std::uint64_t>(place - m_buffer.data());
    }
    [[noreturn]] void fail(const QString &reason) const { throw ReadFailure{reason, offset()}; }

private:
    bool readMore();
    [[noreturn]] void fail(const JsonCursor &cursor) const;
    [[noreturn]] void failAtEnd() const;

    ByteSource &m_source;
    std::vector<char> m_buffer;
    std::size_t m_block;        ///< as much is read at once: all of a small text
    std::uint64_t m_before = 0; ///< bytes of the text in front of the buffer
    const char *m_at = nullptr;
    const char *m_end = nullptr;
};

} // namespace coroscope::formats

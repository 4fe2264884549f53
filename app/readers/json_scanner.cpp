// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/json_scanner.h"

#include "app/readers/words.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <cmath>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace coroscope::formats {

namespace {

constexpr const char *kValue = QT_TRANSLATE_NOOP("JsonText", "not JSON: a value is expected here");
constexpr const char *kKey = QT_TRANSLATE_NOOP("JsonText", "not JSON: a key in double quotes is expected here");
constexpr const char *kColon = QT_TRANSLATE_NOOP("JsonText", "not JSON: a colon is expected after the key");
constexpr const char *kCommaOrBrace = QT_TRANSLATE_NOOP("JsonText", "not JSON: a comma or } is expected here");
constexpr const char *kCommaOrBracket = QT_TRANSLATE_NOOP("JsonText", "not JSON: a comma or ] is expected here");
constexpr const char *kString = QT_TRANSLATE_NOOP("JsonText", "not JSON: a control character in a string");
constexpr const char *kNumber = QT_TRANSLATE_NOOP("JsonText", "not JSON: an incomplete number");
constexpr const char *kTooDeep = QT_TRANSLATE_NOOP("JsonText", "nested too deeply: more than 1000 levels");
constexpr const char *kNoInteger = QT_TRANSLATE_NOOP("JsonText", "a whole number is expected here");

constexpr std::size_t kBlock = std::size_t(1) << 20;
constexpr std::size_t kLargestUnit = std::size_t(64) << 20;

/// The first quote, backslash or control character; the zeros behind the text end the search.
const char *findSpecial(const char *at)
{
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i lastControl = _mm_set1_epi8(0x1f);
    for (;; at += 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(text, lastControl), text);
        const __m128i special =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, quote), _mm_cmpeq_epi8(text, backslash)), control);
        if (const int mask = _mm_movemask_epi8(special); mask != 0)
            return at + __builtin_ctz(static_cast<unsigned>(mask));
    }
#else
    while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20)
        ++at;
    return at;
#endif
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool JsonCursor::string(std::string_view &raw)
{
    if (!take('"'))
        return fail(kValue);
    const char *const begin = at;
    while (true) {
        at = findSpecial(at);
        if (*at == '"')
            break;
        if (*at != '\\')
            return fail(kString);
        if (at + 1 >= end) { // what it escapes is not there yet
            at = end;
            return fail(kString);
        }
        at += 2;
    }
    raw = {begin, static_cast<std::size_t>(at - begin)};
    ++at;
    return true;
}

bool JsonCursor::key(std::string_view &raw)
{
    return (peek() == '"' || fail(kKey)) && string(raw) && expect(':', kColon);
}

bool JsonCursor::number(std::string_view &raw)
{
    skipSpace();
    const char *const begin = at;
    if (*at == '-')
        ++at;
    const char *const digits = at;
    while (isDigit(*at))
        ++at;
    if (at == digits)
        return fail(at == begin ? kValue : kNumber);
    if (*digits == '0' && at - digits > 1) {
        at = digits + 1;
        return fail(kNumber);
    }
    if (*at == '.') {
        const char *const fraction = ++at;
        while (isDigit(*at))
            ++at;
        if (at == fraction)
            return fail(kNumber);
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        if (*at == '+' || *at == '-')
            ++at;
        const char *const exponent = at;
        while (isDigit(*at))
            ++at;
        if (at == exponent)
            return fail(kNumber);
    }
    raw = {begin, static_cast<std::size_t>(at - begin)};
    return true;
}

bool JsonCursor::integer(std::int64_t &value)
{
    skipSpace();
    const char *const begin = at;
    std::string_view raw;
    if (!number(raw))
        return false;
    const auto [stop, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (error == std::errc() && stop == raw.data() + raw.size())
        return true;
    if (at == end) // more digits may follow
        return fail(kNumber);
    at = begin;
    return fail(kNoInteger);
}

bool JsonCursor::word(std::string_view &raw)
{
    skipSpace();
    for (const std::string_view known : {"true", "false", "null"}) {
        if (*at != known.front())
            continue;
        const std::size_t same = sameAs(known);
        raw = {at, same};
        at += same;
        return raw == known || fail(kValue);
    }
    return fail(kValue);
}

std::size_t JsonCursor::sameAs(std::string_view known) const
{
    const auto there = std::min(known.size(), static_cast<std::size_t>(end - at));
    return static_cast<std::size_t>(
        std::mismatch(at, at + there, known.begin(), [](char a, char b) { return a == b || (a | 0x20) == b; }).first
        - at);
}

bool JsonCursor::noNumber()
{
    if (*at == '-')
        ++at;
    for (const std::string_view known : {"infinity", "inf", "nan"}) { // the longer first: more of it may follow
        const std::size_t same = sameAs(known);
        if (same != known.size() && at + same != end)
            continue;
        at += same;
        return same == known.size() || fail(kValue);
    }
    return fail(kValue);
}

bool JsonCursor::more(char close)
{
    const char next = peek();
    if (next == ',') {
        ++at;
        return !take(close);
    }
    if (take(close))
        return false;
    return fail(close == '}' ? kCommaOrBrace : kCommaOrBracket);
}

bool JsonCursor::skip()
{
    std::string_view raw;
    switch (peek()) {
    case '"': return string(raw);
    case '{':
    case '[': return skipContainer();
    case 't':
    case 'f': return word(raw);
    case 'n': return at[1] == 'a' ? noNumber() : word(raw);
    case 'N':
    case 'I':
    case 'i': return noNumber();
    case '-':
        if (const char digit = at[1]; digit == 'I' || digit == 'i' || digit == 'N' || digit == 'n')
            return noNumber();
        return number(raw);
    default: return number(raw);
    }
}

/// Without recursion: a text of brackets must not overflow the stack.
bool JsonCursor::skipContainer()
{
    std::bitset<kMaxDepth + 1> isObject;
    std::size_t depth = 0;
    std::string_view raw;
    while (true) {
        const char open = peek();
        if (open == '{' || open == '[') {
            if (depth == kMaxDepth)
                return fail(kTooDeep);
            ++at;
            isObject[++depth] = open == '{';
            if (!take(open == '{' ? '}' : ']')) {
                if (isObject[depth] && !key(raw))
                    return false;
                continue;
            }
            --depth;
        } else if (!skip()) { // no container: does not come back here
            return false;
        }
        // Behind a value: its container goes on, or it ends, and is itself a value.
        while (true) {
            if (depth == 0)
                return true;
            const bool object = isObject[depth];
            if (more(object ? '}' : ']')) {
                if (object && !key(raw))
                    return false;
                break;
            }
            if (reason)
                return false;
            --depth;
        }
    }
}

std::int64_t nanosecondsOfMicroseconds(std::string_view number)
{
    constexpr std::int64_t kMost = std::int64_t(1) << 61; // until 2043 when they count from 1970
    constexpr std::ptrdiff_t kMostDigits = 17;
    const char *at = number.data();
    const char *const end = at + number.size();
    const bool negative = at != end && *at == '-';
    if (negative)
        ++at;
    std::int64_t value = 0;
    const char *const digits = at;
    for (; at != end && isDigit(*at) && at - digits < kMostDigits; ++at)
        value = value * 10 + (*at - '0');
    std::int64_t fraction = 0; // of which the third digit is a nanosecond, the fourth rounds
    std::int64_t unit = 1000;
    if (at != end && *at == '.') {
        for (++at; at != end && isDigit(*at); ++at) {
            if (unit == 0)
                continue;
            fraction += unit * (*at - '0');
            unit /= 10;
        }
    }
    if (at == end && at - digits > 0 && value < kMost / 1000)
        value = value * 1000 + (fraction + 5) / 10;
    else // exponents, and numbers that are not times
        value = static_cast<std::int64_t>(std::clamp(std::abs(std::strtod(std::string(number).c_str(), nullptr)) * 1000,
                                                     0.0, static_cast<double>(kMost)));
    return negative ? -value : value;
}

JsonScanner::JsonScanner(ByteSource &source)
    : m_source(source), m_buffer(JsonCursor::kPadding),
      m_block(source.size() < 0 ? kBlock
                                : std::clamp<std::size_t>(static_cast<std::size_t>(source.size()), 256, kBlock))
{
    m_at = m_end = m_buffer.data();
}

/// Keeps what has not been read yet and reads a block behind it. False at the end of the text.
bool JsonScanner::readMore()
{
    const auto kept = static_cast<std::size_t>(m_end - m_at);
    if (kept >= kLargestUnit)
        fail(JsonWords::tr("a single value of more than %1 MiB").arg(kLargestUnit >> 20));
    m_before += static_cast<std::uint64_t>(m_at - m_buffer.data());
    const std::size_t size = std::max(m_block, 2 * kept);
    if (m_buffer.size() < size + JsonCursor::kPadding) {
        std::vector<char> larger(size + JsonCursor::kPadding);
        std::memcpy(larger.data(), m_at, kept);
        m_buffer = std::move(larger);
    } else {
        std::memmove(m_buffer.data(), m_at, kept);
    }
    const std::size_t count = m_source.read(m_buffer.data() + kept, m_buffer.size() - JsonCursor::kPadding - kept);
    m_at = m_buffer.data();
    m_end = m_at + kept + count;
    std::memset(m_buffer.data() + kept + count, 0, JsonCursor::kPadding);
    constexpr std::string_view kMark = "\xef\xbb\xbf"; // some editors write this mark in front of UTF-8
    if (m_before == 0 && kept == 0 && std::string_view(m_at, count).starts_with(kMark))
        m_at += kMark.size();
    return count > 0;
}

void JsonScanner::failAtEnd() const
{
    throw EndsEarly{{JsonWords::tr("the file ends too early: incomplete JSON"), offsetOf(m_end)}};
}

void JsonScanner::fail(const JsonCursor &cursor) const
{
    throw ReadFailure{JsonWords::tr(cursor.reason ? cursor.reason : kValue), offsetOf(cursor.at)};
}

char JsonScanner::peek()
{
    while (true) {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
        if (m_at != m_end)
            return *m_at;
        if (!readMore())
            return '\0';
    }
}

/// Strings and brackets are followed from block to block; what stands between them is not looked at.
void JsonScanner::skip()
{
    const char first = peek();
    if (first != '{' && first != '[' && first != '"') {
        unit([](JsonCursor &cursor) { return cursor.skip() && (cursor.at != cursor.end || cursor.fail(kNumber)); });
        return;
    }
    std::string open; // the brackets that close what is open
    do {
        const char c = peek();
        if (m_at == m_end)
            failAtEnd();
        if (c == '"') {
            for (take(); true;) {
                m_at = findSpecial(m_at);
                if (m_at >= m_end) {
                    m_at = m_end;
                    if (!readMore())
                        failAtEnd();
                } else if (*m_at == '"') {
                    break;
                } else if (*m_at == '\\') {
                    if (m_end - m_at < 2 && !readMore())
                        failAtEnd();
                    m_at += 2;
                } else {
                    fail(JsonWords::tr(kString));
                }
            }
        } else if (c == '{' || c == '[') {
            if (open.size() == JsonCursor::kMaxDepth)
                fail(JsonWords::tr(kTooDeep));
            open += c == '{' ? '}' : ']';
        } else if (c == '}' || c == ']') {
            if (open.back() != c)
                fail(JsonWords::tr(c == '}' ? kCommaOrBracket : kCommaOrBrace));
            open.pop_back();
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fail(JsonWords::tr(kValue));
        }
        take();
    } while (!open.empty());
}

} // namespace coroscope::formats

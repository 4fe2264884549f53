// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/trace_copy.h"

#include "app/readers/json_scanner.h"
#include "core/record/json_text.h"
#include "core/record/json_unescape.h"

#include <algorithm>

namespace coroscope::formats {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// A string as it is written, unless something in it is wrong.
void appendString(std::string &out, std::string_view raw)
{
    if (std::ranges::all_of(raw, [](char c) { return c >= ' ' && c != '\\'; })) { // nearly all
        out.append("\"").append(raw).append("\"");
        return;
    }
    std::string mended(raw);
    mendUtf8(mended);
    std::string meaning;
    if (mended == raw && unescaped(raw, meaning) && meaning.find("\xef\xbf\xbd") == std::string::npos)
        out.append("\"").append(raw).append("\"");
    else
        appendJsonString(out, textOfJson(raw));
}

/// Values that JsonCursor::skip() let pass, in strict JSON.
class StrictText {
public:
    explicit StrictText(std::string &out) : m_out(out) {}

    void append(std::string_view text)
    {
        for (m_text = text; !m_text.empty();) {
            const char c = m_text.front();
            if (c == '"')
                takeString();
            else if (c == ',' && isLastComma())
                m_text.remove_prefix(1);
            else if (isLetter(c) || (c == '-' && isLetter(m_text[1])))
                takeWord();
            else if (c == '-' || isDigit(c))
                takeNumber();
            else
                take(1);
        }
    }

    [[nodiscard]] std::size_t mended() const { return m_mended; }

private:
    void take(std::size_t count)
    {
        m_out += m_text.substr(0, count);
        m_text.remove_prefix(count);
    }

    [[nodiscard]] bool isLastComma() const
    {
        const auto next = std::find_if_not(m_text.begin() + 1, m_text.end(), isSpace);
        return next != m_text.end() && (*next == '}' || *next == ']');
    }

    void takeString()
    {
        std::size_t end = 1;
        while (m_text[end] != '"')
            end += m_text[end] == '\\' ? 2U : 1U;
        appendString(m_out, m_text.substr(1, end - 1));
        m_text.remove_prefix(end + 1);
    }

    void takeNumber()
    {
        const auto end = std::find_if_not(m_text.begin() + 1, m_text.end(), [](char c) {
            return isDigit(c) || isLetter(c) || c == '.' || c == '+' || c == '-';
        });
        take(static_cast<std::size_t>(end - m_text.begin()));
    }

    /// true, false and null, or one that says that something is no number.
    void takeWord()
    {
        const std::size_t minus = m_text.front() == '-' ? 1 : 0;
        const auto end = std::find_if_not(m_text.begin() + static_cast<std::ptrdiff_t>(minus), m_text.end(), isLetter);
        const auto size = static_cast<std::size_t>(end - m_text.begin());
        const std::string_view word = m_text.substr(0, size);
        if (word == "true" || word == "false" || word == "null") {
            take(size);
            return;
        }
        const bool infinite = (word[minus] | 0x20) == 'i';
        m_out += infinite ? (minus > 0 ? "\"-Infinity\"" : "\"Infinity\"") : "\"NaN\"";
        ++m_mended;
        m_text.remove_prefix(size);
    }

    std::string &m_out;
    std::string_view m_text;
    std::size_t m_mended = 0;
};

class TraceCopier {
public:
    TraceCopier(ByteSource &text, const std::function<void(std::string_view)> &write) : m_scanner(text), m_write(write)
    {
    }

    TraceCopy run()
    {
        m_out = "{\"traceEvents\": [";
        try {
            const bool isObject = m_scanner.peek() == '{';
            m_scanner.take();
            if (isObject)
                copyObject();
            else
                copyEvents();
        } catch (const EndsEarly &) {
            // What was complete has been written.
        }
        m_out += "\n]";
        m_out += m_others;
        m_out += "}\n";
        m_write(m_out);
        return std::move(m_copy);
    }

private:
    void copyObject()
    {
        while (m_scanner.peek() != '}') {
            std::string key;
            m_scanner.unit([&key](JsonCursor &cursor) {
                std::string_view raw;
                if (!cursor.key(raw) || cursor.peek() == '\0')
                    return false;
                key = raw;
                return true;
            });
            if (key == "traceEvents" && m_scanner.peek() == '[') {
                m_scanner.take();
                copyEvents();
            } else {
                copyMember(key);
            }
            if (m_scanner.peek() == ',')
                m_scanner.take();
        }
    }

    /// Behind `[`, up to and with `]`.
    void copyEvents()
    {
        while (true) {
            const char next = m_scanner.peek();
            if (next == '\0' && m_scanner.atEnd())
                return;
            if (next == ']' || next == ',') {
                m_scanner.take();
                if (next == ']')
                    return;
                continue;
            }
            std::string_view event = nextValue();
            m_out += m_first ? "\n" : ",\n";
            m_first = false;
            append(m_out, event);
            if (m_out.size() > 65536) {
                m_write(m_out);
                m_out.clear();
            }
        }
    }

    void copyMember(const std::string &key)
    {
        std::string_view value;
        try {
            value = nextValue();
        } catch (const EndsEarly &) {
            throw;
        } catch (const ReadFailure &) { // too large to be held, or not quite JSON: it was only stepped over
            m_scanner.skip();
            m_copy.lost << QString::fromStdString(textOfJson(key));
            return;
        }
        m_others += ",\n";
        appendString(m_others, key);
        m_others += ": ";
        append(m_others, value);
    }

    /// As it is written; valid until more is read.
    std::string_view nextValue()
    {
        std::string_view value;
        m_scanner.unit([&value](JsonCursor &cursor) {
            cursor.skipSpace();
            const char *const begin = cursor.at;
            if (!cursor.skip())
                return false;
            if (cursor.at == cursor.end && *begin != '{' && *begin != '[' && *begin != '"')
                return false; // more of it may follow
            value = {begin, static_cast<std::size_t>(cursor.at - begin)};
            return true;
        });
        return value;
    }

    void append(std::string &out, std::string_view value)
    {
        StrictText strict(out);
        strict.append(value);
        m_copy.mended += strict.mended();
    }

    JsonScanner m_scanner;
    const std::function<void(std::string_view)> &m_write;
    std::string m_out;
    std::string m_others; ///< what stands beside the events
    bool m_first = true;
    TraceCopy m_copy;
};

} // namespace

TraceCopy copyTrace(ByteSource &text, const std::function<void(std::string_view)> &write)
{
    text.rewind();
    return TraceCopier(text, write).run();
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/event_details.h"

#include "app/readers/json_scanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::formats {

namespace {

struct DetailsText {
    Q_DECLARE_TR_FUNCTIONS(EventDetails)
};

constexpr std::size_t kMostBytes = std::size_t(1) << 20;
constexpr std::size_t kMostMembers = 200;
constexpr std::size_t kMostValues = 3000;
constexpr std::size_t kMostText = 10'000;
constexpr std::size_t kMostPreview = 200;
constexpr int kMostDepth = 40;

/// What ends in the middle of a character loses it.
QString shortened(std::string_view raw, std::size_t most)
{
    if (raw.size() <= most)
        return QString::fromStdString(textOfJson(raw));
    while (most > 0 && (static_cast<unsigned char>(raw[most]) & 0xc0U) == 0x80)
        --most;
    return QString::fromStdString(textOfJson(raw.substr(0, most))) + QChar(0x2026);
}

/// How a container begins, on one line, as it is written.
QString previewOf(std::string_view raw)
{
    std::size_t most = std::min(raw.size(), kMostPreview);
    while (most < raw.size() && most > 0 && (static_cast<unsigned char>(raw[most]) & 0xc0U) == 0x80)
        --most;
    const QString text = QString::fromUtf8(raw.data(), static_cast<qsizetype>(most)).simplified();
    return most < raw.size() ? text + QChar(0x2026) : text;
}

class ValueReader {
public:
    /// False when the text ends or is wrong; what was read before stays.
    bool read(JsonCursor &cursor, EventValue &value, int depth)
    {
        const char first = cursor.peek();
        const char *const begin = cursor.at;
        const auto rawText = [&] { return std::string_view(begin, static_cast<std::size_t>(cursor.at - begin)); };
        if ((first == '{' || first == '[') && depth < kMostDepth) {
            ++cursor.at;
            const bool whole = readMembers(cursor, value, first == '{' ? '}' : ']', depth);
            value.text = previewOf(rawText());
            return whole;
        }
        std::string_view raw;
        const bool whole = first == '"' ? cursor.string(raw) : cursor.skip();
        if (first != '"')
            raw = rawText();
        value.text = first == '"' ? shortened(raw, kMostText) : previewOf(raw);
        return whole;
    }

private:
    bool readMembers(JsonCursor &cursor, EventValue &value, char close, int depth)
    {
        if (cursor.take(close))
            return true;
        do {
            std::string_view key;
            if (close == '}' && !cursor.key(key))
                return false;
            if (value.members.size() == kMostMembers || m_values == kMostValues) {
                ++value.left;
                if (!cursor.skip())
                    return false;
                continue;
            }
            ++m_values;
            EventValue member{.key = shortened(key, kMostPreview), .text = {}};
            const bool whole = read(cursor, member, depth + 1);
            if (whole || !member.members.empty())
                value.members.push_back(std::move(member));
            if (!whole)
                return false;
        } while (cursor.more(close));
        return !cursor.reason;
    }

    std::size_t m_values = 0;
};

EventDetails failed(const QString &problem)
{
    return {.members = {}, .cut = false, .problem = problem};
}

} // namespace

const EventValue *EventDetails::find(QStringView key) const
{
    const auto found = std::ranges::find(members, key, [](const EventValue &value) { return QStringView(value.key); });
    return found == members.end() ? nullptr : &*found;
}

EventDetails readEvent(ByteSource &text, std::uint64_t place)
{
    if (text.changed())
        return failed(DetailsText::tr("The file has changed since it was opened: what it said here cannot be read."));
    std::vector<char> bytes(kMostBytes + JsonCursor::kPadding);
    std::size_t size = 0;
    EventValue event;
    try {
        text.seek(place);
        // Nearly all are short: the rest of the block would be read for nothing.
        for (std::size_t most = 4096; most <= kMostBytes; most *= 16) {
            std::size_t count = 1;
            while (size < most && count > 0)
                size += count = text.read(bytes.data() + size, most - size);
            std::fill_n(bytes.data() + size, JsonCursor::kPadding, '\0');
            JsonCursor cursor{bytes.data(), bytes.data() + size, nullptr};
            event = {};
            if (cursor.peek() != '{')
                return failed(DetailsText::tr("What the file says here cannot be read."));
            if (ValueReader().read(cursor, event, 0))
                return {.members = std::move(event.members), .cut = false, .problem = {}};
            if (size < most)
                break;
        }
    } catch (const ReadFailure &failure) {
        return failed(DetailsText::tr("What the file says here cannot be read: %1.").arg(failure.reason));
    }
    return {.members = std::move(event.members), .cut = true, .problem = {}};
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/saved_run.h"

#include "app/readers/nearest.h"
#include "app/readers/stream_reader.h"
#include "core/record/event_names.h"
#include "core/record/trace_check.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace coroscope::formats {

namespace {

struct SavedText {
    Q_DECLARE_TR_FUNCTIONS(SavedRun)
};

constexpr std::int64_t kMostIds = 0xffffffff;

/// The members of a saved run, in whatever order they come.
class SavedRunReader {
public:
    explicit SavedRunReader(JsonScanner &scanner) : m_scanner(scanner) { m_run.trace = std::make_unique<Trace>(); }

    std::optional<SavedRun> read();

private:
    void readMember();
    std::string readString();
    std::int64_t readInteger();
    template <class Item>
    void readArray(Item item);
    void readNames(std::span<const std::string_view> known, std::vector<std::uint8_t> &numbers);
    RunNote readNote();
    void readTexts();
    void readPlaces();
    void readEvents();
    TraceEvent eventOf(const std::array<std::int64_t, 7> &record) const;
    void check() const;
    [[noreturn]] void fail(const QString &reason) const { m_scanner.fail(reason); }

    JsonScanner &m_scanner;
    SavedRun m_run;
    std::string m_key;
    std::vector<std::uint8_t> m_kinds; ///< by the number in the file
    std::vector<std::uint8_t> m_reasons;
    std::vector<std::uint64_t> m_chunks; ///< where every 4096th event stands in the file
    bool m_isOurs = false;
};

constexpr EventIndex kChunk = 4096;

std::optional<SavedRun> SavedRunReader::read()
{
    if (m_scanner.peek() == '}') {
        m_scanner.take();
        return std::nullopt;
    }
    for (bool more = true; more;) {
        more = false;
        m_scanner.unit([&](JsonCursor &cursor) {
            std::string_view raw;
            return cursor.key(raw) && unescaped(raw, m_key) && cursor.peek() != '\0';
        });
        readMember();
        m_scanner.unit([&](JsonCursor &cursor) {
            more = cursor.more('}');
            return !cursor.reason;
        });
    }
    if (!m_isOurs)
        return std::nullopt;
    check();
    return std::move(m_run);
}

/// `format` comes first: what stands before it is somebody else's.
void SavedRunReader::readMember()
{
    const char first = m_scanner.peek();
    if (m_key == "format" && first == '"') {
        m_isOurs = readString() == kSavedRunFormat;
    } else if (!m_isOurs) {
        m_scanner.skip();
    } else if (m_key == "version") {
        if (const std::int64_t version = readInteger(); version != kSavedRunVersion)
            fail(
                SavedText::tr("this version of the format is not known: \"version\" must be %1").arg(kSavedRunVersion));
    } else if (m_key == "dialect") {
        const std::string dialect = readString();
        if (dialect != "lesson" && dialect != "scenario")
            fail(SavedText::tr("\"dialect\" must be \"lesson\" or \"scenario\""));
        m_run.info.dialect = dialect == "lesson" ? Dialect::Lesson : Dialect::Scenario;
    } else if (m_key == "name") {
        m_run.info.name = readString();
    } else if (m_key == "source") {
        m_run.info.source = readString();
    } else if (m_key == "settings") {
        readArray([this] { m_run.info.settings.push_back(readString()); });
    } else if (m_key == "notes") {
        readArray([this] { m_run.info.notes.push_back(readNote()); });
    } else if (m_key == "kinds") {
        readNames(eventKindNames(), m_kinds);
    } else if (m_key == "reasons") {
        readNames(reasonNames(), m_reasons);
    } else if (m_key == "texts") {
        readTexts();
    } else if (m_key == "places") {
        readPlaces();
    } else if (m_key == "events") {
        readEvents();
    } else {
        m_scanner.skip();
    }
}

std::string SavedRunReader::readString()
{
    std::string text;
    m_scanner.unit([&](JsonCursor &cursor) {
        std::string_view raw;
        return cursor.string(raw)
               && (unescaped(raw, text)
                   || cursor.fail(QT_TRANSLATE_NOOP("JsonText", "not JSON: an invalid escape in a string")));
    });
    return text;
}

std::int64_t SavedRunReader::readInteger()
{
    std::int64_t value = 0;
    m_scanner.unit(
        [&](JsonCursor &cursor) { return cursor.integer(value) && (cursor.at != cursor.end || cursor.fail(nullptr)); });
    return value;
}

/// Calls `item` before each item; it reads it.
template <class Item>
void SavedRunReader::readArray(Item item)
{
    m_scanner.unit([](JsonCursor &cursor) {
        return cursor.expect('[', QT_TRANSLATE_NOOP("JsonText", "an array is expected here"));
    });
    if (m_scanner.peek() == ']') {
        m_scanner.take();
        return;
    }
    for (bool more = true; more;) {
        item();
        m_scanner.unit([&](JsonCursor &cursor) {
            more = cursor.more(']');
            return !cursor.reason;
        });
    }
}

void SavedRunReader::readNames(std::span<const std::string_view> known, std::vector<std::uint8_t> &numbers)
{
    numbers.clear();
    readArray([&] {
        const std::string name = readString();
        const auto found = std::ranges::find(known, name);
        if (numbers.size() > 255)
            fail(SavedText::tr("too many names"));
        // What this version does not know must not be used.
        numbers.push_back(static_cast<std::uint8_t>(found == known.end() ? 255 : found - known.begin()));
    });
}

/// {"t": 500, "end": 900, "lane": "run1", "text": "..."}, in whatever order.
RunNote SavedRunReader::readNote()
{
    RunNote note;
    m_scanner.unit([&](JsonCursor &cursor) {
        note = {};
        if (!cursor.expect('{', QT_TRANSLATE_NOOP("JsonText", "an object is expected here")))
            return false;
        if (cursor.take('}'))
            return true;
        for (bool more = true; more; more = cursor.more('}')) {
            std::string_view key;
            std::string_view text;
            std::int64_t time = 0;
            if (!cursor.key(key))
                return false;
            bool read = false;
            if (key == "t" || key == "end") {
                read = cursor.integer(time)
                       && (isSoundTime(time)
                           || cursor.fail(QT_TRANSLATE_NOOP(
                               "JsonText", "a note is out of time: before the begin, or absurdly far")));
                key == "t" ? note.at = instantAt(time) : note.end.emplace(instantAt(time));
            } else if (key == "lane" || key == "text") {
                read = cursor.string(text)
                       && (unescaped(text, key == "lane" ? note.lane : note.text)
                           || cursor.fail(QT_TRANSLATE_NOOP("JsonText", "not JSON: an invalid escape in a string")));
            } else {
                read = cursor.skip();
            }
            if (!read)
                return false;
        }
        return !cursor.reason;
    });
    return note;
}

void SavedRunReader::readTexts()
{
    std::size_t number = 0;
    readArray([&] {
        const std::string text = readString();
        if (raw(m_run.trace->intern(text)) != number++)
            fail(SavedText::tr("the text %1 is there twice").arg(quoted(QString::fromStdString(text).left(60))));
    });
}

void SavedRunReader::readPlaces()
{
    std::size_t number = 0;
    readArray([&] {
        SourcePlace place;
        m_scanner.unit([&](JsonCursor &cursor) {
            std::string_view raw;
            std::int64_t line = 0;
            if (!cursor.expect('[', QT_TRANSLATE_NOOP("JsonText", "an array is expected here")) || !cursor.string(raw)
                || !unescaped(raw, place.file) || !cursor.more(']') || !cursor.integer(line) || cursor.more(']')
                || cursor.reason)
                return false;
            place.line = static_cast<std::uint32_t>(std::clamp<std::int64_t>(line, 0, kMostIds));
            return true;
        });
        const bool nowhere = place.file.empty() && place.line == 0;
        if (nowhere != (number == 0) || (!nowhere && raw(m_run.trace->intern(place)) != number))
            fail(SavedText::tr("the place %1 is there twice").arg(quoted(QString::fromStdString(place.file))));
        ++number;
    });
}

void SavedRunReader::readEvents()
{
    if (m_run.trace->size() > 0)
        fail(SavedText::tr("the key \"%1\" is there twice").arg(QStringLiteral("events")));
    readArray([&] {
        if (m_run.trace->size() % kChunk == 0)
            m_chunks.push_back(m_scanner.offset());
        std::array<std::int64_t, 7> record{};
        m_scanner.unit([&](JsonCursor &cursor) {
            if (!cursor.expect('[', QT_TRANSLATE_NOOP("JsonText", "an array is expected here")))
                return false;
            for (std::size_t i = 0; i < record.size(); ++i) {
                if (!cursor.integer(record[i]) || cursor.more(']') != (i + 1 < record.size()))
                    return cursor.reason ? false
                                         : cursor.fail(QT_TRANSLATE_NOOP("JsonText", "an event has seven numbers"));
            }
            return !cursor.reason;
        });
        m_run.trace->record(eventOf(record));
    });
}

TraceEvent SavedRunReader::eventOf(const std::array<std::int64_t, 7> &record) const
{
    const auto [time, kind, tag, actor, object, source, value] = record;
    const auto inRange = [](std::int64_t number, std::int64_t most) { return number >= 0 && number <= most; };
    if (!inRange(kind, 254) || !inRange(tag, 254) || !inRange(actor, kMostIds) || !inRange(object, kMostIds)
        || !inRange(source, kMostIds))
        fail(SavedText::tr("a number that no event can have"));
    const auto numbered = [](const std::vector<std::uint8_t> &names, std::int64_t number) {
        return static_cast<std::size_t>(number) < names.size() ? names[static_cast<std::size_t>(number)]
                                                               : std::uint8_t(255);
    };
    TraceEvent event;
    event.time = time;
    event.kind = static_cast<EventKind>(numbered(m_kinds, kind));
    const bool awaits = event.kind == EventKind::TaskAwait || event.kind == EventKind::TaskReady;
    event.tag = awaits ? numbered(m_reasons, tag) : static_cast<std::uint8_t>(tag);
    event.actor = static_cast<ActorId>(actor);
    event.object = static_cast<std::uint32_t>(object);
    event.source = static_cast<std::uint32_t>(source);
    event.value = value;
    return event;
}

/// What an event may speak of is known when all has been read.
void SavedRunReader::check() const
{
    const auto fault = checkTrace(*m_run.trace);
    if (!fault)
        return;
    throw ReadFailure{sentenceOf(*fault), m_chunks[fault->event / kChunk]};
}

} // namespace

std::optional<SavedRun> readSavedRun(JsonScanner &scanner)
{
    return SavedRunReader(scanner).read();
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/trace_reader.h"

#include "app/readers/event_reader.h"

#include <QCoreApplication>

#include <optional>

namespace coroscope::formats {

namespace {

struct TraceText {
    Q_DECLARE_TR_FUNCTIONS(TraceReader)
};

/// The outermost value; what it is made of has readers of its own.
class TraceReader {
public:
    TraceReader(ByteSource &source, SliceBuilder::Pairing pairing) : m_scanner(source), m_events(m_scanner, pairing) {}

    /// Nothing when begins and ends were out of order, and therefore matched wrongly.
    std::optional<ReadTrace> read();

private:
    void readObject();
    void readMember(const std::string &key);

    JsonScanner m_scanner;
    EventReader m_events;
    std::optional<SavedRun> m_run;
    bool m_hasEvents = false;
};

std::optional<ReadTrace> TraceReader::read()
{
    const bool isObject = m_scanner.peek() == '{';
    m_hasEvents = !isObject;
    m_scanner.take();
    try {
        if (isObject)
            readObject();
        else
            m_events.readArray(true);
        if (!m_scanner.atEnd())
            m_scanner.fail(TraceText::tr("there is something after the end of the JSON value"));
    } catch (const EndsEarly &) { // whoever wrote it crashed, or the disk was full
        if (m_run || !m_hasEvents || !m_events.endEarly())
            throw;
    }
    if (m_run)
        return std::move(*m_run);
    if (!m_hasEvents)
        throw ReadFailure{TraceText::tr("not a trace: the key \"traceEvents\" is missing"), 0};
    if (m_events.outOfOrder())
        return std::nullopt;
    return std::make_unique<Slices>(m_events.finish());
}

void TraceReader::readObject()
{
    if (m_scanner.peek() == '}') {
        m_scanner.take();
        return;
    }
    for (bool more = true; more;) {
        std::string key;
        m_scanner.unit([&](JsonCursor &cursor) {
            std::string_view raw;
            return cursor.key(raw) && unescaped(raw, key) && cursor.peek() != '\0';
        });
        readMember(key);
        m_scanner.unit([&](JsonCursor &cursor) {
            more = cursor.more('}');
            return !cursor.reason;
        });
        if (more && m_scanner.peek() == '}') { // beyond the border of a block
            m_scanner.take();
            return;
        }
    }
}

void TraceReader::readMember(const std::string &key)
{
    // Of a run we have the record: its picture for other programs is stepped over.
    if (key == "traceEvents" && m_scanner.peek() == '[' && !m_run) {
        m_scanner.take();
        m_hasEvents = true;
        m_events.readArray(false);
        return;
    }
    if (key != "otherData" || m_scanner.peek() != '{') {
        m_scanner.skip();
        return;
    }
    m_scanner.take();
    auto run = readSavedRun(m_scanner);
    if (run && m_run)
        m_scanner.fail(TraceText::tr("the key \"%1\" is there twice").arg(QStringLiteral("otherData")));
    if (run)
        m_run = std::move(run);
}

} // namespace

ReadTrace readTrace(ByteSource &source)
{
    // Nearly all files have begins and ends in order. The others are read again rather than have all files keep them.
    if (auto opened = TraceReader(source, SliceBuilder::Pairing::AsTheyCome).read())
        return std::move(*opened);
    source.rewind();
    return std::move(*TraceReader(source, SliceBuilder::Pairing::ByTime).read());
}

} // namespace coroscope::formats

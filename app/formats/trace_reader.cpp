// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/trace_reader.h"

#include <QCoreApplication>

namespace coroscope::formats {

namespace {

struct TraceText {
    Q_DECLARE_TR_FUNCTIONS(TraceReader)
};

/// The outermost value; what it is made of has readers of its own.
class TraceReader {
public:
    explicit TraceReader(ByteSource &source) : m_scanner(source) {}

    OpenedFile read();

private:
    void readObject();
    void readMember(const std::string &key);

    JsonScanner m_scanner;
    OpenedFile m_opened;
};

OpenedFile TraceReader::read()
{
    if (m_scanner.peek() == '{')
        readObject();
    else
        m_scanner.skip();
    if (!m_scanner.atEnd())
        m_scanner.fail(TraceText::tr("there is something after the end of the JSON value"));
    if (!m_opened.run)
        throw ReadFailure{TraceText::tr("is not a run that Coroscope saved"), {}};
    return std::move(m_opened);
}

void TraceReader::readObject()
{
    m_scanner.take();
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
    }
}

void TraceReader::readMember(const std::string &key)
{
    if (key != "otherData" || m_scanner.peek() != '{') {
        m_scanner.skip();
        return;
    }
    m_scanner.take();
    auto run = readSavedRun(m_scanner);
    if (run && m_opened.run)
        m_scanner.fail(TraceText::tr("the key \"%1\" is there twice").arg(QStringLiteral("otherData")));
    if (run)
        m_opened.run = std::move(run);
}

} // namespace

OpenedFile readTrace(ByteSource &source)
{
    return TraceReader(source).read();
}

} // namespace coroscope::formats

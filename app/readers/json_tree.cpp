// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/json_tree.h"

#include "app/readers/words.h"

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <set>

namespace coroscope::formats {

namespace {

/// What RapidJSON reads from. The parser reports a value when it is behind it, so the stream notes where each one
/// began: at the first byte after a separator, outside of strings.
class PositionedStream {
public:
    using Ch = char;

    explicit PositionedStream(const QByteArray &bytes)
        : m_begin(bytes.constData()), m_next(m_begin), m_end(m_begin + bytes.size())
    {
    }

    [[nodiscard]] Ch Peek() const { return m_next == m_end ? '\0' : *m_next; }
    [[nodiscard]] std::size_t Tell() const { return static_cast<std::size_t>(m_next - m_begin); }
    Ch Take()
    {
        if (m_next == m_end)
            return '\0';
        note(*m_next);
        return *m_next++;
    }
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    std::size_t PutEnd(Ch *) { return 0; }

    [[nodiscard]] std::size_t tokenBegin() const { return m_tokenBegin; }
    [[nodiscard]] bool atEnd() const { return m_next == m_end; }

private:
    enum class At { Between, Token, String, Escape };

    void note(char c)
    {
        switch (m_at) {
        case At::Escape: m_at = At::String; return;
        case At::String: m_at = c == '\\' ? At::Escape : c == '"' ? At::Between : At::String; return;
        case At::Between:
        case At::Token: break;
        }
        const bool separates = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
        const bool alone = c == '[' || c == ']' || c == '{' || c == '}' || c == '"';
        if (alone || (!separates && m_at == At::Between))
            m_tokenBegin = Tell();
        m_at = c == '"' ? At::String : separates || alone ? At::Between : At::Token;
    }

    const char *m_begin;
    const char *m_next;
    const char *m_end;
    std::size_t m_tokenBegin = 0;
    At m_at = At::Between;
};

} // namespace

/// The handler of RapidJSON's events.
class JsonTreeBuilder {
public:
    JsonTreeBuilder(JsonTree &tree, const PositionedStream &stream, int maxDepth)
        : m_tree(tree), m_stream(stream), m_maxDepth(static_cast<std::size_t>(maxDepth))
    {
    }

    bool Null() { return scalar(JsonTree::Type::Null, {}); }
    bool Bool(bool yes) { return scalar(yes ? JsonTree::Type::True : JsonTree::Type::False, {}); }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return scalar(JsonTree::Type::Number, {text, length});
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return scalar(JsonTree::Type::String, {text, length});
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view key(text, length);
        if (!isNewKey(key)) {
            m_failure = ReadFailure{
                JsonWords::tr("the key \"%1\" is there twice").arg(QString::fromUtf8(text, length).left(60)),
                m_stream.tokenBegin()};
            return false;
        }
        return scalar(JsonTree::Type::String, key);
    }
    bool StartArray() { return open(JsonTree::Type::Array); }
    bool StartObject() { return open(JsonTree::Type::Object); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    // Never called: numbers come as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    [[nodiscard]] const std::optional<ReadFailure> &failure() const { return m_failure; }

private:
    bool scalar(JsonTree::Type type, std::string_view text)
    {
        add(type, m_stream.tokenBegin());
        JsonTree::Record &record = m_tree.m_records.back();
        record.text = static_cast<std::uint32_t>(m_tree.m_texts.size());
        record.length = static_cast<std::uint32_t>(text.size());
        record.next = static_cast<std::uint32_t>(m_tree.m_records.size());
        m_tree.m_texts += text;
        return true;
    }

    void add(JsonTree::Type type, std::size_t offset)
    {
        JsonTree::Record record;
        record.offset = static_cast<std::uint32_t>(offset);
        record.type = type;
        m_tree.m_records.push_back(record);
    }

    /// The parser tells of a bracket before it takes it.
    bool open(JsonTree::Type type)
    {
        if (m_open.size() == m_maxDepth) {
            m_failure =
                ReadFailure{JsonWords::tr("nested too deeply: more than %1 levels").arg(m_maxDepth), m_stream.Tell()};
            return false;
        }
        m_open.push_back({m_tree.m_records.size(), {}});
        add(type, m_stream.Tell());
        return true;
    }

    bool close()
    {
        m_tree.m_records[m_open.back().record].next = static_cast<std::uint32_t>(m_tree.m_records.size());
        m_open.pop_back();
        return true;
    }

    bool isNewKey(std::string_view key) { return m_open.back().keys.emplace(key).second; }

    struct Open {
        std::size_t record;
        std::set<std::string> keys; ///< of an object
    };

    JsonTree &m_tree;
    const PositionedStream &m_stream;
    std::size_t m_maxDepth;
    std::vector<Open> m_open;
    std::optional<ReadFailure> m_failure;
};

namespace {

QString reasonOf(rapidjson::ParseErrorCode code, const PositionedStream &stream)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return JsonWords::tr("the file is empty");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return JsonWords::tr("there is something after the end of the JSON value");
    case rapidjson::kParseErrorStringInvalidEncoding: return JsonWords::tr("not valid UTF-8");
    case rapidjson::kParseErrorNumberTooBig: return JsonWords::tr("a number too large");
    default: break;
    }
    if (stream.atEnd())
        return JsonWords::tr("the file ends too early: incomplete JSON");
    switch (code) {
    case rapidjson::kParseErrorValueInvalid: return JsonWords::tr("not JSON: a value is expected here");
    case rapidjson::kParseErrorObjectMissName:
        return JsonWords::tr("not JSON: a key in double quotes is expected here");
    case rapidjson::kParseErrorObjectMissColon: return JsonWords::tr("not JSON: a colon is expected after the key");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return JsonWords::tr("not JSON: a comma or } is expected here");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return JsonWords::tr("not JSON: a comma or ] is expected here");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringEscapeInvalid: return JsonWords::tr("not JSON: an invalid escape in a string");
    case rapidjson::kParseErrorStringMissQuotationMark:
        return JsonWords::tr("not JSON: a string without its closing quote");
    default: return JsonWords::tr("not JSON: an incomplete number");
    }
}

} // namespace

JsonTree JsonTree::parse(const QByteArray &bytes, int maxDepth)
{
    using namespace rapidjson;
    constexpr unsigned kFlags = kParseIterativeFlag | kParseValidateEncodingFlag | kParseNumbersAsStringsFlag;
    JsonTree tree;
    PositionedStream stream(bytes);
    JsonTreeBuilder builder(tree, stream, maxDepth);
    Reader reader;
    const ParseResult result = reader.Parse<kFlags>(stream, builder);
    if (builder.failure())
        throw *builder.failure();
    if (result.IsError())
        throw ReadFailure{reasonOf(result.Code(), stream), result.Offset()};
    if (!stream.atEnd()) // a zero byte looks like the end
        throw ReadFailure{reasonOf(kParseErrorDocumentRootNotSingular, stream), stream.Tell()};
    return tree;
}

std::string_view JsonTree::Value::text() const
{
    return std::string_view(m_tree->m_texts).substr(record().text, record().length);
}

std::vector<JsonTree::Value> JsonTree::Value::items() const
{
    std::vector<Value> items;
    if (!isArray() && !isObject())
        return items;
    for (std::uint32_t i = m_index + 1; i < record().next; i = m_tree->m_records[i].next)
        items.push_back({*m_tree, i});
    return items;
}

} // namespace coroscope::formats

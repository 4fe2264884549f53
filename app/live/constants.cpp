// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/constants.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

// What Python would do with the text is for Python to say; this finds what can be offered as a control without asking
// it. The text is read line by line. The only state that lines hand on is whether a text in triple quotes, or a
// bracket, is open.

namespace coroscope {

namespace {

/// Reads a literal from the left; the position behind it, or -1.
class LiteralReader {
public:
    explicit LiteralReader(QStringView text) : m_text(text) {}

    /// The type when the whole text is one literal.
    std::optional<PythonConstant::Type> whole()
    {
        const auto type = value(0);
        skipBlanks();
        return type && m_at == m_text.size() ? type : std::nullopt;
    }
    /// The literal in front; what follows may be a comment.
    std::optional<PythonConstant::Type> front()
    {
        const auto type = value(0);
        const qsizetype end = m_at;
        skipBlanks();
        const bool over = m_at == m_text.size() || m_text[m_at] == u'#';
        m_at = end;
        return type && over ? type : std::nullopt;
    }
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    static constexpr int kDeepest = 8;

    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == u' ' || m_text[m_at] == u'\t'))
            ++m_at;
    }
    bool take(const QRegularExpression &expression)
    {
        const auto match = expression.match(m_text.mid(m_at), 0, QRegularExpression::NormalMatch,
                                            QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch())
            m_at += match.capturedLength();
        return match.hasMatch();
    }
    std::optional<PythonConstant::Type> value(int depth)
    {
        using Type = PythonConstant::Type;
        static const QRegularExpression yesNo(QStringLiteral(R"((True|False)\b)"));
        static const QRegularExpression decimal(QStringLiteral(
            R"([+-]?(\d[\d_]*\.[\d_]*([eE][+-]?\d+)?|\.\d[\d_]*([eE][+-]?\d+)?|\d[\d_]*[eE][+-]?\d+)(?![\w.]))"));
        static const QRegularExpression whole(QStringLiteral(R"([+-]?(0|[1-9][\d_]*)(?![\w.]))"));
        static const QRegularExpression text(QStringLiteral(R"('(?!'')([^'\\\n]|\\.)*'|"(?!"")([^"\\\n]|\\.)*")"));
        skipBlanks();
        if (take(yesNo))
            return Type::YesNo;
        if (take(decimal))
            return Type::Float;
        if (take(whole))
            return Type::Integer;
        if (take(text))
            return Type::Text;
        return depth < kDeepest ? list(depth) : std::nullopt;
    }
    std::optional<PythonConstant::Type> list(int depth)
    {
        if (m_at == m_text.size() || (m_text[m_at] != u'[' && m_text[m_at] != u'('))
            return std::nullopt;
        const bool tuple = m_text[m_at] == u'(';
        const char16_t close = tuple ? u')' : u']';
        ++m_at;
        qsizetype items = 0;
        bool comma = true;
        for (skipBlanks(); m_at < m_text.size() && m_text[m_at] != close; skipBlanks()) {
            if (!comma || !value(depth + 1))
                return std::nullopt;
            ++items;
            skipBlanks();
            comma = m_at < m_text.size() && m_text[m_at] == u',';
            m_at += comma ? 1 : 0;
        }
        if (m_at == m_text.size() || (tuple && items == 1 && !comma)) // (1) is a number in brackets
            return std::nullopt;
        ++m_at;
        return PythonConstant::Type::List;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

/// What is open at the end of a line: a text in triple quotes, brackets.
class OpenState {
public:
    [[nodiscard]] bool open() const { return !m_quotes.isEmpty() || m_brackets > 0; }

    void read(QStringView line)
    {
        for (qsizetype at = 0; at < line.size();) {
            if (!m_quotes.isEmpty()) {
                at = readText(line, at);
                continue;
            }
            const QChar each = line[at];
            if (each == u'#')
                return;
            if (each == u'"' || each == u'\'') {
                const bool triple = line.mid(at, 3) == QString(3, each);
                m_quotes = triple ? QString(3, each) : QString(each);
                at += m_quotes.size();
                continue;
            }
            if (QStringView(u"([{").contains(each))
                ++m_brackets;
            else if (QStringView(u")]}").contains(each))
                m_brackets = std::max(0, m_brackets - 1);
            ++at;
        }
        if (m_quotes.size() == 1)
            m_quotes.clear(); // a text in plain quotes ends with its line
    }

private:
    qsizetype readText(QStringView line, qsizetype at)
    {
        if (line[at] == u'\\')
            return at + 2;
        if (line.mid(at, m_quotes.size()) != m_quotes)
            return at + 1;
        at += m_quotes.size();
        m_quotes.clear();
        return at;
    }

    QString m_quotes;
    int m_brackets = 0;
};

QString asText(const QString &written)
{
    QString escaped = written;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('"'), QLatin1String("\\\""))
        .replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

} // namespace

QList<PythonConstant> constantsOf(const QString &source)
{
    static const QRegularExpression assignment(QStringLiteral(R"(^([A-Za-z_]\w*)\s*(:[^=]+)?=(?!=)\s*)"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    QList<PythonConstant> constants;
    QStringList assigned;
    OpenState state;
    const QStringList lines = source.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i];
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        const auto match = state.open() ? QRegularExpressionMatch() : assignment.match(line);
        state.read(line);
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(1);
        const bool again = assigned.contains(name);
        assigned << name;
        constants.removeIf([&](const PythonConstant &each) { return again && each.name == name; });
        const QStringView value = QStringView(line).mid(match.capturedEnd());
        LiteralReader reader(value);
        if (const auto type = again ? std::nullopt : reader.front())
            constants.append({name, *type, value.left(reader.at()).toString(), static_cast<int>(i) + 1});
    }
    return constants;
}

std::optional<PythonConstant::Type> literalType(const QString &written)
{
    return LiteralReader(written).whole();
}

std::optional<QString> literalFor(const PythonConstant &constant, const QString &written)
{
    using Type = PythonConstant::Type;
    const QString value = written.trimmed();
    const auto type = literalType(value);
    if (type == constant.type || (type == Type::Integer && constant.type == Type::Float)
        || (type == Type::Float && constant.type == Type::Integer))
        return value;
    if (constant.type == Type::Text)
        return asText(written);
    if (constant.type == Type::YesNo && (value == QLatin1String("yes") || value == QLatin1String("no")))
        return value == QLatin1String("yes") ? QStringLiteral("True") : QStringLiteral("False");
    if (constant.type == Type::List && !value.isEmpty()) {
        const QString bracketed = QLatin1Char('[') + value + QLatin1Char(']');
        if (literalType(bracketed))
            return bracketed;
    }
    return std::nullopt;
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercises/lesson_facts.h"

#include "core/text/output.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace coroscope::formats {

namespace {

/// Words and "texts", the latter with their first quotation mark, so that they are told from words.
QStringList tokensOf(const QString &written)
{
    static const QRegularExpression token(QStringLiteral("(\"[^\"]*)\"|(\\S+)"));
    QStringList tokens;
    for (auto match = token.globalMatch(written); match.hasNext();) {
        const auto each = match.next();
        tokens << (each.captured(1).isEmpty() ? each.captured(2) : each.captured(1));
    }
    return tokens;
}

QString textOf(const QString &token)
{
    return token.startsWith(QLatin1Char('"')) ? token.mid(1) : token;
}

QString written(Duration d)
{
    return QString::number(toSeconds(d), 'g', 12) + QStringLiteral(" s");
}

/// Of "2.5 s" and "3".
std::optional<double> numberOf(const QString &value)
{
    bool isNumber = false;
    const double number = (value.endsWith(QLatin1String(" s")) ? value.chopped(2) : value).toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool isComparison(const QString &token)
{
    return QStringList{QStringLiteral("="),  QStringLiteral("!="), QStringLiteral("<"),
                       QStringLiteral("<="), QStringLiteral(">"),  QStringLiteral(">=")}
        .contains(token);
}

QString stateName(State state)
{
    switch (state) {
    case State::Created: return QStringLiteral("created");
    case State::Ready: return QStringLiteral("ready");
    case State::Running: return QStringLiteral("running");
    case State::Blocking: return QStringLiteral("blocking");
    case State::Awaiting: return QStringLiteral("awaiting");
    }
    return {};
}

} // namespace

LessonFacts::LessonFacts(const Names &names) : m_names(names)
{
    readOutput();
}

/// As the command `run` prints it: "1s + 500ms  text", and at the end "= 1s + 500ms  complete".
void LessonFacts::readOutput()
{
    static const QRegularExpression form(QStringLiteral("^(= )?(\\d+)s \\+ (\\d+)ms(?:  (.*))?$"));
    const QString output =
        QString::fromStdString(outputOf(m_names.spans().trace(), Dialect::Lesson, OutputFormat::Text));
    for (const QString &line : output.split(QLatin1Char('\n'))) {
        const auto match = form.match(line);
        if (!match.hasMatch())
            continue;
        const Instant at{
            std::chrono::milliseconds(match.captured(2).toLongLong() * 1000 + match.captured(3).toLongLong())};
        if (match.captured(1).isEmpty())
            m_lines.append({at, match.captured(4)});
        else
            m_reason = match.captured(4);
        m_end = at;
    }
}

QString LessonFacts::value(const QString &fact) const
{
    return valueOf(tokensOf(fact));
}

QString LessonFacts::valueOf(const QStringList &fact) const
{
    const QString name = fact.value(0);
    const QString argument = textOf(fact.value(1));
    const Spans &spans = m_names.spans();
    if (name == QLatin1String("end"))
        return written(m_end.time_since_epoch());
    if (name == QLatin1String("reason"))
        return m_reason;
    if (name == QLatin1String("idle"))
        return idle();
    if (name == QLatin1String("tasks"))
        return QString::number(std::ranges::count(spans.lanes(), ActorKind::Task, &Lane::kind));
    if (name == QLatin1String("sends")) {
        int sends = 0;
        for (EventIndex i = 0; i < spans.trace().size(); ++i)
            sends += spans.trace()[i].kind == EventKind::Sent;
        return QString::number(sends);
    }
    if (name == QLatin1String("at"))
        return at(fact);
    if (name == QLatin1String("count"))
        return QString::number(
            std::ranges::count_if(m_lines, [&](const Line &line) { return line.text.contains(argument); }));
    if (name == QLatin1String("line"))
        return line(argument.toInt());
    if (name == QLatin1String("word") && fact.size() == 5) {
        const QStringList words = line(fact[4].toInt()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const qsizetype number = argument.toInt();
        return words.value(number < 0 ? words.size() + number : number - 1);
    }
    if (name == QLatin1String("after"))
        return after(argument);
    if (name == QLatin1String("outcome"))
        return outcome(argument);
    return {};
}

QString LessonFacts::idle() const
{
    Duration held{};
    for (const Span &span : m_names.spans().thread())
        if (!span.open())
            held += span.length();
    return written(m_end.time_since_epoch() - held);
}

QString LessonFacts::at(const QStringList &words) const
{
    const QString text = textOf(words.value(1));
    const QString which = words.value(2, QStringLiteral("#1"));
    int left = which.startsWith(QLatin1Char('#')) ? which.mid(1).toInt() : 0;
    const bool whole = std::ranges::any_of(m_lines, [&](const Line &line) { return line.text == text; });
    for (const Line &line : m_lines)
        if ((whole ? line.text == text : line.text.startsWith(text)) && --left == 0)
            return written(line.at.time_since_epoch());
    return QStringLiteral("never");
}

QString LessonFacts::line(int number) const
{
    return m_lines.value(number < 0 ? m_lines.size() + number : number - 1).text;
}

QString LessonFacts::after(const QString &text) const
{
    const auto found = std::ranges::find(m_lines, text, &Line::text);
    return found == m_lines.end() || std::next(found) == m_lines.end() ? QString() : std::next(found)->text;
}

QString LessonFacts::outcome(const QString &name) const
{
    for (const Lane &lane : m_names.spans().lanes()) {
        if (lane.actor == ActorId::Main || QString::fromStdString(m_names.lane(lane.actor)) != name)
            continue;
        switch (lane.outcome) {
        case Outcome::Pending: return QStringLiteral("pending");
        case Outcome::Done: return QStringLiteral("done");
        case Outcome::Failed: return QStringLiteral("failed");
        case Outcome::Cancelled: return QStringLiteral("cancelled");
        }
    }
    return {};
}

std::optional<Instant> LessonFacts::momentOf(const QString &condition)
{
    bool isNumber = false;
    const double seconds = tokensOf(condition).value(0).toDouble(&isNumber);
    return isNumber ? std::optional(Instant(std::chrono::round<Duration>(std::chrono::duration<double>(seconds))))
                    : std::nullopt;
}

std::optional<LessonFacts::Place> LessonFacts::placeOf(const QString &condition) const
{
    const auto moment = momentOf(condition);
    const QStringList tokens = tokensOf(condition);
    if (!moment || tokens.value(1) != QLatin1String("prints"))
        return moment ? std::optional(Place{*moment, 0}) : std::nullopt;
    const Trace &trace = m_names.spans().trace();
    for (EventIndex i = 0; i < m_names.spans().eventsRead(); ++i) {
        const bool prints = trace[i].kind == EventKind::Printed || trace[i].kind == EventKind::PrintedError;
        if (prints && trace[i].at() == *moment
            && QString::fromStdString(trace.text(trace[i].text())).startsWith(textOf(tokens.value(2))))
            return Place{*moment, i + 1};
    }
    return Place{*moment, 0};
}

bool LessonFacts::holds(const QString &condition) const
{
    const QStringList tokens = tokensOf(condition);
    if (const auto moment = momentOf(condition))
        return isSeen(*moment, tokens.mid(1));
    QStringList comparison;
    for (const QString &token : tokens) {
        if (token != QLatin1String("and")) {
            comparison << token;
            continue;
        }
        if (!compare(comparison))
            return false;
        comparison.clear();
    }
    return compare(comparison);
}

bool LessonFacts::compare(const QStringList &comparison) const
{
    const auto sign = std::ranges::find_if(comparison, isComparison);
    if (sign == comparison.end() || std::next(sign) == comparison.end())
        return false;
    const QString value = valueOf(comparison.mid(0, std::distance(comparison.begin(), sign)));
    const QString other = textOf(*std::next(sign));
    if (*sign == QLatin1String("=") || *sign == QLatin1String("!=")) {
        const auto number = numberOf(value);
        const bool equal = value == other || (number && number == numberOf(other));
        return equal == (*sign == QLatin1String("="));
    }
    const auto left = numberOf(value);
    const auto right = numberOf(other);
    if (!left || !right)
        return false;
    if (sign->startsWith(QLatin1Char('<')))
        return *left < *right || (sign->size() == 2 && *left == *right);
    return *left > *right || (sign->size() == 2 && *left == *right);
}

bool LessonFacts::isSeen(Instant at, const QStringList &what) const
{
    const QString last = textOf(what.value(1));
    if (what.value(0) == QLatin1String("prints"))
        return std::ranges::any_of(m_lines,
                                   [&](const Line &line) { return line.at == at && line.text.startsWith(last); });
    if (what.value(0) == QLatin1String("thread"))
        return (last == QLatin1String("idle") && !isHeld(at)) || (last == QLatin1String("held") && isHeld(at));
    return isInState(at, textOf(what.value(0)), last);
}

/// From that instant on: what takes no time does not count, unless nothing else does.
bool LessonFacts::isInState(Instant at, const QString &name, const QString &state) const
{
    for (const Lane &lane : m_names.spans().lanes()) {
        if (lane.actor == ActorId::Main || QString::fromStdString(m_names.lane(lane.actor)) != name
            || lane.created > at)
            continue;
        if (state == QLatin1String("ended") && lane.finished <= at)
            return true;
        const auto lasts = std::ranges::find_if(
            lane.spans, [&](const Span &span) { return span.begin <= at && (span.open() || span.end > at); });
        const auto now = lasts != lane.spans.end()
                             ? lasts
                             : std::ranges::find_if(lane.spans, [&](const Span &span) { return span.begin == at; });
        if (now != lane.spans.end() && stateName(now->state) == state)
            return true;
    }
    return false;
}

bool LessonFacts::isHeld(Instant at) const
{
    return std::ranges::any_of(m_names.spans().thread(),
                               [&](const Span &span) { return span.begin <= at && (span.open() || span.end > at); });
}

} // namespace coroscope::formats

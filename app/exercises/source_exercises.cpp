// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises about lines of the source: which one keeps the others waiting, which ones have to await.

#include "app/exercises/make_exercises.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace coroscope::exercises {

namespace {

constexpr std::size_t kMostChoices = 4;
constexpr std::size_t kMostPlaces = 8;
constexpr int kMostPrints = 2; ///< they tempt nobody
const QLatin1String kAwait("await ");

QString textOf(const ProgramSource &source, int line)
{
    static const QRegularExpression remark(QStringLiteral(R"(\s+#[^"']*$)")); // it would tell
    return source.lines.value(line - 1).remove(remark).trimmed();
}

/// How long others were ready while this span kept the thread.
Duration denied(const Spans &spans, const Span &held, ActorId holder)
{
    Duration sum{};
    for (const Lane &lane : spans.lanes()) {
        if (lane.kind != ActorKind::Task || lane.actor == holder)
            continue;
        for (const Span &span : lane.spans)
            if (span.state == State::Ready && !span.open())
                sum += std::max(Duration{}, std::min(span.end, held.end) - std::max(span.begin, held.begin));
    }
    return sum;
}

struct Blocking {
    const Span *span = nullptr;
    ActorId actor = ActorId::None;
    int line = 0;
    Duration denied{};
};

/// The blocking call, in a line of the source, that kept others waiting longest.
Blocking worstBlocking(const Spans &spans, const ProgramSource &source)
{
    Blocking worst;
    for (const Lane &lane : spans.lanes()) {
        if (lane.kind != ActorKind::Task)
            continue;
        for (const Span &span : lane.spans) {
            if (span.state != State::Blocking || span.open() || span.source == SourceId::Nowhere)
                continue;
            const Blocking each{&span, lane.actor, source.lineOf(span.source), denied(spans, span, lane.actor)};
            if (each.line > 0 && each.denied > worst.denied)
                worst = each;
        }
    }
    return worst;
}

/// What happens first in each line of the source that the run reaches.
struct Reached {
    EventIndex event = 0;
    const Span *awaiting = nullptr; ///< the first await there that let others run
    ActorId actor = ActorId::None;
};

bool bearsPlace(EventKind kind)
{
    return kind == EventKind::Printed || kind == EventKind::PrintedError || kind == EventKind::TaskAwait
           || kind == EventKind::BlockBegan;
}

std::map<int, Reached> reachedLines(const Spans &spans, const ProgramSource &source)
{
    std::map<int, Reached> reached;
    for (EventIndex i = 0; i < spans.eventsRead(); ++i) {
        const TraceEvent &event = spans.trace()[i];
        const bool placed = bearsPlace(event.kind) && event.place() != SourceId::Nowhere;
        if (const int line = placed ? source.lineOf(event.place()) : 0; line > 0)
            reached.try_emplace(line, Reached{i, nullptr, event.actor});
    }
    for (const Lane &lane : spans.lanes())
        for (const Span &span : lane.spans) {
            const bool awaits = span.state == State::Awaiting && span.source != SourceId::Nowhere;
            const auto found = awaits ? reached.find(source.lineOf(span.source)) : reached.end();
            if (found != reached.end() && !found->second.awaiting) {
                found->second.awaiting = &span;
                found->second.actor = lane.actor;
            }
        }
    return reached;
}

Passage passageOf(const Spans &spans, const Reached &reached)
{
    const Trace &trace = spans.trace();
    if (const Span *span = reached.awaiting)
        return {.from = instantBefore(trace, span->first),
                .until = span->open() ? span->begin : span->end,
                .actor = reached.actor};
    return {.from = instantBefore(trace, reached.event),
            .until = trace[reached.event].at(),
            .cursor = reached.event + 1,
            .actor = reached.actor};
}

bool awaits(const QString &text)
{
    return text.contains(kAwait);
}

/// A call that somebody might think has to be awaited.
bool isCall(const QString &text)
{
    static const QRegularExpression call(QStringLiteral(R"(\w\()"));
    static const QRegularExpression head(
        QStringLiteral(R"(^(async |def |class |if |elif |for |while |with |@|import |from |except |#|"|'))"));
    return text.contains(call) && !text.contains(head);
}

bool isPrint(const QString &text)
{
    return text.contains(QLatin1String("print(")) || text.startsWith(QLatin1String("show_timer("));
}

} // namespace

std::optional<Exercise> lineOf(const Names &names, const ProgramSource &source)
{
    const Spans &spans = names.spans();
    if (!spans.finished() || source.lines.isEmpty())
        return std::nullopt;
    const Blocking worst = worstBlocking(spans, source);
    if (!worst.span)
        return std::nullopt;
    std::vector<int> lines;
    for (const auto &[line, reached] : reachedLines(spans, source))
        if (line != worst.line && !textOf(source, line).isEmpty())
            lines.push_back(line);
    // Those that await tempt most.
    std::ranges::stable_partition(lines, [&](int line) { return awaits(textOf(source, line)); });
    lines.resize(std::min(lines.size(), kMostChoices - 1));
    if (lines.empty())
        return std::nullopt;
    lines.push_back(worst.line);
    std::ranges::sort(lines);
    Exercise exercise{.kind = Kind::Line,
                      .shows = {.from = instantBefore(spans.trace(), worst.span->first),
                                .until = worst.span->end,
                                .actor = worst.actor}};
    for (const int line : lines) {
        if (line == worst.line)
            exercise.right = {static_cast<int>(exercise.items.size())};
        const QString text = textOf(source, line);
        exercise.items.push_back(
            {.text = text, .line = line, .belief = awaits(text) ? Belief::AwaitBlocks : Belief::None});
    }
    return exercise;
}

std::optional<Exercise> awaitsOf(const Names &names, const ProgramSource &source)
{
    const Spans &spans = names.spans();
    if (!spans.finished() || source.lines.isEmpty())
        return std::nullopt;
    Exercise exercise{.kind = Kind::Awaits};
    int others = 0;
    int prints = 0;
    for (const auto &[line, reached] : reachedLines(spans, source)) {
        const QString text = textOf(source, line);
        const bool waits = awaits(text);
        if (exercise.items.size() == kMostPlaces || (!waits && !isCall(text)))
            continue;
        if (!waits && isPrint(text) && (reached.actor == ActorId::Main || ++prints > kMostPrints))
            continue;
        if (waits)
            exercise.right << static_cast<int>(exercise.items.size());
        others += !waits;
        exercise.items.push_back({.text = QString(text).remove(kAwait),
                                  .line = line,
                                  .belief = waits ? Belief::CallIsEnough : Belief::EverythingWaits,
                                  .shows = passageOf(spans, reached)});
    }
    if (exercise.right.isEmpty() || others == 0)
        return std::nullopt;
    exercise.shows = exercise.items[static_cast<std::size_t>(exercise.right.first())].shows;
    return exercise;
}

} // namespace coroscope::exercises

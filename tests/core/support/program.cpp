// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/program.h"

#include "core/model/names.h"
#include "core/text/output.h"

namespace coroscope::testing {

namespace {

/// Writes events as the short lines of stepsOf().
class StepWriter {
public:
    StepWriter(const Trace &trace, bool everything)
        : m_trace(trace), m_spans(trace), m_names(m_spans), m_everything(everything)
    {
        m_spans.update();
        m_names.update();
    }

    std::string write()
    {
        for (EventIndex i = 0; i < m_trace.size(); ++i)
            read(m_trace[i]);
        return m_text + '\n';
    }

private:
    void read(const TraceEvent &event);
    void readMore(const TraceEvent &event);
    void say(const std::string &what) { m_text += (m_text.empty() ? "" : m_text.ends_with(':') ? " " : "; ") + what; }
    void sayOf(const TraceEvent &event, const std::string &what)
    {
        const std::string name = m_names.lane(event.actor);
        say((name.empty() ? "main" : name) + ' ' + what);
    }
    [[nodiscard]] std::string awaited(const TraceEvent &event) const
    {
        const Duration sleep = event.reason() == Reason::Sleep ? Duration(event.value - event.time) : Duration(0);
        return m_names.awaiting(event.reason(), event.object, sleep);
    }
    [[nodiscard]] std::string callback(const TraceEvent &event) const
    {
        return "callback" + std::to_string(event.object);
    }

    const Trace &m_trace;
    Spans m_spans;
    Names m_names;
    bool m_everything;
    std::string m_text;
};

void StepWriter::read(const TraceEvent &event)
{
    switch (event.kind) {
    case EventKind::Pass: m_text += (m_text.empty() ? "" : "\n") + std::to_string(event.value) + ':'; break;
    case EventKind::ActorCreated: sayOf(event, "created"); break;
    case EventKind::TaskStep: sayOf(event, event.tag ? "thrown into" : "run"); break;
    case EventKind::TaskAwait: sayOf(event, awaited(event)); break;
    case EventKind::TaskReady: sayOf(event, "ready"); break;
    case EventKind::TaskDone: sayOf(event, "done"); break;
    case EventKind::TaskFailed: sayOf(event, "failed " + m_trace.text(event.text())); break;
    case EventKind::TaskCancelled: sayOf(event, "cancelled"); break;
    case EventKind::TaskCancelRequested: sayOf(event, "cancel"); break;
    case EventKind::BlockBegan: sayOf(event, m_trace.text(event.text())); break;
    case EventKind::BlockEnded: sayOf(event, "continues"); break;
    case EventKind::Printed: say("print " + m_trace.text(event.text())); break;
    default:
        if (m_everything)
            readMore(event);
    }
}

void StepWriter::readMore(const TraceEvent &event)
{
    const bool frame = event.kind == EventKind::FrameEntered || event.kind == EventKind::FrameLeft;
    if (frame && event.actor == ActorId::Main)
        return; // how the loop is run is no part of the program
    const auto resource = [&] { return m_names.resource(event.resource()); };
    switch (event.kind) {
    case EventKind::HandleReady: say(callback(event) + " ready"); break;
    case EventKind::HandleRun: say(callback(event) + " run"); break;
    case EventKind::HandleCancelled: say(callback(event) + " cancelled"); break;
    case EventKind::TimerSet: say(callback(event) + " at " + secondsText(Duration(event.value))); break;
    case EventKind::TimerDue: say(callback(event) + " due"); break;
    case EventKind::ResourceLevel: say(resource() + " level " + std::to_string(event.value)); break;
    case EventKind::FrameEntered: sayOf(event, "enters " + m_trace.text(event.text())); break;
    case EventKind::FrameLeft: sayOf(event, "leaves"); break;
    default: break;
    }
}

} // namespace

std::string textOf(const Run &run)
{
    return outputOf(run.trace(), Dialect::Lesson, OutputFormat::Text);
}

std::string textOf(MainProgram program, RunOptions options)
{
    Run run(std::move(program), options);
    run.finish();
    return textOf(run);
}

MainProgram mainProgram(MainCoroutine main)
{
    return [main](World &world) -> Coro<void> { co_await world.loop().runUntilComplete(main()); };
}

std::string textOf(MainCoroutine main, RunOptions options)
{
    return textOf(mainProgram(main), options);
}

std::string stepsOf(const Trace &trace, bool everything)
{
    return StepWriter(trace, everything).write();
}

std::string stepsOf(MainCoroutine main, bool everything)
{
    Run run(mainProgram(main));
    run.finish();
    return stepsOf(run.trace(), everything);
}

namespace {

std::string rangeOf(const Span &span)
{
    return secondsText(span.begin.time_since_epoch()) + '-'
           + (span.open() ? "" : secondsText(span.end.time_since_epoch()));
}

std::string nameOf(const Spans &spans, ActorId actor)
{
    return actor == ActorId::Main ? "main" : spans.lane(actor).name;
}

const char *wordOf(State state)
{
    switch (state) {
    case State::Created: return "created";
    case State::Ready: return "ready";
    case State::Running: return "running";
    case State::Blocking: return "blocking";
    case State::Awaiting: return "awaiting";
    }
    return "";
}

} // namespace

std::string lanesOf(const Spans &spans)
{
    Names names(spans);
    names.update();
    std::string text;
    for (const Lane &lane : spans.lanes()) {
        if (lane.spans.empty())
            continue;
        std::string line;
        for (const Span &span : lane.spans) {
            line += (line.empty() ? "" : ", ") + std::string(wordOf(span.state)) + ' ' + rangeOf(span);
            if (span.state == State::Awaiting && lane.kind == ActorKind::Task)
                line += " (" + names.awaiting(span) + ')';
        }
        text += nameOf(spans, lane.actor) + ": " + line + '\n';
    }
    return text;
}

std::string threadOf(const Spans &spans)
{
    std::string text;
    for (const Span &span : spans.thread())
        text += (text.empty() ? "" : ", ") + nameOf(spans, span.by) + (span.state == State::Blocking ? " blocks " : " ")
                + rangeOf(span);
    return text;
}

std::string wakeupsOf(const Spans &spans)
{
    std::string text;
    for (const Wakeup &wakeup : spans.wakeups()) {
        const char *const does = wakeup.kind == Wakeup::Kind::Spawn    ? " spawns "
                                 : wakeup.kind == Wakeup::Kind::Cancel ? " cancels "
                                                                       : " wakes ";
        text += (text.empty() ? "" : ", ") + nameOf(spans, wakeup.from) + does + nameOf(spans, wakeup.to);
    }
    return text;
}

Coro<std::string> value(std::string text, Duration after)
{
    try {
        co_await sleep(after);
    } catch (const CancelledError &) {
        print("cancelled", text);
        throw;
    }
    co_return text;
}

Coro<std::string> failure(std::exception_ptr error, Duration after)
{
    co_await sleep(after);
    std::rethrow_exception(error);
}

std::string stateOf(const FutureBase &future)
{
    return future.cancelled() ? "cancelled" : future.done() ? "done" : "pending";
}

QString difference(const std::string &actual, std::string_view expected)
{
    if (expected.starts_with('\n'))
        expected.remove_prefix(1);
    if (actual == expected)
        return {};
    const auto common = static_cast<std::size_t>(
        std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end()).first - actual.begin());
    const auto before = actual.rfind('\n', common == 0 ? 0 : common - 1);
    const auto begin = before == std::string::npos ? 0 : before + 1;
    return QStringLiteral("\n--- expected\n%1\n--- but is\n%2")
        .arg(QString::fromUtf8(expected.substr(std::min(begin, expected.size()))),
             QString::fromStdString(actual.substr(begin)));
}

} // namespace coroscope::testing

// SPDX-License-Identifier: MIT
#include "core/text/output.h"

#include "core/record/json_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace coroscope {

std::string stampOf(std::int64_t nanoseconds)
{
    const std::int64_t milliseconds = nanoseconds / 1'000'000;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%llds + %03lldms", static_cast<long long>(milliseconds / 1000),
                  static_cast<long long>(milliseconds % 1000));
    return text.data();
}

void appendMilliseconds(std::string &out, std::int64_t nanoseconds)
{
    const std::int64_t microseconds = nanoseconds / 1000;
    if (microseconds % 1000 == 0)
        out += std::to_string(microseconds / 1000);
    else
        appendJsonReal(out, static_cast<double>(microseconds) / 1000);
}

RunOutput::RunOutput(const Trace &trace, Dialect dialect, OutputFormat format)
    : m_trace(trace), m_dialect(dialect), m_format(format), m_actors(1)
{
}

bool RunOutput::update(std::string &out, EventIndex maxEvents)
{
    const EventIndex size = m_trace.size();
    const EventIndex end = size - m_read > maxEvents ? m_read + maxEvents : size;
    while (m_read < end)
        read(m_trace[m_read++], out);
    return m_read < m_trace.size();
}

void RunOutput::read(const TraceEvent &event, std::string &out)
{
    switch (event.kind) {
    case EventKind::ActorCreated: createActor(event); break;
    case EventKind::TaskStep:
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::TaskCancelled: readTask(event, out); break;
    case EventKind::Printed: readPrint(event, out); break;
    case EventKind::Interrupted: {
        Entry entry = entryOf(event, "interrupt");
        entry.task = nullptr;
        write(out, entry);
        break;
    }
    case EventKind::Finished: readFinish(event, out); break;
    default: readByDialect(event, out);
    }
}

void RunOutput::createActor(const TraceEvent &event)
{
    m_actors.resize(std::max<std::size_t>(m_actors.size(), raw(event.actor) + std::size_t(1)));
    Actor &actor = m_actors[raw(event.actor)];
    actor.kind = static_cast<ActorKind>(event.tag);
    actor.name = event.text() == TextId::Empty ? "Task-" + std::to_string(event.number()) : m_trace.text(event.text());
}

const std::string *RunOutput::nameOf(ActorId id) const
{
    if (raw(id) >= m_actors.size())
        return nullptr;
    const Actor &actor = m_actors[raw(id)];
    return actor.kind == ActorKind::Task || actor.kind == ActorKind::Worker ? &actor.name : nullptr;
}

RunOutput::Entry RunOutput::entryOf(const TraceEvent &event, std::string_view name) const
{
    Entry entry;
    entry.time = event.time;
    entry.task = nameOf(event.actor);
    entry.event = name;
    return entry;
}

/// A lesson shows values as Python's repr, in a string; a scenario as JSON.
void RunOutput::setValue(Entry &entry, const TraceEvent &event) const
{
    const auto form = static_cast<TextForm>(event.tag);
    entry.isJson = form != TextForm::String && m_dialect == Dialect::Scenario;
    switch (form) {
    case TextForm::None: entry.value = m_dialect == Dialect::Scenario ? "null" : "None"; break;
    case TextForm::Integer: entry.value = std::to_string(event.value); break;
    case TextForm::String:
    case TextForm::Json: entry.value = m_trace.text(event.text()); break;
    }
    if (entry.isJson && entry.value == "null")
        entry.value.reset();
}

void RunOutput::readTask(const TraceEvent &event, std::string &out)
{
    Actor &actor = m_actors[raw(event.actor)];
    if (event.kind == EventKind::TaskStep) {
        // A task that is cancelled before its first step never starts.
        if (!std::exchange(actor.started, true) && event.tag == 0)
            write(out, entryOf(event, "start"));
        return;
    }
    actor.ended = true;
    if (event.kind == EventKind::TaskCancelled) {
        write(out, entryOf(event, "cancelled"));
        return;
    }
    const bool done = event.kind == EventKind::TaskDone;
    Entry entry = entryOf(event, done ? "end" : "exception");
    if (done)
        setValue(entry, event);
    else
        entry.value = m_trace.text(event.text());
    write(out, entry);
}

void RunOutput::readPrint(const TraceEvent &event, std::string &out)
{
    Entry entry = entryOf(event, "print");
    setValue(entry, event);
    const auto form = static_cast<TextForm>(event.tag);
    if (form == TextForm::String)
        entry.end = m_trace.text(static_cast<TextId>(event.value));
    if (m_dialect == Dialect::Lesson) {
        // A line that begins with the stamp of its own instant is not stamped twice.
        const std::string stamp = stampOf(event.time);
        std::string &text = *entry.value;
        const bool stamped = text.starts_with(stamp) && (text.size() == stamp.size() || text[stamp.size()] == ' ');
        if (stamped)
            text.erase(0, std::min(text.size(), stamp.size() + 1));
    }
    write(out, entry);
}

void RunOutput::readByDialect(const TraceEvent &event, std::string &out)
{
    const bool lesson = m_dialect == Dialect::Lesson;
    std::string_view name;
    bool ofTask = true;
    switch (event.kind) {
    case EventKind::Warned: name = "warning"; break;
    case EventKind::Reported:
        name = lesson ? "report" : "";
        ofTask = false;
        break;
    case EventKind::Caught: name = lesson ? "" : "caught"; break;
    case EventKind::CallbackFailed:
        name = lesson ? "" : "callback_error";
        ofTask = false;
        break;
    case EventKind::NeverRetrieved: name = lesson ? "" : "never_retrieved"; break;
    default: break;
    }
    if (name.empty())
        return;
    Entry entry = entryOf(event, name);
    if (!ofTask)
        entry.task = nullptr;
    entry.value = m_trace.text(event.text());
    write(out, entry);
}

/// The names of the unfinished tasks: as a JSON list, or for people; empty when there is none.
std::string RunOutput::leftTasks() const
{
    const bool json = m_format == OutputFormat::JsonLines;
    std::string list;
    for (const Actor &actor : m_actors) {
        if (actor.kind != ActorKind::Task || actor.ended)
            continue;
        list += list.empty() ? (json ? "[" : "tasks: ") : ", ";
        if (json)
            appendJsonString(list, actor.name);
        else
            list += actor.name;
    }
    return json && !list.empty() ? list + "]" : list;
}

std::string RunOutput::reasonOf(const TraceEvent &event) const
{
    switch (static_cast<RunEnd>(event.tag)) {
    case RunEnd::Complete: return "complete";
    case RunEnd::Stopped: return "stopped";
    case RunEnd::Interrupt: return m_dialect == Dialect::Scenario ? "until" : "interrupt";
    case RunEnd::Idle: return "idle";
    case RunEnd::End: return "end";
    case RunEnd::Until: return "until";
    case RunEnd::Spin: return "spin";
    case RunEnd::Uncaught: return "uncaught " + m_trace.text(event.text());
    }
    return {};
}

void RunOutput::readFinish(const TraceEvent &event, std::string &out)
{
    Entry entry = entryOf(event, "finish");
    entry.task = nullptr;
    entry.value = reasonOf(event);
    if (m_dialect == Dialect::Scenario) {
        if (std::string left = leftTasks(); !left.empty()) {
            Entry unfinished = entry;
            unfinished.event = *entry.value == "idle" ? "stuck" : "pending";
            unfinished.value = std::move(left);
            unfinished.isJson = m_format == OutputFormat::JsonLines;
            write(out, unfinished);
        }
    }
    write(out, entry);
}

void RunOutput::write(std::string &out, const Entry &entry)
{
    if (m_format == OutputFormat::JsonLines)
        writeJson(out, entry);
    else if (m_dialect == Dialect::Scenario)
        writeScenarioText(out, entry);
    else
        writeLessonText(out, entry);
}

void RunOutput::writeJson(std::string &out, const Entry &entry) const
{
    out += "{\"t\": ";
    appendMilliseconds(out, entry.time);
    out += ", \"task\": ";
    if (entry.task)
        appendJsonString(out, *entry.task);
    else
        out += "null";
    out.append(", \"event\": \"").append(entry.event).append("\", \"value\": ");
    if (!entry.value)
        out += "null";
    else if (entry.isJson)
        out += *entry.value;
    else
        appendJsonString(out, *entry.value);
    if (m_dialect == Dialect::Lesson && entry.end != "\n") {
        out += ", \"end\": ";
        appendJsonString(out, entry.end);
    }
    out += "}\n";
}

namespace {

std::size_t charactersOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// A value as people read it: a string without its quotes, anything else as ASCII JSON.
std::string plainJson(const std::string &json)
{
    return json.starts_with('"') ? jsonStringText(json) : asciiJson(json);
}

/// The width Python's f"{who:6}" fills.
constexpr std::size_t kWhoWidth = 6;

} // namespace

void RunOutput::writeScenarioText(std::string &out, const Entry &entry) const
{
    const std::string who = entry.task ? *entry.task : "-";
    out.append(stampOf(entry.time)).append("  ").append(who);
    const std::size_t width = charactersOf(who);
    out.append(width < kWhoWidth ? kWhoWidth - width : 0, ' ').append(" ").append(entry.event);
    if (entry.value)
        out.append(" ").append(entry.isJson ? plainJson(*entry.value) : *entry.value);
    out += '\n';
}

void RunOutput::writeLessonText(std::string &out, const Entry &entry)
{
    if (entry.event == "print") {
        writePrint(out, entry);
    } else if (entry.event == "warning" || entry.event == "report") {
        closeLine(out);
        m_line = OpenLine{entry.time, "! " + *entry.value};
        closeLine(out);
    } else if (entry.event == "finish") {
        closeLine(out);
        out.append("= ").append(stampOf(entry.time)).append("  ").append(*entry.value).append("\n");
    }
}

/// A line is stamped with the instant of its first character.
void RunOutput::writePrint(std::string &out, const Entry &entry)
{
    const std::string text = *entry.value + std::string(entry.end);
    for (std::size_t begin = 0; begin < text.size();) {
        if (!m_line)
            m_line = OpenLine{entry.time, {}};
        const std::size_t end = text.find('\n', begin);
        m_line->text.append(text, begin, end - begin);
        if (end == std::string::npos)
            return;
        closeLine(out);
        begin = end + 1;
    }
}

void RunOutput::closeLine(std::string &out)
{
    if (!m_line)
        return;
    std::string line = stampOf(m_line->time) + "  " + m_line->text;
    line.erase(line.find_last_not_of(" \t\r\n\v\f") + 1);
    out.append(line).append("\n");
    m_line.reset();
}

std::string outputOf(const Trace &trace, Dialect dialect, OutputFormat format)
{
    std::string out;
    RunOutput(trace, dialect, format).update(out);
    return out;
}

} // namespace coroscope

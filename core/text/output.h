// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/run_facts.h"
#include "core/record/trace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope {

enum class OutputFormat { Text, JsonLines };

/// Writes a run as the command line prints it, from its trace alone; also while the trace still grows.
///
///     RunOutput output(run.trace(), Dialect::Lesson, OutputFormat::Text);
///     output.update(text); // 1s + 500ms  run end
///
/// Lines are UTF-8 and end with \n. The last line of a run comes with its Finished event. Single thread.
class RunOutput {
public:
    RunOutput(const Trace &trace, Dialect dialect, OutputFormat format);

    /// Appends what the trace has recorded since the last call, at most `maxEvents` events of it. True when there
    /// may be more.
    bool update(std::string &out, EventIndex maxEvents = ~EventIndex(0));

private:
    struct Actor {
        std::string name;
        ActorKind kind = ActorKind::Main;
        bool started = false;
        bool ended = false;
    };
    /// One thing to show: the members of a JSON line.
    struct Entry {
        std::int64_t time = 0; ///< nanoseconds
        const std::string *task = nullptr;
        std::string_view event;
        std::optional<std::string> value; ///< none: null
        bool isJson = false;              ///< the value is JSON, not a string
        std::string_view end = "\n";      ///< of a print
    };
    struct OpenLine {
        std::int64_t time = 0;
        std::string text;
    };

    void read(const TraceEvent &event, std::string &out);
    void readTask(const TraceEvent &event, std::string &out);
    void readPrint(const TraceEvent &event, std::string &out);
    void readFinish(const TraceEvent &event, std::string &out);
    void readByDialect(const TraceEvent &event, std::string &out);
    void createActor(const TraceEvent &event);
    void setValue(Entry &entry, const TraceEvent &event) const;
    [[nodiscard]] Entry entryOf(const TraceEvent &event, std::string_view name) const;
    [[nodiscard]] const std::string *nameOf(ActorId actor) const;
    [[nodiscard]] std::string leftTasks() const;
    [[nodiscard]] std::string reasonOf(const TraceEvent &event) const;

    void write(std::string &out, const Entry &entry);
    void writeJson(std::string &out, const Entry &entry) const;
    void writeScenarioText(std::string &out, const Entry &entry) const;
    void writeLessonText(std::string &out, const Entry &entry);
    void writePrint(std::string &out, const Entry &entry);
    void closeLine(std::string &out);

    const Trace &m_trace;
    Dialect m_dialect;
    OutputFormat m_format;
    EventIndex m_read = 0;
    std::vector<Actor> m_actors;
    std::optional<OpenLine> m_line; ///< of a lesson's text: what was printed without a line end
};

/// The whole of a finished run.
[[nodiscard]] std::string outputOf(const Trace &trace, Dialect dialect, OutputFormat format);

/// "1s + 500ms"; truncated to milliseconds.
[[nodiscard]] std::string stampOf(std::int64_t nanoseconds);
/// Milliseconds as a JSON number, whole or with up to three decimals.
void appendMilliseconds(std::string &out, std::int64_t nanoseconds);

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/python_source.h"
#include "app/cli/source.h"
#include "app/cli/text_application.h"
#include "app/cli/trace_stats.h"
#include "app/words/diagnosis.h"
#include "app/words/language.h"
#include "app/words/phrases.h"
#include "core/model/diagnostics.h"
#include "core/model/measures.h"
#include "core/record/json_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope::cli {

namespace {

struct StatsText {
    Q_DECLARE_TR_FUNCTIONS(StatsCommand)
};

struct Stats {
    Measures measures;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> concerned; ///< by diagnostic: the task's name; empty for the main program
    std::vector<std::string> texts;     ///< by diagnostic, in the program's language
    std::vector<QString> labels;        ///< by task: what these texts call it
};

Stats statsOf(const Source &source)
{
    Spans spans(source.trace());
    spans.update();
    Names names(spans);
    names.update();
    const ShownUntil end = ShownUntil::endOf(spans);
    Stats stats{measure(spans, end), diagnose(names, end), {}, {}, {}};
    for (const Diagnostic &diagnostic : stats.diagnostics) {
        stats.texts.push_back(diagnosticText(names, diagnostic).toStdString());
        stats.concerned.push_back(diagnostic.actor == ActorId::Main ? std::string()
                                                                    : spans.lane(diagnostic.actor).name);
    }
    for (const TaskMeasures &task : stats.measures.tasks)
        stats.labels.push_back(words::nameOf(names, task.actor));
    return stats;
}

// JSON, laid out so that a person can read it: a line a task.

class JsonObject {
public:
    void text(std::string_view key, const std::string &value, bool emptyIsNull = false)
    {
        begin(key);
        if (emptyIsNull && value.empty())
            m_text += "null";
        else
            appendJsonString(m_text, value);
    }
    void number(std::string_view key, std::uint64_t value)
    {
        begin(key);
        m_text += std::to_string(value);
    }
    void milliseconds(std::string_view key, Duration value)
    {
        begin(key);
        appendMilliseconds(m_text, value.count());
    }
    [[nodiscard]] std::string members() const { return m_text; }
    [[nodiscard]] std::string object() const { return '{' + m_text + '}'; }

private:
    void begin(std::string_view key)
    {
        if (!m_text.empty())
            m_text += ", ";
        appendJsonString(m_text, key);
        m_text += ": ";
    }
    std::string m_text;
};

std::string listOf(std::string_view key, const std::vector<std::string> &items)
{
    std::string out;
    appendJsonString(out, key);
    out += ": [";
    for (const std::string &item : items)
        out += (&item == items.data() ? "\n  " : ",\n  ") + item;
    return out + ']';
}

std::string jsonOf(const TaskMeasures &task)
{
    JsonObject object;
    object.text("name", task.name);
    object.milliseconds("running_ms", task.running);
    object.milliseconds("blocking_ms", task.blocking);
    object.milliseconds("ready_ms", task.ready);
    object.milliseconds("awaiting_ms", task.awaiting);
    object.text("state", task.state);
    return object.object();
}

std::string jsonText(const Stats &stats)
{
    JsonObject head;
    head.milliseconds("duration_ms", stats.measures.duration);
    head.number("steps", stats.measures.steps);
    head.number("switches", stats.measures.switches);
    head.milliseconds("thread_busy_ms", stats.measures.threadBusy);
    head.milliseconds("thread_idle_ms", stats.measures.threadIdle);
    std::vector<std::string> tasks;
    for (const TaskMeasures &task : stats.measures.tasks)
        tasks.push_back(jsonOf(task));
    std::vector<std::string> diagnostics;
    for (std::size_t i = 0; i < stats.diagnostics.size(); ++i) {
        JsonObject object;
        object.text("kind", kindText(stats.diagnostics[i].kind));
        object.text("task", stats.concerned[i], true);
        object.milliseconds("ms", stats.diagnostics[i].duration);
        object.text("text", stats.texts[i]);
        diagnostics.push_back(object.object());
    }
    return '{' + head.members() + ",\n " + listOf("tasks", tasks) + ",\n " + listOf("diagnostics", diagnostics) + "}\n";
}

QString line(const QString &name, const QString &value)
{
    return name.leftJustified(22) + QLatin1Char(' ') + value + QLatin1Char('\n');
}

QString seconds(Duration duration)
{
    return QString::fromStdString(stampOf(duration.count()));
}

QString stateText(const std::string &state)
{
    const std::pair<std::string_view, QString> words[]{{"ready", StatsText::tr("ready", "state of a task")},
                                                       {"running", StatsText::tr("running", "state of a task")},
                                                       {"blocking", StatsText::tr("blocking", "state of a task")},
                                                       {"awaiting", StatsText::tr("awaiting", "state of a task")},
                                                       {"done", StatsText::tr("done", "state of a task")},
                                                       {"failed", StatsText::tr("failed", "state of a task")},
                                                       {"cancelled", StatsText::tr("cancelled", "state of a task")}};
    const auto word = std::ranges::find(words, state, [](const auto &each) { return each.first; });
    return word == std::end(words) ? QString::fromStdString(state) : word->second;
}

QString taskLine(const QString &label, const TaskMeasures &task)
{
    return QStringLiteral("  %1 %2  %3  %4  %5  %6\n")
        .arg(label, -14)
        .arg(seconds(task.running), 11)
        .arg(seconds(task.blocking), 11)
        .arg(seconds(task.ready), 11)
        .arg(seconds(task.awaiting), 11)
        .arg(stateText(task.state));
}

QString plainText(const Stats &stats)
{
    const Measures &measures = stats.measures;
    QString text = line(StatsText::tr("duration"), seconds(measures.duration))
                   + line(StatsText::tr("thread held"), seconds(measures.threadBusy))
                   + line(StatsText::tr("thread idle"), seconds(measures.threadIdle))
                   + line(StatsText::tr("steps"), QString::number(measures.steps))
                   + line(StatsText::tr("switches"), QString::number(measures.switches));
    if (!measures.tasks.empty())
        text += QStringLiteral("\n  %1 %2  %3  %4  %5  %6\n")
                    .arg(StatsText::tr("task"), -14)
                    .arg(StatsText::tr("running"), 11)
                    .arg(StatsText::tr("blocking"), 11)
                    .arg(StatsText::tr("ready"), 11)
                    .arg(StatsText::tr("awaiting"), 11)
                    .arg(StatsText::tr("state"));
    for (std::size_t i = 0; i < measures.tasks.size(); ++i)
        text += taskLine(stats.labels[i], measures.tasks[i]);
    if (!stats.diagnostics.empty())
        text += QLatin1Char('\n');
    for (std::size_t i = 0; i < stats.diagnostics.size(); ++i)
        text += QStringLiteral("! %1  %2\n")
                    .arg(seconds(stats.diagnostics[i].at.time_since_epoch()), QString::fromStdString(stats.texts[i]));
    return text;
}

Status stats(const Options &options)
{
    const TextApplication application;
    setLanguage(options.value(QStringLiteral("lang")));
    Source source = openSource(options, Accepts::Traces);
    if (const Slices *slices = source.slices()) {
        const bool json = options.value(QStringLiteral("format")) == QLatin1String("json");
        if (json)
            writeOutput(options.value(QStringLiteral("output")), traceStatsJson(*slices));
        else
            writeOutput(options.value(QStringLiteral("output")), traceStatsText(*slices));
        return Status::Done;
    }
    finish(source);
    const Stats stats = statsOf(source);
    if (options.value(QStringLiteral("format")) == QLatin1String("json"))
        writeOutput(options.value(QStringLiteral("output")), jsonText(stats));
    else
        writeOutput(options.value(QStringLiteral("output")), plainText(stats));
    return source.uncaught() ? Status::Uncaught : Status::Done;
}

} // namespace

Command statsCommand()
{
    return {{.name = QStringLiteral("stats"),
             .argument = QStringLiteral("ID|FILE"),
             .help = StatsText::tr("Measures a run: who held the thread, who had to wait, and what was noticed."),
             .options = QList<OptionForm>{setOption(),
                                          {QStringLiteral("format"),
                                           QStringLiteral("FORMAT"),
                                           StatsText::tr("text (default) or json"),
                                           {QStringLiteral("text"), QStringLiteral("json")}},
                                          languageOption(),
                                          outputOption()}
                        + pythonOptions(),
             .takesProgram = true},
            &stats};
}

} // namespace coroscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// lesson_lines [ID [NAME=VALUE]...]: what lessons print, and the lines of their Python listings at which they print,
// block, send and await, as JSON for tests/tools/check_listings.py.

#include "app/course/line_map.h"
#include "core/lessons/lesson.h"
#include "core/text/output.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

using namespace coroscope;

namespace {

/// Follows a trace and notes, in order: ["print", line] and the like, and ["await", [lines of the whole chain]].
class Lines {
public:
    explicit Lines(const Trace &trace, const QString &lesson) : m_trace(trace), m_map(lesson) {}

    void read(const TraceEvent &event)
    {
        switch (event.kind) {
        case EventKind::FrameEntered: m_chains[event.actor].append(lineOf(event)); break;
        case EventKind::FrameLeft: m_chains[event.actor].removeLast(); break;
        case EventKind::TaskAwait:
        case EventKind::Yielded: noteAwait(event); break;
        case EventKind::Printed: note("print", event); break;
        case EventKind::BlockBegan:
        case EventKind::WorkerStarted: note("block", event); break;
        case EventKind::Sent: note("send", event); break;
        case EventKind::LoopStarted: noteLoop(event); break;
        default: break;
        }
    }
    [[nodiscard]] const QJsonArray &events() const { return m_events; }

private:
    [[nodiscard]] int lineOf(const TraceEvent &event) const { return m_map.pythonLine(m_trace.place(event.place())); }
    void note(const char *kind, const TraceEvent &event)
    {
        m_events.append(QJsonArray{QLatin1String(kind), lineOf(event)});
    }
    /// The lines of the chain that lie in the listing, outermost first; other frames belong to the library.
    [[nodiscard]] QJsonArray chainOf(const TraceEvent &event)
    {
        QList<int> chain = m_chains[event.actor];
        chain.append(lineOf(event));
        QJsonArray lines;
        for (const int line : chain)
            if (line > 0)
                lines.append(line);
        return lines;
    }
    void noteAwait(const TraceEvent &event) { m_events.append(QJsonArray{QStringLiteral("await"), chainOf(event)}); }
    /// runUntilComplete() is a coroutine of the library, which awaits the loop on behalf of the program.
    void noteLoop(const TraceEvent &event)
    {
        const QJsonArray chain = chainOf(event);
        m_events.append(QJsonArray{QStringLiteral("loop"), chain.isEmpty() ? 0 : chain.last().toInt()});
    }

    const Trace &m_trace;
    formats::LineMap m_map;
    std::map<ActorId, QList<int>> m_chains;
    QJsonArray m_events;
};

QJsonObject linesOf(const Lesson &lesson, const Settings &settings)
{
    const auto run = lesson.start(settings);
    run->finish();
    const QString id = QString::fromStdString(lesson.id);
    Lines lines(run->trace(), id);
    for (EventIndex i = 0; i < run->trace().size(); ++i)
        lines.read(run->trace()[i]);
    QJsonObject parameters;
    for (const Parameter &parameter : lesson.parameters)
        parameters[QString::fromStdString(parameter.name)] = QString::fromStdString(settings.written(parameter.name));
    return {
        {QStringLiteral("id"), id},
        {QStringLiteral("text"), QString::fromStdString(outputOf(run->trace(), Dialect::Lesson, OutputFormat::Text))},
        {QStringLiteral("parameters"), parameters},
        {QStringLiteral("lines"), lines.events()}};
}

} // namespace

int main(int argc, char **argv)
{
    QJsonArray all;
    if (argc == 1)
        for (const Lesson &lesson : lessons())
            all.append(linesOf(lesson, lesson.defaults()));
    if (argc > 1) {
        const Lesson *lesson = findLesson(argv[1]);
        if (!lesson)
            return 2;
        Settings settings = lesson->defaults();
        for (int i = 2; i < argc; ++i) {
            const std::string argument = argv[i];
            lesson->set(settings, argument.substr(0, argument.find('=')), argument.substr(argument.find('=') + 1));
        }
        all.append(linesOf(*lesson, settings));
    }
    QFile out;
    return out.open(stdout, QIODevice::WriteOnly) && out.write(QJsonDocument(all).toJson(QJsonDocument::Compact)) > 0
               ? 0
               : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "core/model/spans.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace coroscope {

/// Whatever fills a trace: a lesson that runs, a scenario that runs, a file that is read.
class RecordingSource {
public:
    RecordingSource() = default;
    virtual ~RecordingSource() = default;
    RecordingSource(const RecordingSource &) = delete;
    RecordingSource &operator=(const RecordingSource &) = delete;

    [[nodiscard]] virtual const Trace &trace() const = 0;
    /// Records until the clock is past `until`, `maxHandles` callbacks and steps have run, or nothing is left.
    /// Records nothing more when everything up to `until` is recorded already.
    virtual void advance(Instant until, std::uint64_t maxHandles) = 0;
    [[nodiscard]] virtual bool finished() const = 0;
    /// The live edge: everything before this instant is recorded, and nothing is known of what comes behind it until
    /// the trace grows by itself. kNever for what records on demand, and for a run that is over.
    [[nodiscard]] virtual Instant edge() const { return kNever; }
    /// `grown` is called whenever the trace has grown by itself, or is over. One listener; main thread.
    virtual void listen(std::function<void()> grown) { (void)grown; }
};

/// What a run was made from, for whoever shows its source: one of these, or neither.
struct RunOrigin {
    QString lesson = {};                    ///< id
    std::vector<std::string> settings = {}; ///< of the lesson, where they are not as in the course: "runs=4"
    QByteArray scenario = {};               ///< text of its file

    friend bool operator==(const RunOrigin &, const RunOrigin &) = default;
};

/// One run on the stage: its trace as far as it has been recorded, and the spans folded from it.
/// Recording goes no further than a view asked for, so an endless run is shown like any other.
class Recording {
public:
    /// Some 250 MB with what the window makes of them.
    static constexpr EventIndex kMostEvents = 2'000'000;

    /// `id` is the lesson's, or a file's name; `title` is what the chart's heading says.
    Recording(QString id, QString title, std::unique_ptr<RecordingSource> source);

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &title() const { return m_title; }
    void setTitle(const QString &title) { m_title = title; }
    [[nodiscard]] const RunOrigin &origin() const { return m_origin; }
    void setOrigin(RunOrigin origin) { m_origin = std::move(origin); }
    [[nodiscard]] const Spans &spans() const { return m_spans; }
    [[nodiscard]] const Trace &trace() const { return m_source->trace(); }
    [[nodiscard]] bool finished() const { return m_source->finished(); }
    /// The live edge (see RecordingSource), or where it was full.
    [[nodiscard]] Instant edge() const { return full() ? m_spans.end() : m_source->edge(); }
    /// As many events are recorded as are kept: an endless program would fill the memory. Only of what records on
    /// demand.
    [[nodiscard]] bool full() const
    {
        return m_spans.eventsRead() >= m_most && !finished() && m_source->edge() == kNever;
    }
    void setMostEvents(EventIndex most) { m_most = most; }
    void listen(std::function<void()> grown) { m_source->listen(std::move(grown)); }

    /// Records what happens up to and including `until`, at most `maxHandles` callbacks and steps.
    /// Returns false when there was nothing to record, or it is full.
    bool record(Instant until, std::uint64_t maxHandles);
    /// Records to the end, or some more than so many events. False when the end was not reached, or when it grows by
    /// itself.
    bool recordToEnd(EventIndex most);

private:
    QString m_id;
    QString m_title;
    RunOrigin m_origin;
    std::unique_ptr<RecordingSource> m_source;
    Spans m_spans;
    EventIndex m_most = kMostEvents;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/run_source.h"

#include <QFileInfo>

#include "core/lessons/changes.h"
#include "core/program/interpreter.h"

namespace coroscope {

namespace {

class RunSource final : public RecordingSource {
public:
    explicit RunSource(std::unique_ptr<Run> run) : m_run(std::move(run)) {}

    [[nodiscard]] const Trace &trace() const override { return m_run->trace(); }
    void advance(Instant until, std::uint64_t maxHandles) override { m_run->advance(until, maxHandles); }
    [[nodiscard]] bool finished() const override { return m_run->finished(); }

private:
    std::unique_ptr<Run> m_run;
};

/// A trace that is complete.
class SavedSource final : public RecordingSource {
public:
    explicit SavedSource(std::shared_ptr<const Trace> trace) : m_trace(std::move(trace)) {}

    [[nodiscard]] const Trace &trace() const override { return *m_trace; }
    void advance(Instant /*until*/, std::uint64_t /*maxHandles*/) override {}
    [[nodiscard]] bool finished() const override { return true; }

private:
    std::shared_ptr<const Trace> m_trace;
};

} // namespace

std::unique_ptr<Recording> recordLesson(const Lesson &lesson, const Settings &settings, const QString &title)
{
    const QString id = QString::fromStdString(lesson.id);
    auto recording = std::make_unique<Recording>(id, title, std::make_unique<RunSource>(lesson.start(settings)));
    recording->setOrigin({.lesson = id, .settings = changedSettings(lesson, settings)});
    return recording;
}

std::unique_ptr<Recording> recordScenario(program::Program scenario, const QString &path)
{
    RunOrigin origin{.scenario = QByteArray::fromStdString(scenario.text)};
    auto run = program::start(std::make_shared<const program::Program>(std::move(scenario)));
    auto recording =
        std::make_unique<Recording>(path, QFileInfo(path).fileName(), std::make_unique<RunSource>(std::move(run)));
    recording->setOrigin(std::move(origin));
    return recording;
}

std::unique_ptr<Recording> recordingOf(std::shared_ptr<const Trace> trace, const QString &path, const QString &title,
                                       const SavedRunInfo &info)
{
    auto recording = std::make_unique<Recording>(path, title, std::make_unique<SavedSource>(std::move(trace)));
    const bool lesson = info.dialect == Dialect::Lesson;
    recording->setOrigin({.lesson = lesson ? QString::fromStdString(info.name) : QString(),
                          .settings = info.settings,
                          .scenario = QByteArray::fromStdString(info.source)});
    return recording;
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/runsource.h"

#include <QFileInfo>

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

} // namespace

std::unique_ptr<Recording> recordLesson(const Lesson &lesson, const Settings &settings, const QString &title)
{
    return std::make_unique<Recording>(QString::fromStdString(lesson.id), title, std::make_unique<RunSource>(lesson.start(settings)));
}

std::unique_ptr<Recording> recordScenario(program::Program scenario, const QString &path)
{
    auto run = program::start(std::make_shared<const program::Program>(std::move(scenario)));
    return std::make_unique<Recording>(path, QFileInfo(path).fileName(), std::make_unique<RunSource>(std::move(run)));
}

} // namespace coroscope

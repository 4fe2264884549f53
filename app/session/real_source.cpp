// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/real_source.h"

#include "app/real/real_run.h"

#include <QTimer>

namespace coroscope {

namespace {

class RealSource final : public RecordingSource {
public:
    explicit RealSource(std::shared_ptr<RealRun> run) : m_run(std::move(run))
    {
        QObject::connect(m_run.get(), &RealRun::finished, &m_frames, [this] { grown(); });
        QObject::connect(&m_frames, &QTimer::timeout, &m_frames, [this] { look(); });
        m_frames.setTimerType(Qt::PreciseTimer);
        if (!m_run->ended())
            m_frames.start(kFrame);
    }

    [[nodiscard]] const Trace &trace() const override { return m_run->trace(); }
    void advance(Instant /*until*/, std::uint64_t /*maxHandles*/) override {}
    [[nodiscard]] bool finished() const override { return m_run->ended(); }
    [[nodiscard]] Instant edge() const override { return finished() ? kNever : m_edge; }
    void listen(std::function<void()> grown) override { m_listener = std::move(grown); }

private:
    void look()
    {
        if (m_run->running() && m_run->edge() > m_edge)
            grown();
    }
    void grown()
    {
        if (m_run->ended())
            m_frames.stop();
        m_edge = std::max(m_edge, m_run->edge());
        if (m_listener)
            m_listener();
    }

    static constexpr std::chrono::milliseconds kFrame{16};

    std::shared_ptr<RealRun> m_run;
    std::function<void()> m_listener;
    Instant m_edge{}; ///< as it was told: within a frame it stands still
    QTimer m_frames;  ///< last: its end cuts the connections first
};

} // namespace

std::unique_ptr<Recording> recordingOf(std::shared_ptr<RealRun> run, RunOrigin origin)
{
    const QString id = origin.lesson;
    auto recording = std::make_unique<Recording>(id, QString(), std::make_unique<RealSource>(std::move(run)));
    recording->setOrigin(std::move(origin));
    return recording;
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/live_source.h"

#include "app/live/python_run.h"

#include <QObject>

namespace coroscope {

namespace {

class LiveSource final : public RecordingSource {
public:
    explicit LiveSource(std::shared_ptr<PythonRun> run) : m_run(std::move(run))
    {
        QObject::connect(m_run.get(), &PythonRun::grew, &m_context, [this] { grown(); });
        QObject::connect(m_run.get(), &PythonRun::finished, &m_context, [this] { grown(); });
    }
    ~LiveSource() override { m_run->setHeld(false); }

    [[nodiscard]] const Trace &trace() const override { return m_run->trace(); }
    void advance(Instant until, std::uint64_t /*maxHandles*/) override
    {
        m_wanted = std::max(m_wanted, until);
        m_asked = trace().size();
        hold();
    }
    [[nodiscard]] bool finished() const override { return m_run->ended(); }
    [[nodiscard]] Instant edge() const override { return finished() ? kNever : recorded(); }
    void listen(std::function<void()> grown) override { m_listener = std::move(grown); }

private:
    [[nodiscard]] Instant recorded() const
    {
        const EventIndex size = trace().size();
        return size == 0 ? Instant{} : trace()[size - 1].at();
    }
    /// Real time does not wait for anybody: there everything is taken in.
    void hold()
    {
        const bool ahead = recorded() - kAhead > m_wanted || trace().size() > m_asked + kAheadEvents;
        m_run->setHeld(ahead && trace().header().clock == ClockKind::Virtual && !m_run->ended());
    }
    void grown()
    {
        hold();
        if (m_listener)
            m_listener();
    }

    static constexpr Duration kAhead = 2s;            ///< so that the now-line does not wait for a process to wake up
    static constexpr EventIndex kAheadEvents = 50000; ///< of a program that lets no time pass

    std::shared_ptr<PythonRun> m_run;
    std::function<void()> m_listener;
    Instant m_wanted{};
    EventIndex m_asked = 0; ///< how much was recorded when more was asked for last
    QObject m_context;      ///< last: its end cuts the connections first
};

} // namespace

std::unique_ptr<Recording> recordingOf(std::shared_ptr<PythonRun> run, const QString &title)
{
    const QString name = run->program().name;
    return std::make_unique<Recording>(name, title, std::make_unique<LiveSource>(std::move(run)));
}

} // namespace coroscope

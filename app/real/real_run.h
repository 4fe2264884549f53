// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include "app/real/real_outside.h"
#include "app/real/wall_clock.h"
#include "core/loop/run.h"

#include <atomic>
#include <functional>
#include <memory>
#include <semaphore>

namespace coroscope {

class Host;

/// A run on the wall clock: in a thread of its own, where whatever blocks lets this one go on; or in this one, where a
/// blocking call is felt.
///
///     RealRun run([&](const RunOptions &options) { return lesson.start(settings, options); });
///     connect(&run, &RealRun::finished, ...);
///     run.start();
///
/// Main thread. The trace may be read while the other thread writes it, as traces can be; the run itself only when it
/// is over. Destroying a run that goes on ends it: whatever it waits for ends with KeyboardInterrupt.
class RealRun : public QObject {
    Q_OBJECT

public:
    using Make = std::function<std::unique_ptr<Run>(const RunOptions &)>;
    enum class Where { OwnThread, ThisThread };

    /// Makes the run, with these options and a real clock; nothing of it runs. Throws what `make` throws.
    explicit RealRun(const Make &make, RunOptions options = {}, Where where = Where::OwnThread,
                     QObject *parent = nullptr);
    ~RealRun() override;

    void start();
    /// Ctrl-C, which ends a blocking call as well. Nothing when it is over.
    void interrupt();

    [[nodiscard]] const Trace &trace() const { return m_run->trace(); }
    [[nodiscard]] bool started() const { return m_started; }
    /// Started, and not over.
    [[nodiscard]] bool running() const { return m_started && !ended(); }
    /// It is over, and the trace is complete.
    [[nodiscard]] bool ended() const { return m_ended; }
    /// The live edge: everything before this instant is recorded.
    [[nodiscard]] Instant edge() const { return m_clock->settled(); }
    /// Valid when ended().
    [[nodiscard]] Run &run() { return *m_run; }

Q_SIGNALS:
    void finished();

private:
    class Worker final : public QThread {
    public:
        explicit Worker(RealRun &owner) : m_owner(owner) {}

    protected:
        void run() override;

    private:
        RealRun &m_owner;
    };

    std::shared_ptr<WallClock> m_clock;
    std::shared_ptr<RealOutside> m_outside;
    std::unique_ptr<Run> m_run;
    Where m_where;
    std::unique_ptr<Host> m_host; ///< in this thread
    bool m_started = false;
    std::atomic<bool> m_ended = false;
    std::binary_semaphore m_left{
        0}; ///< the thread touches nothing any more; QThread::wait() is unknown to ThreadSanitizer
    Worker m_worker{*this};
};

} // namespace coroscope

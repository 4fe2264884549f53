// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/playback/frame_ticks.h"
#include "app/playback/recording.h"

#include <functional>
#include <utility>
#include <vector>

namespace coroscope::test {

/// A source that records a written list of events, bit by bit as a run would: one "handle" is everything from a
/// TaskStep up to the next. With an `endless` function it asks for more whenever the list is used up.
class ScriptSource final : public RecordingSource {
public:
    using More = std::function<std::vector<TraceEvent>(int round)>;

    explicit ScriptSource(std::vector<TraceEvent> events, More endless = {});

    [[nodiscard]] const Trace &trace() const override { return m_trace; }
    void advance(Instant until, std::uint64_t maxHandles) override;
    [[nodiscard]] bool finished() const override { return !m_endless && m_next == m_events.size(); }

    /// Texts first: events name them.
    TextId intern(std::string_view text) { return m_trace.intern(text); }
    void fill(std::vector<TraceEvent> events) { m_events = std::move(events); }

private:
    Trace m_trace;
    std::vector<TraceEvent> m_events;
    More m_endless;
    std::size_t m_next = 0;
    int m_round = 0;
};

/// Writes traces by hand, in the order of the loop.
class Script {
public:
    Script &at(int milliseconds);
    Script &task(std::uint32_t actor, const char *name);
    Script &pass();
    Script &step(std::uint32_t actor);
    Script &print(std::uint32_t actor, const char *text);
    Script &mark(std::uint32_t actor, const char *text); ///< print(text, end="")
    Script &awaitSleep(std::uint32_t actor, int milliseconds);
    Script &ready(std::uint32_t actor);
    Script &block(std::uint32_t actor, int milliseconds);
    Script &done(std::uint32_t actor);
    Script &section(std::uint32_t actor, const char *name, bool begins);
    Script &finished();

    [[nodiscard]] std::unique_ptr<Recording> recording(const char *id) const;

private:
    TraceEvent &add(EventKind kind, std::uint32_t actor = 0);

    std::int64_t m_time = 0;
    std::int64_t m_passes = 0;
    std::vector<TraceEvent> m_events;
    std::vector<std::string> m_texts{"", "\n"};
};

/// Two tasks that sleep 0.5 s and 1 s ("pieces", 1.5 s) or block for the second part ("starvation", 2.5 s).
[[nodiscard]] std::unique_ptr<Recording> pieces();
[[nodiscard]] std::unique_ptr<Recording> starvation();
/// A task that ticks every 100 ms for ever; and one that takes turns for ever without any time passing.
[[nodiscard]] std::unique_ptr<Recording> ticking();
[[nodiscard]] std::unique_ptr<Recording> spinning();

/// Frames that come when the test says so.
class HandTicks final : public FrameTicks {
public:
    void start() override { running = true; }
    void stop() override { running = false; }
    void frame(std::chrono::nanoseconds elapsed = std::chrono::milliseconds(16))
    {
        if (running)
            tick(elapsed);
    }

    bool running = false;
};

} // namespace coroscope::test

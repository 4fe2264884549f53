// SPDX-License-Identifier: MIT
#pragma once

#include "core/sim/streams.h"

#include <vector>

namespace coroscope {

/// A line that a simulated process prints, and when, since its start.
struct ProcessLine {
    ProcessLine(Duration when, std::string what) : at(when), text(std::move(what)) {}
    Duration at;
    std::string text;
};

/// A simulated child process with a pipe to its standard output: prints lines at given instants, then exits. Copies
/// refer to the same process.
class Process {
public:
    /// Starts it.
    Process(EventLoop &loop, std::string_view name, const std::vector<ProcessLine> &lines, Duration exitAt, int code);

    [[nodiscard]] StreamReader &standardOutput() const { return m_state->output; }
    /// None while it runs.
    [[nodiscard]] std::optional<int> returnCode() const { return m_state->code; }
    /// Waits for its end and gives its return code.
    [[nodiscard]] Coro<int> wait() const;

private:
    struct State : TracedResource {
        State(EventLoop &eventLoop, std::string_view name)
            : TracedResource(ResourceKind::Process, name, 0), loop(eventLoop),
              output(eventLoop, std::string(name) + ".stdout")
        {
        }
        void ended(int returned);

        EventLoop &loop;
        StreamReader output;
        std::optional<int> code;
        std::vector<Future<int>> waiters;
    };

    std::shared_ptr<State> m_state; ///< what happens outside refers to it too
};

/// asyncio.create_subprocess_exec(), on the running loop.
[[nodiscard]] Coro<Process> createSubprocess(std::string name, std::vector<ProcessLine> lines, Duration exitAt,
                                             int code);

} // namespace coroscope

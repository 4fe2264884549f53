// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/slices_text.h"

#include "core/record/json_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace coroscope::formats {

namespace {

class SlicesWriter {
public:
    SlicesWriter(const Slices &slices, const std::function<void(std::string_view)> &write)
        : m_slices(slices), m_write(write)
    {
    }

    void run()
    {
        m_out = "{\"displayTimeUnit\": \"ns\", \"traceEvents\": [";
        const auto &lanes = m_slices.lanes();
        m_processes.reserve(lanes.size());
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            const bool known = i > 0 && lanes[i].process == lanes[i - 1].process;
            m_processes.push_back(i == 0 ? 1 : m_processes.back() + !known);
            writeNames(i, !known);
        }
        for (std::size_t i = 0; i < lanes.size(); ++i)
            writeLane(i, lanes[i]);
        writeArrows();
        m_out += "\n]}\n";
        m_write(m_out);
    }

private:
    /// No thread has the number of its process.
    [[nodiscard]] std::size_t threadOf(std::size_t lane) const { return lane + m_slices.lanes().size() + 1; }

    void begin(char phase, std::size_t lane, std::string_view name)
    {
        if (m_out.size() > 65536) {
            m_write(m_out);
            m_out.clear();
        }
        m_out += m_first ? "\n{\"ph\": \"" : ",\n{\"ph\": \"";
        m_first = false;
        m_out += phase;
        m_out += "\", \"pid\": " + std::to_string(m_processes[lane]) + ", \"tid\": " + std::to_string(threadOf(lane))
                 + ", \"name\": ";
        appendJsonString(m_out, name);
    }

    void time(const char *key, std::int64_t nanoseconds)
    {
        std::array<char, 64> text{};
        const bool negative = nanoseconds < 0;
        const std::int64_t size = negative ? -nanoseconds : nanoseconds;
        std::snprintf(text.data(), text.size(), ", \"%s\": %s%lld.%03lld", key, negative ? "-" : "",
                      static_cast<long long>(size / 1000), static_cast<long long>(size % 1000));
        m_out += text.data();
    }

    void at(std::int64_t nanoseconds) { time("ts", nanoseconds + m_slices.origin()); }

    void writeNames(std::size_t index, bool newProcess)
    {
        const SliceLane &lane = m_slices.lanes()[index];
        const auto name = [&](const char *what, const std::string &text) {
            begin('M', index, what);
            m_out += ", \"args\": {\"name\": ";
            appendJsonString(m_out, text);
            m_out += "}}";
        };
        if (newProcess) {
            name("process_name", lane.process);
            begin('M', index, "process_sort_index");
            m_out += ", \"args\": {\"sort_index\": " + std::to_string(m_processes[index]) + "}}";
        }
        if (lane.kind != SliceLane::Kind::Thread)
            return;
        name("thread_name", lane.name);
        begin('M', index, "thread_sort_index");
        m_out += ", \"args\": {\"sort_index\": " + std::to_string(index) + "}}";
    }

    void writeLane(std::size_t index, const SliceLane &lane)
    {
        for (const SliceRow &row : lane.rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                writeSpan(index, lane, row.at(i));
        for (const SliceMark &mark : lane.marks) {
            begin(lane.kind == SliceLane::Kind::Async ? 'n' : 'i', index, m_slices.name(mark.name));
            operation(lane);
            at(mark.at);
            constexpr std::array<const char *, 3> kReach{", \"s\": \"t\"}", ", \"s\": \"p\"}", ", \"s\": \"g\"}"};
            m_out += lane.kind == SliceLane::Kind::Async ? "}" : kReach.at(static_cast<std::size_t>(mark.scope));
        }
        for (const CounterPoint &point : lane.points) {
            begin('C', index, lane.name);
            at(point.at);
            m_out += ", \"args\": {\"value\": ";
            appendJsonReal(m_out, point.value);
            m_out += "}}";
        }
    }

    /// Of an operation: what it is called is its number. Each span is followed by its end, so none closes another.
    void operation(const SliceLane &lane)
    {
        if (lane.kind != SliceLane::Kind::Async)
            return;
        m_out += ", \"cat\": \"\", \"id\": ";
        appendJsonString(m_out, lane.name);
    }

    void writeSpan(std::size_t index, const SliceLane &lane, const Slice &slice)
    {
        const std::string name = m_slices.name(slice.name);
        const bool async = lane.kind == SliceLane::Kind::Async;
        begin(async ? 'b' : slice.open ? 'B' : 'X', index, name);
        operation(lane);
        at(slice.begin);
        if (!async && !slice.open)
            time("dur", slice.duration);
        m_out += '}';
        if (!async || slice.open)
            return;
        begin('e', index, name);
        operation(lane);
        at(slice.end());
        m_out += '}';
    }

    void writeArrows()
    {
        std::size_t number = 0;
        for (const SliceArrow &arrow : m_slices.arrows()) {
            ++number;
            begin('s', arrow.fromLane, "flow");
            m_out += ", \"cat\": \"flow\", \"id\": " + std::to_string(number);
            at(arrow.from);
            m_out += '}';
            begin('f', arrow.toLane, "flow");
            m_out += ", \"cat\": \"flow\", \"id\": " + std::to_string(number) + ", \"bp\": \"e\"";
            at(arrow.to);
            m_out += '}';
        }
    }

    const Slices &m_slices;
    const std::function<void(std::string_view)> &m_write;
    std::string m_out;
    std::vector<std::size_t> m_processes; ///< by lane
    bool m_first = true;
};

} // namespace

void writeSlices(const Slices &slices, const std::function<void(std::string_view)> &write)
{
    SlicesWriter(slices, write).run();
}

} // namespace coroscope::formats

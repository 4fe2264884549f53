// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/world.h"

#include <concepts>

namespace coroscope {

/// A variable several tasks use, whose readings and writings are recorded. Nothing protects it: that is the point.
///
/// What is read remembers when it was read, and so does what is worked out from it. A value that is written back after
/// somebody else has written is thereby proved to be a lost update (see diagnostics.h).
///
///     Shared<int> balance("balance", 0);
///     const auto seen = balance.read();
///     co_await sleep(100ms);
///     balance.write(seen + 10);
template <std::integral T>
class Shared {
public:
    class Reading {
    public:
        Reading(T value, EventIndex at) : m_value(value), m_at(at) {}
        [[nodiscard]] T value() const { return m_value; }
        [[nodiscard]] EventIndex at() const { return m_at; }
        friend Reading operator+(const Reading &reading, T more)
        {
            return {static_cast<T>(reading.m_value + more), reading.m_at};
        }
        friend Reading operator-(const Reading &reading, T less)
        {
            return {static_cast<T>(reading.m_value - less), reading.m_at};
        }

    private:
        T m_value;
        EventIndex m_at;
    };

    explicit Shared(std::string_view name, T value)
        : m_id(World::current().newResource(ResourceKind::Variable, name, value)), m_value(value)
    {
    }
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;

    [[nodiscard]] Reading read() const
    {
        World &world = World::current();
        const EventIndex at = world.trace() ? world.trace()->size() : 0;
        record(LevelChange::Read, m_value, 0);
        return {m_value, at};
    }
    /// Writes what was worked out from a reading.
    void write(const Reading &derived)
    {
        m_value = derived.value();
        record(LevelChange::Written, m_value, derived.at());
    }
    /// Without the trace taking note: for whoever only looks.
    [[nodiscard]] T peek() const { return m_value; }

private:
    void record(LevelChange change, T value, EventIndex readAt) const
    {
        World &world = World::current();
        world.record({.kind = EventKind::ResourceLevel,
                      .tag = static_cast<std::uint8_t>(change),
                      .actor = world.actor(),
                      .object = raw(m_id),
                      .source = static_cast<std::uint32_t>(readAt),
                      .value = static_cast<std::int64_t>(value)});
    }

    ResourceId m_id;
    T m_value;
};

} // namespace coroscope

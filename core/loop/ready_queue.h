// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace coroscope {

class TaskBase;
class DoneCallback;
class Handle;

/// The loop's FIFO of what is ready: a growing ring of one word an entry, a pointer tagged with what it points to.
class ReadyQueue {
public:
    enum class Kind : std::uintptr_t { Task, Done, Handle, Timer /**< a sleeping task's timer */ };

    class Entry {
    public:
        Entry() = default;
        explicit Entry(TaskBase *task) : m_word(reinterpret_cast<std::uintptr_t>(task)) {}
        explicit Entry(DoneCallback *callback) : m_word(reinterpret_cast<std::uintptr_t>(callback) | std::uintptr_t(Kind::Done)) {}
        explicit Entry(Handle *handle) : m_word(reinterpret_cast<std::uintptr_t>(handle) | std::uintptr_t(Kind::Handle)) {}
        static Entry timerOf(TaskBase &sleeper)
        {
            Entry entry;
            entry.m_word = reinterpret_cast<std::uintptr_t>(&sleeper) | std::uintptr_t(Kind::Timer);
            return entry;
        }

        /// Asks for what it points to, well before it is used.
        void prefetch() const
        {
            constexpr std::uintptr_t kLine = 64;
            constexpr std::uintptr_t kTask = 256; ///< the size of a task, about
            for (std::uintptr_t offset = 0; offset < kTask; offset += kLine)
                __builtin_prefetch(reinterpret_cast<const void *>((m_word & ~std::uintptr_t(3)) + offset));
        }

        [[nodiscard]] Kind kind() const { return static_cast<Kind>(m_word & 3); }
        [[nodiscard]] TaskBase *task() const { return reinterpret_cast<TaskBase *>(m_word & ~std::uintptr_t(3)); }
        [[nodiscard]] DoneCallback *callback() const { return reinterpret_cast<DoneCallback *>(m_word & ~std::uintptr_t(3)); }
        [[nodiscard]] Handle *handle() const { return reinterpret_cast<Handle *>(m_word & ~std::uintptr_t(3)); }

    private:
        std::uintptr_t m_word = 0;
    };

    [[nodiscard]] bool empty() const { return m_head == m_tail; }
    [[nodiscard]] std::size_t size() const { return m_tail - m_head; }

    void push(Entry entry)
    {
        if (size() > m_mask) [[unlikely]]
            grow();
        m_entries[m_tail++ & m_mask] = entry;
    }
    [[nodiscard]] Entry pop() { return m_entries[m_head++ & m_mask]; }

private:
    /// Out of line: push() is inlined wherever a task becomes ready, and should cost no more than it does.
    [[gnu::noinline, gnu::cold]] void grow()
    {
        const std::size_t capacity = (m_mask + 1) * 2;
        auto entries = std::make_unique_for_overwrite<Entry[]>(capacity);
        const std::size_t count = size();
        for (std::size_t i = 0; i < count; ++i)
            entries[i] = m_entries[(m_head + i) & m_mask];
        m_entries = std::move(entries);
        m_mask = capacity - 1;
        m_head = 0;
        m_tail = count;
    }

    std::size_t m_mask = 63; ///< the capacity, a power of two, less one
    std::unique_ptr<Entry[]> m_entries = std::make_unique<Entry[]>(m_mask + 1);
    std::size_t m_head = 0;
    std::size_t m_tail = 0;
};

} // namespace coroscope

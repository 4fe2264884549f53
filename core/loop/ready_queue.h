// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/memory.h"

#include <algorithm>
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
        explicit Entry(DoneCallback *callback)
            : m_word(reinterpret_cast<std::uintptr_t>(callback) | std::uintptr_t(Kind::Done))
        {
        }
        explicit Entry(Handle *handle) : m_word(reinterpret_cast<std::uintptr_t>(handle) | std::uintptr_t(Kind::Handle))
        {
        }
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
                coroscope::prefetch(reinterpret_cast<const void *>((m_word & ~std::uintptr_t(3)) + offset));
        }

        [[nodiscard]] Kind kind() const { return static_cast<Kind>(m_word & 3); }
        [[nodiscard]] bool isTask() const { return kind() == Kind::Task; }
        /// Only when isTask(), whose tag is nought.
        [[nodiscard]] TaskBase *justTask() const { return reinterpret_cast<TaskBase *>(m_word); }
        [[nodiscard]] TaskBase *task() const { return reinterpret_cast<TaskBase *>(m_word & ~std::uintptr_t(3)); }
        [[nodiscard]] DoneCallback *callback() const
        {
            return reinterpret_cast<DoneCallback *>(m_word & ~std::uintptr_t(3));
        }
        [[nodiscard]] Handle *handle() const { return reinterpret_cast<Handle *>(m_word & ~std::uintptr_t(3)); }

    private:
        std::uintptr_t m_word = 0;
    };

    [[nodiscard]] bool empty() const { return m_head == m_tail; }
    [[nodiscard]] std::size_t size() const { return m_tail - m_head; }

    void push(Entry entry)
    {
        m_entries[m_tail++ & m_mask] = entry; // there is always room for one
        if (size() > m_mask) [[unlikely]]
            grow();
    }
    [[nodiscard]] Entry pop() { return m_entries[m_head++ & m_mask]; }
    /// The one that so many others come before; only when there are more than those.
    [[nodiscard]] Entry peek(std::size_t before) const { return m_entries[(m_head + before) & m_mask]; }

private:
    /// Out of line and called last: push() is inlined wherever a task becomes ready, and should cost no more than it
    /// does.
    [[gnu::noinline, gnu::cold]] void grow()
    {
        const std::size_t count = m_mask + 1; // it is full
        auto entries = std::make_unique_for_overwrite<Entry[]>(count * 2);
        Entry *const first = m_entries.get() + (m_head & m_mask);
        Entry *const end = m_entries.get() + count;
        std::copy(m_entries.get(), first, std::copy(first, end, entries.get()));
        m_entries = std::move(entries);
        m_mask = count * 2 - 1;
        m_head = 0;
        m_tail = count;
    }

    std::size_t m_mask = 63; ///< the capacity, a power of two, less one
    std::unique_ptr<Entry[]> m_entries = std::make_unique<Entry[]>(m_mask + 1);
    std::size_t m_head = 0;
    std::size_t m_tail = 0;
};

} // namespace coroscope

// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/memory.h"

#include <array>
#include <cstddef>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define COROSCOPE_PLAIN_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COROSCOPE_PLAIN_MALLOC 1
#endif
#endif

namespace coroscope {

/// Free lists for coroutine frames, tasks and handles, by size. Spawning and joining a task with malloc costs five
/// times as much. A block freed on another thread joins that thread's lists. Under AddressSanitizer it is plain
/// operator new, so that use after free is seen.
class Pool {
public:
    [[nodiscard]] static void *take(std::size_t size)
    {
#ifndef COROSCOPE_PLAIN_MALLOC
        const std::size_t index = (size + kStep - 1) / kStep;
        if (index < kClasses) [[likely]] {
            if (Block *block = t_free[index]) [[likely]] {
                // Blocks come back in the order in which tasks end, which may be any: the next one is asked for in
                // time.
                prefetch(block->next);
                t_free[index] = block->next;
                return block;
            }
            return refill(index);
        }
#endif
        return ::operator new(size);
    }

    static void give(void *memory, [[maybe_unused]] std::size_t size) noexcept
    {
#ifndef COROSCOPE_PLAIN_MALLOC
        const std::size_t index = (size + kStep - 1) / kStep;
        if (index < kClasses) [[likely]] {
            t_free[index] = ::new (memory) Block{t_free[index]};
            return;
        }
#endif
        ::operator delete(memory);
    }

#ifndef COROSCOPE_PLAIN_MALLOC
private:
    struct Block {
        Block *next;
    };
    static constexpr std::size_t kStep = 16;
    static constexpr std::size_t kClasses = 65; ///< up to 1 KiB

    static void *refill(std::size_t index);

    static constinit thread_local std::array<Block *, kClasses> t_free;
#endif
};

/// Base of classes that are made and destroyed all the time.
struct Pooled {
    static void *operator new(std::size_t size) { return Pool::take(size); }
    static void operator delete(void *memory, std::size_t size) noexcept { Pool::give(memory, size); }
};

} // namespace coroscope

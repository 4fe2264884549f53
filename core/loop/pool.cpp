// SPDX-License-Identifier: MIT
#include "core/loop/pool.h"

#include "core/record/memory.h"

#include <mutex>
#include <utility>

namespace coroscope {

#ifndef COROSCOPE_PLAIN_MALLOC

constinit thread_local std::array<Pool::Block *, Pool::kClasses> Pool::t_free{};

namespace {

/// Where all threads' free lists get their memory from. It lives as long as the process: blocks wander between
/// threads, so nobody can know when a region is unused.
struct Region {
    std::mutex mutex;
    std::byte *next = nullptr;
    std::size_t left = 0;
    std::size_t size = 256 * 1024; ///< of the next region

    std::byte *take(std::size_t wanted)
    {
        const std::lock_guard lock(mutex);
        if (left < wanted) {
            next = allocateLarge(size);
            left = size;
            size = kHugePage;
        }
        left -= wanted;
        return std::exchange(next, next + wanted);
    }
};

Region &region()
{
    static auto *const instance = new Region; // frames may be freed by destructors of static objects
    return *instance;
}

} // namespace

void *Pool::refill(std::size_t index)
{
    constexpr std::size_t kRun = 16 * 1024;
    const std::size_t size = index * kStep;
    std::byte *const begin = region().take(kRun);
    std::byte *const last = begin + (kRun / size - 1) * size;
    for (std::byte *block = last; block != begin; block -= size)
        give(block, size);
    return begin;
}

#endif

} // namespace coroscope

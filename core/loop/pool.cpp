// SPDX-License-Identifier: MIT
#include "core/loop/pool.h"

#include <memory>
#include <mutex>
#include <vector>

namespace coroscope {

#ifndef COROSCOPE_PLAIN_MALLOC

constinit thread_local std::array<Pool::Block *, Pool::kClasses> Pool::t_free{};

namespace {

/// Slabs live as long as the process: blocks wander between threads, so no thread can know when a slab is unused.
struct Slabs {
    std::mutex mutex;
    std::vector<std::unique_ptr<std::byte[]>> all;
};

Slabs &slabs()
{
    static auto *const instance = new Slabs; // never destroyed: frames may be freed by destructors of static objects
    return *instance;
}

} // namespace

void *Pool::refill(std::size_t index)
{
    constexpr std::size_t kSlab = 64 * 1024;
    const std::size_t size = index * kStep;
    auto slab = std::make_unique_for_overwrite<std::byte[]>(kSlab);
    std::byte *const begin = slab.get();
    {
        const std::lock_guard lock(slabs().mutex);
        slabs().all.push_back(std::move(slab));
    }
    std::byte *const last = begin + (kSlab / size - 1) * size;
    for (std::byte *block = last; block != begin; block -= size)
        give(block, size);
    return begin;
}

#endif

} // namespace coroscope

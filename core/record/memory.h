// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace coroscope {

inline constexpr std::size_t kHugePage = std::size_t(2) * 1024 * 1024;

/// Memory for many small things. From kHugePage on it is aligned to it and, where the system can, made of huge pages:
/// with a hundred thousand tasks more time goes into address translation than into the scheduler. Throws
/// std::bad_alloc.
[[nodiscard]] std::byte *allocateLarge(std::size_t size);
/// Gives back what allocateLarge(size) gave.
void freeLarge(std::byte *memory, std::size_t size) noexcept;

/// Asks for a cache line that will be needed soon; any address will do. Not for __builtin_prefetch alone: g++ 12 takes
/// a function that does nothing else for one without effects, and drops the calls of it.
[[gnu::always_inline]] inline void prefetch(const void *line)
{
    __builtin_prefetch(line);
    asm volatile("");
}

/// A std::allocator for arrays that may become large.
template <class T>
class LargeAllocator {
public:
    using value_type = T;

    LargeAllocator() = default;
    template <class U>
    LargeAllocator(const LargeAllocator<U> &)
    {
    }
    [[nodiscard]] T *allocate(std::size_t count) { return reinterpret_cast<T *>(allocateLarge(count * sizeof(T))); }
    void deallocate(T *memory, std::size_t count) noexcept
    {
        freeLarge(reinterpret_cast<std::byte *>(memory), count * sizeof(T));
    }
    friend bool operator==(const LargeAllocator &, const LargeAllocator &) { return true; }
};

} // namespace coroscope

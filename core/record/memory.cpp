// SPDX-License-Identifier: MIT
#include "core/record/memory.h"

#include <new>

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#endif

namespace coroscope {

namespace {

[[nodiscard]] std::align_val_t alignmentFor(std::size_t size)
{
    return std::align_val_t(size < kHugePage ? __STDCPP_DEFAULT_NEW_ALIGNMENT__ : kHugePage);
}

} // namespace

std::byte *allocateLarge(std::size_t size)
{
    void *const memory = ::operator new(size, alignmentFor(size));
#ifdef MADV_HUGEPAGE
    if (size >= kHugePage)
        madvise(memory, size / kHugePage * kHugePage, MADV_HUGEPAGE); // advice: without effect is fine
#endif
    return static_cast<std::byte *>(memory);
}

void freeLarge(std::byte *memory, std::size_t size) noexcept
{
    ::operator delete(memory, size, alignmentFor(size));
}

} // namespace coroscope

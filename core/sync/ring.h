// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace coroscope {

/// A FIFO in one growing array. std::deque does the same, but takes a dozen instructions to say how long it is, and
/// a queue asks that several times for every item.
template <class T>
class Ring {
public:
    Ring() = default;
    Ring(const Ring &) = delete;
    Ring &operator=(const Ring &) = delete;
    ~Ring()
    {
        while (m_count > 0)
            pop();
        std::allocator<T>().deallocate(m_items, m_capacity);
    }

    [[nodiscard]] std::size_t size() const { return m_count; }
    void push(T item)
    {
        if (m_count == m_capacity) [[unlikely]]
            grow();
        std::construct_at(&m_items[(m_first + m_count) & (m_capacity - 1)], std::move(item));
        ++m_count;
    }
    T pop()
    {
        T &first = m_items[m_first];
        T item = std::move(first);
        std::destroy_at(&first);
        m_first = (m_first + 1) & (m_capacity - 1);
        --m_count;
        return item;
    }

private:
    void grow()
    {
        const std::size_t capacity = m_capacity == 0 ? 4 : m_capacity * 2; // a power of two
        T *const items = std::allocator<T>().allocate(capacity);
        for (std::size_t i = 0; i < m_count; ++i) {
            T &old = m_items[(m_first + i) & (m_capacity - 1)];
            std::construct_at(&items[i], std::move(old));
            std::destroy_at(&old);
        }
        std::allocator<T>().deallocate(std::exchange(m_items, items), m_capacity);
        m_capacity = capacity;
        m_first = 0;
    }

    T *m_items = nullptr;
    std::size_t m_capacity = 0;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace coroscope

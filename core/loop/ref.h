// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>

namespace coroscope {

/// Base of objects counted like Python's: gone with their last reference, which is when CPython reports an
/// exception that was never retrieved. Not atomic: a loop and its objects belong to one thread.
class RefCounted {
public:
    RefCounted() = default;
    RefCounted(const RefCounted &) = delete;
    RefCounted &operator=(const RefCounted &) = delete;

    void retain() noexcept { ++m_references; }
    void release() noexcept
    {
        if (--m_references == 0)
            delete this;
    }

protected:
    virtual ~RefCounted() = default;

private:
    std::uint32_t m_references = 0;
};

/// A reference to a RefCounted object, or none.
template <class T>
class Ref {
public:
    Ref() = default;
    Ref(std::nullptr_t) {}
    explicit Ref(T *object) : m_object(object)
    {
        if (m_object)
            m_object->retain();
    }
    /// Takes over a reference that is counted already.
    [[nodiscard]] static Ref adopt(T *object)
    {
        Ref ref;
        ref.m_object = object;
        return ref;
    }
    Ref(const Ref &other) : Ref(other.m_object) {}
    Ref(Ref &&other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    template <class U>
        requires std::is_convertible_v<U *, T *>
    Ref(const Ref<U> &other) : Ref(other.get())
    {
    }
    Ref &operator=(Ref other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~Ref()
    {
        if (m_object)
            m_object->release();
    }

    [[nodiscard]] T *get() const { return m_object; }
    T *operator->() const { return m_object; }
    T &operator*() const { return *m_object; }
    explicit operator bool() const { return m_object != nullptr; }
    friend bool operator==(const Ref &a, const Ref &b) { return a.m_object == b.m_object; }

private:
    T *m_object = nullptr;
};

} // namespace coroscope

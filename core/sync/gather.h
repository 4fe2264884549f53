// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/memory.h"
#include "core/sync/ensure.h"

#include <span>

namespace coroscope {

/// A result or the exception that came instead (gather with return_exceptions).
template <class T>
class ResultOrError {
public:
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    explicit ResultOrError(Stored value) : m_value(std::move(value)) {}
    explicit ResultOrError(std::exception_ptr error) : m_error(std::move(error)) {}

    [[nodiscard]] bool failed() const { return m_error != nullptr; }
    [[nodiscard]] const std::exception_ptr &error() const { return m_error; }
    /// Only when not failed.
    [[nodiscard]] const Stored &value() const { return *m_value; }

private:
    std::optional<Stored> m_value;
    std::exception_ptr m_error;
};

template <class T>
std::string repr(const ResultOrError<T> &outcome)
{
    if (!outcome.failed())
        return repr(outcome.value());
    const std::string text = reprOfError(outcome.error());
    return text == "CancelledError()" ? "CancelledError('')" : text; // as gather makes it
}

/// asyncio's _GatheringFuture: cancelling it cancels the children, and it is done when they are.
class GatherBase : public PlainFuture {
public:
    bool cancel() override;
    void awaitedAs(Reason &reason, std::uint32_t &object) override;

protected:
    GatherBase(EventLoop &loop, std::size_t expected, bool returnExceptions);
    ~GatherBase() override;

    /// A child that is given twice has one callback.
    void addChild(Ref<FutureBase> &&child, bool isNew);
    /// All results into this future.
    virtual void collect() = 0;
    class Slot;
    [[nodiscard]] std::span<const Slot> slots() const { return {m_slots, m_filled}; }

    /// A child, in the order of the arguments, and what it calls when it is done.
    class Slot final : public DoneCallback {
    public:
        explicit Slot(Ref<FutureBase> &&child) : m_child(std::move(child)) {}
        [[nodiscard]] FutureBase &child() const { return *m_child; }
        void watch(GatherBase &owner)
        {
            m_owner = &owner;
            m_child->addDoneCallback(*this);
        }
        void run(FutureBase &child) override { m_owner->slotRuns(child); }
        void drop() override { m_owner->forgetSlot(); }

    private:
        Ref<FutureBase> m_child;
        GatherBase *m_owner = nullptr;
    };

private:
    [[nodiscard, gnu::noinline]] bool has(const FutureBase &child) const;
    [[gnu::noinline]] void recordChild(FutureBase &child);
    void slotRuns(FutureBase &child);
    [[gnu::noinline]] void childDone(FutureBase &child);
    void forgetSlot();

    const std::size_t m_expected;
    Slot *const m_slots;         ///< room for as many: a slot never moves
    std::size_t m_filled = 0;    ///< of these
    std::size_t m_watched = 0;   ///< of the filled ones
    std::size_t m_slotsHeld = 0; ///< of these, whose callback a child has; together they hold a reference
    std::size_t m_finished = 0;
    bool m_returnExceptions;
    bool m_cancelRequested = false;
};

inline void GatherBase::addChild(Ref<FutureBase> &&child, bool isNew)
{
    const bool twice = !isNew && has(*child);
    Slot &slot = *std::construct_at(m_slots + m_filled++, std::move(child));
    if (!twice) {
        ++m_watched;
        if (m_slotsHeld++ == 0)
            retain();
        slot.watch(*this);
    }
    if (loop().world().trace()) [[unlikely]]
        recordChild(slot.child());
}

namespace detail {

template <class T>
using GatherItem = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T, bool ReturnExceptions>
class GatherState final : public GatherBase {
public:
    using Item = std::conditional_t<ReturnExceptions, ResultOrError<T>, GatherItem<T>>;

    GatherState(EventLoop &loop, std::size_t expected) : GatherBase(loop, expected, ReturnExceptions) {}

    void add(Future<T> &&child, bool isNew) { addChild(std::move(child).takeState(), isNew); }
    void finishEmpty() { finish(State::Finished); }
    [[nodiscard]] void *storage() override { return &m_results; }

private:
    void collect() override
    {
        m_results.reserve(slots().size());
        for (const auto &slot : slots())
            m_results.push_back(itemOf(slot.child()));
        finish(State::Finished);
    }

    static Item itemOf(FutureBase &child)
    {
        if constexpr (ReturnExceptions) {
            if (child.cancelled())
                return Item(std::make_exception_ptr(CancelledError()));
            if (const std::exception_ptr error = child.exception())
                return Item(error);
        }
        if constexpr (std::is_void_v<T>)
            return Item(std::monostate());
        else
            return Item(*static_cast<T *>(child.storage()));
    }

    std::vector<Item> m_results;
};

template <bool ReturnExceptions, class First, class... Rest>
auto gatherAll(First &&first, Rest &&...rest)
{
    using T = ResultOf<First>;
    using State = GatherState<T, ReturnExceptions>;
    const auto isNew = [](const auto &child) { return !requires { child.state(); }; };
    State *const state = new State(loopInUse(), 1 + sizeof...(Rest));
    Future<std::vector<typename State::Item>> outer{Ref<FutureBase>(state)};
    const auto add = [&](auto &&child) {
        const bool fresh = isNew(child);
        state->add(asFuture(std::forward<decltype(child)>(child)), fresh);
    };
    add(std::forward<First>(first));
    (add(std::forward<Rest>(rest)), ...);
    return outer;
}

template <bool ReturnExceptions, class A>
auto gatherRange(std::vector<A> children)
{
    using State = GatherState<ResultOf<A>, ReturnExceptions>;
    State *const state = new State(loopInUse(), children.size());
    Future<std::vector<typename State::Item>> outer{Ref<FutureBase>(state)};
    EventLoop &loop = state->loop();
    // Made long ago where there are many: each is asked for while others become tasks.
    constexpr std::size_t kAhead = 4;
    for (std::size_t i = 0; i < children.size(); ++i) {
        A &child = children[i];
        if constexpr (requires { child.prefetch(); }) {
            if (i + kAhead < children.size())
                children[i + kAhead].prefetch();
        }
        const bool fresh = !requires { child.state(); };
        state->add(asFuture(std::move(child), loop), fresh);
    }
    if (children.empty())
        state->finishEmpty();
    return outer;
}

} // namespace detail

/// asyncio.gather(a, b, ...): the results in the order of the arguments; the first exception is passed on at once.
///
///     auto results = co_await gather(pieces("run1"), pieces("run2"));
template <IsFutureLike First, IsFutureLike... Rest>
    requires(std::is_same_v<ResultOf<First>, ResultOf<Rest>> && ...)
auto gather(First first, Rest... rest)
{
    return detail::gatherAll<false>(std::move(first), std::move(rest)...);
}
template <IsFutureLike A>
auto gather(std::vector<A> children)
{
    return detail::gatherRange<false>(std::move(children));
}

/// asyncio.gather(..., return_exceptions=True): each result or exception.
template <IsFutureLike First, IsFutureLike... Rest>
    requires(std::is_same_v<ResultOf<First>, ResultOf<Rest>> && ...)
auto gatherOutcomes(First first, Rest... rest)
{
    return detail::gatherAll<true>(std::move(first), std::move(rest)...);
}
template <IsFutureLike A>
auto gatherOutcomes(std::vector<A> children)
{
    return detail::gatherRange<true>(std::move(children));
}

} // namespace coroscope

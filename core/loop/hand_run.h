// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/hand_driver.h"
#include "core/loop/world.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope {

/// The coroutines a lesson offers to a hand.
class HandSet {
public:
    template <class T>
    void offer(Coro<T> coro, std::string_view name)
    {
        m_drivers.push_back(std::make_unique<HandDriver>(std::move(coro), name));
        m_names.emplace_back(name);
    }

    [[nodiscard]] std::size_t size() const { return m_drivers.size(); }
    [[nodiscard]] const std::string &name(std::size_t index) const { return m_names[index]; }
    [[nodiscard]] HandDriver &driver(std::size_t index) { return *m_drivers[index]; }

private:
    std::vector<std::unique_ptr<HandDriver>> m_drivers;
    std::vector<std::string> m_names;
};

using HandProgram = void (*)(HandSet &);

/// A static object of this offers a lesson's coroutines to be driven by hand, besides its program:
///
///     const OfferByHand byHand("both-ways", [](HandSet &hand) { hand.offer(talk(), "coro"); });
class OfferByHand {
public:
    OfferByHand(const char *lesson, HandProgram program);
};

/// Null when the lesson offers none.
[[nodiscard]] HandProgram findByHand(std::string_view lesson);

/// A run without a loop that goes on by one send at a time. Its trace grows with each; when all coroutines have ended
/// it is over. What has been sent so far makes it again, to the event.
class HandRun {
public:
    struct Send {
        std::size_t coroutine;
        Value value;
    };

    explicit HandRun(HandProgram program);
    ~HandRun();
    HandRun(const HandRun &) = delete;
    HandRun &operator=(const HandRun &) = delete;

    /// coroutine.send(value). What it raises other than by coming to its end or by its own doing (a value sent to one
    /// that has not begun, anything to one that has ended) comes back as text and leaves no trace.
    std::string send(const Send &send);

    [[nodiscard]] const Trace &trace() const { return *m_trace; }
    [[nodiscard]] const HandSet &coroutines() const { return m_set; }
    [[nodiscard]] bool ended(std::size_t coroutine) { return m_set.driver(coroutine).ended(); }
    [[nodiscard]] bool finished() const { return m_finished; }

private:
    void finishWhenAllEnded();

    std::unique_ptr<Trace> m_trace;
    std::unique_ptr<World> m_world;
    HandSet m_set;
    bool m_finished = false;
};

} // namespace coroscope

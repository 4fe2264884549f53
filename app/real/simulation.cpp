// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/real/simulation.h"

#include "app/real/real_outside.h"

#include <map>

namespace coroscope {

namespace {

/// Notices when something is scheduled to happen.
class WatchedOutside final : public RealOutside {
public:
    using RealOutside::RealOutside;

    void at(Instant when, std::function<void()> happening) override
    {
        m_simulates = true;
        RealOutside::at(when, std::move(happening));
    }
    [[nodiscard]] bool simulates() const { return m_simulates; }

private:
    bool m_simulates = false;
};

bool findOut(const Lesson &lesson)
{
    constexpr std::uint64_t kMost = 2000; // callbacks and steps
    const auto clock = std::make_shared<VirtualClock>();
    const auto outside = std::make_shared<WatchedOutside>(clock);
    const RunOptions options{.traced = false, .maxPasses = kMost, .clock = clock, .outside = outside};
    lesson.start(lesson.defaults(), options)->advance(kNever, kMost);
    return outside->simulates();
}

} // namespace

bool simulatesOutside(const Lesson &lesson)
{
    static std::map<std::string, bool> known;
    const auto found = known.find(lesson.id);
    return found != known.end() ? found->second : known.emplace(lesson.id, findOut(lesson)).first->second;
}

} // namespace coroscope

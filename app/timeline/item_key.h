// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace coroscope::timeline {

/// What an item of a scene is, whatever it looks like and wherever it lies: in the scenes of one run at two moments, or
/// in two languages, the same thing has the same key. No two items of one sort in one layer share theirs.
struct ItemKey {
    enum class Part : std::uint8_t {
        Page,     ///< the picture's own title
        Panel,    ///< a run's frame and title
        Tick,     ///< of the axis: `span` counts them, or is the span it stands at
        Lane,     ///< its name and the line above it
        Span,     ///< bars and labels of spans `span`... of the lane
        Sleep,    ///< of the thread, before its span `span`
        End,      ///< how the lane has ended
        Resource, ///< `lane` is the resource
        Selected,
        Arrow, ///< `span` is the wake-up
        Spotlight,
        Measure,
        NowLine,
        Note, ///< `span` is the note
        Legend,
        Card,
    };
    /// In `lane`: that of the thread.
    static constexpr std::uint32_t kThread = 0xfffffffeU;

    Part part = Part::Page;
    std::uint16_t run = 0;
    std::uint32_t lane = 0; ///< an ActorId, kThread, or a ResourceId
    std::uint64_t span = 0;
    std::uint32_t nth = 0; ///< of several items of one sort that the above have in common

    [[nodiscard]] auto operator<=>(const ItemKey &) const = default;
};

} // namespace coroscope::timeline

// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coroscope {

/// A name of spans, interned by its trace.
enum class SliceName : std::uint32_t {};

/// The colours names are told apart by, 0xRRGGBB, and tasks too. The first six are Okabe and Ito's, told apart with
/// every common kind of colour blindness. Of their eight, vermilion is missing because it stands for starvation, and
/// black because frames are; brown and mint are as far from all the others.
inline constexpr std::array<std::uint32_t, 8> kSliceColors{0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7,
                                                           0xf0e442, 0x0072b2, 0x885522, 0x99ffdd};

/// A span of somebody else's trace: it has a name, and that is all that is known of it.
struct Slice {
    std::int64_t begin = 0; ///< nanoseconds
    std::int64_t duration = 0;
    std::uint64_t place = 0; ///< where it stands in its file
    SliceName name{};
    bool open = false;                 ///< it never ended; it is shown up to the end of the trace
    std::uint8_t color = kColorOfName; ///< which of kSliceColors its file wants

    static constexpr std::uint8_t kColorOfName = 0xff; ///< that of all spans of its name

    [[nodiscard]] std::int64_t end() const { return begin + duration; }
};

/// What a column of pixels shows of a row: colours, each as strong as the part of the column it fills.
struct alignas(16) SliceColumn {
    float red = 0;
    float green = 0;
    float blue = 0;
    float covered = 0; ///< 0: nothing, 1: all of the column
};

/// Spans one behind the other, none within another: what one line of pixels can show.
///
/// A picture of a row costs as much as it has columns, not spans. Over the spans stand nodes, each the summary of four
/// below it: from when to when, how much of that is covered, in which colour on average. A picture is made from nodes
/// that are about a column wide; where they are wider, because the row is busy here and empty there, those below them
/// are taken. (Summaries of equal pieces of time would be simpler, but one early event would leave all the others in a
/// single piece.) What is smaller than a pixel shows with the weight it has: a row that is covered by half looks like
/// that and not full.
///
/// Memory: 36 bytes a span.
class SliceRow {
public:
    void reserve(std::size_t spans);
    /// In order of time; not before the end of the one in front of it.
    void append(const Slice &slice, std::uint8_t color);
    /// All are there: builds the nodes.
    void finish();

    [[nodiscard]] std::size_t size() const { return m_begins.size(); }
    [[nodiscard]] Slice at(std::size_t index) const;
    [[nodiscard]] std::int64_t begin(std::size_t index) const { return m_begins[index]; }
    [[nodiscard]] std::int64_t end(std::size_t index) const { return m_begins[index] + m_durations[index]; }
    [[nodiscard]] SliceName name(std::size_t index) const { return static_cast<SliceName>(m_names[index] & kNameBits); }
    /// 0xRRGGBB
    [[nodiscard]] std::uint32_t color(std::size_t index) const
    {
        return kSliceColors[(m_names[index] >> kColorShift & 7U) % kSliceColors.size()];
    }
    /// The first span that ends after `at`, or begins there; size() when there is none.
    [[nodiscard]] std::size_t firstAt(std::int64_t at) const;

    /// Calls `take(index)` for each span that overlaps `from` to `to` and lasts at least `least`, in order of time.
    /// Costs as much as there are such spans, however many others lie between them.
    template <class Take>
    void forEachLong(std::int64_t from, std::int64_t to, std::int64_t least, Take take) const
    {
        const std::size_t level = m_levels.size();
        const std::size_t nodes = level == 0 ? size() : m_levels.back().size();
        for (std::size_t node = 0; node < nodes; ++node)
            visitLong(level, node, Wanted{from, to, least}, take);
    }

    /// Adds what the row shows between `from` and `from + perColumn * columns.size()`.
    void sample(double from, double perColumn, std::span<SliceColumn> columns) const;
    /// Bytes it occupies.
    [[nodiscard]] std::size_t memory() const;

private:
    static constexpr std::size_t kFan = 4;
    static constexpr std::uint32_t kOpenBit = 0x80000000U;
    static constexpr std::uint32_t kColorShift = 28;
    static constexpr std::uint32_t kNameBits = 0x0fffffffU;

    struct Node {
        std::int64_t begin = 0;
        std::int64_t end = 0;
        float covered = 0; ///< nanoseconds
        std::uint8_t red = 0;
        std::uint8_t green = 0;
        std::uint8_t blue = 0;
        std::uint8_t longest = 0; ///< every span is shorter than 2 to the power of this
    };
    class Sampler;

    struct Wanted {
        std::int64_t from;
        std::int64_t to;
        std::int64_t least;
    };

    /// Of a span (level 0) or a node of a level.
    template <class Take>
    void visitLong(std::size_t level, std::size_t index, const Wanted &wanted, Take &take) const
    {
        if (level == 0) {
            if (m_durations[index] >= wanted.least && begin(index) < wanted.to && end(index) > wanted.from)
                take(index);
            return;
        }
        const Node &node = m_levels[level - 1][index];
        if (node.end <= wanted.from || node.begin >= wanted.to
            || (node.longest < 63 && std::int64_t(1) << node.longest <= wanted.least))
            return;
        const std::size_t below = level == 1 ? size() : m_levels[level - 2].size();
        for (std::size_t i = index * kFan; i < std::min(below, (index + 1) * kFan); ++i)
            visitLong(level - 1, i, wanted, take);
    }

    [[nodiscard]] Node summaryOf(std::size_t first, std::size_t last) const;

    std::vector<std::int64_t> m_begins;
    std::vector<std::int64_t> m_durations;
    std::vector<std::uint64_t> m_places;
    std::vector<std::uint32_t> m_names; ///< with its colour in three bits and kOpenBit
    std::vector<std::vector<Node>> m_levels;
};

} // namespace coroscope

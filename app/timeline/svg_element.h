// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <vector>

namespace coroscope::timeline {

/// An item of a scene as an element of SVG, taken apart: what it is, how it looks, where it stands, and what of that
/// moves while a run is played. All that is written as SVG is written from these: pictures, animations, the player.
///
/// A bar whose end is open is several elements, its ground and its edges, and a hatch is one: the stripes themselves
/// are cut where it ends (stripes()).
struct SvgElement {
    enum class Tag : std::uint8_t { Rect, Line, Path, Text, Hatch, Image };

    /// What is the same at any moment.
    struct Identity {
        ItemKey key;
        Tag tag = Tag::Rect;
        std::uint8_t piece = 0; ///< of the elements of one item

        [[nodiscard]] auto operator<=>(const Identity &) const = default;
    };

    Identity id;
    QColor fill;         ///< invalid: none is said
    QColor stroke;       ///< likewise
    QByteArray look;     ///< ` stroke-width="2"` and the like: with the colours, what neighbours often have in common
    QByteArray geometry; ///< ` y="5" height="20"`: what lies across time and never moves
    std::array<double, 2> along{}; ///< what time moves: x and width, x1 and x2, or x; see names()
    QString text;
    std::optional<Hatch> hatch = {};

    /// The attributes `along` stands for; the second is null where there is one.
    [[nodiscard]] std::array<const char *, 2> names() const;
    [[nodiscard]] std::size_t moving() const { return names()[1] ? 2 : names()[0] ? 1 : 0; }
    [[nodiscard]] bool looksLike(const SvgElement &other) const
    {
        return fill == other.fill && stroke == other.stroke && look == other.look;
    }
};

/// The elements of one layer, in the order in which they are painted.
[[nodiscard]] std::vector<SvgElement> svgElements(const Layer &layer);

/// What the element is called in the document.
[[nodiscard]] const char *tagName(SvgElement::Tag tag);

/// The stripes of a hatch as the data of a path.
[[nodiscard]] QByteArray stripesPath(const Hatch &hatch);

} // namespace coroscope::timeline

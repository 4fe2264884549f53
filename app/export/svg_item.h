// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>

#include <vector>

namespace coroscope::formats {

/// An SVG element, taken apart: what of it may move from one picture to the next, and what may not.
struct SvgItem {
    struct Variable {
        const char *name; ///< of the attribute
        double value;
    };

    QByteArray start;  ///< "<rect y="5" fill="#fff""
    QByteArray inside; ///< of a text element: its text
    const char *tag;
    std::vector<Variable> variables; ///< only horizontal ones: time runs from left to right

    /// The same element at two moments has the same key.
    [[nodiscard]] QByteArray key() const { return start + '\n' + inside; }
};

/// The elements of one layer, in the order in which they are painted. Hatches become their stripes,
/// frames of bars that are still open their edges, so that no element changes but by moving.
[[nodiscard]] std::vector<SvgItem> svgItems(const timeline::Layer &layer);

} // namespace coroscope::formats

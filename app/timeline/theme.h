// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/event.h"

#include <QColor>
#include <QString>

#include <array>

namespace coroscope::timeline {

/// The colours and the font of a picture. Colour tells tasks apart and nothing else: states differ
/// by shape and pattern, so a picture stays readable without colours.
struct Theme {
    enum class Id { Light, Dark, Print };

    [[nodiscard]] static const Theme &light();
    [[nodiscard]] static const Theme &dark();
    /// For paper: white behind everything, black frames, no tinted panels.
    [[nodiscard]] static const Theme &print();
    [[nodiscard]] static const Theme &of(Id id);

    [[nodiscard]] QColor task(ActorId actor) const;

    Id id = Id::Light;
    QColor background; ///< behind the panels
    QColor panel;      ///< behind the charts
    QColor border;     ///< panel frames, separators between lanes
    QColor grid;       ///< decoration: below the contrast asked of what carries meaning
    QColor text;
    QColor mutedText;
    QColor outline; ///< frame of bars
    QColor nowLine;
    QColor waitFill; ///< awaiting: fill and dotted frame
    QColor waitLine;
    QColor starved;   ///< ready but denied the thread: stripes and frame
    QColor worseText; ///< verdicts that got worse: the same hue, dark enough for text
    QColor accent;    ///< selection
    QColor selection; ///< tint behind the selected lane
    QColor arrow;
    QColor mainProgram;          ///< the main program's bars
    std::array<QColor, 8> tasks; ///< Okabe and Ito's order, and two more; cycled
};

/// Always named, because the desktop's default differs from machine to machine.
[[nodiscard]] QString fontFamily();

/// WCAG 2 contrast ratio, 1 to 21. Ignores alpha.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// White or black: what can be read on the colour.
[[nodiscard]] QColor readableOn(const QColor &background);
/// What hatches a bar of this colour: the same colour, so much darker that the hatch is seen.
[[nodiscard]] QColor hatchInk(const QColor &bar);

} // namespace coroscope::timeline

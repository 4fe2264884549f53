// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/film_writer.h"

namespace coroscope::formats {

/// An animated SVG (SMIL, which browsers play), repeated for ever; whatever does not play it shows
/// its last picture. `smooth`: between two pictures things move evenly; else they jump.
[[nodiscard]] std::unique_ptr<FilmWriter> animatedSvgWriter(bool smooth, const QString &title);

} // namespace coroscope::formats

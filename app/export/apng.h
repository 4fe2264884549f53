// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/film_writer.h"

namespace coroscope::formats {

/// An animated PNG: exact colours and exact times, repeated for ever; what cannot play it shows its
/// first picture. `scale`: device pixels for a pixel of the scene.
[[nodiscard]] std::unique_ptr<FilmWriter> apngWriter(double scale, const QString &title);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/film_writer.h"

namespace coroscope::formats {

/// An animated WebP without loss, repeated for ever. `scale`: device pixels for a pixel of the
/// scene.
[[nodiscard]] std::unique_ptr<FilmWriter> webpWriter(double scale);

} // namespace coroscope::formats

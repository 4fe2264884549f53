// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QImage>

class QPainter;

namespace coroscope::timeline {

/// Replays a scene, background included, with its top left corner at the painter's origin. Fast on
/// raster devices; right on others (PDF) too. Changes the painter's pen, brush, font and hints.
void paint(QPainter &painter, const Scene &scene);

/// Of an image: 400 MB, and some seconds to draw and pack it.
inline constexpr double kMostPixels = 100e6;

/// The scene as pixels, `scale` device pixels each way for a pixel of the scene (devicePixelRatio
/// is set to it, unless it is below 1). Null beyond kMostPixels.
[[nodiscard]] QImage toImage(const Scene &scene, double scale = 1);

} // namespace coroscope::timeline

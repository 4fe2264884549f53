// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/timeline/scene.h"

namespace coroscope {

/// Puts a picture into the clipboard: pixels (`scale` a pixel of the scene), and an SVG for programs that take one.
/// False when it is too large.
bool copyPicture(const timeline::Scene &scene, double scale, const QString &title);

} // namespace coroscope

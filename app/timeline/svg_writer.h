// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>

namespace coroscope::timeline {

/// The scene as an SVG document in UTF-8: text stays text, hatches are cut to their bars (no clip
/// paths, no patterns, which slide programs lose). The same scene gives the same bytes. `title`
/// names the document for assistive technology; `millimetres` is its width on paper, 0 that of its
/// pixels.
[[nodiscard]] QByteArray toSvg(const Scene &scene, const QString &title = {}, double millimetres = 0);

} // namespace coroscope::timeline

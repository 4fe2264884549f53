// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>

namespace coroscope::timeline {

/// The scene as an SVG document in UTF-8: text stays text, hatches are cut to their bars (no clip
/// paths, no patterns, which slide programs lose). The same scene gives the same bytes. `title`
/// names the document for assistive technology.
[[nodiscard]] QByteArray toSvg(const Scene &scene, const QString &title = {});

} // namespace coroscope::timeline

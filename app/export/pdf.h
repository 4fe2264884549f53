// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>
#include <QString>

namespace coroscope::formats {

/// The scene as a PDF of one page without margins: text stays text (fonts are embedded, so it can
/// be selected and searched), hatches are cut to their bars. The same scene gives the same bytes
/// but for the date. `millimetres`: the width of a pixel of the scene on paper.
[[nodiscard]] QByteArray toPdf(const timeline::Scene &scene, const QString &title, double millimetres);

} // namespace coroscope::formats

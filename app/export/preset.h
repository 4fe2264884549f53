// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/sheet.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace coroscope::formats {

/// A page people often need.
struct Preset {
    const char *id; ///< as on the command line
    QSize size;
    bool fitHeight;   ///< as high as its parts need
    double fontScale; ///< 0: what suits the size
    double width;     ///< on paper in millimetres; 0: 96 pixels an inch

    void apply(timeline::SheetRequest &sheet) const;
};

/// "slide-16:9", "slide-4:3", "column" (of a two-column paper); nothing for any other.
[[nodiscard]] std::optional<Preset> presetOf(const QString &id);
[[nodiscard]] QStringList presetIds();

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/web/film_data.h"
#include "app/export/web/player_page.h"

namespace coroscope::formats {

/// What is said about a lesson before and after it is played, in this language; empty of anything else.
[[nodiscard]] QJsonObject aboutData(const PagedRun &run, const QString &language);

/// The signs of a chart and what they mean, as a drawing: {"w", "h", "e"}.
[[nodiscard]] QJsonObject legendData(const timeline::SheetRequest &sheet, Palette &palette);

/// Who has the thread from the first step to the last, in at most some hundred colours: -1 where nobody has.
[[nodiscard]] QJsonArray overviewData(const std::vector<ActorId> &takers, Palette &palette);

} // namespace coroscope::formats

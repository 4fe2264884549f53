// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/chart_request.h"
#include "app/timeline/describe.h"
#include "core/text/chrome_text.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace coroscope::formats {

// A run to give away: one page of HTML that plays it, by itself, anywhere.
//
// The page holds a film of the chart for a wide and a narrow screen and for both axes, made of the very scenes the
// window and the pictures show (film_data.h); the sentences of `explain`, the source, console, job table, the loop, in
// every language the program speaks. resources/player/ has its script and style, which are under the MIT licence, so
// that nobody's course material is anybody's but his own.
//
// It asks for nothing: no request leaves it, and its policy (default-src 'none', the hash of the one script) forbids
// any. All that comes from a run is written into it compressed, and put on the screen as text.

/// A run that has ended, and everything a page tells of it. All that is pointed to lives while the page is made.
struct PagedRun {
    const Spans *spans = nullptr;
    const timeline::Describer *describer = nullptr; ///< up to date
    SavedRunInfo info;                              ///< which lesson or scenario it is, and its notes
    std::function<QString(const QString &language)> title;
};

/// How a run is called in each language: a lesson by its title there, with what stands behind it in `shown` ("runs=4");
/// anything else, where `lesson` is empty or unknown, as `shown` says.
[[nodiscard]] std::function<QString(const QString &language)> titlesOf(const std::string &lesson, const QString &shown);

struct PageRequest {
    std::vector<PagedRun> runs;                  ///< one to three
    QString title = {};                          ///< of the page; empty: that of the first run
    QString language = {};                       ///< that it begins with, where the reader's own is not spoken
    std::optional<timeline::AxisMode> axis = {}; ///< that it begins with
    QString home = {};                           ///< the index it belongs to: a file beside it; empty: none
};

/// A page can have no more steps.
inline constexpr std::size_t kMostPlayerSteps = 20'000;
/// How many it would have.
[[nodiscard]] std::size_t playerSteps(const PageRequest &request);

/// The page. Needs a QGuiApplication. Sets the program's language for each language in turn, and back.
[[nodiscard]] QByteArray playerPage(const PageRequest &request);

} // namespace coroscope::formats

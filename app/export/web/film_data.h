// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/web/palette.h"
#include "app/timeline/sheet.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace coroscope::formats {

/// Where the runs of a page come to rest: one step.
struct PlayerStep {
    Instant at;
    std::vector<EventIndex> cursors;    ///< a run: what has happened there
    std::vector<std::size_t> sentences; ///< a run: how many of its sentences have been told
};

// A chart that moves, as data for the player.
//
// A scene is laid out for each rest and, while time passes, for the pixels of the now-line; each element is told once,
// with where it is when. The place along the film is counted in *moments*: an event is one, and so is each pixel. From
// one pixel to the next little happens, so a scene in the middle shows whether all between two is even; only where it
// is not, one looks closer. What a rest shows is exact.
//
//     {"w": 1280, "h": 566, "r": [moment of each rest...], "g": [where time begins to pass behind it, and ends...],
//      "e": [[tag, fill, stroke, attributes, first moment, last, along, text?, [run, lane, span]?]...]}
//
// (In the page the items stand column by column: columns.h.)
//
// `along` has a course for each of the attributes that move: a number, or moments and values by turns. So has `text`.

/// One film in one language: what it is made of can be told apart in another.
struct FilmData {
    QSizeF size;
    std::vector<int> rests;
    std::vector<int> glides; ///< two a step: between these moments time passes
    struct Item {
        QByteArray id; ///< the same thing has the same in every language
        QJsonArray data;
    };
    std::vector<Item> items;
    QJsonArray arrows; ///< [wake-up, run, its elements...], for who wants to see a cause
};

/// `sheet` shows the runs at their ends, and `plan` is its plan. Without `events` what happens between two rests at one
/// instant happens at once.
[[nodiscard]] FilmData filmData(const timeline::SheetRequest &sheet, const timeline::SheetPlan &plan,
                                const std::vector<PlayerStep> &steps, Palette &palette, bool events = true);

/// The elements of a scene that never moves, likewise.
[[nodiscard]] QJsonArray stillData(const std::vector<timeline::Layer> &layers, Palette &palette);

} // namespace coroscope::formats

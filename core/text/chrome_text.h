// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/model/note.h"
#include "core/text/output.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope {

/// What a saved run is, besides its trace.
struct SavedRunInfo {
    Dialect dialect = Dialect::Lesson;
    std::string name = {}; ///< a lesson's id, or what the scenario's file was called
    std::vector<RunNote> notes = {};
    std::string source = {};                ///< a scenario's text; empty when it is not at hand
    std::vector<std::string> settings = {}; ///< of the lesson, where they are not as in the course: "runs=4"
};

inline constexpr std::string_view kSavedRunFormat = "coroscope-trace";
inline constexpr int kSavedRunVersion = 1;

/// Writes a run in the Chrome Trace Event Format (JSON, object form), which Perfetto and chrome://tracing open.
///
/// The loop's thread is thread 1 and lane n is thread n + 2; no thread has the number of the process. A lane's states
/// are consecutive "X" slices, wake-ups and spawns are flows with a number each, what was printed are instants. Times
/// are microseconds with three decimals, so nothing of a nanosecond is lost. Events stand in the order in which they
/// happened, a flow's ends behind the slices they lie in: importers bind them to the slice that was opened last.
///
/// `otherData` holds the trace itself, record by record, for whoever wants more than a picture of it; it comes first,
/// so that a reader knows what it has before it reads on. Kinds and reasons are named, texts and places numbered.
///
/// `names` must be up to date. The text comes in pieces of some ten thousand characters; equal runs give equal bytes.
void writeChrome(const Names &names, const SavedRunInfo &info,
                 const std::function<void(std::string_view piece)> &write);

} // namespace coroscope

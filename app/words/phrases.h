// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/model/names.h"

namespace coroscope::words {

// The small words of sentences about a run, in the program's language: names, times, lists. Code stays code.

/// What a lane is called in a sentence; "the main program".
[[nodiscard]] QString nameOf(const Names &names, ActorId actor);
/// "0.5 s"
[[nodiscard]] QString timeText(Instant at);
[[nodiscard]] QString secondsText(Duration d);
/// “text”, on one line and not too long.
[[nodiscard]] QString quoted(const QString &text);
/// Not too long, on one line; a Python string keeps its closing quote.
[[nodiscard]] QString shortened(const QString &text, int most = 72);
/// "a, b and c"; after `most` of them "and 5 more".
[[nodiscard]] QString listed(const QStringList &items, int most = 4);
/// "does this, does that, then does this".
[[nodiscard]] QString chained(const QStringList &parts);
/// A C++ function as Python writes it: "fetchAll<int>" is fetch_all. Empty for one that Python does without.
[[nodiscard]] QString functionName(const std::string &function);
/// The same as it is called: "fetch_all()"; but "<listcomp>", as Python names what has no name.
[[nodiscard]] QString callOf(const std::string &function);

[[nodiscard]] inline QString fromStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What was printed, without the time a lesson writes before it: a sentence has one.
[[nodiscard]] QString printedText(const Trace &trace, const TraceEvent &event);

} // namespace coroscope::words

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/source.h"
#include "app/export/web/player_page.h"

#include <memory>
#include <vector>

namespace coroscope::cli {

/// A run that has ended, and what is read of it.
struct FinishedRun {
    explicit FinishedRun(Source finished) : source(std::move(finished)), spans(source.trace()), describer(spans)
    {
        spans.update();
        describer.update();
    }
    Source source;
    Spans spans;
    timeline::Describer describer;
};

using FinishedRuns = std::vector<std::unique_ptr<FinishedRun>>;

/// Runs them to their ends.
[[nodiscard]] FinishedRuns finishedRuns(std::vector<Source> sources);

/// What a page of them tells. The runs live while it is made.
[[nodiscard]] formats::PageRequest pageOf(const FinishedRuns &runs);

/// The page; throws Failure when there is none: a run that is too long.
[[nodiscard]] QByteArray madePage(const formats::PageRequest &request);

/// The window says it as a sentence, the command line after its name.
[[nodiscard]] Failure unwritable(QString sentence);

} // namespace coroscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "app/cli/options.h"
#include "core/text/chrome_text.h"

namespace coroscope::cli {

/// A command: what it takes, and what it does with it. `run` throws Failure.
struct Command {
    CommandForm form;
    Status (*run)(const Options &options);
};

[[nodiscard]] Command listCommand();
[[nodiscard]] Command runCommand();
[[nodiscard]] Command replayCommand();
[[nodiscard]] Command tableCommand();
[[nodiscard]] Command statsCommand();
[[nodiscard]] Command explainCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command convertCommand();
[[nodiscard]] Command siteCommand();

class OutputSink;

/// The run as Perfetto and chrome://tracing read it, and as it can be opened again.
void writeSavedRun(OutputSink &sink, const Trace &trace, const SavedRunInfo &info);
/// The same as lines (resources/stream/README.md). What a stream cannot say is told on standard error.
void writeStream(OutputSink &sink, const Trace &trace, const SavedRunInfo &info);

/// --set, --lang and --output, which several take.
[[nodiscard]] OptionForm setOption();
[[nodiscard]] OptionForm languageOption();
[[nodiscard]] OptionForm outputOption();

} // namespace coroscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"
#include "app/readers/saved_run.h"
#include "core/program/program.h"
#include "core/slices/slices.h"

namespace coroscope::formats {

/// What a file turned out to be: one of these.
struct OpenedFile {
    std::optional<program::Program> scenario;
    std::optional<SavedRun> run;
    std::unique_ptr<Slices> slices; ///< of another program
};

/// Opens a scenario, a trace or a stream; which it is, is told by its content. Never runs anything. May be called in any thread;
/// `progress`, when given, is followed from others and may cancel.
///
///     const auto opened = formats::openFile(QStringLiteral("run.json"));
///     if (!opened)
///         return fail(opened.error); // run.json:4:17: a whole number is expected here
[[nodiscard]] ReadResult<OpenedFile> openFile(const QString &file, ReadProgress *progress = nullptr);
/// The same for a text; `file` is what it is called in the sentence.
[[nodiscard]] ReadResult<OpenedFile> openText(const QByteArray &bytes, const QString &file);

} // namespace coroscope::formats

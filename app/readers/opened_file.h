// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"
#include "app/readers/saved_run.h"
#include "core/program/program.h"
#include "core/slices/slices.h"

#include <memory>
#include <utility>
#include <variant>

namespace coroscope::formats {

/// Another program's trace, and its text: what is not kept in memory, arguments above all, is looked up there.
struct ForeignTrace {
    std::unique_ptr<Slices> slices;
    std::unique_ptr<ByteSource> text;
};

/// What a file turned out to be: a scenario, a run, or another program's trace.
struct OpenedFile {
    std::variant<program::Program, SavedRun, ForeignTrace> content;

    /// Null for what it is not.
    [[nodiscard]] program::Program *scenario() { return std::get_if<program::Program>(&content); }
    [[nodiscard]] const program::Program *scenario() const { return std::get_if<program::Program>(&content); }
    [[nodiscard]] SavedRun *run() { return std::get_if<SavedRun>(&content); }
    [[nodiscard]] const SavedRun *run() const { return std::get_if<SavedRun>(&content); }
    [[nodiscard]] ForeignTrace *foreign() { return std::get_if<ForeignTrace>(&content); }
    [[nodiscard]] Slices *slices() const
    {
        const auto *trace = std::get_if<ForeignTrace>(&content);
        return trace ? trace->slices.get() : nullptr;
    }
};

/// Opens a scenario, a trace or a stream; which it is, is told by its content. Never runs anything. May be called in
/// any thread; `progress`, when given, is followed from others and may cancel.
///
///     const auto opened = formats::openFile(QStringLiteral("run.json"));
///     if (!opened)
///         return fail(opened.error); // run.json:4:17: a whole number is expected here
[[nodiscard]] ReadResult<OpenedFile> openFile(const QString &file, ReadProgress *progress = nullptr);
/// The same for a text; `file` is what it is called in the sentence.
[[nodiscard]] ReadResult<OpenedFile> openText(const QByteArray &bytes, const QString &file);

} // namespace coroscope::formats

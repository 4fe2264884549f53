// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/input_file.h"
#include "core/program/program.h"

namespace coroscope::formats {

/// Reads scenario files ("format": "coroscope-program"). Never runs anything. Every mistake is one sentence with file,
/// line, column and reason: a text that is not JSON, a name that does not exist or exists twice, a wrong number or type
/// of arguments, a number out of range, more than kMaxScenarioBytes, nesting deeper than kMaxScenarioDepth.
///
///     const auto scenario = formats::readScenario(QStringLiteral("program.json"));
///     if (!scenario)
///         return fail(scenario.error); // program.json:4:17: unknown operation "pt"; did you mean "put"?
inline constexpr qint64 kMaxScenarioBytes = qint64(16) << 20;
inline constexpr qsizetype kMaxShownBytes = 4'000'000; ///< of a text that is kept, to be shown beside its run
inline constexpr int kMaxScenarioDepth = 400;          ///< levels of JSON; an operation within another one takes two

[[nodiscard]] ReadResult<program::Program> readScenario(const QString &file);
/// The same for a text; `file` is what it is called in the sentence.
[[nodiscard]] ReadResult<program::Program> parseScenario(const QByteArray &bytes, const QString &file);

} // namespace coroscope::formats

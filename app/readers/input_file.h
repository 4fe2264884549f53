// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>

namespace coroscope::formats {

/// What a reader makes of a file: a value, or one sentence that names the file, the place and the reason.
template <class T>
struct ReadResult {
    std::optional<T> value;
    QString error;

    explicit operator bool() const { return value.has_value(); }
};

/// Why a file, or a place in it, is refused. Thrown within the readers, never out of them.
struct ReadFailure {
    QString reason;
    std::optional<std::size_t> offset; ///< of the byte; none: the whole file
};

/// The text ended within a value.
struct EndsEarly : ReadFailure {};

/// The whole of a regular file, at most `limit` bytes. Pipes are read too; folders and devices are refused.
[[nodiscard]] ReadResult<QByteArray> readBytes(const QString &file, qint64 limit);
/// "is too large: more than 256 MiB"
[[nodiscard]] QString tooLargeText(qint64 limit);

/// Why the file cannot be opened as a file, or empty.
[[nodiscard]] QString whyUnreadable(const QString &file);

/// "program.json:4:17: reason". Columns count characters, from 1.
[[nodiscard]] QString sentenceOf(const QString &file, const QByteArray &bytes, const ReadFailure &failure);

} // namespace coroscope::formats

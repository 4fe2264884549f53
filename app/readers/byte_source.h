// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/input_file.h"

#include <QFile>

#include <atomic>
#include <memory>

namespace coroscope::formats {

/// How far a reader has got, for whoever waits for it in another thread, and the wish that it stops.
struct ReadProgress {
    std::atomic<qint64> bytes = 0;
    std::atomic<qint64> total = 0;
    std::atomic<bool> cancelled = false;
};

/// The bytes of a file, block by block. What is no regular file (a pipe) is read whole at once, because it can be read
/// only once and a reader may have to begin again.
class ByteSource {
public:
    /// The longest of a pipe.
    static constexpr qint64 kMaxPiped = qint64(256) << 20;

    /// Throws ReadFailure: no such file, a folder, no permission, or cancelled while a pipe is waited for.
    explicit ByteSource(const QString &file, ReadProgress *progress = nullptr);
    /// Of a text in memory.
    explicit ByteSource(QByteArray bytes) : m_bytes(std::move(bytes)), m_inMemory(true) {}

    /// At most `most` bytes; 0 at the end. Throws ReadFailure when reading fails or is cancelled.
    [[nodiscard]] std::size_t read(char *to, std::size_t most);
    void rewind();
    /// All of it; -1 when that is not known.
    [[nodiscard]] qint64 size() const { return m_inMemory ? m_bytes.size() : m_file.size(); }

private:
    QFile m_file;
    QByteArray m_bytes;
    ReadProgress *m_progress = nullptr;
    qint64 m_read = 0;
    bool m_inMemory = false;
};

/// "trace.json:4:17: reason"; "trace.json: byte 2147483649: reason" where counting lines would take long or cannot be done.
[[nodiscard]] QString sentenceOf(const QString &file, ByteSource &source, const ReadFailure &failure);

} // namespace coroscope::formats

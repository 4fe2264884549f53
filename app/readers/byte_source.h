// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/input_file.h"

#include <QDateTime>
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

class Inflater;

/// The bytes of a file, block by block; of one that gzip has packed, what is in it. What is no regular file (a pipe) is
/// read whole at once, because it can be read only once and a reader may have to begin again.
class ByteSource {
public:
    /// The longest of a pipe.
    static constexpr qint64 kMaxPiped = qint64(256) << 20;

    /// Throws ReadFailure: no such file, a folder, no permission, or cancelled while a pipe is waited for.
    explicit ByteSource(const QString &file, ReadProgress *progress = nullptr);
    /// Of a text in memory.
    explicit ByteSource(QByteArray bytes);
    ~ByteSource();

    /// At most `most` bytes; 0 at the end, which is where a packed file was cut too. Throws ReadFailure when reading
    /// fails or is cancelled.
    [[nodiscard]] std::size_t read(char *to, std::size_t most);
    void rewind();
    /// To a byte of the text; of a packed one, by unpacking at most some mebibytes, when it was read before.
    void seek(std::uint64_t offset);
    /// Nobody follows it any more.
    void detach() { m_progress = nullptr; }
    /// Its file has another size or was written since it was opened: offsets mean nothing any more.
    [[nodiscard]] bool changed() const;
    /// All of it; -1 when that is not known, as of packed files.
    [[nodiscard]] qint64 size() const { return m_inflater ? -1 : storedSize(); }

private:
    [[nodiscard]] qint64 storedSize() const { return m_inMemory ? m_bytes.size() : m_file.size(); }
    [[nodiscard]] std::size_t readStored(char *to, std::size_t most);
    void seekStored(std::uint64_t offset);
    void lookForGzip();

    QFile m_file;
    QDateTime m_written; ///< when it was opened
    qint64 m_openedSize = 0;
    QByteArray m_bytes;
    ReadProgress *m_progress = nullptr;
    std::unique_ptr<Inflater> m_inflater; ///< when it is packed
    qint64 m_read = 0;                    ///< as it is stored
    bool m_inMemory = false;
};

/// "trace.json:4:17: reason"; "trace.json: byte 2147483649: reason" where counting lines would take long or cannot be
/// done.
[[nodiscard]] QString sentenceOf(const QString &file, ByteSource &source, const ReadFailure &failure);

} // namespace coroscope::formats

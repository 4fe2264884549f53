// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/byte_source.h"

#include "app/readers/words.h"

#include <algorithm>
#include <cstring>

namespace coroscope::formats {

namespace {

/// Beyond this a place is told by its byte.
constexpr std::size_t kMostCounted = std::size_t(64) << 20;

} // namespace

ByteSource::ByteSource(const QString &name, ReadProgress *progress) : m_file(name), m_progress(progress)
{
    if (const QString reason = whyUnreadable(name); !reason.isEmpty())
        throw ReadFailure{reason, {}};
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw ReadFailure{InputWords::tr("cannot be read: %1").arg(m_file.errorString()), {}};
    if (m_file.isSequential() || m_file.size() == 0) { // files of /proc have no size either
        auto bytes = readBytes(m_file, kMaxPiped);       // opened again, a pipe would wait for another writer
        if (!bytes)
            throw ReadFailure{bytes.error.mid(name.size() + 2), {}};
        m_bytes = std::move(*bytes.value);
        m_inMemory = true;
    }
    if (m_progress)
        m_progress->total = size();
}

std::size_t ByteSource::read(char *to, std::size_t most)
{
    if (m_progress && m_progress->cancelled)
        throw ReadFailure{InputWords::tr("reading was cancelled"), {}};
    qint64 count = 0;
    if (m_inMemory) {
        count = std::min<qint64>(static_cast<qint64>(most), m_bytes.size() - m_read);
        std::memcpy(to, m_bytes.constData() + m_read, static_cast<std::size_t>(count));
    } else {
        count = m_file.read(to, static_cast<qint64>(most));
        if (count < 0)
            throw ReadFailure{InputWords::tr("cannot be read: %1").arg(m_file.errorString()), {}};
    }
    m_read += count;
    if (m_progress)
        m_progress->bytes = m_read;
    return static_cast<std::size_t>(count);
}

void ByteSource::rewind()
{
    m_read = 0;
    if (!m_inMemory)
        m_file.seek(0);
}

QString sentenceOf(const QString &file, ByteSource &source, const ReadFailure &failure)
{
    if (failure.offset && *failure.offset > kMostCounted)
        return QStringLiteral("%1: %2: %3").arg(file, InputWords::tr("byte %1").arg(*failure.offset), failure.reason);
    QByteArray before;
    if (failure.offset) {
        before.resize(static_cast<qsizetype>(*failure.offset));
        source.rewind();
        std::size_t filled = 0;
        while (filled < *failure.offset) {
            const std::size_t count = source.read(before.data() + filled, *failure.offset - filled);
            if (count == 0)
                break;
            filled += count;
        }
        before.truncate(static_cast<qsizetype>(filled));
    }
    return sentenceOf(file, before, failure);
}

} // namespace coroscope::formats

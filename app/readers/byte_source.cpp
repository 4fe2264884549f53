// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/byte_source.h"

#include "app/readers/inflater.h"
#include "app/readers/words.h"

#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace coroscope::formats {

namespace {

/// Beyond this a place is told by its byte.
constexpr std::size_t kMostCounted = std::size_t(64) << 20;
constexpr int kPatience = 50; ///< milliseconds until a pipe's reader looks whether it is still wanted

bool cancelled(const ReadProgress *progress)
{
    return progress && progress->cancelled;
}

ReadFailure wasCancelled()
{
    return {InputWords::tr("reading was cancelled"), {}};
}

ReadFailure systemFailure()
{
    return {InputWords::tr("cannot be read: %1").arg(QString::fromLocal8Bit(std::strerror(errno))), {}};
}

/// The whole of what can be read only once. Whoever writes a pipe may take his time, or never come: neither opening nor
/// reading waits for long, so that it can be cancelled.
QByteArray readWhole(const QString &name, const ReadProgress *progress)
{
    const int pipe = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (pipe < 0)
        throw systemFailure();
    const auto closing = qScopeGuard([pipe] { ::close(pipe); });
    QByteArray bytes;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    while (bytes.size() <= ByteSource::kMaxPiped) {
        pollfd waiting{pipe, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, kPatience);
        if (cancelled(progress))
            throw wasCancelled();
        if (ready == 0)
            continue;
        const ssize_t count = ::read(pipe, piece.data(), static_cast<std::size_t>(piece.size()));
        if (count == 0)
            return bytes;
        if (count > 0)
            bytes.append(piece.constData(), count);
        else if (errno != EAGAIN && errno != EINTR)
            throw systemFailure();
    }
    throw ReadFailure{tooLargeText(ByteSource::kMaxPiped), {}};
}

} // namespace

ByteSource::ByteSource(const QString &name, ReadProgress *progress) : m_file(name), m_progress(progress)
{
    if (const QString reason = whyUnreadable(name); !reason.isEmpty())
        throw ReadFailure{reason, {}};
    m_inMemory = !QFileInfo(name).isFile() || m_file.size() == 0; // files of /proc have no size either
    if (m_inMemory)
        m_bytes = readWhole(name, progress);
    else if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw ReadFailure{InputWords::tr("cannot be read: %1").arg(m_file.errorString()), {}};
    m_openedSize = storedSize();
    if (!m_inMemory)
        m_written = m_file.fileTime(QFileDevice::FileModificationTime);
    if (m_progress)
        m_progress->total = storedSize();
    lookForGzip();
}

ByteSource::ByteSource(QByteArray bytes) : m_bytes(std::move(bytes)), m_inMemory(true)
{
    lookForGzip();
}

ByteSource::~ByteSource() = default;

void ByteSource::lookForGzip()
{
    std::array<char, 2> begin{};
    if (readStored(begin.data(), begin.size()) == begin.size() && begin[0] == '\x1f' && begin[1] == '\x8b')
        m_inflater = std::make_unique<Inflater>();
    seekStored(0);
}

bool ByteSource::changed() const
{
    return !m_inMemory
           && (m_file.size() != m_openedSize || m_file.fileTime(QFileDevice::FileModificationTime) != m_written);
}

std::size_t ByteSource::read(char *to, std::size_t most)
{
    if (!m_inflater)
        return readStored(to, most);
    return m_inflater->read(to, most, [this](char *piece, std::size_t size) { return readStored(piece, size); });
}

std::size_t ByteSource::readStored(char *to, std::size_t most)
{
    if (cancelled(m_progress))
        throw wasCancelled();
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
    seek(0);
}

void ByteSource::seek(std::uint64_t offset)
{
    if (!m_inflater) {
        seekStored(offset);
        return;
    }
    const Inflater::Place place = m_inflater->goBack(offset);
    seekStored(place.packed);
    std::array<char, 1 << 14> passed{};
    for (std::uint64_t left = offset - place.text; left > 0;) {
        const std::size_t count = read(passed.data(), std::min<std::uint64_t>(left, passed.size()));
        if (count == 0)
            return;
        left -= count;
    }
}

void ByteSource::seekStored(std::uint64_t offset)
{
    m_read = std::min(static_cast<qint64>(offset), storedSize());
    if (!m_inMemory)
        m_file.seek(m_read);
}

namespace {

QByteArray firstBytes(ByteSource &source, std::size_t most)
{
    QByteArray bytes(static_cast<qsizetype>(most), Qt::Uninitialized);
    source.rewind();
    std::size_t filled = 0;
    while (filled < most) {
        const std::size_t count = source.read(bytes.data() + filled, most - filled);
        if (count == 0)
            break;
        filled += count;
    }
    bytes.truncate(static_cast<qsizetype>(filled));
    return bytes;
}

} // namespace

QString sentenceOf(const QString &file, ByteSource &source, const ReadFailure &failure)
{
    if (!failure.offset)
        return sentenceOf(file, QByteArray(), failure);
    try {
        if (*failure.offset <= kMostCounted)
            return sentenceOf(file, firstBytes(source, *failure.offset), failure);
    } catch (const ReadFailure &) {
        // Cancelled meanwhile, or the file is gone: the first failure is the one to tell.
    }
    return QStringLiteral("%1: %2: %3").arg(file, InputWords::tr("byte %1").arg(*failure.offset), failure.reason);
}

} // namespace coroscope::formats

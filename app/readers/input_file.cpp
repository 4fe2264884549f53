// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/input_file.h"

#include "app/readers/words.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace coroscope::formats {

namespace {

ReadResult<QByteArray> failed(const QString &name, const QString &reason)
{
    return {std::nullopt, name + QStringLiteral(": ") + reason};
}

} // namespace

QString tooLargeText(qint64 limit)
{
    return InputWords::tr("is too large: more than %1 MiB").arg(limit >> 20);
}

QString whyUnreadable(const QString &name)
{
    struct stat status{};
    if (::stat(QFile::encodeName(name).constData(), &status) != 0) {
        switch (errno) {
        case ENOENT: return InputWords::tr("no such file");
        case EACCES: return InputWords::tr("is not readable: permission denied"); // on one of its folders
        case ELOOP: return InputWords::tr("its symbolic links go in a circle");
        default: return InputWords::tr("cannot be read: %1").arg(QString::fromLocal8Bit(std::strerror(errno)));
        }
    }
    if (S_ISDIR(status.st_mode))
        return InputWords::tr("is a folder, not a file");
    if (!QFileInfo(name).isReadable())
        return InputWords::tr("is not readable: permission denied");
    return {};
}

ReadResult<QByteArray> readBytes(const QString &name, qint64 limit)
{
    if (const QString reason = whyUnreadable(name); !reason.isEmpty())
        return failed(name, reason);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failed(name, InputWords::tr("cannot be read: %1").arg(file.errorString()));
    if (file.size() > limit)
        return failed(name, tooLargeText(limit));
    // In pieces: a device such as /dev/zero has no size and no end.
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray piece = file.read(std::min<qint64>(limit + 1 - bytes.size(), 1 << 20));
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return failed(name, InputWords::tr("cannot be read: %1").arg(file.errorString()));
    if (bytes.size() > limit)
        return failed(name, tooLargeText(limit));
    return {std::move(bytes), {}};
}

QString sentenceOf(const QString &file, const QByteArray &bytes, const ReadFailure &failure)
{
    if (!failure.offset)
        return file + QStringLiteral(": ") + failure.reason;
    const auto end = std::min(*failure.offset, static_cast<std::size_t>(bytes.size()));
    const char *const stop = bytes.constData() + end;
    const auto lines = std::count(bytes.constData(), stop, '\n');
    const char *lineStart = stop;
    while (lineStart != bytes.constData() && lineStart[-1] != '\n')
        --lineStart;
    // Every byte but those that continue a character begins one.
    const auto column =
        std::count_if(lineStart, stop, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return QStringLiteral("%1:%2:%3: %4").arg(file).arg(lines + 1).arg(column + 1).arg(failure.reason);
}

} // namespace coroscope::formats

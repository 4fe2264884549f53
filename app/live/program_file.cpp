// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/program_file.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStringDecoder>

#include <algorithm>

namespace coroscope {

namespace {

constexpr qint64 kMostBytes = qint64(4) << 20;
const QByteArray kMark("\xef\xbb\xbf");

/// What PEP 263's comment in one of the first two lines names; empty when there is none.
QByteArray namedEncoding(const QByteArray &bytes)
{
    static const QRegularExpression comment(QStringLiteral(R"(^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+))"));
    for (const QByteArray &line : bytes.left(2048).split('\n').mid(0, 2)) {
        const auto match = comment.match(QString::fromLatin1(line));
        if (match.hasMatch())
            return match.captured(1).toLower().replace(QLatin1Char('_'), QLatin1Char('-')).toLatin1();
    }
    return {};
}

} // namespace

ProgramFile::ProgramFile(QObject *parent) : QObject(parent), m_watcher(new QFileSystemWatcher(this))
{
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        watch(); // whoever saves by renaming takes the watched file away
        if (differsOnDisk())
            Q_EMIT changedOnDisk();
    });
}

ProgramFile::~ProgramFile() = default;

std::optional<ProgramFile::Encoding> ProgramFile::encodingOf(const QByteArray &bytes)
{
    if (bytes.startsWith(kMark))
        return Encoding::Utf8WithMark;
    const QByteArray name = namedEncoding(bytes);
    if (name.isEmpty() || name == "utf-8" || name == "utf8")
        return Encoding::Utf8;
    if (name == "latin-1" || name == "iso-8859-1" || name == "iso8859-1" || name == "latin1")
        return Encoding::Latin1;
    return std::nullopt;
}

QString ProgramFile::open(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return tr("%1: no such file").arg(path);
    if (!QFileInfo(path).isFile())
        return tr("%1: is not a file").arg(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    if (file.size() > kMostBytes)
        return tr("%1: is too large: more than %2 MiB").arg(path).arg(kMostBytes >> 20);
    const QByteArray bytes = file.readAll();
    const auto encoding = encodingOf(bytes);
    if (!encoding)
        return tr("%1: is written in %2, which cannot be edited here")
            .arg(path, QString::fromLatin1(namedEncoding(bytes)));
    QString text;
    if (*encoding == Encoding::Latin1) {
        text = QString::fromLatin1(bytes);
    } else {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        text = decoder.decode(bytes);
        if (decoder.hasError())
            return tr("%1: is not UTF-8, and no comment says what else it is").arg(path);
    }
    m_path = path;
    m_bytes = bytes;
    m_text = text;
    m_encoding = *encoding;
    m_crlf = text.contains(QLatin1String("\r\n"));
    watch();
    return {};
}

std::optional<QByteArray> ProgramFile::encoded(const QString &text) const
{
    switch (m_encoding) {
    case Encoding::Utf8: return text.toUtf8();
    case Encoding::Utf8WithMark: return kMark + text.toUtf8();
    case Encoding::Latin1: break;
    }
    constexpr char16_t kLast = 0xff;
    const bool fits = std::ranges::all_of(text, [](QChar each) { return each.unicode() <= kLast; });
    return fits ? std::optional(text.toLatin1()) : std::nullopt;
}

QString ProgramFile::save(const QString &text)
{
    const auto bytes = encoded(text);
    if (!bytes)
        return tr("%1: has a character that Latin-1, its encoding, does not know; it was not saved").arg(m_path);
    const QString place = QFileInfo(m_path).canonicalFilePath(); // a link stays a link
    QSaveFile file(place.isEmpty() ? m_path : place);
    const auto mode = QFileInfo(m_path).permissions();
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
        return tr("%1: could not be saved: %2").arg(m_path, file.errorString());
    if (!place.isEmpty())
        file.setPermissions(mode);
    if (!file.commit())
        return tr("%1: could not be saved: %2").arg(m_path, file.errorString());
    m_bytes = *bytes;
    m_text = text;
    watch();
    return {};
}

bool ProgramFile::differsOnDisk() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) && file.readAll() != m_bytes;
}

void ProgramFile::watch()
{
    if (!m_watcher->files().isEmpty())
        m_watcher->removePaths(m_watcher->files());
    if (QFileInfo::exists(m_path))
        m_watcher->addPath(m_path);
}

} // namespace coroscope

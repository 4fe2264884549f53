// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/recorder_package.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <vector>

namespace coroscope {

namespace {

struct PackedFile {
    QString name; ///< relative to the folder
    QByteArray bytes;
};

std::vector<PackedFile> packedFiles()
{
    const QString root = QStringLiteral(":/python/");
    const QString recorder = root + QStringLiteral("coroscope");
    std::vector<PackedFile> files;
    for (QDirIterator it(recorder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            files.push_back({file.fileName().mid(root.size()), file.readAll()});
    }
    std::ranges::sort(files, {}, &PackedFile::name);
    return files;
}

QString versionOf(const std::vector<PackedFile> &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const PackedFile &file : files) {
        hash.addData(file.name.toUtf8() + '\0' + QByteArray::number(file.bytes.size()) + '\0');
        hash.addData(file.bytes);
    }
    constexpr int kDigits = 16;
    return QString::fromLatin1(hash.result().toHex().first(kDigits));
}

bool holds(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
}

/// Files appear whole or not at all, so two programs may do this at once.
bool unpack(const std::vector<PackedFile> &files, const QString &folder)
{
    return std::ranges::all_of(files, [&](const PackedFile &packed) {
        const QString path = QDir(folder).filePath(packed.name);
        if (holds(path, packed.bytes))
            return true;
        QSaveFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
               && file.write(packed.bytes) == packed.bytes.size() && file.commit();
    });
}

} // namespace

QString recorderFolder()
{
    const std::vector<PackedFile> files = packedFiles();
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const QString folder = QDir(cache).filePath(QStringLiteral("coroscope/python-") + versionOf(files));
    if (!cache.isEmpty() && unpack(files, folder))
        return folder;
    // No home, or a full or read-only one: for as long as the program lives.
    static const auto temporary = std::make_unique<QTemporaryDir>();
    return temporary->isValid() && unpack(files, temporary->path()) ? temporary->path() : QString();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/program_files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace coroscope {

ProgramFiles::ProgramFiles(QObject *parent) : QObject(parent) {}

ProgramFiles::~ProgramFiles() = default;

QString ProgramFiles::open(const QString &path)
{
    std::vector<Edited> files;
    if (const QString sentence = append(path, files); !sentence.isEmpty())
        return sentence;
    m_files = std::move(files);
    Q_EMIT listChanged();
    return {};
}

QString ProgramFiles::add(const QString &path)
{
    if (find(path) >= 0)
        return {};
    const QString sentence = append(path, m_files);
    if (sentence.isEmpty())
        Q_EMIT listChanged();
    return sentence;
}

QString ProgramFiles::append(const QString &path, std::vector<Edited> &files)
{
    auto file = std::make_unique<ProgramFile>();
    if (const QString sentence = file->open(path); !sentence.isEmpty())
        return sentence;
    connect(file.get(), &ProgramFile::changedOnDisk, this, [this, watched = file.get()] {
        for (int i = 0; i < count(); ++i)
            if (at(i).file.get() == watched)
                Q_EMIT changedOnDisk(i);
    });
    const QString text = file->text();
    files.push_back({std::move(file), text});
    return {};
}

QString ProgramFiles::folder() const
{
    return m_files.empty() ? QString() : QFileInfo(file(0).path()).absolutePath();
}

QString ProgramFiles::name(int index) const
{
    return QDir(folder()).relativeFilePath(QFileInfo(file(index).path()).absoluteFilePath());
}

int ProgramFiles::find(const QString &name) const
{
    for (int i = 0; i < count(); ++i)
        if (this->name(i) == name || QFileInfo(file(i).path()).absoluteFilePath() == QFileInfo(name).absoluteFilePath())
            return i;
    return -1;
}

QString ProgramFiles::pathOf(const QString &name) const
{
    const QFileInfo info(QDir(folder()), name);
    const bool inside =
        !m_files.empty() && info.isFile() && info.absoluteFilePath().startsWith(folder() + QLatin1Char('/'));
    return inside ? QDir::cleanPath(info.absoluteFilePath()) : QString();
}

void ProgramFiles::setText(int index, const QString &text)
{
    at(index).text = text;
}

bool ProgramFiles::edited() const
{
    return std::ranges::any_of(m_files, [](const Edited &each) { return each.text != each.file->text(); });
}

QString ProgramFiles::save()
{
    for (const Edited &each : m_files) {
        if (each.text == each.file->text())
            continue;
        if (const QString sentence = each.file->save(each.text); !sentence.isEmpty())
            return sentence;
    }
    return {};
}

QString ProgramFiles::readAgain(int index)
{
    const QString path = file(index).path();
    const QString sentence = at(index).file->open(path);
    if (sentence.isEmpty()) {
        at(index).text = file(index).text();
        Q_EMIT replaced(index);
    }
    return sentence;
}

} // namespace coroscope

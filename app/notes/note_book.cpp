// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/note_book.h"

#include "app/export/picture.h"
#include "core/record/trace_check.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace coroscope::formats {

namespace {

constexpr qint64 kLargest = 16 * 1024 * 1024; ///< of a file: nobody writes so much

QJsonObject toJson(const RunNote &note)
{
    QJsonObject object;
    object.insert(QStringLiteral("t"), static_cast<qint64>(nanosecondsOf(note.at)));
    if (note.end)
        object.insert(QStringLiteral("end"), static_cast<qint64>(nanosecondsOf(*note.end)));
    if (!note.lane.empty())
        object.insert(QStringLiteral("lane"), QString::fromStdString(note.lane));
    object.insert(QStringLiteral("text"), QString::fromStdString(note.text));
    return object;
}

/// Nothing when its times are none: somebody else has written into the file.
std::optional<RunNote> fromJson(const QJsonObject &object)
{
    RunNote note;
    const qint64 at = object.value(QStringLiteral("t")).toInteger();
    const qint64 end = object.value(QStringLiteral("end")).toInteger(at);
    if (!isSoundTime(at) || !isSoundTime(end))
        return std::nullopt;
    note.at = instantAt(at);
    if (object.contains(QStringLiteral("end")))
        note.end = instantAt(end);
    note.lane = object.value(QStringLiteral("lane")).toString().toStdString();
    note.text = object.value(QStringLiteral("text")).toString().toStdString();
    return note;
}

} // namespace

NoteBook::NoteBook(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder)) {}

const std::vector<RunNote> &NoteBook::notes(const QString &run) const
{
    const auto known = m_notes.find(run);
    return known != m_notes.end() ? known->second : m_notes.emplace(run, read(run)).first->second;
}

void NoteBook::setNotes(const QString &run, std::vector<RunNote> notes)
{
    m_notes[run] = std::move(notes);
    write(run);
    Q_EMIT changed();
}

void NoteBook::suggest(const QString &run, std::vector<RunNote> notes)
{
    if (notes.empty() || !this->notes(run).empty())
        return;
    m_notes[run] = std::move(notes);
    Q_EMIT changed();
}

QString NoteBook::fileOf(const QString &run) const
{
    const QByteArray hash = QCryptographicHash::hash(run.toUtf8(), QCryptographicHash::Sha1).toHex();
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash) + QStringLiteral(".json");
}

std::vector<RunNote> NoteBook::read(const QString &run) const
{
    QFile file(fileOf(run));
    if (m_folder.isEmpty() || file.size() > kLargest || !file.open(QIODevice::ReadOnly))
        return {};
    std::vector<RunNote> notes;
    const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &value : kept.value(QStringLiteral("notes")).toArray())
        if (auto note = fromJson(value.toObject()))
            notes.push_back(std::move(*note));
    return notes;
}

void NoteBook::write(const QString &run)
{
    if (m_folder.isEmpty())
        return;
    const std::vector<RunNote> &notes = m_notes[run];
    if (notes.empty()) {
        QFile::remove(fileOf(run));
        return;
    }
    QJsonArray array;
    for (const RunNote &note : notes)
        array.append(toJson(note));
    QDir().mkpath(m_folder);
    const QJsonObject kept{{QStringLiteral("run"), run}, {QStringLiteral("notes"), array}};
    if (const WriteResult written = writeFile(fileOf(run), QJsonDocument(kept).toJson()); !written.ok())
        Q_EMIT failed(written.error);
}

} // namespace coroscope::formats

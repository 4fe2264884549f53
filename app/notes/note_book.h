// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "core/model/note.h"

#include <map>
#include <vector>

namespace coroscope::formats {

/// The notes of all runs, by what a run is called (a lesson's id, a file's path), kept from one time to the next in a
/// folder: a JSON file a run, {"run": ..., "notes": [{"t": ns, "end": ns, "lane": ..., "text": ...}]}.
class NoteBook : public QObject {
    Q_OBJECT

public:
    /// `folder` is made when there is something to keep; empty: nothing is kept.
    explicit NoteBook(QString folder, QObject *parent = nullptr);

    /// The reference stays valid.
    [[nodiscard]] const std::vector<RunNote> &notes(const QString &run) const;
    /// All notes of the run, from now on. What could not be kept is said by failed().
    void setNotes(const QString &run, std::vector<RunNote> notes);
    /// Notes that came with the run: they stand for it unless there are others already.
    void suggest(const QString &run, std::vector<RunNote> notes);

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString fileOf(const QString &run) const;
    [[nodiscard]] std::vector<RunNote> read(const QString &run) const;
    void write(const QString &run);

    QString m_folder;
    mutable std::map<QString, std::vector<RunNote>> m_notes; ///< as far as somebody has asked for them
};

} // namespace coroscope::formats

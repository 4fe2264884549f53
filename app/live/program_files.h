// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "app/live/program_file.h"

#include <memory>
#include <vector>

namespace coroscope {

/// The files of a program that are edited here: its own first, then others of its folder, such as modules it imports.
/// Main thread.
class ProgramFiles : public QObject {
    Q_OBJECT

public:
    explicit ProgramFiles(QObject *parent = nullptr);
    ~ProgramFiles() override;

    /// Reads the program's own file; no other is edited any more. A sentence when that cannot be; then nothing has
    /// changed.
    [[nodiscard]] QString open(const QString &path);
    /// Another file. Only those of the program's folder have a name the program knows them by. A sentence when it
    /// cannot be read; none when it is there already.
    [[nodiscard]] QString add(const QString &path);

    [[nodiscard]] int count() const { return static_cast<int>(m_files.size()); }
    /// As it lies on the disk.
    [[nodiscard]] const ProgramFile &file(int index) const { return *at(index).file; }
    /// As a recorded run calls it: its path from the program's folder.
    [[nodiscard]] QString name(int index) const;
    /// By that name, or by its path; -1 when it is not edited here.
    [[nodiscard]] int find(const QString &name) const;
    /// Where a file of that name would lie; empty when the program's folder has none.
    [[nodiscard]] QString pathOf(const QString &name) const;

    [[nodiscard]] const QString &text(int index) const { return at(index).text; }
    void setText(int index, const QString &text);
    [[nodiscard]] bool edited(int index) const { return at(index).text != at(index).file->text(); }
    [[nodiscard]] bool edited() const;
    /// All that were edited. A sentence when one could not be saved; those before it are.
    [[nodiscard]] QString save();
    /// As somebody else has written it. A sentence when it cannot be read.
    [[nodiscard]] QString readAgain(int index);

Q_SIGNALS:
    /// One more, or all others.
    void listChanged();
    /// Another text, but not by setText().
    void replaced(int index);
    /// Somebody else has written it.
    void changedOnDisk(int index);

private:
    struct Edited {
        std::unique_ptr<ProgramFile> file;
        QString text;
    };

    [[nodiscard]] const Edited &at(int index) const { return m_files[static_cast<std::size_t>(index)]; }
    [[nodiscard]] Edited &at(int index) { return m_files[static_cast<std::size_t>(index)]; }
    [[nodiscard]] QString append(const QString &path, std::vector<Edited> &files);
    [[nodiscard]] QString folder() const;

    std::vector<Edited> m_files;
};

} // namespace coroscope

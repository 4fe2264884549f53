// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/film.h"
#include "app/export/film_writer.h"
#include "app/export/picture.h"

#include <QTemporaryDir>

namespace coroscope::formats {

/// What to make of a sheet, and where.
struct ExportTask {
    timeline::SheetRequest sheet;
    QString path; ///< a file, or with `steps` a folder
    PictureFormat format = PictureFormat::Png;
    bool steps = false; ///< a numbered PNG for each step
    PictureOptions options = {};
    FilmPace pace = {};
};

/// Makes a picture, an animation or a folder of pictures, a little at a time, so that a window can
/// show how far it is and stop it. Nothing is where it will be before finish(), which renames:
/// dropping a job leaves no trace. The runs must not change meanwhile.
///
///     ExportJob job(task);
///     while (job.advance()) {}
///     const WriteResult result = job.finish();
class ExportJob {
public:
    /// Beyond, an animation is refused: see tooLong().
    static constexpr std::size_t kMostPictures = 4000;

    explicit ExportJob(ExportTask task);

    /// How many pictures there are to draw.
    [[nodiscard]] std::size_t total() const { return m_total; }
    [[nodiscard]] std::size_t done() const { return m_done; }
    [[nodiscard]] bool tooLong() const { return m_total > kMostPictures; }

    /// Draws the next picture. False when there is none left, or something went wrong.
    bool advance();
    /// Puts what was drawn where it belongs.
    [[nodiscard]] WriteResult finish();

private:
    bool fail(const WriteResult &result);
    bool drawStep();
    [[nodiscard]] QString stepName(std::size_t index) const;
    [[nodiscard]] WriteResult makeFolder();
    [[nodiscard]] WriteResult putFolder();

    ExportTask m_task;
    std::unique_ptr<Film> m_film;
    std::unique_ptr<FilmWriter> m_writer;
    std::unique_ptr<QTemporaryDir> m_folder; ///< beside the one that will be
    QByteArray m_picture;
    std::size_t m_total = 1;
    std::size_t m_done = 0;
    WriteResult m_failure;
};

} // namespace coroscope::formats

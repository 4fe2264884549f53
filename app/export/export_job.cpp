// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include "app/export/animated_svg.h"
#include "app/export/apng.h"
#include "app/export/webp.h"
#include "app/readers/words.h"
#include "app/timeline/painter.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace coroscope::formats {

namespace {

// In the temporary folder: what will be renamed, and what was there.
const QString kNew = QStringLiteral("new");
const QString kOld = QStringLiteral("old");

std::unique_ptr<FilmWriter> writerOf(const ExportTask &task)
{
    const double scale = std::clamp(task.options.scale, 0.25, 8.0);
    switch (task.format) {
    case PictureFormat::Apng: return apngWriter(scale, task.options.title);
    case PictureFormat::Webp: return webpWriter(scale);
    case PictureFormat::AnimatedSvg:
        return animatedSvgWriter(task.sheet.chart.axis == timeline::AxisMode::Clock, task.options.title);
    default: return nullptr;
    }
}

WriteResult cannotWrite(const QString &path, const QString &reason)
{
    return {PictureWords::tr("Cannot write %1: %2.").arg(path, reason)};
}

/// Nothing in it but what an earlier export has put there.
bool holdsOnlySteps(const QDir &folder)
{
    static const QRegularExpression name(QStringLiteral("^step-[0-9]+\\.png$"));
    const QStringList entries = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return std::all_of(entries.begin(), entries.end(),
                       [](const QString &entry) { return name.match(entry).hasMatch(); });
}

} // namespace

ExportJob::ExportJob(ExportTask task) : m_task(std::move(task))
{
    if (!m_task.steps && !isAnimated(m_task.format))
        return;
    m_film = std::make_unique<Film>(m_task.sheet, m_task.steps ? Film::Kind::Steps : Film::Kind::Played, m_task.pace);
    m_total = m_film->size();
    if (m_total == 0)
        m_failure = cannotWrite(m_task.path, PictureWords::tr("nothing has run yet"));
    if (!m_task.steps)
        m_writer = writerOf(m_task);
}

bool ExportJob::fail(const WriteResult &result)
{
    m_failure = result;
    return false;
}

bool ExportJob::advance()
{
    if (!m_failure.ok() || m_done >= m_total)
        return false;
    if (m_task.steps)
        return drawStep();
    if (m_writer) {
        if (!m_writer->add(m_film->scene(m_done), m_film->duration(m_done)))
            return fail(tooLarge(m_task.path, m_film->pageSize(), m_task.options.scale));
        return ++m_done < m_total;
    }
    const timeline::Scene scene = timeline::layoutSheet(m_task.sheet);
    m_picture = pictureBytes(scene, m_task.format, m_task.options);
    if (m_picture.isEmpty())
        return fail(tooLarge(m_task.path, scene.size, m_task.options.scale));
    ++m_done;
    return false;
}

bool ExportJob::drawStep()
{
    if (!m_folder) {
        if (const WriteResult made = makeFolder(); !made.ok())
            return fail(made);
    }
    const timeline::Scene scene = m_film->scene(m_done);
    const QByteArray bytes = pictureBytes(scene, PictureFormat::Png, m_task.options);
    if (bytes.isEmpty())
        return fail(tooLarge(m_task.path, scene.size, m_task.options.scale));
    const QString path = m_folder->filePath(kNew + QLatin1Char('/') + stepName(m_done));
    if (const WriteResult written = writeFile(path, bytes); !written.ok())
        return fail(cannotWrite(m_task.path, written.error.section(QStringLiteral(": "), 1).chopped(1)));
    return ++m_done < m_total;
}

/// As many digits as the last one has, at least three: they sort by name.
QString ExportJob::stepName(std::size_t index) const
{
    const auto digits = std::max(3, static_cast<int>(QString::number(m_total).size()));
    return QStringLiteral("step-%1.png").arg(index + 1, digits, 10, QLatin1Char('0'));
}

WriteResult ExportJob::makeFolder()
{
    const QFileInfo target(QDir::cleanPath(m_task.path));
    if ((target.exists() || target.isSymLink()) && !target.isDir()) // a link to nothing, too
        return cannotWrite(m_task.path, PictureWords::tr("it is not a folder"));
    if (target.exists() && !holdsOnlySteps(QDir(target.filePath())))
        return cannotWrite(m_task.path, PictureWords::tr("the folder holds other files"));
    m_folder = std::make_unique<QTemporaryDir>(target.filePath() + QStringLiteral(".XXXXXX"));
    if (!m_folder->isValid() || !QDir(m_folder->path()).mkdir(kNew))
        return cannotWrite(m_task.path, m_folder->errorString());
    return {};
}

/// The new folder takes the place of the old one, which is there again if that fails.
WriteResult ExportJob::putFolder()
{
    const QString target = QDir::cleanPath(m_task.path);
    const QString old = m_folder->filePath(kOld);
    QDir dir;
    const bool replaces = QFileInfo::exists(target);
    if (replaces && !dir.rename(target, old))
        return cannotWrite(m_task.path, PictureWords::tr("the folder that is there cannot be replaced"));
    if (dir.rename(m_folder->filePath(kNew), target))
        return {};
    if (replaces)
        dir.rename(old, target);
    return cannotWrite(m_task.path, PictureWords::tr("the folder cannot be made"));
}

WriteResult ExportJob::finish()
{
    if (!m_failure.ok())
        return m_failure;
    if (m_task.steps)
        return putFolder();
    if (m_writer)
        m_picture = m_writer->finish();
    if (m_picture.isEmpty())
        return tooLarge(m_task.path, m_film ? m_film->pageSize() : m_task.sheet.chart.size, m_task.options.scale);
    return writeFile(m_task.path, m_picture);
}

} // namespace coroscope::formats

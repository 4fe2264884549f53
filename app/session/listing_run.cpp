// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/listing_run.h"

#include "app/course/line_map.h"
#include "app/course/listing.h"
#include "app/live/python_run.h"
#include "core/lessons/changes.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace coroscope {

namespace {

struct ListingText {
    Q_DECLARE_TR_FUNCTIONS(ListingRun)
};

const QString kFileName = QStringLiteral("listing.py");

struct Copy {
    Copy(std::unique_ptr<QTemporaryDir> place, RecorderOptions options)
        : folder(std::move(place)),
          // Named as in its folder, so that what it says of itself has no path of this machine.
          run({.name = kFileName, .workingFolder = folder->path()}, std::move(options), PythonRun::Streams::Captured)
    {
    }

    std::unique_ptr<QTemporaryDir> folder;
    PythonRun run;
};

/// What a lesson computes takes the time it says, whatever the machine: so nothing is measured of its listing.
RecorderOptions optionsFor(const Lesson &lesson, const Settings &settings)
{
    RecorderOptions options{
        .measuresComputing = false,
        .constants = formats::constantsWith(QString::fromStdString(lesson.id), changedSettings(lesson, settings))};
    if (lesson.parameter("until"))
        options.until = std::stod(settings.written("until"));
    return options;
}

} // namespace

std::shared_ptr<PythonRun> runListing(const Lesson &lesson, const Settings &settings, QString &fault)
{
    auto folder = std::make_unique<QTemporaryDir>();
    QFile file(folder->filePath(kFileName));
    const QByteArray text = formats::listingOf(QString::fromStdString(lesson.id)).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        fault = ListingText::tr("%1: could not be saved: %2").arg(file.fileName(), file.errorString());
        return nullptr;
    }
    file.close();
    auto copy = std::make_shared<Copy>(std::move(folder), optionsFor(lesson, settings));
    fault = copy->run.start();
    return fault.isEmpty() ? std::shared_ptr<PythonRun>(copy, &copy->run) : nullptr;
}

} // namespace coroscope

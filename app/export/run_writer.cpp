// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/run_writer.h"

#include "app/export/write_all.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace coroscope::formats {

WriteResult saveRun(const QString &path, const Names &names, const SavedRunInfo &info)
{
    QSaveFile file(path);
    const auto failed = [&](const QString &reason) {
        return WriteResult{QCoreApplication::translate("Picture", "Cannot write %1: %2.").arg(path, reason)};
    };
    if (const QString reason = whyUnwritable(path); !reason.isEmpty())
        return failed(reason);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    bool written = true;
    writeChrome(names, info, [&](std::string_view piece) { written = written && writeAll(file, piece); });
    return written && flushAll(file) && file.commit() ? WriteResult{} : failed(file.errorString());
}

} // namespace coroscope::formats

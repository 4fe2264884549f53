// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QFileDevice>

namespace coroscope::formats {

/// False when not all could be written; then `device.errorString()` says why. A disk that fills up
/// takes a part without an error: only the next write tells.
[[nodiscard]] inline bool writeAll(QIODevice &device, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 count = device.write(bytes.data(), bytes.size());
        if (count <= 0)
            return false;
        bytes = bytes.sliced(static_cast<qsizetype>(count));
    }
    return true;
}

/// The same for what the device still holds back.
[[nodiscard]] inline bool flushAll(QFileDevice &device)
{
    return device.flush() || device.flush();
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace coroscope::timeline {

/// An opaque image (QImage::Format_RGB32) as a PNG, with its resolution and its text "Title"; empty
/// when it is null or too large. The same image gives the same bytes.
[[nodiscard]] QByteArray pngBytes(const QImage &image);

} // namespace coroscope::timeline

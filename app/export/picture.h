// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace coroscope::formats {

enum class PictureFormat { Png, Svg, Pdf, Apng, AnimatedSvg, Webp };

/// Apng, AnimatedSvg and Webp move.
[[nodiscard]] constexpr bool isAnimated(PictureFormat format)
{
    return format == PictureFormat::Apng || format == PictureFormat::AnimatedSvg || format == PictureFormat::Webp;
}

struct PictureOptions {
    double scale = 1;   ///< device pixels each way for a pixel of the scene, PNG only, 0.25 to 8
    QString title = {}; ///< names the document; the picture shows it no other way
    double width = 0;   ///< of the picture on paper in millimetres; 0: 96 pixels an inch
};

/// By the file's suffix, whatever its case; nothing when it is none of ours. An SVG does not move.
[[nodiscard]] std::optional<PictureFormat> pictureFormat(const QString &path);

/// Why a file could not be written, in one sentence that names it; empty when it was.
struct WriteResult {
    QString error;
    [[nodiscard]] bool ok() const { return error.isEmpty(); }
};

/// Why no file can be put there, in some words ("it is a folder"); empty when nothing speaks against it.
[[nodiscard]] QString whyUnwritable(const QString &path);

/// Writes beside the file and renames: on any failure nothing is left behind and an existing file
/// is untouched.
[[nodiscard]] WriteResult writeFile(const QString &path, const QByteArray &bytes);
/// The scene as a picture that does not move.
[[nodiscard]] WriteResult writePicture(const QString &path, const timeline::Scene &scene, PictureFormat format,
                                       const PictureOptions &options = {});
/// A picture as bytes, for the clipboard; empty when it is too large.
[[nodiscard]] QByteArray pictureBytes(const timeline::Scene &scene, PictureFormat format,
                                      const PictureOptions &options = {});
/// What to say of a picture that cannot be made.
[[nodiscard]] WriteResult tooLarge(const QString &path, QSizeF size, double scale);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/scene.h"

#include <QByteArray>

#include <chrono>
#include <memory>

namespace coroscope::formats {

/// Takes the pictures of an animation one by one.
class FilmWriter {
public:
    FilmWriter() = default;
    virtual ~FilmWriter() = default;
    FilmWriter(const FilmWriter &) = delete;
    FilmWriter &operator=(const FilmWriter &) = delete;

    /// False when it cannot be drawn: too large.
    [[nodiscard]] virtual bool add(const timeline::Scene &scene, std::chrono::milliseconds duration) = 0;
    /// The file; empty when there were no pictures. Call it once.
    [[nodiscard]] virtual QByteArray finish() = 0;
};

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace coroscope::formats {

/// A lesson's program in Python with the values it ran with.
struct Listing {
    QString text;
    QList<int> changed; ///< lines, from 1, that are not as in the course; each says what it is there
};

/// The constant of a listing that is a parameter of the lesson: "same-order" is SAME_ORDER.
[[nodiscard]] QString constantOf(const QString &parameter);

/// `settings` are written as after `--set`: "runs=4". Without any, and for those that are no constant of the listing,
/// it is as in the course. Lines keep their numbers. Empty when there is no such lesson.
[[nodiscard]] Listing listingWith(const QString &lessonId, const std::vector<std::string> &settings);

/// The same values for whoever runs the listing as it is: names of its constants and Python literals.
[[nodiscard]] QList<QPair<QString, QString>> constantsWith(const QString &lessonId,
                                                           const std::vector<std::string> &settings);

} // namespace coroscope::formats

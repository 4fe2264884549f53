// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace coroscope {

/// What Python says of an error: where it went through, outermost first, and what it was.
struct Traceback {
    struct Place {
        QString file; ///< as Python calls it: mostly its path
        int line = 0; ///< from 1
    };
    QList<Place> places = {};
    QString message = {}; ///< "ValueError: no"

    /// The innermost line in this file; 0 when it is in none.
    [[nodiscard]] int lineIn(const QString &path) const;
};

/// The last one in what a program wrote to standard error; without places when there is none.
[[nodiscard]] Traceback lastTraceback(const QByteArray &errors);

} // namespace coroscope

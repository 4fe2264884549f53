// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace coroscope::formats {

/// The pieces of a page, put together as HTML. Nothing but the title and the still is written as markup; the data lies
/// in it compressed and cannot be taken for any.
struct WebPage {
    QString language;
    QString title;
    QByteArray style;
    QByteArray script;
    QByteArray still;              ///< SVG, for who runs no script
    std::vector<QJsonObject> data; ///< what there is from beginning to end, and the parts

    [[nodiscard]] QByteArray html() const;
};

/// One of the files of resources/player, without comments and indentation, which are for who reads it there.
[[nodiscard]] QByteArray playerResource(const QString &name);

/// Two texts that say the same in two languages as one: what differs is an object with a key for each.
[[nodiscard]] QJsonValue bilingual(const QJsonValue &english, const QJsonValue &french);

} // namespace coroscope::formats

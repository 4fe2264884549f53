// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace coroscope::formats {

/// The pieces of a page, put together as HTML. The data lies in it compressed and cannot be taken for markup.
struct WebPage {
    QString language;
    QString title;
    QByteArray style;
    QByteArray script;
    QByteArray body;               ///< markup, of texts that are escaped
    std::vector<QJsonObject> data; ///< what there is from beginning to end, and the parts

    [[nodiscard]] QByteArray html() const;
};

/// A text of somebody else's as markup.
[[nodiscard]] QByteArray escaped(const QString &text);

/// One of the files of resources/player, without comments and indentation, which are for who reads it there.
[[nodiscard]] QByteArray playerResource(const QString &name);

/// Two texts that say the same in two languages as one: what differs is an object with a key for each.
[[nodiscard]] QJsonValue bilingual(const QJsonValue &english, const QJsonValue &french);

} // namespace coroscope::formats

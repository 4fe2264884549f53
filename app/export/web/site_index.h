// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace coroscope::formats {

/// A page of a site, in the language of its index.
struct SiteEntry {
    QString file;  ///< its name
    QString group; ///< the heading it stands below
    QString title;
    QString about; ///< a paragraph; may be empty
    QString words; ///< what else it is found by
};

struct SiteIndex {
    QString language;
    QString title;
    std::vector<SiteEntry> entries; ///< those of one group side by side
    QString other;                  ///< the file of the same index in the other language
};

/// The first page of a site: what there is, by groups, with a field to search in it. It is read without its script,
/// too. The program speaks its language.
[[nodiscard]] QByteArray siteIndex(const SiteIndex &index);

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/site_index.h"

#include "app/export/web/page_writer.h"
#include "app/export/web/palette.h"
#include "app/export/web/words.h"

#include <QStringList>
#include <QUrl>

namespace coroscope::formats {

namespace {

/// Backquotes mark code.
QByteArray prose(const QString &text)
{
    QByteArray out;
    bool code = false;
    for (const QString &piece : text.split(QLatin1Char('`'))) {
        out += code ? "<code>" + escaped(piece) + "</code>" : escaped(piece);
        code = !code;
    }
    return out;
}

QByteArray entryOf(const SiteEntry &entry, const QString &language)
{
    const QByteArray address = QUrl::toPercentEncoding(entry.file) + "#lang=" + language.toUtf8();
    return "<li data-words=\"" + escaped(entry.words) + "\"><a href=\"" + address + "\"><b>" + escaped(entry.title)
           + "</b><span>" + prose(entry.about) + "</span></a></li>\n";
}

} // namespace

QByteArray siteIndex(const SiteIndex &index)
{
    QByteArray body = "<header><h1>" + escaped(index.title) + "</h1><a class=\"language\" lang=\""
                      + (index.language == QLatin1String("fr") ? "en" : "fr") + "\" href=\"" + escaped(index.other)
                      + "\">" + (index.language == QLatin1String("fr") ? "English" : "Français")
                      + "</a></header>\n<p class=\"search\" hidden><label>" + escaped(PlayerWords::tr("Search"))
                      + " <input type=\"search\"></label> <output></output></p>\n";
    QString group;
    for (const SiteEntry &entry : index.entries) {
        if (entry.group != group || group.isNull()) {
            body += (group.isNull() ? "" : "</ul></section>\n") + QByteArray("<section><h2>") + escaped(entry.group)
                    + "</h2>\n<ul>\n";
            group = entry.group;
        }
        body += entryOf(entry, index.language);
    }
    body += (index.entries.empty() ? "" : "</ul></section>\n");
    WebPage page;
    page.language = index.language;
    page.title = index.title;
    page.body = body + "<p class=\"nothing\" hidden>" + escaped(PlayerWords::tr("Nothing is found.")) + "</p>\n<footer>"
                + escaped(PlayerWords::tr("Made with Coroscope.")) + "</footer>\n";
    page.style = Palette().styleSheet() + playerResource(QStringLiteral("site.css"));
    page.script = playerResource(QStringLiteral("site.js"));
    return page.html();
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/page_writer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <zlib.h>

namespace coroscope::formats {

namespace {

QByteArray hashOf(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

QByteArray compressed(const QByteArray &bytes)
{
    constexpr int kGzip = 15 + 16;
    constexpr int kMemory = 9;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 32,
                   Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/player/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray playerResource(const QString &name)
{
    QByteArray out;
    for (const QByteArray &line : resource(name).split('\n')) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && (!text.startsWith("//") || text.contains("SPDX")))
            out += text + '\n';
    }
    return out;
}

QJsonValue bilingual(const QJsonValue &english, const QJsonValue &french)
{
    if (english == french)
        return english;
    if (english.isArray() && french.isArray() && english.toArray().size() == french.toArray().size()) {
        QJsonArray both;
        const QJsonArray other = french.toArray();
        for (const QJsonValue &value : english.toArray())
            both.append(bilingual(value, other[both.size()]));
        return both;
    }
    if (english.isObject() && french.isObject() && english.toObject().keys() == french.toObject().keys()) {
        QJsonObject both = english.toObject();
        const QJsonObject other = french.toObject();
        for (auto member = both.begin(); member != both.end(); ++member)
            member.value() = bilingual(member.value(), other.value(member.key()));
        return both;
    }
    return QJsonObject{{QStringLiteral("en"), english}, {QStringLiteral("fr"), french}};
}

QByteArray WebPage::html() const
{
    const QByteArray policy = "default-src 'none'; script-src " + hashOf(script) + "; style-src " + hashOf(style)
                              + "; img-src data:; base-uri 'none'; form-action 'none'";
    QByteArray out = "<!DOCTYPE html>\n<html lang=\"" + language.toUtf8()
                     + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                       "content=\"width=device-width,initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" "
                       "content=\""
                     + policy + "\">\n<meta name=\"generator\" content=\"Coroscope\">\n<title>" + escaped(title)
                     + "</title>\n";
    out += resource(QStringLiteral("licence.txt"));
    out += "<style>" + style + "</style>\n</head>\n<body>\n" + body;
    for (const QJsonObject &part : data)
        out += "<script type=\"text/plain\" class=\"data\">"
               + compressed(QJsonDocument(part).toJson(QJsonDocument::Compact)).toBase64() + "</script>\n";
    out += "<script>" + script + "</script>\n</body>\n</html>\n";
    return out;
}

} // namespace coroscope::formats

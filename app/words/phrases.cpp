// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/phrases.h"

#include "core/text/output.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <cmath>
#include <utility>

namespace coroscope::words {

namespace {

struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

QString joined(const QStringList &items)
{
    return items.join(Phrases::tr(", ", "between the items of a list"));
}

} // namespace

QString nameOf(const Names &names, ActorId actor)
{
    return actor == ActorId::Main ? Phrases::tr("the main program") : fromStd(names.lane(actor));
}

QString timeText(Instant at)
{
    return secondsText(at.time_since_epoch());
}

QString secondsText(Duration d)
{
    const double microseconds = std::round(toSeconds(d) * 1e6);
    return Phrases::tr("%1 s", "seconds").arg(QLocale().toString(microseconds / 1e6, 'g', 12));
}

QString shortened(const QString &text, int most)
{
    const QString line = text.simplified();
    if (line.size() <= most)
        return line;
    const bool isString =
        line.back() == line.front() && (line.front() == QLatin1Char('\'') || line.front() == QLatin1Char('"'));
    const QString cut = line.left(most - (isString ? 2 : 1)).trimmed() + QChar(0x2026);
    return isString ? cut + line.back() : cut;
}

QString quoted(const QString &text)
{
    return Phrases::tr("“%1”").arg(shortened(text));
}

QString listed(const QStringList &items, int most)
{
    if (items.size() > most)
        return Phrases::tr("%1 and %n more", nullptr, static_cast<int>(items.size()) - most + 1)
            .arg(joined(items.mid(0, most - 1)));
    if (items.size() < 2)
        return items.value(0);
    return Phrases::tr("%1 and %2").arg(joined(items.mid(0, items.size() - 1)), items.last());
}

QString chained(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.value(0);
    return Phrases::tr("%1, then %2").arg(joined(parts.mid(0, parts.size() - 1)), parts.last());
}

QString functionName(const std::string &function)
{
    static const QHash<QString, QString> methods{
        {QStringLiteral("aenter"), QStringLiteral("__aenter__")},
        {QStringLiteral("aexit"), QStringLiteral("__aexit__")},
        {QStringLiteral("anext"), QStringLiteral("__anext__")},
        {QStringLiteral("await"), QStringLiteral("__await__")},
        {QStringLiteral("toThread"), QString()}, // asyncio's own
        {QStringLiteral("readExactly"), QStringLiteral("readexactly")},
        {QStringLiteral("readToEnd"), QStringLiteral("read")},
        {QStringLiteral("readLine"), QStringLiteral("readline")},
        {QStringLiteral("waitFutures"), QStringLiteral("wait")},
        // In Python a task group is a block, and what as_completed() gives an ordinary iterator.
        {QStringLiteral("run"), QString()},
        {QStringLiteral("next"), QString()}};
    const QString cpp = fromStd(function.substr(0, function.find('<')));
    if (const auto method = methods.constFind(cpp); method != methods.constEnd())
        return *method;
    for (const auto &[prefix, nameless] : {std::pair("listcomp", "<listcomp>"), std::pair("genexpr", "<genexpr>")})
        if (cpp.startsWith(QLatin1String(prefix)))
            return QLatin1String(nameless);
    QString python;
    for (const QChar letter : cpp) {
        if (letter.isUpper() && !python.isEmpty())
            python += QLatin1Char('_');
        python += letter.toLower();
    }
    return python;
}

QString callOf(const std::string &function)
{
    const QString name = functionName(function);
    return name.isEmpty() || name.startsWith(QLatin1Char('<')) ? name : name + QStringLiteral("()");
}

QString printedText(const Trace &trace, const TraceEvent &event)
{
    const QString text = fromStd(trace.text(event.text()));
    const QString stamp = fromStd(stampOf(event.time)) + QLatin1Char(' ');
    return (text.startsWith(stamp) ? text.mid(stamp.size()) : text).simplified();
}

} // namespace coroscope::words

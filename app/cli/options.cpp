// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/failure.h"
#include "app/cli/words.h"
#include "app/readers/nearest.h"

#include <QLocale>

#include <algorithm>
#include <charconv>

namespace coroscope::cli {

namespace {

using formats::didYouMean;
using formats::quoted;

/// What the whole text is: no blanks, no separators of thousands, which Qt reads over.
template <class Number>
std::optional<Number> wholeNumberOf(const QString &text)
{
    const QByteArray written = text.toUtf8();
    Number number{};
    const auto [end, error] = std::from_chars(written.begin(), written.end(), number);
    return error == std::errc() && end == written.end() ? std::optional(number) : std::nullopt;
}

} // namespace

Options::Options(const CommandForm &form, const QStringList &arguments)
{
    bool onlyArguments = false;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &word = arguments[at];
        if (!onlyArguments && word == QLatin1String("--")) {
            if (form.takesProgram && (!m_argument.isNull() || !m_module.isNull())) {
                m_programArguments = arguments.mid(at + 1);
                break;
            }
            onlyArguments = true;
        } else if (!onlyArguments && form.takesProgram && word == QLatin1String("-m")) {
            if (!m_argument.isNull() || ++at == arguments.size() || arguments[at].isEmpty())
                throw badUsage(CommandLine::tr("-m takes the name of a module, in place of %1").arg(form.argument));
            m_module = arguments[at];
        } else if (!onlyArguments && word.startsWith(QLatin1Char('-')) && word.size() > 1) {
            readOption(form, arguments, at);
        } else {
            readArgument(form, word);
        }
    }
    if (!form.argument.isEmpty() && !form.argumentOptional && m_argument.isEmpty() && m_module.isEmpty()
        && !has(QStringLiteral("help")))
        throw badUsage(
            CommandLine::tr("%1 needs an argument: %2 (see coroscope %1 --help)").arg(form.name, form.argument));
}

void Options::readArgument(const CommandForm &form, const QString &word)
{
    if (form.argument.isEmpty())
        throw badUsage(CommandLine::tr("%1 takes no argument: %2").arg(form.name, quoted(word)));
    if (!m_argument.isNull() || !m_module.isNull())
        throw badUsage(
            CommandLine::tr("%1 takes one %2; %3 is one too many").arg(form.name, form.argument, quoted(word)));
    m_argument = word;
}

void Options::readOption(const CommandForm &form, const QStringList &arguments, qsizetype &at)
{
    const QString &word = arguments[at];
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    const QString name = word.left(equals);
    const auto known = std::find_if(form.options.begin(), form.options.end(), [&](const OptionForm &option) {
        return name == QLatin1String("--") + option.name;
    });
    if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
        m_values[QStringLiteral("help")] << QString();
        return;
    }
    if (known == form.options.end()) {
        QStringList names{QStringLiteral("--help")};
        for (const OptionForm &option : form.options)
            names << QLatin1String("--") + option.name;
        throw badUsage(CommandLine::tr("unknown option %1 of %2").arg(quoted(name), form.name)
                       + didYouMean(name, names));
    }
    if (known->value.isEmpty()) {
        if (equals >= 0)
            throw badUsage(CommandLine::tr("%1 takes no value").arg(name));
        m_values[known->name] << QString();
        return;
    }
    if (equals < 0 && ++at == arguments.size())
        throw badUsage(CommandLine::tr("%1 needs a value: %2").arg(name, known->value));
    const QString value = equals < 0 ? arguments[at] : word.mid(equals + 1);
    checkChoice(*known, value);
    m_values[known->name] << value;
}

void Options::checkChoice(const OptionForm &option, const QString &value)
{
    if (option.choices.isEmpty() || option.choices.contains(value))
        return;
    QString choices = option.choices.first(option.choices.size() - 1).join(QLatin1String(", "));
    choices += (choices.isEmpty() ? QString() : CommandLine::tr(" or ")) + option.choices.last();
    throw badUsage(CommandLine::tr("--%1 must be %2, not %3").arg(option.name, choices, quoted(value))
                   + didYouMean(value, option.choices));
}

QString Options::value(const QString &option, const QString &standard) const
{
    const auto values = m_values.constFind(option);
    return values == m_values.constEnd() ? standard : values->last();
}

std::optional<double> Options::number(const QString &option, double min, double max) const
{
    if (!has(option))
        return std::nullopt;
    const auto number = wholeNumberOf<double>(value(option));
    // Written so that it refuses NaN as well.
    if (!number || !(*number >= min && *number <= max))
        throw badUsage(
            CommandLine::tr("--%1 must be a number from %2 to %3, not %4")
                .arg(option, QLocale::c().toString(min), QLocale::c().toString(max, 'g', 12), quoted(value(option))));
    return number;
}

std::optional<QSize> Options::size(const QString &option) const
{
    if (!has(option))
        return std::nullopt;
    constexpr int kSmallest = 64;
    constexpr int kLargest = 16384;
    const QStringList sides = value(option).split(QLatin1Char('x'));
    const auto side = [&sides](qsizetype which) {
        return sides.size() == 2 ? wholeNumberOf<int>(sides[which]).value_or(0) : 0;
    };
    const QSize size(side(0), side(1));
    const auto fits = [](int length) { return length >= kSmallest && length <= kLargest; };
    if (!fits(size.width()) || !fits(size.height()))
        throw badUsage(CommandLine::tr("--%1 must be WIDTHxHEIGHT like 1280x720, each from %2 to %3, not %4")
                           .arg(option)
                           .arg(kSmallest)
                           .arg(kLargest)
                           .arg(quoted(value(option))));
    return size;
}

QStringList Options::list(const QString &option, const QStringList &choices) const
{
    if (!has(option))
        return {};
    const QStringList items = value(option).split(QLatin1Char(','));
    for (const QString &item : items)
        if (!choices.contains(item))
            throw badUsage(
                CommandLine::tr("--%1 takes %2, not %3").arg(option, choices.join(QLatin1String(", ")), quoted(item))
                + didYouMean(item, choices));
    return items;
}

QString helpOf(const CommandForm &form)
{
    QString text = CommandLine::tr("Usage: coroscope %1").arg(form.name);
    if (!form.argument.isEmpty())
        text += QLatin1Char(' ') + form.argument;
    if (!form.options.isEmpty())
        text += CommandLine::tr(" [OPTION...]");
    text += QLatin1Char('\n') + form.help + QLatin1Char('\n');
    if (form.options.isEmpty())
        return text;
    text += QLatin1Char('\n');
    for (const OptionForm &option : form.options) {
        QString left = QStringLiteral("  --") + option.name;
        if (!option.value.isEmpty())
            left += QLatin1Char(' ') + option.value;
        text += left.leftJustified(30) + QLatin1Char(' ') + option.help + QLatin1Char('\n');
    }
    return text;
}

} // namespace coroscope::cli

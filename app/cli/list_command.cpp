// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_sink.h"
#include "app/cli/text_application.h"
#include "app/course/lesson_texts.h"
#include "app/words/language.h"
#include "core/lessons/lesson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace coroscope::cli {

namespace {

struct ListText {
    Q_DECLARE_TR_FUNCTIONS(ListCommand)
};

/// As scripts read it, in every language.
QString typeName(Parameter::Type type)
{
    switch (type) {
    case Parameter::Type::Integer: return QStringLiteral("integer");
    case Parameter::Type::Seconds: return QStringLiteral("seconds");
    case Parameter::Type::YesNo: return QStringLiteral("yes/no");
    case Parameter::Type::SecondsList: return QStringLiteral("list of seconds");
    case Parameter::Type::IntegerList: return QStringLiteral("list of integers");
    }
    return {};
}

QString typeText(Parameter::Type type)
{
    switch (type) {
    case Parameter::Type::Integer: return ListText::tr("integer");
    case Parameter::Type::Seconds: return ListText::tr("seconds");
    case Parameter::Type::YesNo: return QStringLiteral("yes/no"); // what is to be written
    case Parameter::Type::SecondsList: return ListText::tr("list of seconds");
    case Parameter::Type::IntegerList: return ListText::tr("list of integers");
    }
    return {};
}

bool hasRange(const Parameter &parameter)
{
    return parameter.type != Parameter::Type::YesNo;
}

QString textOf(const Parameter &parameter)
{
    QString text = QStringLiteral("      %1=%2")
                       .arg(QString::fromStdString(parameter.name), QString::fromStdString(parameter.standard));
    text += QStringLiteral("  ") + typeText(parameter.type);
    if (hasRange(parameter))
        text += ListText::tr(" from %1 to %2")
                    .arg(QLocale::c().toString(parameter.min), QLocale::c().toString(parameter.max));
    return text + QLatin1Char('\n');
}

/// As `export --compare` takes them.
QStringList comparisons(const Lesson &lesson)
{
    QStringList written;
    for (const Partner &partner : lesson.comparedWith)
        written << QString::fromStdString(partner.written());
    return written;
}

/// Ids alone, each once.
QStringList comparedWith(const Lesson &lesson)
{
    QStringList ids;
    for (const Partner &partner : lesson.comparedWith)
        ids << QString::fromStdString(partner.id);
    ids.removeDuplicates();
    return ids;
}

QString textList()
{
    QString text;
    int chapter = 0;
    for (const Lesson &lesson : lessons()) {
        if (lesson.chapter != chapter) {
            chapter = lesson.chapter;
            text += QStringLiteral("%1%2. %3\n")
                        .arg(text.isEmpty() ? QString() : QStringLiteral("\n"))
                        .arg(chapter)
                        .arg(formats::chapterTitle(chapter, language()));
        }
        text += QStringLiteral("  %1 %2\n")
                    .arg(QString::fromStdString(lesson.id), -24)
                    .arg(formats::lessonTitle(lesson.id, language()));
        for (const Parameter &parameter : lesson.parameters)
            text += textOf(parameter);
        if (!lesson.comparedWith.empty())
            text += ListText::tr("      compared with %1").arg(comparisons(lesson).join(QStringLiteral(", ")))
                    + QLatin1Char('\n');
    }
    return text;
}

QJsonObject jsonOf(const Parameter &parameter)
{
    QJsonObject object{{QStringLiteral("name"), QString::fromStdString(parameter.name)},
                       {QStringLiteral("type"), typeName(parameter.type)},
                       {QStringLiteral("default"), QString::fromStdString(parameter.standard)}};
    if (hasRange(parameter)) {
        object.insert(QStringLiteral("min"), parameter.min);
        object.insert(QStringLiteral("max"), parameter.max);
    }
    return object;
}

QString jsonList(const QString &language)
{
    QJsonArray list;
    for (const Lesson &lesson : lessons()) {
        QJsonArray parameters;
        for (const Parameter &parameter : lesson.parameters)
            parameters << jsonOf(parameter);
        list << QJsonObject{{QStringLiteral("id"), QString::fromStdString(lesson.id)},
                            {QStringLiteral("chapter"), lesson.chapter},
                            {QStringLiteral("title"), formats::lessonTitle(lesson.id, language)},
                            {QStringLiteral("parameters"), parameters},
                            {QStringLiteral("outside"), lesson.outside},
                            {QStringLiteral("compared_with"), QJsonArray::fromStringList(comparedWith(lesson))},
                            {QStringLiteral("comparisons"), QJsonArray::fromStringList(comparisons(lesson))}};
    }
    return QString::fromUtf8(QJsonDocument(list).toJson());
}

Status list(const Options &options)
{
    const QString output = options.value(QStringLiteral("output"));
    const QString asked = options.value(QStringLiteral("lang"));
    if (options.value(QStringLiteral("format"))
        == QLatin1String("json")) { // what scripts read does not follow the desktop
        writeOutput(output, jsonList(asked.isEmpty() ? QStringLiteral("en") : asked));
        return Status::Done;
    }
    const TextApplication application;
    setLanguage(asked.isEmpty() ? desktopLanguage() : asked);
    writeOutput(output, textList());
    return Status::Done;
}

} // namespace

Command listCommand()
{
    return {{QStringLiteral("list"),
             {},
             ListText::tr("Shows the lessons: their ids, titles and parameters."),
             {{QStringLiteral("format"),
               QStringLiteral("FORMAT"),
               ListText::tr("text (default) or json"),
               {QStringLiteral("text"), QStringLiteral("json")}},
              {QStringLiteral("lang"), QStringLiteral("LANGUAGE"), ListText::tr("en or fr (default: the desktop's)"),
               languageOption().choices},
              outputOption()}},
            &list};
}

} // namespace coroscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/lecture_reader.h"

#include "app/readers/json_tree.h"
#include "app/readers/nearest.h"
#include "core/lessons/lesson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace coroscope::formats {

namespace {

using LectureJson = JsonTree::Value;

const char *const kLectureFormat = "coroscope-lecture";
constexpr int kLectureDepth = 16;
constexpr double kSlowestSpeed = 0.1;
constexpr double kFastestSpeed = 10;
constexpr double kLatestStop = 1e6; ///< seconds

QString lectureText(const LectureJson &value)
{
    const std::string_view text = value.text();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

class LectureReader {
    Q_DECLARE_TR_FUNCTIONS(LectureReader)

public:
    explicit LectureReader(const QString &file) : m_folder(QFileInfo(file).absoluteDir()) {}

    Lecture read(const LectureJson &root)
    {
        if (!root.isObject())
            throw ReadFailure{tr("not a lecture: a JSON object is expected"), root.offset()};
        Lecture lecture;
        bool format = false;
        for (const auto &[key, value] : pairsOf(root)) {
            const QString name = lectureText(key);
            if (name == QLatin1String("format"))
                format = isFormat(value);
            else if (name == QLatin1String("version"))
                checkVersion(value);
            else if (name == QLatin1String("title"))
                lecture.title = string(value, name);
            else if (name == QLatin1String("items"))
                lecture.items = items(value);
            else if (name != QLatin1String("$schema"))
                throwUnknown(key, {QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("title"),
                                   QStringLiteral("items")});
        }
        if (!format)
            throw ReadFailure{tr("not a lecture: the key \"format\" is missing"), root.offset()};
        if (lecture.items.isEmpty())
            throw ReadFailure{tr("the lecture shows nothing: \"items\" is missing or empty"), root.offset()};
        return lecture;
    }

private:
    static QList<QPair<LectureJson, LectureJson>> pairsOf(const LectureJson &object)
    {
        QList<QPair<LectureJson, LectureJson>> pairs;
        const auto items = object.items();
        for (std::size_t i = 0; i + 1 < items.size(); i += 2)
            pairs.append({items[i], items[i + 1]});
        return pairs;
    }

    [[noreturn]] static void throwUnknown(const LectureJson &name, const QStringList &known)
    {
        throw ReadFailure{tr("unknown key %1").arg(quoted(lectureText(name))) + didYouMean(lectureText(name), known),
                          name.offset()};
    }

    static bool isFormat(const LectureJson &value)
    {
        if (!value.isString() || value.text() != kLectureFormat)
            throw ReadFailure{tr("not a lecture: \"format\" must be \"coroscope-lecture\""), value.offset()};
        return true;
    }

    static void checkVersion(const LectureJson &value)
    {
        if (value.type() != JsonTree::Type::Number || value.text() != "1")
            throw ReadFailure{tr("this version of the format is not known: \"version\" must be 1"), value.offset()};
    }

    static QString string(const LectureJson &value, const QString &key)
    {
        if (!value.isString())
            throw ReadFailure{tr("\"%1\" must be a text").arg(key), value.offset()};
        return lectureText(value);
    }

    static bool boolean(const LectureJson &value, const QString &key)
    {
        if (value.type() != JsonTree::Type::True && value.type() != JsonTree::Type::False)
            throw ReadFailure{tr("\"%1\" must be true or false").arg(key), value.offset()};
        return value.type() == JsonTree::Type::True;
    }

    static double number(const LectureJson &value, const QString &key, double least, double most)
    {
        const double given = value.type() == JsonTree::Type::Number ? lectureText(value).toDouble() : std::nan("");
        if (!(given >= least && given <= most))
            throw ReadFailure{tr("\"%1\" must be a number from %2 to %3").arg(key).arg(least).arg(most),
                              value.offset()};
        return given;
    }

    static QList<LectureJson> array(const LectureJson &value, const QString &key)
    {
        if (!value.isArray())
            throw ReadFailure{tr("\"%1\" must be an array").arg(key), value.offset()};
        const auto items = value.items();
        return QList<LectureJson>(items.begin(), items.end());
    }

    QList<LectureItem> items(const LectureJson &value)
    {
        QList<LectureItem> items;
        for (const LectureJson &each : array(value, QStringLiteral("items")))
            items.append(item(each));
        return items;
    }

    LectureItem item(const LectureJson &value)
    {
        if (!value.isObject())
            throw ReadFailure{tr("an item must be an object with \"lesson\" or \"file\""), value.offset()};
        LectureItem item;
        std::optional<LectureJson> set;
        for (const auto &[key, each] : pairsOf(value)) {
            if (lectureText(key) == QLatin1String("set"))
                set = each; // when it is known of what
            else
                readKey(item, key, each);
        }
        if (item.lesson.isEmpty() == item.file.isEmpty())
            throw ReadFailure{tr("an item needs either \"lesson\" or \"file\""), value.offset()};
        if (set)
            item.set = settings(*set, item.lesson);
        return item;
    }

    void readKey(LectureItem &item, const LectureJson &key, const LectureJson &value)
    {
        const QString name = lectureText(key);
        if (name == QLatin1String("lesson"))
            item.lesson = lesson(value);
        else if (name == QLatin1String("file"))
            item.file = file(value);
        else if (name == QLatin1String("compare"))
            item.compare = partners(value);
        else if (name == QLatin1String("speed"))
            item.speed = number(value, name, kSlowestSpeed, kFastestSpeed);
        else if (name == QLatin1String("axis"))
            item.steps =
                oneOf(value, name, {QStringLiteral("clock"), QStringLiteral("steps")}) == QLatin1String("steps");
        else if (name == QLatin1String("stops"))
            item.stops = stops(value);
        else if (name == QLatin1String("panels"))
            for (const LectureJson &panel : array(value, name))
                item.panels << oneOf(panel, name, lecturePanels());
        else if (name == QLatin1String("predict"))
            item.predict = boolean(value, name);
        else if (name == QLatin1String("ask"))
            item.ask = boolean(value, name);
        else if (name == QLatin1String("notes"))
            item.notes = string(value, name);
        else
            throwUnknown(key, keys());
    }

    static QStringList keys()
    {
        QStringList keys;
        for (const char *key :
             {"lesson", "file", "set", "compare", "speed", "axis", "stops", "panels", "predict", "ask", "notes"})
            keys << QString::fromLatin1(key);
        return keys;
    }

    static QString oneOf(const LectureJson &value, const QString &key, const QStringList &known)
    {
        const QString given = string(value, key);
        if (!known.contains(given))
            throw ReadFailure{tr("\"%1\" does not know %2").arg(key, quoted(given)) + didYouMean(given, known),
                              value.offset()};
        return given;
    }

    static QString lesson(const LectureJson &value)
    {
        const QString id = string(value, QStringLiteral("lesson"));
        if (findLesson(id.toStdString()))
            return id;
        QStringList ids;
        for (const Lesson &each : lessons())
            ids << QString::fromStdString(each.id);
        throw ReadFailure{tr("there is no lesson %1").arg(quoted(id)) + didYouMean(id, ids), value.offset()};
    }

    QString file(const LectureJson &value) const
    {
        const QString name = string(value, QStringLiteral("file"));
        const QFileInfo found(m_folder.absoluteFilePath(name));
        if (!found.isFile())
            throw ReadFailure{tr("there is no file %1").arg(quoted(name)), value.offset()};
        return found.absoluteFilePath();
    }

    static QStringList partners(const LectureJson &value)
    {
        QStringList partners;
        for (const LectureJson &each : array(value, QStringLiteral("compare")))
            partners << lesson(each);
        return partners;
    }

    static QList<Instant> stops(const LectureJson &value)
    {
        QList<Instant> stops;
        for (const LectureJson &each : array(value, QStringLiteral("stops"))) {
            const double seconds = number(each, QStringLiteral("stops"), 0, kLatestStop);
            const Instant at{std::chrono::round<Duration>(std::chrono::duration<double>(seconds))};
            if (!stops.isEmpty() && at <= stops.last())
                throw ReadFailure{tr("\"stops\" must ascend"), each.offset()};
            stops << at;
        }
        return stops;
    }

    static QList<QPair<QString, QString>> settings(const LectureJson &value, const QString &lessonId)
    {
        if (!value.isObject())
            throw ReadFailure{tr("\"set\" must be an object: names and values"), value.offset()};
        const Lesson *lesson = findLesson(lessonId.toStdString());
        Settings known = lesson ? lesson->defaults() : Settings();
        QList<QPair<QString, QString>> settings;
        for (const auto &[name, each] : pairsOf(value)) {
            const bool yes = each.type() == JsonTree::Type::True;
            const bool no = each.type() == JsonTree::Type::False;
            const QString text = yes ? QStringLiteral("yes") : no ? QStringLiteral("no") : lectureText(each);
            try {
                if (lesson)
                    lesson->set(known, lectureText(name).toStdString(), text.toStdString());
            } catch (const SettingError &error) {
                throw ReadFailure{QString::fromUtf8(error.what()), name.offset()};
            }
            settings.append({lectureText(name), text});
        }
        return settings;
    }

    QDir m_folder;
};

} // namespace

QStringList lecturePanels()
{
    return {QStringLiteral("source"), QStringLiteral("console"), QStringLiteral("table"),    QStringLiteral("loop"),
            QStringLiteral("tasks"),  QStringLiteral("events"),  QStringLiteral("measures"), QStringLiteral("hand")};
}

bool namesLecture(const QString &file)
{
    constexpr qint64 kFirst = 4096;
    QFile bytes(file);
    return QFileInfo(file).isFile() && bytes.open(QIODevice::ReadOnly) && bytes.read(kFirst).contains(kLectureFormat);
}

ReadResult<Lecture> parseLecture(const QByteArray &bytes, const QString &file)
{
    try {
        const JsonTree tree = JsonTree::parse(bytes, kLectureDepth);
        return {LectureReader(file).read(tree.root()), {}};
    } catch (const ReadFailure &failure) {
        return {std::nullopt, sentenceOf(file, bytes, failure)};
    }
}

ReadResult<Lecture> readLecture(const QString &file)
{
    const auto bytes = readBytes(file, kMaxLectureBytes);
    return bytes ? parseLecture(*bytes.value, file) : ReadResult<Lecture>{std::nullopt, bytes.error};
}

} // namespace coroscope::formats

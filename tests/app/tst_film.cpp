// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <QtEndian>

#include "app/export/animated_svg.h"
#include "app/export/apng.h"
#include "app/export/export_job.h"
#include "app/export/picture.h"
#include "app/export/webp.h"
#include "app/timeline/painter.h"
#include "tests/support/hand_trace.h"

using namespace coroscope;
using namespace coroscope::formats;
using std::chrono::milliseconds;

/// Animations and numbered pictures: what each picture shows, and for how long.
class TestFilm : public QObject {
    Q_OBJECT

    testing::HandTrace m_trace;
    testing::HandTrace m_other;
    timeline::SheetRequest m_sheet;
    QTemporaryDir m_dir;

    /// A picture of an APNG, put together as a viewer does.
    struct Shown {
        QImage image;
        milliseconds duration;
    };
    static std::vector<Shown> playApng(const QByteArray &bytes);

    Film film(FilmPace pace = {}) const { return Film(m_sheet, Film::Kind::Played, pace); }
    static QByteArray write(std::unique_ptr<FilmWriter> writer, const Film &film)
    {
        for (std::size_t i = 0; i < film.size(); ++i) {
            if (!writer->add(film.scene(i), film.duration(i)))
                return {};
        }
        return writer->finish();
    }
    ExportTask stepsTask(const QString &folder) const
    {
        ExportTask task;
        task.sheet = m_sheet;
        task.path = folder;
        task.steps = true;
        return task;
    }
    QStringList entries() const
    {
        return QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto run1 = m_trace.task("run1");
        const auto run2 = m_trace.task("run2");
        m_trace.step(run1).print(run1, "é").sleep(run1, 300ms).step(run2).sleep(run2, 210ms);
        m_trace.at(210ms).wake(run2).step(run2).block(run2, "time.sleep(0.2)", 200ms).done(run2);
        m_trace.wake(run1).step(run1).done(run1).finish();
        testing::recordPieces(m_other);
        m_sheet.chart.size = {640, 360};
        m_sheet.chart.fontScale = 0.6;
        m_sheet.chart.runs = {
            {.spans = &m_trace.spans(), .title = QStringLiteral("Été"), .verdict = QStringLiteral("0.41 s")}};
        m_sheet.console = true;
    }

    void itLastsAsLongAsTheRun_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("pictures");
        QTest::addColumn<int>("length");
        QTest::newRow("as it is") << 1.0 << 12 << 410 + 2000;
        QTest::newRow("slower") << 0.5 << 22 << 820 + 2000;
        QTest::newRow("faster") << 4.0 << 4 << 103 + 2000;
    }

    void itLastsAsLongAsTheRun()
    {
        QFETCH(double, speed);
        QFETCH(int, pictures);
        QFETCH(int, length);
        const Film film = this->film({.speed = speed});
        QCOMPARE(film.size(), static_cast<std::size_t>(pictures));
        milliseconds sum{};
        for (std::size_t i = 0; i < film.size(); ++i) {
            QVERIFY(film.duration(i) > milliseconds(0));
            sum += film.duration(i);
        }
        QCOMPARE(sum, milliseconds(length));
        QCOMPARE(film.length(), sum);
    }

    void nothingIsShownBeforeItHappens()
    {
        const Film film = this->film();
        const auto shows = [&film](std::size_t index, const char *text) {
            return pictureBytes(film.scene(index), PictureFormat::Svg).contains(text);
        };
        const std::size_t last = film.size() - 1;
        QVERIFY(!shows(5, "time.sleep") && shows(last, "time.sleep")); // 200 ms: not yet
        QVERIFY(!shows(last - 1, "0.41 s") && shows(last, "0.41 s"));  // how long it will take
        QVERIFY(shows(0, "\xc3\xa9<"));
    }

    void aRestIsWhereSomebodyGivesTheThreadBack()
    {
        const auto rests = restsOf(m_trace.spans(), m_trace.spans().eventsRead());
        QStringList at;
        for (const Rest &rest : rests)
            at << QString::number(nanosecondsOf(rest.at) / 1'000'000);
        // run1, run2; run2 has begun to block; it is done; run1.
        QCOMPARE(at.join(QLatin1Char(' ')), QStringLiteral("0 0 210 410 410"));
        QCOMPARE(rests.back().cursor, m_trace.spans().eventsRead());
    }

    void theLastRestIsTheEndHoweverItComes()
    {
        const auto places = [](testing::HandTrace &trace) {
            const EventIndex end = trace.spans().eventsRead();
            const auto rests = restsOf(trace.spans(), end);
            QStringList at;
            for (const Rest &rest : rests)
                at << QString::number(nanosecondsOf(rest.at) / 1'000'000);
            at << (rests.back().cursor == end ? QStringLiteral("all") : QStringLiteral("part"));
            return at.join(QLatin1Char(' '));
        };
        testing::HandTrace idle; // the loop is alone when it ends
        const auto one = idle.task("one");
        idle.step(one).done(one).at(5s).finish();
        QCOMPARE(places(idle), QStringLiteral("0 5000 all"));
        testing::HandTrace alone; // nobody ever has the thread
        alone.at(5s).finish();
        QCOMPARE(places(alone), QStringLiteral("5000 all"));
        testing::HandTrace busy; // somebody has it at the end
        const auto two = busy.task("two");
        busy.step(two).sleep(two, 1s).at(1s).wake(two).step(two).print(two, "x");
        QCOMPARE(places(busy), QStringLiteral("0 1000 all"));
    }

    void runsSideBySideTakeTheirStepsTogether()
    {
        timeline::SheetRequest sheet = m_sheet;
        sheet.chart.runs.push_back({.spans = &m_other.spans()});
        const Film film(sheet, Film::Kind::Steps);
        // Instants 0 (two steps each), 210, 410 (two), 500 (two), 1500 (two) ms.
        QCOMPARE(film.size(), std::size_t(2 + 1 + 2 + 2 + 2));
    }

    void whatTakesNoTimeGoesStepByStep()
    {
        testing::HandTrace trace;
        const auto one = trace.task("one");
        trace.step(one).yield(one).wake(one).step(one).done(one).finish();
        timeline::SheetRequest sheet = m_sheet;
        sheet.chart.runs = {{.spans = &trace.spans()}};
        const Film film(sheet, Film::Kind::Played, {.step = milliseconds(500), .hold = milliseconds(700)});
        QCOMPARE(film.size(), std::size_t(2));
        QCOMPARE(film.duration(0), milliseconds(500));
        QCOMPARE(film.duration(1), milliseconds(700));
    }

    void anApngShowsEveryPictureForItsTime()
    {
        for (const double scale : {1.0, 2.0}) {
            const Film film = this->film();
            const auto shown = playApng(write(apngWriter(scale, QStringLiteral("Été")), film));
            QVERIFY(!shown.empty()); // well-formed
            std::size_t picture = 0;
            milliseconds at{};
            milliseconds begins{};
            for (std::size_t i = 0; i < film.size(); begins += film.duration(i), ++i) {
                while (picture + 1 < shown.size() && at + shown[picture].duration <= begins)
                    at += shown[picture++].duration;
                QImage expected = timeline::toImage(film.scene(i), scale);
                expected.setDevicePixelRatio(1);
                QCOMPARE(shown[picture].image, expected);
            }
            QCOMPARE(begins, at + shown[picture].duration);
        }
    }

    void anApngIsAPngForThoseWhoKnowNoBetter()
    {
        const Film film = this->film();
        const QImage image = QImage::fromData(write(apngWriter(1, QStringLiteral("Été")), film), "PNG");
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Été"));
        QCOMPARE(image.convertToFormat(QImage::Format_RGB32).pixel(100, 100),
                 timeline::toImage(film.scene(0)).pixel(100, 100));
    }

    void aWebpHasTheTimes()
    {
        const Film film = this->film();
        const QByteArray bytes = write(webpWriter(1), film);
        QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
        milliseconds sum{};
        int pictures = 0;
        const auto little = [&bytes](qsizetype at, int size) {
            qint64 value = 0;
            for (int i = size; i-- > 0;)
                value = value * 256 + static_cast<quint8>(bytes[at + i]);
            return value;
        };
        for (qsizetype at = 12; at + 8 <= bytes.size(); at += 8 + (little(at + 4, 4) + 1) / 2 * 2) {
            if (bytes.mid(at, 4) != "ANMF")
                continue;
            ++pictures;
            sum += milliseconds(little(at + 8 + 12, 3));
        }
        QCOMPARE(sum, film.length());
        QCOMPARE(pictures, static_cast<int>(film.size()));
    }

    void anAnimatedSvgShowsEveryScene_data()
    {
        QTest::addColumn<bool>("steps");
        QTest::newRow("as time goes by") << false;
        QTest::newRow("step by step") << true;
    }
    void anAnimatedSvgShowsEveryScene();

    void theSameFilmIsTheSameBytes()
    {
        const Film film = this->film();
        QCOMPARE(write(apngWriter(1, {}), film), write(apngWriter(1, {}), film));
        QCOMPARE(write(webpWriter(1), film), write(webpWriter(1), film));
        QCOMPARE(write(animatedSvgWriter(true, {}), film), write(animatedSvgWriter(true, {}), film));
    }

    void stepsAreNumberedPictures()
    {
        const QString folder = m_dir.filePath(QStringLiteral("steps"));
        for (int round = 0; round < 2; ++round) { // the second replaces the first
            ExportJob job(stepsTask(folder));
            while (job.advance()) {
            }
            QVERIFY(job.finish().ok());
            QCOMPARE(job.done(), std::size_t(5));
        }
        QCOMPARE(QDir(folder).entryList(QDir::Files).join(QLatin1Char(' ')),
                 QStringLiteral("step-001.png step-002.png step-003.png step-004.png step-005.png"));
        QVERIFY(QFile::permissions(folder) & QFile::ReadOwner);
        QCOMPARE(entries(), QStringList(QStringLiteral("steps")));
        QVERIFY(QDir(folder).removeRecursively());
    }

    void aFolderWithOtherThingsIsLeftAlone()
    {
        const QString folder = m_dir.filePath(QStringLiteral("mine"));
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(writeFile(folder + QStringLiteral("/letter.txt"), "dear").ok());
        ExportJob job(stepsTask(folder));
        while (job.advance()) {
        }
        const WriteResult result = job.finish();
        QVERIFY(!result.ok());
        QVERIFY(result.error.contains(folder));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList(QStringLiteral("letter.txt")));
        QCOMPARE(entries(), QStringList(QStringLiteral("mine")));
        QVERIFY(QDir(folder).removeRecursively());
    }

    void aJobThatIsDroppedLeavesNothing()
    {
        {
            ExportJob steps(stepsTask(m_dir.filePath(QStringLiteral("dropped"))));
            QVERIFY(steps.advance());
            ExportTask task;
            task.sheet = m_sheet;
            task.format = PictureFormat::Apng;
            task.path = m_dir.filePath(QStringLiteral("dropped.apng"));
            ExportJob film(task);
            QVERIFY(film.advance());
        }
        QCOMPARE(entries(), QStringList());
    }

    void ofNothingNoFilmIsMade_data()
    {
        QTest::addColumn<PictureFormat>("format");
        QTest::addColumn<bool>("steps");
        QTest::newRow("apng") << PictureFormat::Apng << false;
        QTest::newRow("svg") << PictureFormat::AnimatedSvg << false;
        QTest::newRow("webp") << PictureFormat::Webp << false;
        QTest::newRow("steps") << PictureFormat::Png << true;
    }

    void ofNothingNoFilmIsMade()
    {
        QFETCH(PictureFormat, format);
        QFETCH(bool, steps);
        const Trace nothing;
        const Spans spans(nothing);
        const std::vector<timeline::RunView> nobody;
        const std::vector<timeline::RunView> empty{{.spans = &spans}};
        const std::vector<timeline::RunView> begun{{.spans = &m_trace.spans(), .cursor = 0, .now = Instant{}}};
        for (const auto &runs : {nobody, empty, begun}) {
            ExportTask task;
            task.sheet = m_sheet;
            task.sheet.chart.runs = runs;
            task.format = format;
            task.steps = steps;
            task.path = m_dir.filePath(QStringLiteral("nothing"));
            ExportJob job(task);
            while (job.advance()) {
            }
            QCOMPARE(job.finish().error, QStringLiteral("Cannot write %1: nothing has run yet.").arg(task.path));
            QCOMPARE(entries(), QStringList());
        }
    }

    void whereNothingCanBeWrittenIsSaid_data()
    {
        QTest::addColumn<bool>("steps");
        QTest::newRow("an animation") << false;
        QTest::newRow("steps") << true;
    }

    void whereNothingCanBeWrittenIsSaid()
    {
        QFETCH(bool, steps);
        ExportTask task;
        task.sheet = m_sheet;
        task.format = PictureFormat::AnimatedSvg;
        task.steps = steps;
        task.path = m_dir.filePath(QStringLiteral("none/here"));
        ExportJob job(task);
        while (job.advance()) {
        }
        const WriteResult result = job.finish();
        QVERIFY(!result.ok());
        QVERIFY2(result.error.contains(task.path) && result.error.count(QLatin1Char('\n')) == 0,
                 qPrintable(result.error));
    }
};

namespace {

/// An animated attribute of an element, as a player reads it.
struct Course {
    std::vector<double> times;
    QStringList values;
    bool linear = false;

    [[nodiscard]] QString at(double share) const
    {
        const auto next = std::upper_bound(times.begin(), times.end(), share + 1e-6) - times.begin();
        const auto last = static_cast<qsizetype>(std::max<std::ptrdiff_t>(1, next) - 1);
        if (!linear || last + 1 >= values.size())
            return values[last];
        const double from = times[static_cast<std::size_t>(last)];
        const double to = times[static_cast<std::size_t>(last) + 1];
        const double a = values[last].toDouble();
        return QString::number(a + (values[last + 1].toDouble() - a) * (share - from) / (to - from), 'f', 3);
    }
};

struct Element {
    QByteArray key;
    QHash<QString, QString> attributes;
    QHash<QString, Course> courses;

    [[nodiscard]] QString value(const QString &name, double share) const
    {
        return courses.contains(name) ? courses[name].at(share) : attributes.value(name);
    }
};

const QStringList kMoving{QStringLiteral("x"), QStringLiteral("width"), QStringLiteral("x1"), QStringLiteral("x2")};

/// What an element is apart from where: its tag, its other attributes, its text.
QByteArray keyOf(const QString &tag, QHash<QString, QString> attributes, const QString &text)
{
    QStringList parts{tag, text};
    QStringList names = attributes.keys();
    names.sort();
    // Of stripes all that there ever are lie behind a rectangle that grows.
    const bool clipped = attributes.contains(QStringLiteral("clip-path"));
    for (const QString &name : names) {
        if (clipped && (name == QStringLiteral("clip-path") || name == QStringLiteral("d")))
            continue;
        if (!kMoving.contains(name) && name != QStringLiteral("visibility"))
            parts << name + QLatin1Char('=') + attributes[name];
    }
    return parts.join(QLatin1Char('\n')).toUtf8();
}

/// The elements of a document; `length` becomes its duration.
std::vector<Element> elementsOf(const QByteArray &svg, qint64 &length, QString &error)
{
    QXmlStreamReader reader(svg);
    std::vector<Element> elements;
    QString tag;
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        const QString name = reader.name().toString();
        if (reader.isStartElement() && name == QStringLiteral("animate")) {
            const auto attribute = [&reader](const char *key) {
                return reader.attributes().value(QLatin1String(key)).toString();
            };
            Course course;
            course.linear = attribute("calcMode") == QStringLiteral("linear");
            for (const QString &time : attribute("keyTimes").split(QLatin1Char(';')))
                course.times.push_back(time.toDouble());
            course.values = attribute("values").split(QLatin1Char(';'));
            const bool rising = std::is_sorted(course.times.begin(), course.times.end(), std::less_equal<>());
            const bool whole = course.times.front() == 0 && (!course.linear || course.times.back() == 1);
            if (!rising || !whole || course.values.size() != static_cast<qsizetype>(course.times.size()))
                error = attribute("keyTimes");
            length = attribute("dur").chopped(2).toLongLong();
            elements.back().courses.insert(attribute("attributeName"), course);
        } else if (reader.isStartElement() && name != QStringLiteral("svg") && name != QStringLiteral("title")
                   && name != QStringLiteral("clipPath")) {
            Element element;
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                element.attributes.insert(attribute.qualifiedName().toString(), attribute.value().toString());
            elements.push_back(element);
            tag = name;
            text.clear();
        } else if (reader.isCharacters()) {
            text += reader.text();
        } else if (reader.isEndElement() && name == tag) {
            elements.back().key = keyOf(tag, elements.back().attributes, text.trimmed());
        }
    }
    if (reader.hasError())
        error = reader.errorString();
    return elements;
}

} // namespace

void TestFilm::anAnimatedSvgShowsEveryScene()
{
    QFETCH(bool, steps);
    timeline::SheetRequest sheet = m_sheet;
    sheet.chart.axis = steps ? timeline::AxisMode::Steps : timeline::AxisMode::Clock;
    const Film film(sheet, Film::Kind::Played);
    qint64 length = 0;
    QString error;
    const QByteArray svg = write(animatedSvgWriter(!steps, QStringLiteral("Été & <b>")), film);
    const std::vector<Element> elements = elementsOf(svg, length, error);
    QCOMPARE(error, QString());
    QCOMPARE(length, film.length().count());
    milliseconds at{};
    for (std::size_t i = 0; i < film.size(); at += film.duration(i), ++i) {
        const double share = static_cast<double>(at.count()) / static_cast<double>(length);
        // What is visible, by what it is and where.
        std::map<QByteArray, std::vector<std::vector<double>>> shown;
        for (const Element &element : elements) {
            if (element.value(QStringLiteral("visibility"), share) == QStringLiteral("hidden"))
                continue;
            std::vector<double> where;
            for (const QString &name : kMoving)
                where.push_back(element.value(name, share).toDouble());
            shown[element.key].push_back(where);
        }
        // The same of a document with this scene alone.
        qint64 none = 0;
        auto alone = animatedSvgWriter(true, {});
        QVERIFY(alone->add(film.scene(i), milliseconds(1)));
        std::map<QByteArray, std::vector<std::vector<double>>> expected;
        for (const Element &element : elementsOf(alone->finish(), none, error)) {
            std::vector<double> where;
            for (const QString &name : kMoving)
                where.push_back(element.attributes.value(name).toDouble());
            expected[element.key].push_back(where);
        }
        QCOMPARE(shown.size(), expected.size());
        for (auto &[key, places] : expected) {
            QVERIFY2(shown.contains(key), key.constData());
            std::sort(places.begin(), places.end());
            std::sort(shown[key].begin(), shown[key].end());
            QCOMPARE(shown[key].size(), places.size());
            for (std::size_t place = 0; place < places.size(); ++place) {
                for (std::size_t k = 0; k < places[place].size(); ++k)
                    QVERIFY2(std::abs(shown[key][place][k] - places[place][k]) <= 1.01, key.constData());
            }
        }
    }
}

static quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
    }
    return ~crc;
}

std::vector<TestFilm::Shown> TestFilm::playApng(const QByteArray &bytes)
{
    const auto number = [](const QByteArray &data, qsizetype at) {
        return qFromBigEndian<quint32>(data.constData() + at);
    };
    std::vector<Shown> shown;
    QByteArray header; // of the whole
    QByteArray control;
    QByteArray data;
    QImage canvas;
    quint32 sequence = 0;
    quint32 announced = 0;
    const auto finishPicture = [&] {
        if (control.isEmpty())
            return;
        // A PNG of its own: the signature, IHDR with this size, IDAT, IEND.
        QByteArray png("\x89PNG\r\n\x1a\n", 8);
        const auto add = [&png](const char *type, const QByteArray &content) {
            const quint32 size = qToBigEndian(static_cast<quint32>(content.size()));
            png.append(reinterpret_cast<const char *>(&size), 4).append(type, 4).append(content);
            const quint32 crc = qToBigEndian(crcOf(QByteArray(type, 4) + content));
            png.append(reinterpret_cast<const char *>(&crc), 4);
        };
        QByteArray own = header;
        own.replace(0, 8, control.mid(4, 8));
        add("IHDR", own);
        add("IDAT", data);
        add("IEND", {});
        const QImage part = QImage::fromData(png, "PNG");
        if (canvas.isNull())
            canvas = part.convertToFormat(QImage::Format_RGB32);
        QPainter(&canvas).drawImage(
            QPoint(static_cast<int>(number(control, 12)), static_cast<int>(number(control, 16))), part);
        const auto delay = qFromBigEndian<quint16>(control.constData() + 20);
        shown.push_back({canvas, milliseconds(delay)});
        data.clear();
    };
    for (qsizetype at = 8; at + 12 <= bytes.size();) {
        const auto length = static_cast<qsizetype>(number(bytes, at));
        const QByteArray type = bytes.mid(at + 4, 4);
        const QByteArray content = bytes.mid(at + 8, length);
        if (number(bytes, at + 8 + length) != crcOf(type + content))
            return {};
        at += length + 12;
        if (type == "IHDR")
            header = content;
        if (type == "acTL")
            announced = number(content, 0);
        if (type == "fcTL") {
            finishPicture();
            control = content;
        }
        if (type == "fcTL" || type == "fdAT") {
            if (number(content, 0) != sequence++)
                return {};
        }
        if (type == "IDAT" || type == "fdAT")
            data += type == "IDAT" ? content : content.mid(4);
    }
    finishPicture();
    return shown.size() == announced ? shown : std::vector<Shown>{};
}

QTEST_MAIN(TestFilm)
#include "tst_film.moc"

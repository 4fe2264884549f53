// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "app/course/lesson_texts.h"
#include "app/export/web/columns.h"
#include "app/export/web/film_data.h"
#include "app/export/web/page_writer.h"
#include "app/export/web/player_page.h"
#include "app/export/web/site_index.h"
#include "app/timeline/layout.h"
#include "app/words/language.h"
#include "app/words/narrator.h"
#include "core/lessons/lesson.h"
#include "tests/support/hand_trace.h"

#include <zlib.h>

#include <cmath>
#include <map>
#include <set>

using namespace coroscope;
using namespace coroscope::formats;

namespace {

/// A lesson that has ended.
struct LessonRun {
    explicit LessonRun(const std::string &id, const std::string &setting = {}, const std::string &value = {})
        : lesson(*findLesson(id)), run(start(lesson, setting, value)), spans(run->trace()), describer(spans)
    {
        run->finish();
        spans.update();
        describer.update();
    }

    static std::unique_ptr<Run> start(const Lesson &lesson, const std::string &setting, const std::string &value)
    {
        Settings settings = lesson.defaults();
        if (!setting.empty())
            lesson.set(settings, setting, value);
        RunOptions options;
        options.maxPasses = 100'000;
        return lesson.start(settings, options);
    }

    [[nodiscard]] PagedRun paged() const
    {
        return {&spans, &describer, SavedRunInfo{.name = lesson.id},
                [id = lesson.id](const QString &language) { return lessonTitle(id, language); }};
    }
    [[nodiscard]] QByteArray page() const
    {
        PageRequest request;
        request.runs.push_back(paged());
        return playerPage(request);
    }

    const Lesson &lesson;
    std::unique_ptr<Run> run;
    Spans spans;
    timeline::Describer describer;
};

QByteArray unpacked(const QByteArray &packed)
{
    QByteArray out;
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray piece(1 << 16, 0);
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.constData(), piece.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return out;
}

/// What player.js makes of a film's columns.
QJsonArray rowsOf(const QJsonObject &columns, int end)
{
    const auto column = [&columns](const char *name) { return columns[QLatin1String(name)].toArray(); };
    const QJsonArray looks = column("k");
    double first = 0;
    double left = 0;
    std::map<std::pair<int, int>, double> before;
    const auto sum = [](const QJsonValue &difference, double &value) {
        return difference.isDouble() ? QJsonValue(value = std::round((value + difference.toDouble()) * 100) / 100)
                                     : difference;
    };
    QJsonArray rows;
    for (qsizetype i = 0; i < column("l").size(); ++i) {
        QJsonArray row = looks[column("l")[i].toInt()].toArray();
        const int tag = row[0].toInt();
        const int moves = tag == 3 ? 1 : tag == 2 || tag == 5 ? 0 : 2;
        row.append(sum(column("f")[i], first));
        const QJsonValue last = column("t")[i];
        row.append(last.isDouble() ? QJsonValue(end - last.toInt()) : last);
        QJsonArray along;
        if (moves > 0)
            along.append(sum(column("x")[i], left));
        if (moves > 1)
            along.append(column("y")[i]);
        row.append(along);
        const QJsonValue text = column("s")[i];
        const QJsonArray span = column("p")[i].toArray();
        if (!text.isDouble() || !span.isEmpty())
            row.append(text.isDouble() ? QJsonValue(QString()) : text);
        if (!span.isEmpty()) {
            const int run = span.at(2).toInt();
            row.append(QJsonArray{run, span[0], sum(span[1], before[{run, span[0].toInt()}])});
        }
        const QString language = column("w")[i].toString();
        rows.append(language.isEmpty() ? QJsonValue(row) : QJsonValue(QJsonObject{{language, row}}));
    }
    return rows;
}

void unfold(QJsonObject &part)
{
    QJsonObject films = part[QStringLiteral("films")].toObject();
    for (auto film = films.begin(); film != films.end(); ++film) {
        QJsonObject each = film.value().toObject();
        const int end = each[QStringLiteral("r")].toArray().last().toInt();
        each[QStringLiteral("e")] = rowsOf(each[QStringLiteral("e")].toObject(), end);
        film.value() = each;
    }
    part[QStringLiteral("films")] = films;
}

/// The data of a page: what there is from beginning to end, then the parts.
std::vector<QJsonObject> dataOf(const QByteArray &page)
{
    static const QRegularExpression script(QStringLiteral("class=\"data\">([^<]*)</script>"));
    std::vector<QJsonObject> data;
    for (auto match = script.globalMatch(QString::fromUtf8(page)); match.hasNext();) {
        const QByteArray packed = QByteArray::fromBase64(match.next().captured(1).toLatin1());
        data.push_back(QJsonDocument::fromJson(unpacked(packed)).object());
        unfold(data.back());
    }
    return data;
}

/// What player.js does with texts in several languages.
QJsonValue inLanguage(const QJsonValue &value, const QString &language)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &each : value.toArray()) {
            if (const QJsonValue one = inLanguage(each, language); !one.isUndefined())
                array.append(one);
        }
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    if (object.contains(QStringLiteral("en")) || object.contains(QStringLiteral("fr")))
        return inLanguage(object.value(language), language);
    for (auto member = object.begin(); member != object.end(); ++member)
        member.value() = inLanguage(member.value(), language);
    return object;
}

/// The page without what is compressed and without the script, the style and the licence, which are ours.
QByteArray markupOf(const QByteArray &page)
{
    static const QRegularExpression own(QStringLiteral("<(script|style)[^>]*>.*?</\\1>|<!--.*?-->"),
                                        QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(page).remove(own).toUtf8();
}

double valueAt(const QJsonValue &course, int moment)
{
    if (!course.isArray())
        return course.toDouble();
    const QJsonArray points = course.toArray();
    qsizetype i = 2;
    while (i < points.size() && points[i].toInt() <= moment)
        i += 2;
    if (i >= points.size() || points[i - 2].toInt() == moment)
        return points[i - 1].toDouble();
    const double from = points[i - 2].toDouble();
    const double share = (moment - from) / (points[i].toDouble() - from);
    return points[i - 1].toDouble() + (points[i + 1].toDouble() - points[i - 1].toDouble()) * share;
}

QString textAt(const QJsonValue &text, int moment)
{
    if (!text.isArray())
        return text.toString();
    const QJsonArray course = text.toArray();
    QString shown = course[1].toString();
    for (qsizetype i = 2; i < course.size() && course[i].toInt() <= moment; i += 2)
        shown = course[i + 1].toString();
    return shown;
}

/// What a film shows at a moment: each element as one line.
QStringList shownAt(const QJsonArray &items, int moment)
{
    QStringList shown;
    for (const QJsonValue &value : items) {
        const QJsonArray item = value.toArray();
        if (item[4].toInt() > moment || item[5].toInt() < moment)
            continue;
        QStringList line{QString::number(item[0].toInt()), QString::number(item[1].toInt()),
                         QString::number(item[2].toInt())};
        if (item[0].toInt() != 4) // a hatch holds the stripes of its whole life
            line << item[3].toString();
        for (const QJsonValue &course : item[6].toArray())
            line << QString::number(valueAt(course, moment), 'f', 2);
        shown << line.join(QLatin1Char(' ')) + QLatin1Char(' ') + textAt(item.at(7), moment);
    }
    shown.sort();
    return shown;
}

} // namespace

/// Pages that play a run: what is in them, without a browser (tests/tools/check_player has one).
class TestPlayer : public QObject {
    Q_OBJECT

    testing::HandTrace m_trace;

private Q_SLOTS:
    void initTestCase()
    {
        const auto run1 = m_trace.task("run1");
        const auto run2 = m_trace.task("run2");
        m_trace.step(run1).print(run1, "one").sleep(run1, 300ms).step(run2).sleep(run2, 210ms);
        m_trace.at(210ms).wake(run2).step(run2).block(run2, "time.sleep(0.2)", 200ms).done(run2);
        m_trace.wake(run1).step(run1).done(run1).finish();
    }

    void everyStepSaysALineOfExplain_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"window-queue", "starvation-gather", "generators-revisited", "boom", "timeout-scope"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void everyStepSaysALineOfExplain()
    {
        QFETCH(QString, id);
        const LessonRun run(id.toStdString());
        const std::vector<QJsonObject> data = dataOf(run.page());
        QVERIFY(data.size() >= 2);
        for (const QString &each : textLanguages()) {
            setLanguage(each);
            Narrator narrator(run.describer.names());
            narrator.update();
            QStringList expected;
            for (const Narrator::Sentence &sentence : narrator.all())
                expected << sentence.text;
            QStringList said;
            for (std::size_t i = 1; i < data.size(); ++i) {
                const QJsonObject part = inLanguage(data[i], each).toObject();
                for (const QJsonValue &say :
                     part[QStringLiteral("runs")].toArray()[0].toObject()[QStringLiteral("say")].toArray())
                    said << (say.isString() ? say.toString() : said.last());
            }
            QCOMPARE(said, expected);
            QCOMPARE(data[0][QStringLiteral("times")].toArray().size(), expected.size());
        }
        setLanguage(QStringLiteral("en"));
    }

    void theProgramSpeaksItsLanguageAgain()
    {
        setLanguage(QStringLiteral("fr"));
        const QByteArray page = LessonRun("two-sleepers").page();
        QCOMPARE(language(), QStringLiteral("fr"));
        QVERIFY(page.contains("<html lang=\"fr\">"));
        setLanguage(QStringLiteral("en"));
    }

    void everyRestIsTheSceneOfThatMoment()
    {
        timeline::SheetRequest sheet;
        sheet.chart.runs = {{.spans = &m_trace.spans(), .title = QStringLiteral("T"), .verdict = QStringLiteral("V")}};
        sheet.chart.size = {640, 360};
        sheet.chart.fontScale = 0.6;
        sheet.chart.legend = false;
        const EventIndex all = m_trace.spans().eventsRead();
        std::vector<PlayerStep> steps;
        for (const Instant at : {Instant(0ms), Instant(210ms), Instant(410ms)})
            steps.push_back({at, {timeline::cursorAt(m_trace.trace(), at)}, {}});
        Palette palette;
        const FilmData film = filmData(sheet, timeline::planSheet(sheet), steps, palette);
        QJsonArray items;
        for (const FilmData::Item &item : film.items)
            items.append(item.data);
        sheet.chart.visible = timeline::wholeRange(sheet.chart);
        sheet.chart.theme = palette.theme();
        const timeline::SheetPlan plan = timeline::planSheet(sheet);
        QCOMPARE(film.rests.size(), steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            timeline::RunView &view = sheet.chart.runs[0];
            const bool over = i + 1 == steps.size();
            view.cursor = over ? all : steps[i].cursors[0];
            view.now = over ? kNever : steps[i].at;
            view.reserved = all;
            view.verdictKnown = over;
            const QJsonArray scene = stillData(timeline::layoutSheet(sheet, plan).layers, palette);
            QCOMPARE(shownAt(items, film.rests[i]), shownAt(scene, 0));
        }
    }

    void whileTimePassesAFilmShowsNoMoreThanAPixelBesideTheScene()
    {
        const LessonRun run("starvation-gather");
        const std::vector<QJsonObject> data = dataOf(run.page());
        const QJsonObject film = inLanguage(data[1], QStringLiteral("en"))
                                     .toObject()[QStringLiteral("films")]
                                     .toObject()[QStringLiteral("1280-clock")]
                                     .toObject();
        const QJsonArray glides = film[QStringLiteral("g")].toArray();
        const QJsonArray rests = film[QStringLiteral("r")].toArray();
        int passing = 0;
        for (qsizetype i = 0; i + 1 < rests.size(); ++i) {
            QVERIFY(rests[i].toInt() <= glides[2 * i].toInt() && glides[2 * i].toInt() <= glides[2 * i + 1].toInt());
            QVERIFY(glides[2 * i + 1].toInt() < rests[i + 1].toInt());
            passing += glides[2 * i + 1].toInt() - glides[2 * i].toInt();
        }
        QVERIFY2(passing > 800, "the now-line passes the pixels of the axis");
        // Items are told once: no element stands for another that ends right before it.
        QVERIFY(film[QStringLiteral("e")].toArray().size() < 120);
    }

    void itemsOfASceneHaveKeysOfTheirOwn()
    {
        const LessonRun run("window-queue");
        timeline::ChartRequest chart;
        chart.runs = {{.spans = &run.spans, .describer = &run.describer, .title = QStringLiteral("T")}};
        chart.arrows = timeline::Arrows::All;
        for (const auto axis : {timeline::AxisMode::Clock, timeline::AxisMode::Steps}) {
            chart.axis = axis;
            const timeline::Scene scene = timeline::layoutChart(chart);
            for (const timeline::Layer &layer : scene.layers) {
                const auto distinct = [](const auto &items) {
                    std::set<timeline::ItemKey> keys;
                    for (const auto &item : items)
                        keys.insert(item.key);
                    return keys.size() == items.size();
                };
                QVERIFY(distinct(layer.boxes));
                QVERIFY(distinct(layer.hatches));
                QVERIFY(distinct(layer.lines));
                QVERIFY(distinct(layer.shapes));
                QVERIFY(distinct(layer.texts));
            }
        }
    }

    void hostileTextsStayTexts()
    {
        const std::string attack = "</script><script>alert(1)</script>]]>-->\xe2\x80\xae<img src=x onerror=alert(2)>";
        testing::HandTrace trace;
        const auto task = trace.task(attack);
        trace.step(task).print(task, attack).print(task, std::string(1 << 20, 'x'));
        trace.block(task, attack, 200ms).done(task).finish();
        timeline::Describer describer(trace.spans());
        describer.update();
        PageRequest request;
        const QString title = QString::fromStdString(attack) + QStringLiteral("\"'&<b>");
        request.title = title;
        SavedRunInfo info{.dialect = Dialect::Scenario, .name = attack, .source = attack};
        info.notes.push_back({.at = Instant{}, .lane = attack, .text = attack});
        request.runs.push_back({&trace.spans(), &describer, info, [title](const QString &) { return title; }});
        const QByteArray page = playerPage(request);
        QCOMPARE(page.count("<script"), 3); // two of data, one that runs
        QCOMPARE(page.count("</script"), 3);
        const QByteArray markup = markupOf(page);
        QVERIFY(!markup.contains("<img") && !markup.contains("<script") && !markup.contains("<b>"));
        QVERIFY(markup.contains("&lt;img"));
        // They are all there, as texts.
        const QJsonObject head = inLanguage(dataOf(page)[0], QStringLiteral("en")).toObject();
        QCOMPARE(head[QStringLiteral("title")].toString(), title);
        const QJsonObject run = head[QStringLiteral("runs")].toArray()[0].toObject();
        QCOMPARE(run[QStringLiteral("source")].toObject()[QStringLiteral("text")].toString(),
                 QString::fromStdString(attack));
        QCOMPARE(run[QStringLiteral("console")].toArray()[0].toArray()[2].toString(), QString::fromStdString(attack));
        QCOMPARE(run[QStringLiteral("notes")].toArray()[0].toArray()[3].toString(), QString::fromStdString(attack));
        QVERIFY2(page.size() < 120'000, "a megabyte of one letter is nothing, compressed");
    }

    void aPageAsksForNothing()
    {
        const QByteArray page = LessonRun("window-queue").page();
        const QByteArray markup = markupOf(page);
        static const QRegularExpression outside(QStringLiteral("(src|href|srcset|action|data)\\s*=|url\\(|@import"));
        QVERIFY(!QString::fromUtf8(markup).contains(outside));
        for (const char *call : {"fetch(", "XMLHttpRequest", "import(", "eval(", "new Function", "innerHTML",
                                 "insertAdjacentHTML", "document.write", "localStorage", "outerHTML"})
            QVERIFY2(!page.contains(call), call);
        static const QRegularExpression policy(QStringLiteral("Content-Security-Policy\" content=\"([^\"]*)\""));
        const QString said = policy.match(QString::fromUtf8(page)).captured(1);
        QVERIFY(said.startsWith(QStringLiteral("default-src 'none'; ")));
        QVERIFY(!said.contains(QStringLiteral("unsafe")));
        for (const char *tag : {"script", "style"}) {
            const QByteArray open = QByteArray("<") + tag + '>';
            const qsizetype begin = page.indexOf(open) + open.size();
            const QByteArray text = page.mid(begin, page.indexOf(QByteArray("</") + tag, begin) - begin);
            const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
            QVERIFY(said.contains(QStringLiteral("%1-src 'sha256-%2'").arg(QLatin1String(tag), QLatin1String(hash))));
        }
        QVERIFY(page.contains("MIT licence"));
    }

    void whoRunsNoScriptSeesTheEnd()
    {
        const QByteArray page = LessonRun("two-sleepers").page();
        const qsizetype begin = page.indexOf("<svg");
        const QByteArray svg = page.mid(begin, page.indexOf("</svg>", begin) + 6 - begin);
        QVERIFY(page.lastIndexOf("<noscript>", begin) > page.lastIndexOf("</noscript>", begin));
        QXmlStreamReader reader(svg);
        QStringList texts;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("text"))
                texts << reader.readElementText();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts.contains(QStringLiteral("thread")));
    }

    void aLessonFitsInto120Kilobytes()
    {
        for (const Lesson &lesson : lessons()) {
            const qsizetype size = LessonRun(lesson.id).page().size();
            QVERIFY2(size <= 120'000,
                     qPrintable(QString::fromStdString(lesson.id) + QLatin1Char(' ') + QString::number(size)));
        }
    }

    void runsBesideEachOtherTakeTheirStepsOfAnInstantTogether()
    {
        const LessonRun one("pieces-gather");
        const LessonRun two("starvation-gather");
        PageRequest request;
        request.runs = {one.paged(), two.paged()};
        const std::vector<QJsonObject> data = dataOf(playerPage(request));
        const QJsonArray times = data[0][QStringLiteral("times")].toArray();
        QCOMPARE(data[0][QStringLiteral("runs")].toArray().size(), 2);
        QCOMPARE(times.last().toDouble(), 2500.0);
        for (qsizetype i = 1; i < times.size(); ++i)
            QVERIFY(times[i].toDouble() >= times[i - 1].toDouble());
        const QJsonArray second =
            data[1][QStringLiteral("runs")].toArray()[1].toObject()[QStringLiteral("say")].toArray();
        QCOMPARE(second.size(), times.size());
    }

    void aLongRunComesInParts()
    {
        testing::HandTrace trace;
        const auto task = trace.task("busy");
        for (int i = 0; i < 500; ++i)
            trace.step(task).sleep(task, 10ms).at(10ms * (i + 1)).wake(task);
        trace.step(task).done(task).finish();
        timeline::Describer describer(trace.spans());
        describer.update();
        PageRequest request;
        request.runs.push_back({&trace.spans(), &describer, {}, titlesOf(std::string(), QStringLiteral("Long"))});
        const std::vector<QJsonObject> data = dataOf(playerPage(request));
        const QJsonArray parts = data[0][QStringLiteral("parts")].toArray();
        const QJsonArray times = data[0][QStringLiteral("times")].toArray();
        QCOMPARE(static_cast<std::size_t>(times.size()), playerSteps(request));
        QVERIFY(times.size() > 500);
        QCOMPARE(static_cast<std::size_t>(parts.size()), data.size() - 1);
        QVERIFY(parts.size() >= 5);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QJsonObject part = inLanguage(data[static_cast<std::size_t>(i) + 1], QStringLiteral("en")).toObject();
            const qsizetype end = i + 1 < parts.size() ? parts[i + 1].toInt() : times.size() - 1;
            const qsizetype steps = end - parts[i].toInt() + 1; // the last one is the first of the next part
            QVERIFY(steps <= 121);
            const QJsonObject film = part[QStringLiteral("films")].toObject()[QStringLiteral("1280-clock")].toObject();
            QCOMPARE(film[QStringLiteral("r")].toArray().size(), steps);
            QCOMPARE(part[QStringLiteral("passes")].toArray().size(), steps);
            const QJsonObject run = part[QStringLiteral("runs")].toArray()[0].toObject();
            QCOMPARE(run[QStringLiteral("say")].toArray().size(), steps);
            QVERIFY2(run[QStringLiteral("say")].toArray()[0].isString(), "a part needs none of the parts before it");
            QVERIFY(film[QStringLiteral("e")].toArray().size() < 2400);
        }
        QVERIFY(!data[0][QStringLiteral("overview")].toArray().isEmpty());
    }

    void aRunOfNothingIsAPage()
    {
        testing::HandTrace trace;
        trace.finish();
        timeline::Describer describer(trace.spans());
        describer.update();
        PageRequest request;
        request.runs.push_back({&trace.spans(), &describer, {}, titlesOf(std::string(), QStringLiteral("Nothing"))});
        QVERIFY(!dataOf(playerPage(request)).empty());
    }

    void whatIsClickedHasItsCause()
    {
        const LessonRun run("window-queue");
        const QJsonObject part = inLanguage(dataOf(run.page())[1], QStringLiteral("en")).toObject();
        const QJsonArray spans =
            part[QStringLiteral("runs")].toArray()[0].toObject()[QStringLiteral("spans")].toArray();
        QStringList causes;
        std::set<int> wakeups;
        for (const QJsonValue &value : spans) {
            const QJsonArray span = value.toArray();
            causes << span[6].toString();
            for (const QJsonValue &wakeup : span[8].toArray()) {
                wakeups.insert(wakeup.toArray()[0].toInt());
                const bool effect = wakeup != span[8].toArray()[0];
                QVERIFY2(!effect || wakeup.toArray()[1].toInt() >= span[5].toInt(), "no effect before its cause");
            }
        }
        QVERIFY(causes.contains(
                    QStringLiteral("woken by its timer at 1 s").replace(QLatin1String(" s"), QLatin1String("\u00a0s")))
                || causes.contains(QStringLiteral("woken by its timer at 1 s")));
        std::set<int> drawn;
        const QJsonArray items = part[QStringLiteral("films")]
                                     .toObject()[QStringLiteral("1280-clock")]
                                     .toObject()[QStringLiteral("a")]
                                     .toArray();
        for (const QJsonValue &arrow : items)
            drawn.insert(arrow.toArray()[0].toInt());
        QVERIFY(!drawn.empty());
        QVERIFY(std::includes(wakeups.begin(), wakeups.end(), drawn.begin(), drawn.end()));
        // Every bar that can be clicked is a span that is told.
        std::set<std::pair<int, int>> known;
        for (const QJsonValue &span : spans)
            known.emplace(span.toArray()[0].toInt(), span.toArray()[1].toInt());
        const QJsonArray film = part[QStringLiteral("films")]
                                    .toObject()[QStringLiteral("1280-clock")]
                                    .toObject()[QStringLiteral("e")]
                                    .toArray();
        for (const QJsonValue &item : film) {
            const QJsonArray key = item.toArray().at(8).toArray();
            if (!key.isEmpty() && key[1].toInt() >= 0)
                QVERIFY(known.contains({key[1].toInt(), key[2].toInt()}));
        }
    }

    void columnsHoldWhatRowsHold()
    {
        const QJsonArray item{0,
                              1,
                              2,
                              QStringLiteral("y=\"1\""),
                              5,
                              9,
                              QJsonArray{10.25, QJsonArray{5, 1, 9, 3}},
                              QString(),
                              QJsonArray{1, 2, 7}};
        const QJsonArray text{3, 1, -1, QStringLiteral("y=\"2\""), 6, 8, QJsonArray{4.5}, QStringLiteral("words")};
        const QJsonObject french{{QStringLiteral("fr"), text}};
        const QJsonArray arrow{2, 1, -1, QStringLiteral("d=\"M0 0\""), 0, 10, QJsonArray{}};
        const QJsonArray rows{item, french, text, arrow, item};
        QCOMPARE(rowsOf(columnsOf(rows, 10), 10), rows);
    }

    void anIndexNamesItsPagesAndEscapesTheirTitles()
    {
        const SiteIndex index{QStringLiteral("en"),
                              QStringLiteral("<b>Course</b>"),
                              {{QStringLiteral("a b.html"), QStringLiteral("One"), QStringLiteral("<script>"),
                                QStringLiteral("with `code` & more"), QStringLiteral("\"quoted\"")}},
                              QStringLiteral("index.fr.html")};
        const QByteArray page = siteIndex(index);
        const QByteArray markup = markupOf(page);
        QVERIFY(!markup.contains("<b>Course") && !markup.contains("<script>"));
        QVERIFY(markup.contains("href=\"a%20b.html#lang=en\"") && markup.contains("href=\"index.fr.html\""));
        QVERIFY(markup.contains("<code>code</code> &amp; more"));
        QVERIFY(page.contains("default-src 'none'"));
    }

    void whatTwoLanguagesSayAlikeIsSaidOnce()
    {
        const QJsonObject english{{QStringLiteral("a"), QStringLiteral("x")},
                                  {QStringLiteral("b"), QJsonArray{1, QStringLiteral("y")}}};
        const QJsonObject french{{QStringLiteral("a"), QStringLiteral("x")},
                                 {QStringLiteral("b"), QJsonArray{1, QStringLiteral("z")}}};
        const QJsonObject both = bilingual(english, french).toObject();
        QCOMPARE(both[QStringLiteral("a")].toString(), QStringLiteral("x"));
        QCOMPARE(inLanguage(both, QStringLiteral("en")).toObject(), english);
        QCOMPARE(inLanguage(both, QStringLiteral("fr")).toObject(), french);
        const QJsonArray longer{1, 2, 3};
        QCOMPARE(inLanguage(bilingual(QJsonArray{1}, longer), QStringLiteral("fr")).toArray(), longer);
    }

    void eachColourOfTheThemeIsKnownByItsPurpose()
    {
        Palette palette;
        QVERIFY(palette.number(palette.theme().text) != palette.number(palette.theme().outline));
        QVERIFY(palette.number(palette.theme().nowLine) != palette.number(palette.theme().outline));
        const int text = palette.number(palette.theme().text);
        const QByteArray dark = palette.variables(timeline::Theme::Id::Dark);
        QVERIFY(dark.contains("--c" + QByteArray::number(text) + ':' + timeline::Theme::dark().text.name().toLatin1()));
    }
};

QTEST_MAIN(TestPlayer)
#include "tst_player.moc"

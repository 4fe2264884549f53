// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/player_page.h"

#include "app/course/lesson_texts.h"
#include "app/export/web/page_writer.h"
#include "app/export/web/run_data.h"
#include "app/export/web/words.h"
#include "app/timeline/layout.h"
#include "app/timeline/svg_writer.h"
#include "app/words/language.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace coroscope::formats {

namespace {

using timeline::AxisMode;

constexpr std::array kWidths{1280, 390};
constexpr std::array kAxes{AxisMode::Clock, AxisMode::Steps};
constexpr std::size_t kPartSteps = 120; ///< a part of a long run is laid out for itself

const char *nameOf(AxisMode axis)
{
    return axis == AxisMode::Clock ? "clock" : "steps";
}

/// Lets the program speak other languages for a while.
class LanguageKept {
public:
    LanguageKept() : m_before(language()) {}
    ~LanguageKept() { setLanguage(m_before); }
    Q_DISABLE_COPY_MOVE(LanguageKept)

    [[nodiscard]] const QString &before() const { return m_before; }

private:
    QString m_before;
};

/// One film in both languages: an element that only one of them has is an object with that key.
QJsonArray together(const FilmData &english, const FilmData &french)
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < french.items.size(); ++i)
        places.emplace(french.items[i].id.toStdString(), i);
    QJsonArray both;
    std::size_t next = 0; // of the French ones
    const auto frenchUntil = [&](std::size_t end) {
        for (; next < end; ++next)
            both.append(QJsonObject{{QStringLiteral("fr"), french.items[next].data}});
    };
    for (const FilmData::Item &item : english.items) {
        const auto same = places.find(item.id.toStdString());
        if (same == places.end() || same->second < next) {
            both.append(QJsonObject{{QStringLiteral("en"), item.data}});
            continue;
        }
        frenchUntil(same->second);
        both.append(bilingual(item.data, french.items[next++].data));
    }
    frenchUntil(french.items.size());
    return both;
}

QJsonArray toArray(const std::vector<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

class PageMaker {
public:
    explicit PageMaker(const PageRequest &request) : m_request(request) {}

    QByteArray make()
    {
        const LanguageKept kept;
        for (const QString &each : textLanguages()) {
            setLanguage(each);
            Language &spoken = m_languages.emplace_back();
            for (const PagedRun &run : m_request.runs)
                spoken.runs.push_back(std::make_unique<RunData>(run, m_palette));
            if (m_steps.empty())
                m_steps = stepsOf(spoken.runs, m_request.runs);
            spoken.head = head(each, spoken);
            spoken.part = part(spoken, 0, m_steps.size());
        }
        m_page.language = m_request.language.isEmpty() ? kept.before() : m_request.language;
        setLanguage(m_page.language);
        m_page.title = titleIn(m_page.language);
        m_page.still = timeline::toSvg(timeline::layoutSheet(sheet(kWidths.front(), firstAxis())), m_page.title);
        m_page.data = {bilingual(m_languages[0].head, m_languages[1].head).toObject(), wholePart()};
        m_page.script = playerResource(QStringLiteral("player.js"));
        m_page.style = style();
        return m_page.html();
    }

private:
    struct Language {
        std::vector<std::unique_ptr<RunData>> runs;
        QJsonObject head;
        QJsonObject part;
        std::vector<FilmData> films; ///< by width, then axis
    };

    [[nodiscard]] QString titleIn(const QString &language) const
    {
        QStringList titles;
        for (const PagedRun &run : m_request.runs)
            titles << run.title(language);
        return m_request.title.isEmpty() ? titles.join(QStringLiteral(" · ")) : m_request.title;
    }

    [[nodiscard]] AxisMode firstAxis() const { return m_request.axis.value_or(timeline::usualAxis(views())); }

    [[nodiscard]] std::vector<timeline::RunView> views() const
    {
        std::vector<timeline::RunView> views;
        const Duration first = m_request.runs.front().spans->end().time_since_epoch();
        for (const PagedRun &run : m_request.runs) {
            timeline::RunView &view = views.emplace_back();
            view.spans = run.spans;
            view.describer = run.describer;
            if (m_request.runs.size() > 1) // of one run the page has the title
                view.title = run.title(language());
            const Duration length = run.spans->end().time_since_epoch();
            view.verdict = timeline::verdictText(length, views.size() == 1 ? std::nullopt : std::optional(first));
            view.verdictWorse = length > first;
        }
        return views;
    }

    [[nodiscard]] timeline::SheetRequest sheet(int width, AxisMode axis) const
    {
        timeline::SheetRequest sheet;
        sheet.chart.runs = views();
        sheet.chart.size = QSizeF(width, 720);
        sheet.chart.fontScale = timeline::fontScaleFor(sheet.chart.size);
        sheet.chart.axis = axis;
        sheet.chart.legend = false;
        sheet.fitHeight = true;
        return sheet;
    }

    QJsonObject head(const QString &each, Language &spoken)
    {
        QJsonArray runs;
        for (std::size_t i = 0; i < spoken.runs.size(); ++i) {
            QJsonObject run = spoken.runs[i]->head(m_steps, i);
            run.insert(QStringLiteral("title"), m_request.runs[i].title(each));
            runs.append(run);
        }
        QJsonArray times;
        for (const PlayerStep &step : m_steps)
            times.append(static_cast<double>(nanosecondsOf(step.at)) / 1e6);
        return {{QStringLiteral("title"), titleIn(each)},
                {QStringLiteral("words"), playerWords()},
                {QStringLiteral("axis"), QLatin1String(nameOf(firstAxis()))},
                {QStringLiteral("times"), times},
                {QStringLiteral("runs"), runs},
                {QStringLiteral("about"), about(each)}};
    }

    [[nodiscard]] QJsonObject about(const QString &each) const
    {
        const LessonTexts &texts = lessonTexts(QString::fromStdString(m_request.runs.front().info.name), each);
        QJsonArray notice;
        for (const QString &point : texts.notice)
            notice.append(point);
        return {{QStringLiteral("text"), texts.introduction}, {QStringLiteral("notice"), notice}};
    }

    QJsonObject part(Language &spoken, std::size_t from, std::size_t to)
    {
        for (const int width : kWidths) {
            for (const AxisMode axis : kAxes)
                spoken.films.push_back(filmData(sheet(width, axis), m_steps, m_palette));
        }
        QJsonArray runs;
        for (std::size_t i = 0; i < spoken.runs.size(); ++i)
            runs.append(spoken.runs[i]->part(m_steps, i, from, to));
        return {{QStringLiteral("runs"), runs}, {QStringLiteral("passes"), passes(from, to)}};
    }

    /// In which iteration of the loop each step is.
    [[nodiscard]] QJsonArray passes(std::size_t from, std::size_t to) const
    {
        const std::vector<EventIndex> &all = m_request.runs.front().spans->passes();
        QJsonArray passes;
        for (std::size_t step = from; step < to; ++step) {
            const auto begun = std::ranges::lower_bound(all, m_steps[step].cursors.front());
            passes.append(static_cast<int>(begun - all.begin()));
        }
        return passes;
    }

    [[nodiscard]] QJsonObject wholePart() const
    {
        QJsonObject part = bilingual(m_languages[0].part, m_languages[1].part).toObject();
        QJsonObject films;
        std::size_t index = 0;
        for (const int width : kWidths) {
            for (const AxisMode axis : kAxes) {
                const FilmData &english = m_languages[0].films[index];
                const FilmData &french = m_languages[1].films[index++];
                films.insert(QStringLiteral("%1-%2").arg(width).arg(QLatin1String(nameOf(axis))),
                             QJsonObject{{QStringLiteral("w"), english.size.width()},
                                         {QStringLiteral("h"), english.size.height()},
                                         {QStringLiteral("r"), toArray(english.rests)},
                                         {QStringLiteral("g"), toArray(english.glides)},
                                         {QStringLiteral("e"), together(english, french)}});
            }
        }
        part.insert(QStringLiteral("films"), films);
        return part;
    }

    [[nodiscard]] QByteArray style() const
    {
        using Id = timeline::Theme::Id;
        const QByteArray dark = m_palette.variables(Id::Dark) + "color-scheme:dark";
        return ":root{" + m_palette.variables(Id::Light) + "color-scheme:light}\n:root[data-theme=dark]{" + dark
               + "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark
               + "}}\n@media print{:root{" + m_palette.variables(Id::Print) + "}}\n" + m_palette.classes() + '\n'
               + playerResource(QStringLiteral("player.css"));
    }

    const PageRequest &m_request;
    Palette m_palette;
    std::vector<PlayerStep> m_steps;
    std::vector<Language> m_languages; ///< as textLanguages() has them
    WebPage m_page;
};

} // namespace

QByteArray playerPage(const PageRequest &request)
{
    return PageMaker(request).make();
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/player_page.h"

#include "app/course/lesson_texts.h"
#include "app/export/web/columns.h"
#include "app/export/web/page_head.h"
#include "app/export/web/page_writer.h"
#include "app/export/web/run_data.h"
#include "app/export/web/span_data.h"
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
constexpr std::size_t kPartSteps = 120;   ///< at most; and
constexpr std::size_t kPartItems = 1200;  ///< at most, at its end
constexpr std::size_t kLeastSteps = 8;    ///< but a part is not cut shorter for them
constexpr std::size_t kMostEvents = 400;  ///< steps: in a longer run one goes by steps, not by events
constexpr std::size_t kMostSpoken = 1000; ///< steps: a longer one speaks one language

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

QJsonArray itemsOf(const FilmData &film)
{
    QJsonArray items;
    for (const FilmData::Item &item : film.items)
        items.append(item.data);
    return items;
}

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

/// The steps from `from` to `to`, which is the first of the part behind it.
struct PartRange {
    std::size_t from;
    std::size_t to;
};

class PageMaker {
public:
    explicit PageMaker(const PageRequest &request) : m_request(request) {}

    [[nodiscard]] std::size_t countSteps()
    {
        speak(language());
        return m_steps.size();
    }

    QByteArray make()
    {
        const LanguageKept kept;
        m_page.language = m_request.language.isEmpty() ? kept.before() : m_request.language;
        setLanguage(m_page.language);
        speak(m_page.language);
        planParts();
        const bool both = m_steps.size() <= kMostSpoken;
        const QStringList spoken = both ? textLanguages() : QStringList{m_page.language};
        m_languages.clear();
        for (const QString &each : spoken) {
            setLanguage(each);
            speak(each);
            tell(m_languages.back());
        }
        setLanguage(m_page.language);
        write();
        return m_page.html();
    }

private:
    struct Language {
        QString name;
        std::vector<std::unique_ptr<RunData>> runs;
        QJsonObject head = {};
        std::vector<QJsonObject> parts = {};
        std::vector<FilmData> films = {}; ///< by part, then width, then axis
    };

    /// The runs in a language; in the first one they say how many steps there are.
    void speak(const QString &name)
    {
        Language &spoken = m_languages.emplace_back(Language{.name = name, .runs = {}});
        for (const PagedRun &run : m_request.runs)
            spoken.runs.push_back(std::make_unique<RunData>(run, m_palette));
        if (m_steps.empty())
            m_steps = stepsOf(spoken.runs, m_request.runs);
    }

    void tell(Language &spoken)
    {
        spoken.head = head(spoken);
        std::vector<timeline::SheetPlan> plans; // the frame is the same in all parts
        for (const int width : kWidths) {
            for (const AxisMode axis : kAxes)
                plans.push_back(timeline::planSheet(sheet(width, axis, {})));
        }
        for (const PartRange &range : m_parts) {
            auto plan = plans.begin();
            for (const int width : kWidths) {
                for (const AxisMode axis : kAxes) {
                    const std::vector<PlayerStep> steps(stepAt(range.from), stepAt(range.to + 1));
                    spoken.films.push_back(
                        filmData(sheet(width, axis, range), *plan++, steps, m_palette, m_steps.size() <= kMostEvents));
                }
            }
            spoken.parts.push_back(part(spoken, range));
        }
    }

    void write()
    {
        const Language &first = m_languages.front();
        const Language &last = m_languages.back();
        m_page.title = titleIn(m_page.language);
        const QByteArray still =
            timeline::toSvg(timeline::layoutSheet(sheet(kWidths.front(), firstAxis(), {})), m_page.title);
        m_page.body =
            "<div id=\"player\"></div>\n<noscript>\n<h1>" + escaped(m_page.title) + "</h1>\n" + still + "</noscript>\n";
        m_page.data.push_back(bilingual(first.head, last.head).toObject());
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            QJsonObject part = bilingual(first.parts[i], last.parts[i]).toObject();
            part.insert(QStringLiteral("films"), films(i));
            m_page.data.push_back(part);
        }
        m_page.script = playerResource(QStringLiteral("player.js"));
        m_page.style = m_palette.styleSheet() + playerResource(QStringLiteral("player.css"));
    }

    [[nodiscard]] std::vector<PlayerStep>::const_iterator stepAt(std::size_t index) const
    {
        return m_steps.begin() + static_cast<std::ptrdiff_t>(std::min(index, m_steps.size()));
    }

    // Parts of a long run.

    void planParts()
    {
        const std::size_t end = m_steps.size() - 1;
        for (std::size_t from = 0; from == 0 || from < end; from += kPartSteps)
            planPart({from, std::min(end, from + kPartSteps)});
    }

    void planPart(PartRange range)
    {
        const std::size_t steps = range.to - range.from;
        if (steps <= kLeastSteps || itemsAtEnd(range) <= kPartItems) {
            m_parts.push_back(range);
            return;
        }
        const std::size_t middle = range.from + steps / 2;
        planPart({range.from, middle});
        planPart({middle, range.to});
    }

    /// Bars and what stands in them; the lanes themselves are there in every part.
    [[nodiscard]] std::size_t itemsAtEnd(PartRange range) const
    {
        timeline::ChartRequest chart = sheet(kWidths.front(), AxisMode::Clock, range).chart;
        if (range.from > 0 || range.to + 1 < m_steps.size())
            chart.visible = rangeOf(range, AxisMode::Clock);
        std::size_t items = 0;
        for (const timeline::Layer &layer : timeline::layoutChart(chart).layers) {
            const auto isSpan = [](const auto &item) { return item.key.part == timeline::ItemKey::Part::Span; };
            items += static_cast<std::size_t>(std::ranges::count_if(layer.boxes, isSpan)
                                              + std::ranges::count_if(layer.texts, isSpan));
        }
        return items;
    }

    /// What a part shows of the axis, with room for the pins of its last instant.
    [[nodiscard]] timeline::AxisRange rangeOf(PartRange range, AxisMode axis) const
    {
        constexpr double kRoom = 1.06;
        constexpr double kLeast = 1000; // nanoseconds
        const PlayerStep &from = m_steps[range.from];
        const PlayerStep &to = m_steps[range.to];
        timeline::AxisRange shown{1e300, 0};
        if (axis == AxisMode::Clock) {
            shown = {static_cast<double>(nanosecondsOf(from.at)), static_cast<double>(nanosecondsOf(to.at))};
        } else {
            for (std::size_t run = 0; run < m_request.runs.size(); ++run) {
                const Spans &spans = *m_request.runs[run].spans;
                shown.begin = std::min(shown.begin, timeline::stepPosition(spans, from.cursors[run]) - 1);
                shown.end = std::max(shown.end, timeline::stepPosition(spans, to.cursors[run]) + 1);
            }
            shown.begin = std::max(0.0, shown.begin);
        }
        shown.end = shown.begin + std::max(axis == AxisMode::Clock ? kLeast : 4, kRoom * shown.length());
        return shown;
    }

    // What is the same in all languages.

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

    [[nodiscard]] timeline::SheetRequest sheet(int width, AxisMode axis, PartRange range) const
    {
        timeline::SheetRequest sheet;
        sheet.chart.runs = views();
        sheet.chart.size = QSizeF(width, 720);
        sheet.chart.fontScale = timeline::fontScaleFor(sheet.chart.size);
        sheet.chart.axis = axis;
        sheet.chart.legend = false;
        sheet.fitHeight = true;
        if (m_parts.size() > 1 && range.to > range.from)
            sheet.chart.visible = rangeOf(range, axis);
        return sheet;
    }

    [[nodiscard]] QJsonObject films(std::size_t part) const
    {
        QJsonObject films;
        std::size_t index = part * kWidths.size() * kAxes.size();
        for (const int width : kWidths) {
            for (const AxisMode axis : kAxes) {
                const FilmData &first = m_languages.front().films[index];
                const FilmData &last = m_languages.back().films[index++];
                const QJsonArray items = m_languages.size() > 1 ? together(first, last) : itemsOf(first);
                films.insert(QStringLiteral("%1-%2").arg(width).arg(QLatin1String(nameOf(axis))),
                             QJsonObject{{QStringLiteral("w"), first.size.width()},
                                         {QStringLiteral("h"), first.size.height()},
                                         {QStringLiteral("r"), toArray(first.rests)},
                                         {QStringLiteral("g"), toArray(first.glides)},
                                         {QStringLiteral("a"), bilingual(first.arrows, last.arrows)},
                                         {QStringLiteral("e"), columnsOf(items, first.rests.back())}});
            }
        }
        return films;
    }

    // What is said in one of them.

    [[nodiscard]] QString titleIn(const QString &language) const
    {
        QStringList titles;
        for (const PagedRun &run : m_request.runs)
            titles << run.title(language);
        return m_request.title.isEmpty() ? titles.join(QStringLiteral(" · ")) : m_request.title;
    }

    [[nodiscard]] QJsonObject head(const Language &spoken)
    {
        QJsonArray runs;
        for (std::size_t i = 0; i < spoken.runs.size(); ++i) {
            QJsonObject run = spoken.runs[i]->head(m_steps, i);
            run.insert(QStringLiteral("title"), m_request.runs[i].title(spoken.name));
            runs.append(run);
        }
        QJsonArray times;
        for (const PlayerStep &step : m_steps)
            times.append(millisecondsOf(step.at));
        QJsonArray parts;
        for (const PartRange &part : m_parts)
            parts.append(static_cast<int>(part.from));
        QJsonObject head{{QStringLiteral("title"), titleIn(spoken.name)},
                         {QStringLiteral("words"), playerWords()},
                         {QStringLiteral("languages"), m_steps.size() <= kMostSpoken ? 2 : 1},
                         {QStringLiteral("axis"), QLatin1String(nameOf(firstAxis()))},
                         {QStringLiteral("home"), m_request.home},
                         {QStringLiteral("times"), times},
                         {QStringLiteral("parts"), parts},
                         {QStringLiteral("runs"), runs},
                         {QStringLiteral("about"), aboutData(m_request.runs.front(), spoken.name)},
                         {QStringLiteral("legend"), legendData(sheet(kWidths.front(), firstAxis(), {}), m_palette)}};
        if (m_parts.size() > 1)
            head.insert(QStringLiteral("overview"), overviewData(takers(spoken), m_palette));
        return head;
    }

    [[nodiscard]] std::vector<ActorId> takers(const Language &spoken) const
    {
        std::vector<ActorId> takers;
        const auto &sentences = spoken.runs.front()->sentences();
        for (const PlayerStep &step : m_steps) {
            const std::size_t told = step.sentences.front();
            takers.push_back(told > 0 ? sentences[told - 1].actor : ActorId::None);
        }
        return takers;
    }

    [[nodiscard]] QJsonObject part(const Language &spoken, PartRange range) const
    {
        QJsonArray runs;
        const std::size_t end = std::min(range.to + 1, m_steps.size());
        for (std::size_t i = 0; i < spoken.runs.size(); ++i)
            runs.append(spoken.runs[i]->part(m_steps, i, range.from, end));
        return {{QStringLiteral("runs"), runs}, {QStringLiteral("passes"), passes(range.from, end)}};
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

    const PageRequest &m_request;
    Palette m_palette;
    std::vector<PlayerStep> m_steps;
    std::vector<PartRange> m_parts;
    std::vector<Language> m_languages;
    WebPage m_page;
};

} // namespace

std::size_t playerSteps(const PageRequest &request)
{
    return PageMaker(request).countSteps();
}

QByteArray playerPage(const PageRequest &request)
{
    return PageMaker(request).make();
}

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/film_data.h"

#include "app/export/tracks.h"
#include "app/timeline/layout.h"
#include "app/timeline/svg_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

namespace coroscope::formats {

namespace {

using timeline::ItemKey;
using timeline::RunView;
using timeline::SvgElement;

constexpr double kTolerance = 0.75; ///< pixels
constexpr int kCoarse = 12;         ///< pixels a label may come late in a long run; its rests are exact all the same

using Picture = std::vector<std::vector<SvgElement>>; ///< by layer

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

class FilmMaker {
public:
    FilmMaker(const timeline::SheetRequest &sheet, const timeline::SheetPlan &plan,
              const std::vector<PlayerStep> &steps, Palette &palette, bool events)
        : m_sheet(sheet), m_plan(plan), m_steps(steps), m_palette(palette), m_events(events)
    {
        m_sheet.chart.theme = palette.theme();
        if (!m_sheet.chart.visible)
            m_sheet.chart.visible = timeline::wholeRange(m_sheet.chart);
    }

    FilmData make()
    {
        m_film.size = m_plan.size;
        placeRests();
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            const Way &way = m_ways[step];
            for (int moment = way.rest; moment <= way.glideBegin(); ++moment)
                picture(moment);
            if (way.pixels > 0)
                lookBetween(way.glideBegin(), way.glideEnd());
            for (int moment = way.glideEnd() + 1; moment < way.next(); ++moment)
                picture(moment);
        }
        follow();
        drawArrows();
        return std::move(m_film);
    }

private:
    /// The moments from one rest to before the next: what else happens at its instant, the pixels of the now-line, what
    /// happens at the next one's instant before it.
    struct Way {
        int rest = 0;
        int after = 0;
        int pixels = 0;
        int before = 0;

        [[nodiscard]] int glideBegin() const { return rest + after; }
        [[nodiscard]] int glideEnd() const { return glideBegin() + pixels; }
        [[nodiscard]] int next() const { return glideEnd() + before + 1; }
    };

    /// How many pixels the now-line goes from this rest to the next.
    [[nodiscard]] int pixelsBehind(std::size_t step) const
    {
        if (m_sheet.chart.axis == timeline::AxisMode::Steps)
            return 0;
        const auto passed = static_cast<double>((m_steps[step + 1].at - m_steps[step].at).count());
        const double pixels = passed / m_sheet.chart.visible->length() * m_plan.size.width();
        return std::max(1, static_cast<int>(pixels));
    }

    /// The first event after the step's instant, but not beyond the next step.
    [[nodiscard]] EventIndex instantEnd(std::size_t step, std::size_t run) const
    {
        const EventIndex end = timeline::cursorAt(traceOf(run), m_steps[step].at);
        return std::clamp(end, m_steps[step].cursors[run], m_steps[step + 1].cursors[run]);
    }
    /// The first event of the next step's instant.
    [[nodiscard]] EventIndex instantBegin(std::size_t step, std::size_t run) const
    {
        const EventIndex begin = timeline::cursorAt(traceOf(run), m_steps[step + 1].at - Duration(1));
        return std::clamp(begin, m_steps[step].cursors[run], m_steps[step + 1].cursors[run]);
    }
    [[nodiscard]] const Trace &traceOf(std::size_t run) const { return m_sheet.chart.runs[run].spans->trace(); }

    [[nodiscard]] Way wayFrom(std::size_t step, int rest) const
    {
        Way way{.rest = rest};
        if (step + 1 == m_steps.size())
            return way;
        const bool passes = m_steps[step + 1].at > m_steps[step].at;
        for (std::size_t run = 0; run < m_sheet.chart.runs.size(); ++run) {
            const EventIndex from = m_steps[step].cursors[run];
            const EventIndex to = m_steps[step + 1].cursors[run];
            const auto count = [](EventIndex begin, EventIndex end) {
                return end > begin ? static_cast<int>(end - begin) : 0;
            };
            way.after = std::max(way.after, passes ? count(from, instantEnd(step, run)) : count(from + 1, to));
            if (passes)
                way.before = std::max(way.before, count(instantBegin(step, run) + 1, to));
        }
        if (!m_events) {
            way.after = passes ? std::min(way.after, 1) : 0;
            way.before = 0;
        }
        way.pixels = passes ? pixelsBehind(step) : 0;
        return way;
    }

    void placeRests()
    {
        int moment = 0;
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            m_ways.push_back(wayFrom(step, moment));
            m_film.rests.push_back(moment);
            m_film.glides.push_back(m_ways.back().glideBegin());
            m_film.glides.push_back(m_ways.back().glideEnd());
            moment = m_ways.back().next();
        }
    }

    [[nodiscard]] timeline::Scene sceneAt(int moment) const
    {
        const auto after = std::upper_bound(m_film.rests.begin(), m_film.rests.end(), moment);
        const auto step = static_cast<std::size_t>(after - m_film.rests.begin()) - 1;
        timeline::SheetRequest sheet = m_sheet;
        for (std::size_t run = 0; run < sheet.chart.runs.size(); ++run)
            place(sheet.chart.runs[run], step, run, moment);
        const auto over = [](const RunView &view) { return view.verdictKnown; };
        if (std::ranges::all_of(sheet.chart.runs, over)) { // the end is what a picture of the run shows
            for (RunView &view : sheet.chart.runs)
                view.now = kNever;
        }
        return timeline::layoutSheet(sheet, m_plan);
    }

    [[nodiscard]] Instant timeAt(std::size_t step, int moment) const
    {
        const Way &way = m_ways[step];
        const Instant now = m_steps[step].at;
        if (moment <= way.glideBegin() || step + 1 == m_steps.size())
            return now;
        const Duration all = m_steps[step + 1].at - now;
        const int passed = std::min(moment - way.glideBegin(), way.pixels);
        return way.pixels == 0 ? now
                               : now + Duration(std::llround(static_cast<double>(all.count()) * passed / way.pixels));
    }

    [[nodiscard]] EventIndex cursorAt(std::size_t step, std::size_t run, int moment) const
    {
        const Way &way = m_ways[step];
        const EventIndex from = m_steps[step].cursors[run];
        if (moment == way.rest)
            return from;
        const EventIndex to = m_steps[step + 1].cursors[run];
        const auto after = static_cast<EventIndex>(std::min(moment, way.glideBegin()) - way.rest);
        if (way.pixels == 0)
            return std::min(from + after, to);
        if (moment <= way.glideBegin())
            return m_events ? std::min(from + after, instantEnd(step, run)) : instantEnd(step, run);
        if (moment < way.glideEnd())
            return std::clamp(timeline::cursorAt(traceOf(run), timeAt(step, moment)), instantEnd(step, run),
                              instantBegin(step, run));
        // What belongs to the next instant has not happened when its time has come.
        return std::min(instantBegin(step, run) + static_cast<EventIndex>(moment - way.glideEnd()), to);
    }

    void place(RunView &view, std::size_t step, std::size_t run, int moment) const
    {
        const EventIndex all = view.spans->eventsRead();
        const Instant now = timeAt(step, moment);
        const Instant last = view.spans->end();
        view.cursor = std::min(cursorAt(step, run, moment), all);
        view.now = std::min(now, last);
        view.reserved = all;
        view.timePasses = moment > m_ways[step].glideBegin() && moment < m_ways[step].glideEnd();
        view.verdictKnown = view.cursor >= all && now >= last;
    }

    const Picture &picture(int moment)
    {
        const auto [place, isNew] = m_pictures.try_emplace(moment);
        if (isNew) {
            for (const timeline::Layer &layer : sceneAt(moment).layers)
                place->second.push_back(timeline::svgElements(layer));
        }
        return place->second;
    }

    /// Looks at the moments from `from` to `to` as closely as there is something to see.
    void lookBetween(int from, int to)
    {
        const Picture &first = picture(from);
        const Picture &last = picture(to);
        if (to - from < (m_events ? 2 : kCoarse))
            return;
        const int middle = (from + to) / 2;
        const Picture &between = picture(middle);
        const double share = static_cast<double>(middle - from) / (to - from);
        if (isEven(first, between, last, share)) {
            if (to - from < 8)
                return;
            const int quarter = (from + middle) / 2;
            const double quarterShare = static_cast<double>(quarter - from) / (to - from);
            if (isEven(first, picture(quarter), last, quarterShare))
                return;
        }
        lookBetween(from, middle);
        lookBetween(middle, to);
    }

    static bool sameThing(const SvgElement &a, const SvgElement &b)
    {
        return a.id == b.id && a.text == b.text && a.geometry == b.geometry && a.looksLike(b);
    }

    static bool isEven(const Picture &first, const Picture &between, const Picture &last, double share)
    {
        for (std::size_t layer = 0; layer < first.size(); ++layer) {
            const auto &a = first[layer];
            const auto &m = between[layer];
            const auto &b = last[layer];
            if (a.size() != m.size() || a.size() != b.size())
                return false;
            for (std::size_t i = 0; i < a.size(); ++i) {
                if (!sameThing(a[i], m[i]) || !sameThing(a[i], b[i]))
                    return false;
                for (std::size_t k = 0; k < a[i].moving(); ++k) {
                    const double even = a[i].along[k] + (b[i].along[k] - a[i].along[k]) * share;
                    if (std::abs(even - m[i].along[k]) > kTolerance)
                        return false;
                }
            }
        }
        return true;
    }

    void follow()
    {
        std::vector<Tracks> layers;
        std::vector<int> moments;
        for (auto &[moment, picture] : m_pictures) {
            layers.resize(picture.size(), Tracks(true));
            for (std::size_t i = 0; i < picture.size(); ++i)
                layers[i].add(std::move(picture[i]));
            moments.push_back(moment);
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            for (const Track &track : layers[i].all())
                m_film.items.push_back({idOf(track, i), dataOf(track, moments)});
        }
    }

    /// As they are at the end: each wake-up is shown when somebody asks for it.
    void drawArrows()
    {
        timeline::SheetRequest sheet = m_sheet;
        sheet.chart.arrows = timeline::Arrows::All;
        for (std::size_t run = 0; run < sheet.chart.runs.size(); ++run)
            place(sheet.chart.runs[run], m_steps.size() - 1, run, m_film.rests.back());
        timeline::Layer arrows;
        for (timeline::Layer &layer : timeline::layoutSheet(sheet, m_plan).layers) {
            const auto isArrow = [](const auto &item) { return item.key.part == ItemKey::Part::Arrow; };
            std::ranges::copy_if(layer.lines, std::back_inserter(arrows.lines), isArrow);
            std::ranges::copy_if(layer.shapes, std::back_inserter(arrows.shapes), isArrow);
        }
        for (std::size_t i = 0; i < arrows.lines.size(); ++i) { // a line and its head
            timeline::Layer one;
            one.lines = {arrows.lines[i]};
            one.shapes = {arrows.shapes[i]};
            const ItemKey &key = arrows.lines[i].key;
            m_film.arrows.append(QJsonArray{static_cast<qint64>(key.span), key.run, stillData({one}, m_palette)});
        }
    }

    static QByteArray idOf(const Track &track, std::size_t layer)
    {
        const SvgElement::Identity &id = track.element.id;
        QByteArray name;
        const std::array<std::uint64_t, 8> parts{layer,       static_cast<std::uint64_t>(id.tag),
                                                 id.piece,    static_cast<std::uint64_t>(id.key.part),
                                                 id.key.run,  id.key.lane,
                                                 id.key.span, id.key.nth};
        for (const std::uint64_t part : parts)
            name += QByteArray::number(static_cast<qulonglong>(part), 36) + ' ';
        const QColor &color = track.element.fill.isValid() ? track.element.fill : track.element.stroke;
        return name + track.element.look + track.element.geometry + QByteArray::number(color.rgb());
    }

    QJsonArray dataOf(const Track &track, const std::vector<int> &moments)
    {
        QJsonArray data = elementData(track.element, m_palette);
        QJsonArray courses;
        for (std::size_t which = 0; which < track.element.moving(); ++which)
            courses.append(courseOf(track, which, moments));
        data.append(moments[track.first]);
        // It stays until the moment at which it is looked for and not there.
        data.append(track.last + 1 < moments.size() ? moments[track.last + 1] - 1 : moments[track.last]);
        data.append(courses);
        if (!track.texts.empty())
            data.append(textsOf(track, moments));
        const ItemKey &key = track.element.id.key;
        if (key.part == ItemKey::Part::Span) {
            if (track.texts.empty())
                data.append(QString());
            data.append(spanOf(key));
        }
        return data;
    }

    /// [run, lane, span]; of what stands in the lane of the thread, those of who has it.
    [[nodiscard]] QJsonArray spanOf(const ItemKey &key) const
    {
        if (key.lane != ItemKey::kThread)
            return {key.run, static_cast<int>(key.lane), static_cast<qint64>(key.span)};
        const Spans &spans = *m_sheet.chart.runs[key.run].spans;
        const Span &hold = spans.thread()[key.span];
        if (hold.by == ActorId::Main || hold.by == ActorId::None)
            return {key.run, -1, 0};
        const std::vector<Span> &lane = spans.lane(hold.by).spans;
        const auto same = std::ranges::lower_bound(lane, hold.first, {}, &Span::first);
        return {key.run, static_cast<int>(raw(hold.by)), static_cast<qint64>(same - lane.begin())};
    }

    [[nodiscard]] bool isRest(int moment) const
    {
        return std::binary_search(m_film.rests.begin(), m_film.rests.end(), moment);
    }

    [[nodiscard]] QJsonValue courseOf(const Track &track, std::size_t which, const std::vector<int> &moments) const
    {
        const double first = track.along.front()[which];
        if (std::ranges::all_of(track.along, [&](const auto &along) { return along[which] == first; }))
            return rounded(first);
        std::vector<TrackPoint> points;
        for (std::size_t i = 0; i < track.along.size(); ++i) {
            const int moment = moments[track.first + i];
            points.push_back({static_cast<double>(moment), track.along[i][which], isRest(moment)});
        }
        QJsonArray course;
        for (const TrackPoint &point : simplified(points, kTolerance)) {
            course.append(static_cast<int>(point.at));
            course.append(rounded(point.value));
        }
        return course;
    }

    static QJsonValue textsOf(const Track &track, const std::vector<int> &moments)
    {
        if (std::ranges::all_of(track.texts, [&](const QString &text) { return text == track.texts.front(); }))
            return track.texts.front();
        QJsonArray course;
        for (std::size_t i = 0; i < track.texts.size(); ++i) {
            if (i > 0 && track.texts[i] == track.texts[i - 1])
                continue;
            course.append(moments[track.first + i]);
            course.append(track.texts[i]);
        }
        return course;
    }

public:
    static QJsonArray elementData(const SvgElement &element, Palette &palette)
    {
        QByteArray attributes = element.look + element.geometry;
        if (element.hatch)
            attributes += " d=\"" + timeline::stripesPath(*element.hatch) + '"';
        return {static_cast<int>(element.id.tag), element.fill.isValid() ? palette.number(element.fill) : -1,
                element.stroke.isValid() ? palette.number(element.stroke) : -1,
                QString::fromLatin1(attributes.trimmed())};
    }

private:
    timeline::SheetRequest m_sheet;
    const timeline::SheetPlan &m_plan;
    const std::vector<PlayerStep> &m_steps;
    Palette &m_palette;
    bool m_events;
    FilmData m_film;
    std::vector<Way> m_ways;           ///< by step
    std::map<int, Picture> m_pictures; ///< by moment
};

} // namespace

FilmData filmData(const timeline::SheetRequest &sheet, const timeline::SheetPlan &plan,
                  const std::vector<PlayerStep> &steps, Palette &palette, bool events)
{
    return FilmMaker(sheet, plan, steps, palette, events).make();
}

QJsonArray stillData(const std::vector<timeline::Layer> &layers, Palette &palette)
{
    QJsonArray items;
    for (const timeline::Layer &layer : layers) {
        for (const SvgElement &element : timeline::svgElements(layer)) {
            QJsonArray data = FilmMaker::elementData(element, palette);
            QJsonArray along;
            for (std::size_t i = 0; i < element.moving(); ++i)
                along.append(rounded(element.along[i]));
            data.append(0);
            data.append(0);
            data.append(along);
            if (!element.text.isEmpty())
                data.append(element.text);
            items.append(data);
        }
    }
    return items;
}

} // namespace coroscope::formats

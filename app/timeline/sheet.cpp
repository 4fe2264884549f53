// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/sheet.h"

#include "app/timeline/card.h"
#include "app/timeline/layout.h"
#include "app/timeline/words.h"
#include "core/text/output.h"

#include <algorithm>

namespace coroscope::timeline {

namespace {

constexpr double kHighest = 6000;       ///< of a page that is as high as it needs
constexpr double kLeastCard = 560;      ///< wide, at a font scale of 1
constexpr double kMostForCards = 0.42;  ///< of a page whose height is given
constexpr double kLeastForCards = 0.2;  ///< where the lanes need the room
constexpr double kLargest = 1.7;        ///< of the type, where a page has room
constexpr double kMostLaneGrowth = 2.8; ///< of the lanes, likewise
constexpr double kStretched = 1.25;     ///< of a chart above cards, to whose end its lanes grow
constexpr double kFull = 0.82;          ///< of the page, at the lanes' usual height: they take the rest
constexpr double kSmallest = 0.6;       ///< of the type, so that all lanes find room
constexpr double kSmallerBy = 0.05;
constexpr double kLargerBy = 0.05;
constexpr double kRoomForNotes = 1.25;    ///< times the height, so that lanes lie farther apart
constexpr double kUnevenRows = 6;         ///< a card may be lower than the one beside it
constexpr std::size_t kMostRows = 60;     ///< of a card
constexpr std::int64_t kMostSlots = 5000; ///< beyond, nothing can be read off a job table

ChartRequest chartOf(const SheetRequest &request, const SheetPlan &plan, double height)
{
    ChartRequest chart = request.chart;
    chart.size = {plan.size.width(), height};
    chart.fontScale = plan.fontScale;
    chart.wrapTitles = true;
    if (request.fill)
        chart.mostGrowth = kMostLaneGrowth;
    return chart;
}

ShownUntil shownOf(const RunView &run)
{
    if (run.now == kNever)
        return ShownUntil::endOf(*run.spans);
    return {std::min(run.cursor, run.spans->eventsRead()), std::min(run.now, run.spans->end())};
}

/// Longer slots for a run that would have too many.
JobTable tableOf(const RunView &run, Duration slot)
{
    const ShownUntil until = shownOf(run);
    while (jobTableSlots(*run.spans, until, slot) > kMostSlots)
        slot *= 10;
    return jobTable(*run.spans, until, slot);
}

EventIndex eventsOf(const RunView &run)
{
    return std::min(run.cursor, run.spans->eventsRead());
}

std::size_t tableRows(const RunView &run, Duration slot)
{
    return std::min(kMostRows, tableOf(run, slot).slots.size() + 1);
}

/// Not for a run without tasks: an empty card says nothing. The same at every moment, as the plan is.
bool hasTable(const SheetRequest &request, RunView run)
{
    run.now = kNever;
    return request.table && !tableOf(run, request.slot).jobs.empty();
}

/// As at the end of the run: lines stay where they are while it is played.
std::size_t consoleColumnsOf(const RunView &run, const CardSizes &sizes, double width)
{
    return consoleColumns(sizes, width - 2 * sizes.padding, printedLines(run.spans->trace(), run.spans->eventsRead()));
}

std::size_t consoleRows(const RunView &run)
{
    return std::clamp<std::size_t>(printedLines(run.spans->trace(), eventsOf(run)).size(), 1, kMostRows);
}

/// The natural heights of the cards, run by run, when they are so wide.
std::vector<double> cardHeights(const SheetRequest &request, const CardSizes &sizes, double width)
{
    std::vector<double> heights;
    for (const RunView &run : request.chart.runs) {
        if (hasTable(request, run))
            heights.push_back(cardHeight(sizes, tableRows(run, request.slot)));
        if (!request.console)
            continue;
        const std::size_t columns = consoleColumnsOf(run, sizes, width);
        heights.push_back(cardHeight(sizes, (consoleRows(run) + columns - 1) / columns));
    }
    return heights;
}

/// The cards in rows, as many side by side as find room; one a row where beside one of them half a page would stay
/// empty.
struct Grid {
    Grid(const SheetRequest &request, const CardSizes &sizes, double inside)
        : count(cardHeights(request, sizes, inside).size())
    {
        const double least = kLeastCard * sizes.unit;
        const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(inside / least)));
        const std::size_t lines = (count + most - 1) / most;
        arrange(request, sizes, inside, lines > 0 ? (count + lines - 1) / lines : 1);
        if (columns > 1 && uneven(sizes))
            arrange(request, sizes, inside, 1);
    }

    void arrange(const SheetRequest &request, const CardSizes &sizes, double inside, std::size_t across)
    {
        columns = across;
        width = std::floor((inside - (static_cast<double>(across) - 1) * sizes.gap) / static_cast<double>(across));
        heights = cardHeights(request, sizes, width);
        rows.clear();
        for (std::size_t i = 0; i < count; ++i) {
            if (i % columns == 0)
                rows.push_back(0);
            rows.back() = std::max(rows.back(), heights[i]);
        }
    }

    [[nodiscard]] bool uneven(const CardSizes &sizes) const
    {
        for (std::size_t i = 0; i < count; ++i) {
            if (rows[i / columns] > heights[i] + kUnevenRows * sizes.row)
                return true;
        }
        return false;
    }

    /// Into so much height: the rows that are higher than a fair share give way, by whole lines.
    void squeeze(const CardSizes &sizes, double height)
    {
        double room = height - static_cast<double>(rows.size() - 1) * sizes.gap;
        std::vector<double *> low;
        for (double &row : rows)
            low.push_back(&row);
        std::sort(low.begin(), low.end(), [](const double *a, const double *b) { return *a < *b; });
        const double bare = cardHeight(sizes, 0);
        for (std::size_t i = 0; i < low.size(); ++i) {
            const double fair = room / static_cast<double>(low.size() - i);
            const double lines = std::max(1.0, std::floor((fair - bare) / sizes.row));
            *low[i] = std::min(*low[i], bare + lines * sizes.row);
            room -= *low[i];
        }
    }

    [[nodiscard]] std::vector<QRectF> place(const CardSizes &sizes, double margin) const
    {
        std::vector<QRectF> cards;
        double top = 0;
        for (const double row : rows) {
            for (std::size_t i = 0; i < columns && cards.size() < count; ++i)
                cards.emplace_back(margin + static_cast<double>(i) * (width + sizes.gap), top, width, row);
            top += row + sizes.gap;
        }
        return cards;
    }

    std::size_t count;
    std::vector<double> heights;
    std::size_t columns = 1;
    double width = 0;
    std::vector<double> rows;
};

QString cardTitle(const SheetRequest &request, const QString &what, const RunView &run)
{
    return request.chart.runs.size() == 1 ? what : Words::tr("%1: %2", "a card and its run").arg(what, run.title);
}

void layoutCards(Canvas &canvas, const SheetRequest &request, const SheetPlan &plan)
{
    const CardSizes sizes(plan.fontScale);
    const Theme &theme = request.chart.theme;
    auto card = plan.cards.begin();
    const auto stamp = [&] {
        canvas.stamp({.part = ItemKey::Part::Card, .span = static_cast<std::uint64_t>(card - plan.cards.begin())});
    };
    for (const RunView &run : request.chart.runs) {
        if (hasTable(request, run)) {
            const QRectF room =
                layoutCard(canvas, theme, sizes, *card++, cardTitle(request, Words::tr("Job table"), run));
            layoutJobTable(canvas, theme, sizes, room, tableOf(run, request.slot));
            stamp();
        }
        if (request.console) {
            const QRectF room =
                layoutCard(canvas, theme, sizes, *card++, cardTitle(request, Words::tr("Console"), run));
            layoutConsole(canvas, theme, sizes, room, printedLines(run.spans->trace(), eventsOf(run)),
                          consoleColumnsOf(run, sizes, room.width() + 2 * sizes.padding));
            stamp();
        }
    }
}

} // namespace

std::vector<PrintedLine> printedLines(const Trace &trace, EventIndex cursor)
{
    std::vector<PrintedLine> lines;
    bool open = false; // several prints may make one line
    const auto append = [&](EventIndex event, const QString &text) {
        QStringList pieces = text.split(QLatin1Char('\n'));
        const bool complete = pieces.last().isEmpty();
        if (complete)
            pieces.removeLast();
        for (const QString &piece : pieces) {
            if (!open)
                lines.push_back({QString::fromStdString(stampOf(trace[event].time)), {}, event});
            lines.back().text += piece;
            open = false;
        }
        open = !complete;
    };
    for (EventIndex i = 0; i < std::min(cursor, trace.size()); ++i) {
        const TraceEvent &event = trace[i];
        if (event.kind == EventKind::Printed) {
            append(i, QString::fromStdString(trace.text(event.text()) + trace.text(static_cast<TextId>(event.value))));
        } else if (event.kind == EventKind::Warned || event.kind == EventKind::Reported) {
            open = false;
            append(i, QStringLiteral("! %1\n").arg(QString::fromStdString(trace.text(event.text()))));
        }
    }
    for (PrintedLine &line : lines) { // a line that begins with its stamp is not stamped twice
        if (line.text.startsWith(line.stamp))
            line.text = line.text.mid(line.stamp.size()).trimmed();
    }
    return lines;
}

namespace {

bool hasNotes(const SheetRequest &request)
{
    return std::any_of(request.chart.runs.begin(), request.chart.runs.end(),
                       [](const RunView &run) { return run.notes && !run.notes->empty(); });
}

/// Of the chart, with room for notes.
double naturalHeight(const SheetRequest &request, const SheetPlan &plan)
{
    const double roomy = hasNotes(request) ? kRoomForNotes : 1;
    return std::ceil(layoutChart(chartOf(request, plan, 100)).naturalHeight * roomy);
}

/// Whether a card shows fewer lines than it has.
bool cutsCards(const SheetRequest &request, const SheetPlan &plan)
{
    const std::vector<double> heights =
        plan.cards.empty() ? std::vector<double>{}
                           : cardHeights(request, CardSizes(plan.fontScale), plan.cards.front().width());
    for (std::size_t i = 0; i < plan.cards.size(); ++i) {
        if (plan.cards[i].height() < heights[i])
            return true;
    }
    return false;
}

SheetPlan planAt(const SheetRequest &request, double fontScale, double share)
{
    const CardSizes sizes(fontScale);
    const double margin = std::round(12 * sizes.unit);
    SheetPlan plan;
    plan.size = request.chart.size;
    plan.fontScale = fontScale;
    const double natural = naturalHeight(request, plan);
    if (request.fitHeight)
        plan.chartHeight = natural > 0 ? std::min(natural, kHighest) : plan.size.height();
    Grid grid(request, sizes, plan.size.width() - 2 * margin);
    if (grid.count > 0) {
        // What the chart does not need is theirs.
        const double left = plan.size.height() - natural - margin;
        grid.squeeze(sizes, request.fitHeight ? kHighest : std::max(left, plan.size.height() * share));
        plan.cards = grid.place(sizes, margin);
    }
    const double below = plan.cards.empty() ? 0 : plan.cards.back().bottom() + margin;
    if (request.fitHeight)
        plan.size.setHeight(plan.chartHeight + below);
    else
        plan.chartHeight = plan.size.height() - below;
    if (!plan.cards.empty() && natural > 0) // they follow it
        plan.chartHeight = std::min(plan.chartHeight, request.fill ? kStretched * natural : natural);
    for (QRectF &card : plan.cards)
        card.translate(0, plan.chartHeight);
    return plan;
}

} // namespace

SheetPlan planSheet(const SheetRequest &request)
{
    const auto cutsLanes = [&request](const SheetPlan &plan) {
        return layoutChart(chartOf(request, plan, plan.chartHeight)).maxScroll > 0;
    };
    const auto hasRoom = [&request](const SheetPlan &plan) {
        const double below = plan.cards.empty() ? 0 : plan.cards.back().bottom() - plan.cards.front().top();
        return naturalHeight(request, plan) + below <= plan.size.height() * kFull && !cutsCards(request, plan);
    };
    double factor = 1;
    double share = kMostForCards;
    SheetPlan plan = planAt(request, request.chart.fontScale * factor, share);
    while (factor > kSmallest && cutsLanes(plan)) {
        factor -= kSmallerBy;
        plan = planAt(request, request.chart.fontScale * factor, share);
    }
    while (!plan.cards.empty() && share > kLeastForCards && cutsLanes(plan)) {
        share -= kSmallerBy;
        plan = planAt(request, request.chart.fontScale * factor, share);
    }
    while (request.fill && factor >= 1 && factor < kLargest) {
        const SheetPlan larger = planAt(request, request.chart.fontScale * (factor + kLargerBy), share);
        if (!hasRoom(larger) || cutsLanes(larger))
            break;
        factor += kLargerBy;
        plan = larger;
    }
    plan.signs = layoutChart(chartOf(request, plan, plan.chartHeight)).signs;
    return plan;
}

Scene layoutSheet(const SheetRequest &request, const SheetPlan &plan)
{
    ChartRequest chart = chartOf(request, plan, plan.chartHeight);
    chart.signs = plan.signs;
    Scene scene = layoutChart(chart);
    scene.size = plan.size;
    if (!plan.cards.empty()) {
        Canvas canvas(scene);
        layoutCards(canvas, request, plan);
    }
    return scene;
}

} // namespace coroscope::timeline

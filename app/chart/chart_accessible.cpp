// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_accessible.h"

#include "app/access/grid.h"
#include "app/chart/chart_walk.h"
#include "app/chart/chart_widget.h"
#include "app/timeline/cause_text.h"
#include "app/timeline/frame.h"

#include <algorithm>
#include <vector>

namespace coroscope {

namespace {

using Selection = ChartView::Selection;

/// The runs one below the other: of each the thread first, who holds it one after the other, and then its lanes, each
/// with its spans. A wait for the thread that took no time is left out; a lane's heading says how it ended.
class ChartTable final : public access::Grid {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ChartTable)

public:
    explicit ChartTable(ChartWidget *chart) : Grid(chart, QAccessible::Table), m_chart(*chart) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return tr("%n lanes; up and down go from lane to lane, left and right from span to span, Return goes there",
                      nullptr, rowCount());
        return QAccessibleWidget::text(kind);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto hit = timeline::hitTest(m_chart.scene(), m_chart.mapFromGlobal(QPoint(x, y)));
        if (!hit || hit->kind != timeline::Hit::Kind::Span)
            return nullptr;
        const auto at = placeOf({hit->run, hit->actor, hit->span});
        return at ? cell(*at) : nullptr;
    }

    [[nodiscard]] bool hasRowHeadings() const override { return true; }
    [[nodiscard]] bool hasWidgets() const override { return true; }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(rows().size()); }
    [[nodiscard]] int columnCount() const override
    {
        std::size_t most = 0;
        for (const Row &row : rows())
            most = std::max(most, row.spans.size());
        return static_cast<int>(std::min<std::size_t>(most, 1'000'000));
    }
    [[nodiscard]] QString columnDescription(int column) const override { return tr("span %1").arg(column + 1); }

    [[nodiscard]] QString cellText(Place at, QAccessible::Text kind) const override
    {
        const Row &row = rows()[static_cast<std::size_t>(at.row)];
        if (at.column < 0)
            return headingText(row, kind);
        const Span *span = spanAt(row, at.column);
        if (!span)
            return {};
        if (kind == QAccessible::Description)
            return row.thread() ? QString() : causeAndEffects(m_chart.stage(), selectionAt(row, at.column));
        if (kind != QAccessible::Name && kind != QAccessible::Value)
            return {};
        const Stage &stage = m_chart.stage();
        const ActorId actor = row.thread() ? span->by : row.actor;
        QString facts =
            timeline::factsText(stage.describer(row.run), actor, *span, stage.moment(row.run).lengthOf(*span));
        facts.replace(QLatin1Char('\n'), QStringLiteral(", "));
        const bool last = !row.thread() && at.column + 1 == static_cast<int>(row.spans.size());
        const QString outcome =
            last ? timeline::outcomeText(stage.moment(row.run).spans->lane(row.actor), stage.moment(row.run).until())
                 : QString();
        return outcome.isEmpty() ? facts : facts + QStringLiteral(", ") + outcome;
    }
    [[nodiscard]] QRect cellRect(Place at) const override
    {
        const Row &row = rows()[static_cast<std::size_t>(at.row)];
        if (at.column < 0)
            return headingRect(row);
        if (!spanAt(row, at.column))
            return {};
        const std::size_t span = row.spans[static_cast<std::size_t>(at.column)];
        const auto kind = row.thread() ? timeline::Hit::Kind::Thread : timeline::Hit::Kind::Span;
        for (const timeline::Hit &hit : m_chart.scene().hits) {
            const bool lane = hit.kind == kind && hit.run == row.run && (row.thread() || hit.actor == row.actor);
            if (lane && span >= hit.span && span < hit.span + hit.count)
                return onScreen(hit.rect);
        }
        return {};
    }
    [[nodiscard]] QStringList cellActions(Place at) const override
    {
        const bool empty = at.column >= 0 && !spanAt(rows()[static_cast<std::size_t>(at.row)], at.column);
        return empty ? QStringList() : Grid::cellActions(at);
    }
    void act(Place at, const QString &action) override
    {
        const Row row = rows()[static_cast<std::size_t>(at.row)];
        const Span *span = at.column < 0 ? nullptr : spanAt(row, at.column);
        if (!span)
            return;
        m_chart.setFocus(Qt::OtherFocusReason);
        m_chart.reveal(selectionAt(row, at.column));
        if (action == QAccessibleActionInterface::pressAction())
            Q_EMIT m_chart.eventChosen(row.run, span->first);
    }
    [[nodiscard]] std::optional<Place> current() const override { return placeOf(m_chart.view().selection()); }

private:
    /// The thread of a run (ActorId::None), or a lane; and those of its spans that are told.
    struct Row {
        std::size_t run = 0;
        ActorId actor = ActorId::None;
        std::vector<std::size_t> spans;

        [[nodiscard]] bool thread() const { return actor == ActorId::None; }
    };
    /// What the rows were made from.
    struct Made {
        const Spans *spans = nullptr;
        EventIndex cursor = 0;
        Instant now{};
        [[nodiscard]] bool operator==(const Made &) const = default;
    };

    /// Made anew when another moment or other lanes are shown: assistive technology asks for them cell by cell.
    [[nodiscard]] const std::vector<Row> &rows() const
    {
        const timeline::ChartRequest request = m_chart.request(m_chart.size());
        std::vector<Made> made;
        std::vector<std::pair<std::size_t, ActorId>> lanes;
        for (std::size_t run = 0; run < request.runs.size(); ++run) {
            const timeline::RunView &view = request.runs[run];
            made.push_back({view.spans, view.cursor, view.now});
            lanes.emplace_back(run, ActorId::None);
            for (const ActorId actor : timeline::rowsOf(view))
                lanes.emplace_back(run, actor);
        }
        if (made == m_made && lanes == m_lanes)
            return m_rows;
        m_made = std::move(made);
        m_lanes = std::move(lanes);
        m_rows.clear();
        for (const auto &[run, actor] : m_lanes)
            m_rows.push_back({run, actor, toldSpans(request.runs[run], actor)});
        return m_rows;
    }

    [[nodiscard]] static std::vector<std::size_t> toldSpans(const timeline::RunView &view, ActorId actor)
    {
        const std::vector<Span> &spans = actor == ActorId::None ? view.spans->thread() : view.spans->lane(actor).spans;
        std::vector<std::size_t> told;
        for (std::size_t i = 0; i < spans.size() && spans[i].first < view.cursor && spans[i].begin <= view.now; ++i) {
            if (worthAStop(view, spans[i]))
                told.push_back(i);
        }
        return told;
    }

    [[nodiscard]] const Span *spanAt(const Row &row, int column) const
    {
        const Moment moment = m_chart.stage().moment(row.run);
        const std::vector<Span> &spans = row.thread() ? moment.spans->thread() : moment.spans->lane(row.actor).spans;
        return column < static_cast<int>(row.spans.size()) ? &spans[row.spans[static_cast<std::size_t>(column)]]
                                                           : nullptr;
    }

    /// Of the thread's span that of its holder.
    [[nodiscard]] Selection selectionAt(const Row &row, int column) const
    {
        if (!row.thread())
            return {row.run, row.actor, row.spans[static_cast<std::size_t>(column)]};
        const Span &hold = *spanAt(row, column);
        const std::vector<Span> &spans = m_chart.stage().moment(row.run).spans->lane(hold.by).spans;
        const auto after =
            std::ranges::partition_point(spans, [&hold](const Span &span) { return span.first <= hold.first; });
        return {row.run, hold.by,
                after == spans.begin() ? std::nullopt
                                       : std::optional(static_cast<std::size_t>(after - spans.begin() - 1))};
    }

    [[nodiscard]] std::optional<Place> placeOf(const Selection &selection) const
    {
        if (selection.empty() || !selection.span)
            return std::nullopt;
        const std::vector<Row> &all = rows();
        const auto row = std::ranges::find_if(
            all, [&](const Row &each) { return each.run == selection.run && each.actor == selection.actor; });
        if (row == all.end())
            return std::nullopt;
        const auto span = std::ranges::lower_bound(row->spans, *selection.span);
        if (span == row->spans.end() || *span != *selection.span)
            return std::nullopt;
        return Place{static_cast<int>(row - all.begin()), static_cast<int>(span - row->spans.begin())};
    }

    [[nodiscard]] QRect onScreen(const QRectF &rect) const
    {
        const QRect inside = rect.toAlignedRect();
        return {m_chart.mapToGlobal(inside.topLeft()), inside.size()};
    }

    /// The name of a lane; of the thread what lies beside its first span.
    [[nodiscard]] QRect headingRect(const Row &row) const
    {
        using Kind = timeline::Hit::Kind;
        for (const timeline::Hit &hit : m_chart.scene().hits) {
            if (hit.run == row.run && hit.kind == (row.thread() ? Kind::Thread : Kind::LaneName)
                && (row.thread() || hit.actor == row.actor)) {
                const timeline::Plot &plot = m_chart.scene().plots[row.run];
                return onScreen(row.thread() ? QRectF(plot.panel.left(), hit.rect.top(),
                                                      plot.viewport.left - plot.panel.left(), hit.rect.height())
                                             : hit.rect);
            }
        }
        return {};
    }

    [[nodiscard]] QString headingText(const Row &row, QAccessible::Text kind) const
    {
        const Stage &stage = m_chart.stage();
        const Moment moment = stage.moment(row.run);
        if (kind == QAccessible::Description)
            return row.thread() ? QString() : timeline::outcomeText(moment.spans->lane(row.actor), moment.until());
        if (kind != QAccessible::Name)
            return {};
        const QString name = row.thread() ? tr("thread") : stage.describer(row.run).lane(row.actor);
        return stage.runCount() > 1 ? tr("%1, in %2").arg(name, stage.run(row.run).title()) : name;
    }

    ChartWidget &m_chart;
    mutable std::vector<Made> m_made;
    mutable std::vector<std::pair<std::size_t, ActorId>> m_lanes;
    mutable std::vector<Row> m_rows;
};

QAccessibleInterface *makeChart(const QString & /*type*/, QObject *object)
{
    auto *chart = qobject_cast<ChartWidget *>(object);
    return chart ? new ChartTable(chart) : nullptr;
}

} // namespace

void makeChartsAccessible()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeChart);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

void tellChartFocus(ChartWidget &chart)
{
    QAccessibleInterface *table = QAccessible::isActive() ? QAccessible::queryAccessibleInterface(&chart) : nullptr;
    QAccessibleInterface *cell = table ? table->focusChild() : nullptr;
    if (!cell)
        return;
    QAccessibleEvent event(&chart, QAccessible::Focus);
    event.setChild(table->indexOfChild(cell));
    QAccessible::updateAccessibility(&event);
}

} // namespace coroscope

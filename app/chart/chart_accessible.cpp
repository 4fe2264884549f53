// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_accessible.h"

#include "app/chart/chart_walk.h"
#include "app/chart/chart_widget.h"
#include "app/timeline/cause_text.h"
#include "app/timeline/frame.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <map>

namespace coroscope {

namespace {

using Selection = ChartView::Selection;

class ChartTable;

/// A span of a lane; beyond the lane's last span an empty cell.
class SpanCell final : public QAccessibleInterface, public QAccessibleTableCellInterface, public QAccessibleActionInterface {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ChartTable)

public:
    SpanCell(ChartTable &table, int row, int column) : m_table(table), m_row(row), m_column(column) {}

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text /*kind*/, const QString & /*text*/) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QAccessible::State state() const override;

    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString & /*name*/) const override { return {}; }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

private:
    [[nodiscard]] Selection place() const;

    ChartTable &m_table;
    int m_row;
    int m_column;
};

class ChartTable final : public QAccessibleWidget, public QAccessibleTableInterface {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ChartTable)

public:
    explicit ChartTable(ChartWidget *chart) : QAccessibleWidget(chart, QAccessible::Table), m_chart(*chart) {}
    ~ChartTable() override
    {
        for (const auto &[place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
    }
    ChartTable(const ChartTable &) = delete;
    ChartTable &operator=(const ChartTable &) = delete;

    [[nodiscard]] ChartWidget &chart() const { return m_chart; }

    /// The lane of a row; nothing beyond the last.
    [[nodiscard]] Selection lane(int row) const
    {
        const auto lanes = this->lanes();
        return row >= 0 && row < static_cast<int>(lanes.size()) ? lanes[static_cast<std::size_t>(row)] : Selection{};
    }
    [[nodiscard]] std::size_t spansIn(const Selection &lane) const
    {
        return lane.empty() ? 0 : spansShown(m_chart.request(m_chart.size()).runs[lane.run], lane.actor);
    }

    // QAccessibleInterface

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return tr("%n lanes; up and down go from lane to lane, left and right from span to span, Return goes there", nullptr, rowCount());
        return QAccessibleWidget::text(kind);
    }
    [[nodiscard]] int childCount() const override { return rowCount() * columnCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const int columns = columnCount();
        return index < 0 || index >= childCount() ? nullptr : cellAt(index / columns, index % columns);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const SpanCell *>(child);
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto hit = timeline::hitTest(m_chart.scene(), m_chart.mapFromGlobal(QPoint(x, y)));
        if (!hit || hit->kind != timeline::Hit::Kind::Span)
            return nullptr;
        return cell({hit->run, hit->actor, hit->span});
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override { return cell(m_chart.view().selection()); }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }

    // QAccessibleTableInterface

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        const auto known = m_cells.find({row, column});
        if (known != m_cells.end())
            return QAccessible::accessibleInterface(known->second);
        auto *cell = new SpanCell(const_cast<ChartTable &>(*this), row, column);
        m_cells.emplace(std::pair(row, column), QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(lanes().size()); }
    [[nodiscard]] int columnCount() const override
    {
        std::size_t most = 0;
        for (const Selection &lane : lanes())
            most = std::max(most, spansIn(lane));
        return static_cast<int>(std::min<std::size_t>(most, 1'000'000));
    }
    [[nodiscard]] QString rowDescription(int row) const override
    {
        const Selection lane = this->lane(row);
        if (lane.empty())
            return {};
        const QString name = m_chart.stage().describer(lane.run).lane(lane.actor);
        return m_chart.stage().runCount() > 1 ? tr("%1, in %2").arg(name, m_chart.stage().run(lane.run).title()) : name;
    }
    [[nodiscard]] QString columnDescription(int column) const override { return tr("span %1").arg(column + 1); }

    [[nodiscard]] int selectedCellCount() const override { return m_chart.view().selection().span ? 1 : 0; }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override
    {
        QAccessibleInterface *selected = cell(m_chart.view().selection());
        return selected ? QList{selected} : QList<QAccessibleInterface *>();
    }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int /*column*/) const override { return false; }
    [[nodiscard]] bool isRowSelected(int /*row*/) const override { return false; }
    bool selectRow(int /*row*/) override { return false; }
    bool selectColumn(int /*column*/) override { return false; }
    bool unselectRow(int /*row*/) override { return false; }
    bool unselectColumn(int /*column*/) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent * /*event*/) override {}

private:
    [[nodiscard]] std::vector<Selection> lanes() const
    {
        std::vector<Selection> lanes;
        const timeline::ChartRequest request = m_chart.request(m_chart.size());
        for (std::size_t run = 0; run < request.runs.size(); ++run) {
            for (const ActorId actor : timeline::rowsOf(request.runs[run]))
                lanes.push_back({run, actor, std::nullopt});
        }
        return lanes;
    }

    [[nodiscard]] QAccessibleInterface *cell(const Selection &place) const
    {
        const auto lanes = this->lanes();
        const auto row = std::ranges::find_if(lanes, [&](const Selection &lane) { return lane.run == place.run && lane.actor == place.actor; });
        return row == lanes.end() || !place.span ? nullptr : cellAt(static_cast<int>(row - lanes.begin()), static_cast<int>(*place.span));
    }

    ChartWidget &m_chart;
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

bool SpanCell::isValid() const
{
    return !m_table.lane(m_row).empty();
}

QWindow *SpanCell::window() const
{
    return m_table.window();
}

QAccessibleInterface *SpanCell::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_table.chart());
}

Selection SpanCell::place() const
{
    Selection place = m_table.lane(m_row);
    if (static_cast<std::size_t>(m_column) < m_table.spansIn(place))
        place.span = static_cast<std::size_t>(m_column);
    return place;
}

QString SpanCell::text(QAccessible::Text kind) const
{
    const Selection at = place();
    if (!at.span)
        return {};
    const Stage &stage = m_table.chart().stage();
    const Moment moment = stage.moment(at.run);
    const Span &span = moment.spans->lane(at.actor).spans[*at.span];
    if (kind == QAccessible::Description)
        return causeAndEffects(stage, at);
    if (kind != QAccessible::Name && kind != QAccessible::Value)
        return {};
    QString facts = timeline::factsText(stage.describer(at.run), at.actor, span, moment.lengthOf(span));
    return facts.replace(QLatin1Char('\n'), QStringLiteral(", "));
}

QRect SpanCell::rect() const
{
    const Selection at = place();
    ChartWidget &chart = m_table.chart();
    for (const timeline::Hit &hit : chart.scene().hits) {
        if (at.span && hit.kind == timeline::Hit::Kind::Span && hit.run == at.run && hit.actor == at.actor && *at.span >= hit.span
            && *at.span < hit.span + hit.count) {
            const QRect inside = hit.rect.toAlignedRect();
            return {chart.mapToGlobal(inside.topLeft()), inside.size()};
        }
    }
    return {};
}

QAccessible::State SpanCell::state() const
{
    QAccessible::State state;
    state.readOnly = true;
    state.focusable = true;
    state.selectable = true;
    state.selected = isSelected();
    state.focused = state.selected && m_table.chart().hasFocus();
    state.offscreen = rect().isEmpty();
    return state;
}

bool SpanCell::isSelected() const
{
    const Selection at = place();
    return at.span && at == m_table.chart().view().selection();
}

void SpanCell::doAction(const QString &name)
{
    const Selection at = place();
    if (!at.span)
        return;
    m_table.chart().reveal(at);
    if (name == pressAction())
        Q_EMIT m_table.chart().eventChosen(at.run, m_table.chart().stage().run(at.run).spans().lane(at.actor).spans[*at.span].first);
}

QAccessibleInterface *makeInterface(const QString & /*type*/, QObject *object)
{
    auto *chart = qobject_cast<ChartWidget *>(object);
    return chart ? new ChartTable(chart) : nullptr;
}

} // namespace

void makeChartsAccessible()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeInterface);
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

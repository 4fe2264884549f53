// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_menu.h"

#include "app/chart/chart_widget.h"
#include "app/chart/note_editor.h"
#include "app/controls/plain_text.h"
#include "app/timeline/frame.h"
#include "core/model/why.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace coroscope {

namespace {

class ChartMenu {
    Q_DECLARE_TR_FUNCTIONS(coroscope::ChartMenu)

public:
    explicit ChartMenu(ChartWidget &chart) : m_chart(chart), m_view(chart.view()) {}

    void fill(QMenu &menu, QPointF at)
    {
        const auto hit = timeline::hitTest(m_chart.scene(), at);
        if (hit && hit->actor != ActorId::None && hit->run < m_chart.stage().runCount())
            addLane(menu, *hit);
        if (hit)
            addNotes(menu, *hit, at);
        addHidden(menu);
        addArrows(menu);
        addResources(menu);
        menu.addSeparator();
        addView(menu);
    }

private:
    void addLane(QMenu &menu, const timeline::Hit &hit)
    {
        const QString name = m_chart.stage().describer(hit.run).lane(hit.actor);
        menu.addSection(plainEntry(name));
        addWhy(menu, hit);
        menu.addAction(tr("Hide this lane"), &m_chart, [this, hit] { m_view.hideLane(hit.run, hit.actor); });
        menu.addAction(tr("Move it up"), &m_chart, [this, hit] { move(hit, -1); });
        menu.addAction(tr("Move it down"), &m_chart, [this, hit] { move(hit, 1); });
        menu.addSeparator();
    }

    void addWhy(QMenu &menu, const timeline::Hit &hit)
    {
        const auto &spans = m_chart.stage().run(hit.run).spans().lane(hit.actor).spans;
        if (hit.kind == timeline::Hit::Kind::Span && hit.span < spans.size() && isGap(spans[hit.span]))
            menu.addAction(tr("Why does it wait?"), &m_chart,
                           [this, hit] { Q_EMIT m_chart.whyAsked({hit.run, hit.actor, hit.span}); });
    }

    void move(const timeline::Hit &hit, std::ptrdiff_t by)
    {
        std::vector<ActorId> rows = timeline::rowsOf(m_chart.request(m_chart.size()).runs[hit.run]);
        const auto row = std::ranges::find(rows, hit.actor);
        const std::ptrdiff_t to = row - rows.begin() + by;
        if (row == rows.end() || to < 0 || to >= std::ssize(rows))
            return;
        std::swap(*row, rows[static_cast<std::size_t>(to)]);
        timeline::LaneChoice choice = m_view.lanes(hit.run);
        choice.order = std::move(rows);
        m_view.setLanes(hit.run, std::move(choice));
    }

    void addNotes(QMenu &menu, const timeline::Hit &hit, QPointF at)
    {
        NoteEditor *editor = m_chart.noteEditor();
        if (!editor)
            return;
        if (hit.kind == timeline::Hit::Kind::Note) {
            menu.addAction(tr("Edit the note"), editor, [editor, hit] { editor->edit(hit.run, hit.span); });
            menu.addAction(tr("Remove the note"), editor, [editor, hit] { editor->remove(hit.run, hit.span); });
        } else {
            menu.addAction(tr("Add a note here"), editor, [editor, at] { editor->addAt(at); });
        }
        menu.addSeparator();
    }

    void addHidden(QMenu &menu)
    {
        QAction *all =
            menu.addAction(tr("Show all lanes, in their own order"), &m_chart, [this] { m_view.showAllLanes(); });
        all->setEnabled(m_view.lanesChosen());
    }

    void addArrows(QMenu &menu)
    {
        QMenu *arrows = menu.addMenu(tr("Arrows"));
        auto *group = new QActionGroup(arrows);
        for (const auto &[mode, text] :
             {std::pair(timeline::Arrows::Selected, tr("Of the selected task")),
              std::pair(timeline::Arrows::All, tr("All")), std::pair(timeline::Arrows::None, tr("None"))}) {
            QAction *action = arrows->addAction(text, &m_chart, [this, mode = mode] { m_view.setArrows(mode); });
            action->setCheckable(true);
            action->setChecked(m_view.arrows() == mode);
            group->addAction(action);
        }
    }

    void addResources(QMenu &menu)
    {
        QMenu *resources = menu.addMenu(tr("Lanes of resources"));
        for (std::size_t run = 0; run < m_chart.stage().runCount(); ++run) {
            for (const LevelTrack &track : m_chart.stage().levels(run).tracks())
                addResource(*resources, run, track.resource);
        }
        resources->setEnabled(!resources->isEmpty());
    }

    void addResource(QMenu &menu, std::size_t run, ResourceId resource)
    {
        const auto &shown = m_view.lanes(run).resources;
        const bool checked = std::ranges::find(shown, resource) != shown.end();
        QAction *action = menu.addAction(plainEntry(m_chart.stage().describer(run).resource(resource)), &m_chart,
                                         [this, run, resource, checked] {
                                             timeline::LaneChoice choice = m_view.lanes(run);
                                             if (checked)
                                                 std::erase(choice.resources, resource);
                                             else
                                                 choice.resources.push_back(resource);
                                             m_view.setLanes(run, std::move(choice));
                                         });
        action->setCheckable(true);
        action->setChecked(checked);
    }

    void addView(QMenu &menu)
    {
        menu.addAction(tr("Show everything"), &m_chart, [this] { m_chart.fit(); });
        menu.addAction(tr("Back to the view before"), &m_chart, [this] { m_view.back(); })
            ->setEnabled(m_view.canGoBack());
        menu.addAction(tr("Forward again"), &m_chart, [this] { m_view.forward(); })->setEnabled(m_view.canGoForward());
        menu.addAction(tr("Remove the measure"), &m_chart, [this] { m_view.measure(std::nullopt); })
            ->setEnabled(m_view.measured().has_value());
    }

    ChartWidget &m_chart;
    ChartView &m_view;
};

} // namespace

void showChartMenu(ChartWidget &chart, QPointF at, QPoint global)
{
    QMenu menu(&chart);
    QObject::connect(&chart.stage().playback(), &Playback::loaded, &menu, &QMenu::close); // what it is about has gone
    ChartMenu filler(chart);
    filler.fill(menu, at);
    menu.exec(global);
}

} // namespace coroscope

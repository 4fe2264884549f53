// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/chart_commands.h"

#include "app/chart/chart_widget.h"
#include "app/chart/loop_control.h"
#include "app/chart/search_bar.h"
#include "app/chart/slice_chart.h"
#include "app/controls/actions.h"

#include <QAction>

namespace coroscope {

namespace {

void turnArrows(ChartView &view)
{
    using timeline::Arrows;
    const Arrows now = view.arrows();
    view.setArrows(now == Arrows::Selected ? Arrows::All : now == Arrows::All ? Arrows::None : Arrows::Selected);
}

void addZoom(Actions &actions, ChartWidget &chart, SliceChart &trace)
{
    actions.add(Menu::View, {.id = "zoom.in",
                             .text = QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Shows less time, and more of it"),
                             .keys = {Qt::Key_Plus, Qt::Key_Equal},
                             .icon = Symbol::ZoomIn,
                             .run = [&chart] { chart.zoom(1.25); },
                             .onTrace = [&trace] { trace.zoom(1.25); }});
    actions.add(Menu::View, {.id = "zoom.out",
                             .text = QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Shows more time"),
                             .keys = {Qt::Key_Minus},
                             .icon = Symbol::ZoomOut,
                             .run = [&chart] { chart.zoom(0.8); },
                             .onTrace = [&trace] { trace.zoom(0.8); }});
    actions.add(Menu::View, {.id = "zoom.fit",
                             .text = QT_TRANSLATE_NOOP("Actions", "Show &everything"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "The whole run, from its beginning to its end"),
                             .keys = {Qt::Key_F},
                             .icon = Symbol::Fit,
                             .run = [&chart] { chart.fit(); },
                             .onTrace = [&trace] { trace.fit(); }});
    actions.add(Menu::View, {.id = "pan.earlier",
                             .text = QT_TRANSLATE_NOOP("Actions", "Show what was e&arlier"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Moves the chart by a quarter of what it shows"),
                             .keys = {Qt::ALT | Qt::SHIFT | Qt::Key_Left},
                             .run = [&chart] { chart.pan(-0.25); },
                             .onTrace = [&trace] { trace.pan(-0.25); }});
    actions.add(Menu::View, {.id = "pan.later",
                             .text = QT_TRANSLATE_NOOP("Actions", "Show what co&mes later"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Moves the chart by a quarter of what it shows"),
                             .keys = {Qt::ALT | Qt::SHIFT | Qt::Key_Right},
                             .run = [&chart] { chart.pan(0.25); },
                             .onTrace = [&trace] { trace.pan(0.25); }});
    actions.add(Menu::View, {.id = "view.back",
                             .text = QT_TRANSLATE_NOOP("Actions", "&Back to the view before"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Undoes the last zoom, move or change of axis"),
                             .keys = {Qt::ALT | Qt::Key_Left},
                             .run = [&chart] { chart.view().back(); }});
    actions.add(Menu::View, {.id = "view.forward",
                             .text = QT_TRANSLATE_NOOP("Actions", "Forwar&d to the view after"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Does again what was undone"),
                             .keys = {Qt::ALT | Qt::Key_Right},
                             .run = [&chart] { chart.view().forward(); }});
}

/// Where there are more lanes than the chart is high.
void addScrolling(Actions &actions, ChartWidget &chart, SliceChart &trace)
{
    const auto by = [&chart](int lanes) {
        return [&chart, lanes] {
            if (!chart.scene().plots.empty())
                chart.setScroll(chart.scroll() + lanes * static_cast<int>(chart.scene().plots.front().laneHeight));
        };
    };
    actions.add(Menu::View,
                {.id = "lanes.up",
                 .text = QT_TRANSLATE_NOOP("Actions", "Lanes further &up"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "Scrolls the lanes where they are too many for the chart"),
                 .keys = {Qt::CTRL | Qt::Key_Up},
                 .run = by(-1),
                 .onTrace = [&trace] { trace.scrollLanes(-1); }});
    actions.add(Menu::View,
                {.id = "lanes.down",
                 .text = QT_TRANSLATE_NOOP("Actions", "Lanes further do&wn"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "Scrolls the lanes where they are too many for the chart"),
                 .keys = {Qt::CTRL | Qt::Key_Down},
                 .run = by(1),
                 .onTrace = [&trace] { trace.scrollLanes(1); }});
}

void addModes(Actions &actions, ChartWidget &chart, Playback &playback)
{
    ChartView &view = chart.view();
    QAction *steps = actions.add(
        Menu::View, {.id = "axis.steps",
                     .text = QT_TRANSLATE_NOOP("Actions", "One column a &step"),
                     .tip = QT_TRANSLATE_NOOP("Actions", "What happens at the same time stands side by side, in order"),
                     .keys = {Qt::Key_A},
                     .icon = Symbol::Axis,
                     .checkable = true,
                     .run = [&view] {
                         const bool clock = view.axis() == timeline::AxisMode::Clock;
                         view.setAxis(clock ? timeline::AxisMode::Steps : timeline::AxisMode::Clock);
                     }});
    actions.add(Menu::View, {.id = "arrows",
                             .text = QT_TRANSLATE_NOOP("Actions", "Arrows: o&f the selected task, all, none"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Who woke, created or cancelled whom"),
                             .keys = {Qt::Key_W},
                             .run = [&view] { turnArrows(view); }});
    QAction *resources =
        actions.add(Menu::View, {.id = "resources",
                                 .text = QT_TRANSLATE_NOOP("Actions", "Lanes of &queues and locks"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "How full queues are, and who holds a lock"),
                                 .keys = {Qt::Key_Q},
                                 .checkable = true,
                                 .run = [&chart] { chart.showResources(!chart.resourcesShown()); }});
    QAction *spotlight =
        actions.add(Menu::View, {.id = "spotlight",
                                 .text = QT_TRANSLATE_NOOP("Actions", "Spotli&ght"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "Dims every lane but the one that has the thread"),
                                 .keys = {Qt::Key_D},
                                 .checkable = true,
                                 .run = [&view] { view.setSpotlight(!view.spotlight()); }});
    QAction *follow =
        actions.add(Menu::Play, {.id = "follow",
                                 .text = QT_TRANSLATE_NOOP("Actions", "Follo&w the now-line"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "The chart moves along while playing"),
                                 .keys = {Qt::Key_G},
                                 .checkable = true,
                                 .run = [&view] { view.setFollowing(!view.following()); }});
    actions.add(Menu::Play,
                {.id = "measure",
                 .text = QT_TRANSLATE_NOOP("Actions", "Measure from here, or to here"),
                 .tip = QT_TRANSLATE_NOOP("Actions",
                                          "Marks the time between two places of the now-line; Esc takes the mark away"),
                 .keys = {Qt::Key_M},
                 .run = [&chart, &view] {
                     view.setAnchor(view.anchor() ? std::nullopt : std::optional(chart.nowPosition()));
                 }});
    QAction *loop =
        actions.add(Menu::Play, {.id = "loop",
                                 .text = QT_TRANSLATE_NOOP("Actions", "Play the measured part a&gain and again"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "Measure by dragging in the chart with Shift"),
                                 .keys = {Qt::Key_R},
                                 .checkable = true,
                                 .run = [&chart, &playback] { toggleLoop(chart, playback); }});
    const auto mark = [=, &chart, &playback] {
        steps->setChecked(chart.axis() == timeline::AxisMode::Steps);
        resources->setChecked(chart.resourcesShown());
        spotlight->setChecked(chart.view().spotlight());
        follow->setChecked(chart.view().following());
        loop->setChecked(playback.loop().has_value());
        loop->setEnabled(playback.loop() || canLoop(chart));
    };
    QObject::connect(&view, &ChartView::changed, &actions, mark);
    QObject::connect(&view, &ChartView::modeChanged, &actions, mark);
    QObject::connect(&playback, &Playback::loopChanged, &actions, mark);
    mark();
}

} // namespace

void addChartCommands(Actions &actions, ChartWidget &chart, SearchBar &search, Playback &playback,
                      const TraceChart &trace)
{
    addZoom(actions, chart, trace.chart);
    addScrolling(actions, chart, trace.chart);
    actions.addSeparator(Menu::View);
    addModes(actions, chart, playback);
    actions.add(Menu::View,
                {.id = "search",
                 .text = QT_TRANSLATE_NOOP("Actions", "Searc&h tasks and events"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "By the name of a task, or by what was printed or called"),
                 .keys = {Qt::CTRL | Qt::Key_F},
                 .icon = Symbol::Search,
                 .run = [&search] { search.open(); },
                 .onTrace = trace.search});
    actions.add(Menu::View, {.id = "search.next",
                             .text = QT_TRANSLATE_NOOP("Actions", "&Next match"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Goes to the next thing found"),
                             .keys = {Qt::Key_F3},
                             .run = [&search] { search.next(); },
                             .onTrace = [again = trace.searchAgain] { again(true); }});
    actions.add(Menu::View, {.id = "search.previous",
                             .text = QT_TRANSLATE_NOOP("Actions", "&Previous match"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Goes back to the thing found before"),
                             .keys = {Qt::SHIFT | Qt::Key_F3},
                             .run = [&search] { search.previous(); },
                             .onTrace = [again = trace.searchAgain] { again(false); }});
}

} // namespace coroscope

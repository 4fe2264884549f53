// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"

#include "app/controls/line_marks.h"
#include "app/course/line_map.h"
#include "core/model/positions.h"

#include <QHash>

#include <optional>

class QLabel;
class QTabBar;

namespace coroscope {

class Appearance;
class ChartView;
class CodeView;

/// The lesson's Python listing and the C++ file that really runs, with everybody marked where he is: the line of
/// whoever has the thread highlighted, the names of all behind the lines they have reached. Below it the await stack of
/// whoever has the thread, or of the task whose name was clicked.
class SourcePanel : public Panel {
    Q_OBJECT

public:
    SourcePanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    enum Tab { Python, Cpp };
    void setTab(Tab tab);

    /// The task selected in the chart is the one whose await stack is shown, and a name clicked here is selected there.
    void follow(ChartView &chart);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void loadRun();
    void loadCode();
    void choose(ActorId actor);
    [[nodiscard]] ActorId chosen() const;
    void revealLatest(const Positions &positions);
    [[nodiscard]] bool isScenario() const { return m_cppFile.isEmpty(); }
    [[nodiscard]] Tab tab() const;

    [[nodiscard]] std::vector<LineMark> marks(const Positions &positions, ActorId running);
    void addMark(std::vector<LineMark> &marks, ActorId actor, const QString &name, int line, bool running) const;
    [[nodiscard]] int lineOf(SourceId source);
    [[nodiscard]] int lineOf(const Positions::Chain &chain);
    [[nodiscard]] QString nameOf(ActorId actor) const;
    [[nodiscard]] bool callbackRuns(const Positions &positions) const;

    [[nodiscard]] QString stackText(const Positions &positions, ActorId actor);
    [[nodiscard]] QString frameText(const Positions::Frame &frame);
    [[nodiscard]] QString operationText(const Positions::Frame &frame, TextId operation);
    [[nodiscard]] QString waitsFor(ActorId actor) const;

    const Appearance &m_appearance;
    QTabBar *m_tabs;
    QLabel *m_stack;
    CodeView *m_code;
    RunOrigin m_origin; ///< of the run
    QString m_cppFile;  ///< its name, without folders; empty for a scenario, and where there is no source
    formats::LineMap m_map;
    QHash<SourceId, int> m_lines; ///< of the places asked for so far, in the source that is shown
    ChartView *m_chart = nullptr;
    ActorId m_chosen = ActorId::None;         ///< while there is no chart to follow
    int m_latestLine = 0;                     ///< where something happened last, while nobody had the thread
    std::optional<PositionsView> m_positions; ///< of the run in focus
};

} // namespace coroscope

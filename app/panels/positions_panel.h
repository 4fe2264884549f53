// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"

#include "app/controls/line_marks.h"
#include "core/model/positions.h"

#include <QHash>

#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QTabBar;

namespace coroscope {

class Appearance;
class ChartView;
class CodeView;

/// A source, one tab a form or file of it, with everybody marked where he is: the line of whoever has the thread
/// highlighted, the names of all behind the lines they have reached. Below it the await stack of whoever has the
/// thread, or of the task whose name was clicked. Which source that is, and which of its lines a place of the run is,
/// is said by who inherits.
class PositionsPanel : public Panel {
    Q_OBJECT

public:
    /// The task selected in the chart is the one whose await stack is shown, and a name clicked here is selected there.
    void follow(ChartView &chart);
    /// In the source's context menu.
    void addToMenu(QAction *action);

protected:
    PositionsPanel(const Stage &stage, const Appearance &appearance, QWidget *parent);

    /// The line, from 1, of the source that is shown; 0 when the place is not in it. Asked once for each place.
    [[nodiscard]] virtual int lineIn(const SourcePlace &place) const = 0;
    /// A link of the await stack at that line of the source that is shown, or 0; `awaited` is the function of the link
    /// behind it. Empty: it is left out.
    [[nodiscard]] virtual QString frameText(const Positions::Frame &frame, TextId awaited, int line) const;

    [[nodiscard]] QTabBar &tabs() const { return *m_tabs; }
    [[nodiscard]] CodeView &code() const { return *m_code; }
    [[nodiscard]] QLabel &stack() const { return *m_stack; }
    [[nodiscard]] const Trace &trace() const { return stage().run(stage().focus()).trace(); }
    /// Other tabs, of which this one is in front.
    void setTabs(const QStringList &names, int current);
    void addBesideTabs(QWidget *widget);
    void addBelow(QWidget *widget);
    /// Another source is shown, in which places have other lines.
    void forgetLines();

    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void choose(ActorId actor);
    [[nodiscard]] ActorId chosen() const;
    void revealLatest(const Positions &positions);
    [[nodiscard]] std::vector<LineMark> marks(const Positions &positions, ActorId running);
    void addMark(std::vector<LineMark> &marks, ActorId actor, const QString &name, int line, bool running) const;
    [[nodiscard]] int lineOf(SourceId source);
    [[nodiscard]] int lineOf(const Positions::Chain &chain);
    [[nodiscard]] QString nameOf(ActorId actor) const;
    [[nodiscard]] bool callbackRuns(const Positions &positions) const;
    [[nodiscard]] QString stackText(const Positions &positions, ActorId actor);
    [[nodiscard]] QString waitsFor(ActorId actor) const;
    void retranslate();

    const Appearance &m_appearance;
    QHBoxLayout *m_tabRow;
    QTabBar *m_tabs;
    QLabel *m_stack;
    CodeView *m_code;
    QHash<SourceId, int> m_lines; ///< of the places asked for so far, in the source that is shown
    ChartView *m_chart = nullptr;
    ActorId m_chosen = ActorId::None;         ///< while there is no chart to follow
    int m_latestLine = 0;                     ///< where something happened last, while nobody had the thread
    std::optional<PositionsView> m_positions; ///< of the run in focus
};

} // namespace coroscope

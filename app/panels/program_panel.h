// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/panel.h"

#include "app/controls/line_marks.h"
#include "core/model/positions.h"

#include <optional>

class QLabel;
class QTabBar;

namespace coroscope {

class Appearance;
class ChartView;
class CodeView;
class ProgramSession;

/// The source of a Python program, to be edited, with everybody marked where he is while it runs or after: as far as
/// the text is the one that ran. Other files of the program that ran have a tab each, to be read. Below it the await
/// stack.
class ProgramPanel : public Panel {
    Q_OBJECT

public:
    ProgramPanel(const Stage &stage, ProgramSession &programs, const Appearance &appearance, QWidget *parent = nullptr);

    /// The task selected in the chart is the one whose await stack is shown, and a name clicked here is selected there.
    void follow(ChartView &chart);
    /// Of the cursor, in the program's own file; 0 when another file is shown.
    [[nodiscard]] int cursorLine() const;
    [[nodiscard]] CodeView &editor() { return *m_code; }

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void showProgram();
    void showFiles();
    void showFile();
    void showFault();
    void retranslate();
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] bool showsMain() const;
    [[nodiscard]] bool isWhatRan() const;
    [[nodiscard]] int lineOf(const Positions::Chain &chain) const;
    [[nodiscard]] std::vector<LineMark> marks(const Positions &positions) const;
    [[nodiscard]] QString stackText(const Positions &positions) const;
    [[nodiscard]] ActorId chosen() const;
    [[nodiscard]] QString nameOf(ActorId actor) const;

    ProgramSession &m_programs;
    const Appearance &m_appearance;
    QTabBar *m_tabs;
    CodeView *m_code;
    QLabel *m_stack;
    ChartView *m_chart = nullptr;
    std::optional<PositionsView> m_positions;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/positions_panel.h"

#include <optional>

namespace coroscope {

class ProgramSession;

/// The source of a Python program, to be edited, with everybody marked where he is while it runs or after: as far as
/// the text is the one that ran. Other files of the program that ran have a tab each, to be read.
class ProgramPanel : public PositionsPanel {
    Q_OBJECT

public:
    ProgramPanel(const Stage &stage, ProgramSession &programs, const Appearance &appearance, QWidget *parent = nullptr);

    /// Of the cursor, in the program's own file; 0 when another file is shown.
    [[nodiscard]] int cursorLine() const;
    [[nodiscard]] CodeView &editor() { return code(); }

protected:
    [[nodiscard]] int lineIn(const SourcePlace &place) const override;
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
    [[nodiscard]] bool isWhatRan();

    ProgramSession &m_programs;
    std::optional<bool> m_whatRan; ///< the text shown is the one that ran; unknown after either has changed
    std::size_t m_sourceCount = 0; ///< of the run, when that was found out
};

} // namespace coroscope

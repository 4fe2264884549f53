// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/positions_panel.h"

#include "app/live/traceback.h"

#include <QSet>

#include <optional>

class QToolButton;

namespace coroscope {

class ProgramSession;

/// The source of a Python program, to be edited, with everybody marked where he is while it runs or after: as far as
/// the text is the one that ran. The other files of its folder that it imported have a tab each, to be edited as well;
/// those that lie elsewhere, to be read. An error is written below its line.
class ProgramPanel : public PositionsPanel {
    Q_OBJECT

public:
    ProgramPanel(const Stage &stage, ProgramSession &programs, const Appearance &appearance, QWidget *parent = nullptr);

    /// Of the cursor, in the program's own file; 0 when another file is shown.
    [[nodiscard]] int cursorLine() const;
    [[nodiscard]] CodeView &editor() { return code(); }
    /// The keys go into the editor.
    [[nodiscard]] bool typing() const;

Q_SIGNALS:
    void cursorLineChanged(int line);
    void addFileClicked();

protected:
    [[nodiscard]] int lineIn(const SourcePlace &place) const override;
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void connectProgram();
    void showProgram();
    void takeImported();
    void showTabs();
    void showFile();
    void showFault();
    void goToFault();
    void retranslate();
    [[nodiscard]] QString fileName() const { return m_names.value(tabIndex()); }
    [[nodiscard]] int tabIndex() const;
    [[nodiscard]] bool isWhatRan();

    ProgramSession &m_programs;
    QToolButton *m_add;
    QStringList m_names;           ///< of the tabs' files: first those that are edited
    QSet<QString> m_tried;         ///< files that the runs brought, and that were opened if they could be
    Traceback m_fault;             ///< of the run that is over
    bool m_faultSeen = false;      ///< its line has been gone to
    std::optional<bool> m_whatRan; ///< the text shown is the one that ran; unknown after either has changed
    std::size_t m_sourceCount = 0; ///< of the run, when that was found out
};

} // namespace coroscope

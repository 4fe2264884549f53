// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/panel.h"
#include "core/trace/loop_view.h"

#include <optional>

class QLabel;
class QsciLexerCPP;
class QsciScintilla;

namespace coroscope {

class Appearance;

/// The lesson's own source: the very file that runs, with the line of the task that has the thread marked, and in the
/// margin the lines where the others wait.
class SourcePanel : public Panel {
    Q_OBJECT

public:
    SourcePanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    void setUpEditor();
    void restyle();
    void retranslate();
    void loadFile();
    void mark();
    void markHolder(const Lane &lane, const LoopState &state);
    [[nodiscard]] int lineOf(SourceId source) const;
    [[nodiscard]] int lineOf(const Lane &lane, const LoopState &state) const;
    [[nodiscard]] QString stackText(const Lane &lane, const LoopState &state) const;

    const Appearance &m_appearance;
    QLabel *m_heading;
    QLabel *m_stack;
    QsciScintilla *m_editor;
    QsciLexerCPP *m_lexer;
    QString m_file; ///< its name, without folders
    int m_markedLine = -1;
    std::optional<LoopView> m_view; ///< of the run in focus
};

/// Where the task is, or was last: where it awaits or blocks, or during its turn will do so.
[[nodiscard]] SourceId placeOf(const Lane &lane, const Moment &moment);

} // namespace coroscope

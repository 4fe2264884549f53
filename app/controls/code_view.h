// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "app/controls/line_marks.h"

class QAction;
class QsciLexer;
class QsciScintilla;

namespace coroscope {

class Appearance;

/// A source to be read: with line numbers, coloured by its language, and marked with who is where.
class CodeView : public QWidget {
    Q_OBJECT

public:
    enum class Language { Python, Cpp, Json };

    explicit CodeView(const Appearance &appearance, QWidget *parent = nullptr);

    /// The lines (from 1) in `changed` stand out: they are not what the reader expects there.
    void setCode(const QString &code, Language language, const QList<int> &changed = {});
    /// For assistive technology.
    void setName(const QString &name, const QString &description);
    [[nodiscard]] QString code() const;

    /// Lets the text be changed; edited() tells of it.
    void setEditable(bool editable);
    /// The keyboard is in it, and what is typed changes the text.
    [[nodiscard]] bool typing() const;
    /// Another text in the place of this one, as one step of undo; the cursor stays in its line.
    void replaceCode(const QString &code);
    /// Of the cursor, from 1.
    [[nodiscard]] int cursorLine() const;
    void goToLine(int line);
    /// Writes a sentence below a line, as of what is wrong there; 0 takes it away.
    void noteAt(int line, const QString &sentence);
    void addToMenu(QAction *action) { m_menuActions.append(action); }

    /// The line of whoever runs is highlighted, and kept in view.
    void setMarks(std::vector<LineMark> marks);
    [[nodiscard]] const std::vector<LineMark> &marks() const { return m_marks->marks(); }
    /// Scrolls as little as it takes to have the line in view.
    void reveal(int line);
    /// The highlighted line, from 1; 0 when nobody runs.
    [[nodiscard]] int highlighted() const { return m_highlighted; }

Q_SIGNALS:
    void chosen(coroscope::ActorId actor); ///< its name was clicked
    void edited();                         ///< by the user
    void cursorMoved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpEditor();
    void setUpMargins();
    void restyle();
    void markChanged();
    void restyleLexer(QsciLexer &lexer, const QFont &font) const;
    void highlight(const LineMark *running);
    void placeMarks();
    void showMenu(QPoint position);
    [[nodiscard]] std::optional<LineMarks::Row> rowOf(int line) const;

    const Appearance &m_appearance;
    QsciScintilla *m_editor;
    LineMarks *m_marks;
    QList<int> m_changed;
    QList<QAction *> m_menuActions; ///< above what the editor offers
    bool m_loading = false;         ///< the text changes, but nobody edits
    int m_highlighted = 0;
    QColor m_highlight;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/controls/line_marks.h"

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

    void setCode(const QString &code, Language language);
    [[nodiscard]] QString code() const;

    /// Whoever runs has his line highlighted, and sees to it that it is in view.
    void setMarks(std::vector<LineMark> marks);
    [[nodiscard]] const std::vector<LineMark> &marks() const { return m_marks->marks(); }
    /// Scrolls as little as it takes to have the line in view.
    void reveal(int line);
    /// The highlighted line, from 1; 0 when nobody runs.
    [[nodiscard]] int highlighted() const { return m_highlighted; }

Q_SIGNALS:
    void chosen(coroscope::ActorId actor); ///< its name was clicked

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpEditor();
    void setUpMargins();
    void restyle();
    void restyleLexer(QsciLexer &lexer, const QFont &font) const;
    void highlight(const LineMark *running);
    void placeMarks();
    [[nodiscard]] std::optional<LineMarks::Row> rowOf(int line) const;

    const Appearance &m_appearance;
    QsciScintilla *m_editor;
    LineMarks *m_marks;
    int m_highlighted = 0;
    QColor m_highlight;
};

} // namespace coroscope

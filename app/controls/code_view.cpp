// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/code_view.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/plain_text.h"

// QScintilla's headers are written with the keywords that this program goes without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>
#undef slots
#undef signals

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

/// Markers; the later lies over the earlier.
constexpr int kChanged = 0;
constexpr int kHighlight = 1;
enum Margin { BarMargin, NumberMargin, SpaceMargin };

/// As much of a task's colour behind its line as leaves all text there readable.
QColor highlightOf(const QColor &colour, const timeline::Theme &theme)
{
    for (double share = 0.7; share > 0.08; share -= 0.02) {
        const auto mix = [share](int ink, int paper) { return static_cast<int>(share * ink + (1 - share) * paper); };
        const QColor mixed(mix(colour.red(), theme.panel.red()), mix(colour.green(), theme.panel.green()),
                           mix(colour.blue(), theme.panel.blue()));
        const bool readable =
            std::ranges::all_of(std::array{theme.text, theme.mutedText, theme.accent},
                                [&](const QColor &ink) { return timeline::contrast(ink, mixed) >= 4.5; });
        if (readable)
            return mixed;
    }
    return theme.selection;
}

/// Knows the words that this course is about as well.
class PythonLexer : public QsciLexerPython {
public:
    using QsciLexerPython::QsciLexerPython;
    const char *keywords(int set) const override
    {
        static const QByteArray words =
            QByteArray(QsciLexerPython::keywords(1)) + " async await nonlocal True False None";
        return set == 1 ? words.constData() : QsciLexerPython::keywords(set);
    }
};

/// And C++'s counterparts.
class CppLexer : public QsciLexerCPP {
public:
    using QsciLexerCPP::QsciLexerCPP;
    const char *keywords(int set) const override
    {
        static const QByteArray words =
            QByteArray(QsciLexerCPP::keywords(1)) + " co_await co_return co_yield constexpr noexcept nullptr override";
        return set == 1 ? words.constData() : QsciLexerCPP::keywords(set);
    }
};

QsciLexer *lexerFor(CodeView::Language language, QObject *parent)
{
    switch (language) {
    case CodeView::Language::Python: return new PythonLexer(parent);
    case CodeView::Language::Cpp: return new CppLexer(parent);
    case CodeView::Language::Json: break;
    }
    return new QsciLexerJSON(parent);
}

std::vector<int> commentStyles(const QsciLexer &lexer)
{
    if (qobject_cast<const QsciLexerPython *>(&lexer))
        return {QsciLexerPython::Comment, QsciLexerPython::CommentBlock};
    if (qobject_cast<const QsciLexerCPP *>(&lexer))
        return {QsciLexerCPP::Comment, QsciLexerCPP::CommentLine, QsciLexerCPP::CommentDoc,
                QsciLexerCPP::CommentLineDoc, QsciLexerCPP::PreProcessor};
    return {};
}

int keywordStyle(const QsciLexer &lexer)
{
    if (qobject_cast<const QsciLexerPython *>(&lexer))
        return QsciLexerPython::Keyword;
    if (qobject_cast<const QsciLexerCPP *>(&lexer))
        return QsciLexerCPP::Keyword;
    return QsciLexerJSON::Property;
}

} // namespace

CodeView::CodeView(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_editor(new QsciScintilla(this)),
      m_marks(new LineMarks([this](int line) { return rowOf(line); }, this))
{
    setUpEditor();
    setUpMargins();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    setFocusProxy(m_editor);
    access::setRole(*m_marks, QAccessible::NoRole);
    m_editor->viewport()->installEventFilter(this);
    for (const QScrollBar *bar : {m_editor->verticalScrollBar(), m_editor->horizontalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, m_marks, [this] { m_marks->update(); });
        connect(bar, &QScrollBar::rangeChanged, this, [this] { placeMarks(); });
    }
    connect(&appearance, &Appearance::changed, this, &CodeView::restyle);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &CodeView::cursorMoved);
    m_editor->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_editor, &QWidget::customContextMenuRequested, this,
            [this](QPoint position) { showMenu(m_editor->mapToGlobal(position)); });
    restyle();
}

void CodeView::setUpEditor()
{
    m_editor->setReadOnly(true);
    m_editor->setUtf8(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setCaretWidth(0);
    m_editor->setFolding(QsciScintilla::NoFoldStyle);
    m_editor->setTabWidth(4);
    // Escape leaves the editor, as it leaves every field of the window.
    if (QsciCommand *const escape = m_editor->standardCommands()->boundTo(Qt::Key_Escape))
        escape->setKey(0);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETEXTRAASCENT, 2UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETEXTRADESCENT, 2UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETYCARETPOLICY, QsciScintilla::CARET_SLOP | QsciScintilla::CARET_STRICT,
                            3L);
}

void CodeView::setName(const QString &name, const QString &description)
{
    m_editor->setAccessibleName(name);
    m_editor->setAccessibleDescription(description);
}

void CodeView::setUpMargins()
{
    m_editor->setMarginType(BarMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginType(SpaceMargin, QsciScintilla::SymbolMargin);
    for (const int margin : {BarMargin, NumberMargin, SpaceMargin})
        m_editor->setMarginMarkerMask(margin, 0);
    m_editor->setMarginWidth(BarMargin, LineMarks::barWidth());
    m_editor->setMarginWidth(SpaceMargin, 8);
    for (const int marker : {kChanged, kHighlight})
        m_editor->markerDefine(QsciScintilla::Background, marker);
}

void CodeView::setCode(const QString &code, Language language, const QList<int> &changed)
{
    QsciLexer *const outer = m_editor->lexer();
    m_editor->setLexer(lexerFor(language, m_editor));
    delete outer;
    restyle();
    m_highlighted = 0;
    const QScopedValueRollback loading(m_loading, true);
    m_editor->setEolMode(code.contains(QLatin1String("\r\n")) ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
    m_editor->setText(code);
    m_changed = changed;
    markChanged();
    m_marks->setMarks({});
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL); // it grows with what is seen
}

void CodeView::markChanged()
{
    m_editor->markerDeleteAll(kChanged);
    m_editor->setMarkerBackgroundColor(highlightOf(m_appearance.theme().accent, m_appearance.theme()), kChanged);
    for (const int line : m_changed)
        m_editor->markerAdd(line - 1, kChanged);
}

QString CodeView::code() const
{
    return m_editor->text();
}

void CodeView::setEditable(bool editable)
{
    m_editor->setReadOnly(!editable);
    m_editor->setCaretWidth(editable ? 2 : 0);
    m_editor->setAutoIndent(editable);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setIndentationWidth(4);
    m_editor->setTabIndents(true);
    m_editor->setBackspaceUnindents(editable);
    m_editor->setBraceMatching(editable ? QsciScintilla::SloppyBraceMatch : QsciScintilla::NoBraceMatch);
}

bool CodeView::typing() const
{
    return m_editor->hasFocus() && !m_editor->isReadOnly();
}

void CodeView::replaceCode(const QString &code)
{
    const QScopedValueRollback loading(m_loading, true);
    const int line = cursorLine();
    m_editor->beginUndoAction();
    m_editor->selectAll();
    m_editor->replaceSelectedText(code);
    m_editor->endUndoAction();
    goToLine(line);
}

int CodeView::cursorLine() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return line + 1;
}

void CodeView::goToLine(int line)
{
    m_editor->setCursorPosition(std::clamp(line, 1, std::max(1, m_editor->lines())) - 1, 0);
    m_editor->ensureCursorVisible();
}

void CodeView::noteAt(int line, const QString &sentence)
{
    m_editor->clearAnnotations();
    if (line < 1 || line > m_editor->lines())
        return;
    const timeline::Theme &theme = m_appearance.theme();
    m_editor->setAnnotationDisplay(QsciScintilla::AnnotationBoxed);
    m_editor->annotate(line - 1, sentence,
                       QsciStyle(-1, QStringLiteral("note"), theme.text, theme.selection, m_appearance.codeFont()));
}

/// What this program offers for a line, then what an editor offers.
void CodeView::showMenu(QPoint position)
{
    const std::unique_ptr<QMenu> menu(m_editor->createStandardContextMenu());
    QAction *const first = menu->actions().value(0);
    menu->insertActions(first, m_menuActions);
    menu->insertSeparator(first);
    menu->exec(position);
}

void CodeView::restyle()
{
    const timeline::Theme &theme = m_appearance.theme();
    QFont font = m_appearance.codeFont();
    font.setPointSize(std::max(9, font.pointSize() - 1));
    if (QsciLexer *const lexer = m_editor->lexer())
        restyleLexer(*lexer, font);
    m_editor->setPaper(theme.panel);
    m_editor->setColor(theme.text);
    m_editor->setMarginsFont(font);
    m_editor->setMarginsBackgroundColor(theme.panel);
    m_editor->setMarginsForegroundColor(theme.mutedText);
    m_editor->setMarginWidth(NumberMargin, QStringLiteral("000"));
    m_editor->setSelectionBackgroundColor(theme.accent);
    m_editor->setSelectionForegroundColor(m_appearance.onAccent());
    m_marks->setColours(theme.panel, theme.text, theme.outline);
    m_highlighted = 0; // in the colours of the theme before
    markChanged();
    const std::vector<LineMark> marks = m_marks->marks();
    setMarks(marks);
}

void CodeView::restyleLexer(QsciLexer &lexer, const QFont &font) const
{
    const timeline::Theme &theme = m_appearance.theme();
    lexer.setFont(font);
    lexer.setPaper(theme.panel);
    lexer.setColor(theme.text);
    lexer.setDefaultFont(font);
    lexer.setDefaultPaper(theme.panel);
    lexer.setDefaultColor(theme.text);
    for (const int style : commentStyles(lexer))
        lexer.setColor(theme.mutedText, style);
    lexer.setColor(theme.accent, keywordStyle(lexer));
}

void CodeView::setMarks(std::vector<LineMark> marks)
{
    const auto running = std::ranges::find_if(marks, &LineMark::running);
    highlight(running == marks.end() ? nullptr : &*running);
    m_marks->setMarks(std::move(marks));
    placeMarks();
}

void CodeView::highlight(const LineMark *running)
{
    const int line = running ? running->line : 0;
    const QColor colour = running ? highlightOf(running->colour, m_appearance.theme()) : QColor();
    if (line == m_highlighted && colour == m_highlight)
        return;
    m_editor->markerDeleteAll(kHighlight);
    m_highlighted = line;
    m_highlight = colour;
    if (!running)
        return;
    m_editor->setMarkerBackgroundColor(colour, kHighlight);
    m_editor->markerAdd(line - 1, kHighlight);
    reveal(line);
}

void CodeView::reveal(int line)
{
    if (!m_editor->isReadOnly()) { // the cursor is the user's
        const int first = m_editor->firstVisibleLine();
        const int shown = static_cast<int>(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
        if (line - 1 < first || line - 1 >= first + shown)
            m_editor->setFirstVisibleLine(std::max(0, line - 1 - shown / 3));
        return;
    }
    m_editor->setCursorPosition(line - 1, 0); // scrolls, with some lines to spare above and below
}

/// Over the whole text, but not over the scroll bars.
void CodeView::placeMarks()
{
    const QWidget *viewport = m_editor->viewport();
    m_marks->setGeometry(QRect(viewport->mapTo(this, QPoint()), viewport->size()));
    m_marks->raise();
    m_marks->update();
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeMarks();
}

std::optional<LineMarks::Row> CodeView::rowOf(int line) const
{
    if (line < 1 || line > m_editor->lines())
        return std::nullopt;
    const auto ask = [this](unsigned message, long position) {
        return m_editor->SendScintilla(message, 0UL, position);
    };
    const auto index = static_cast<unsigned long>(line - 1);
    const long start = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, index);
    const long end = m_editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, index);
    const int top = static_cast<int>(ask(QsciScintilla::SCI_POINTYFROMPOSITION, start));
    const int height = m_editor->textHeight(line - 1);
    const QRect rect(0, top, m_marks->width(), height);
    if (!rect.intersects(m_marks->rect()))
        return std::nullopt;
    return LineMarks::Row{rect, static_cast<int>(ask(QsciScintilla::SCI_POINTXFROMPOSITION, end))};
}

bool CodeView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor->viewport() && event->type() == QEvent::MouseButtonPress) {
        const ActorId actor = m_marks->actorAt(static_cast<QMouseEvent *>(event)->pos());
        if (actor != ActorId::None) {
            Q_EMIT chosen(actor);
            return true;
        }
    }
    if (watched == m_editor->viewport() && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainTip(m_marks->namesAt(help->pos()).join(QStringLiteral(", "))),
                           m_editor->viewport());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace coroscope

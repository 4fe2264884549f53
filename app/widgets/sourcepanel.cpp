// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sourcepanel.h"

#include "app/formats/line_map.h"
#include "app/widgets/appearance.h"
#include "core/lessons/lesson.h"

// QScintilla's headers are written with the keywords that this program goes without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexercpp.h>
#include <Qsci/qsciscintilla.h>
#undef slots
#undef signals

#include <QEvent>
#include <QFile>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

enum Marker { HolderLine, WaiterLine };
enum Margin { NumberMargin, SymbolMargin };

/// Compilers name files with or without folders; the lessons' names are unique.
QString fileName(const std::string &path)
{
    return QString::fromStdString(path).section(QLatin1Char('/'), -1);
}

/// As much of the accent behind the executing line as leaves its text readable.
QColor highlightOf(const timeline::Theme &theme)
{
    for (double share = 0.6; share > 0.1; share -= 0.05) {
        const auto mix = [share](int ink, int paper) { return static_cast<int>(share * ink + (1 - share) * paper); };
        const QColor colour(mix(theme.accent.red(), theme.panel.red()), mix(theme.accent.green(), theme.panel.green()),
                            mix(theme.accent.blue(), theme.panel.blue()));
        if (timeline::contrast(theme.text, colour) >= 7)
            return colour;
    }
    return theme.selection;
}

} // namespace

SourceId placeOf(const Lane &lane, const Moment &moment)
{
    const auto after = std::ranges::partition_point(lane.spans, [&](const Span &span) { return span.first < moment.cursor; });
    const bool running = after != lane.spans.begin() && (after - 1)->state == State::Running && (after - 1)->last >= moment.cursor;
    if (running && after != lane.spans.end() && after->source != SourceId::Nowhere)
        return after->source;
    for (auto span = after; span != lane.spans.begin();) {
        --span;
        if (span->source != SourceId::Nowhere)
            return span->source;
    }
    return SourceId::Nowhere;
}

SourcePanel::SourcePanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_appearance(appearance), m_heading(new QLabel(this)), m_stack(new QLabel(this)),
      m_editor(new QsciScintilla(this)), m_lexer(new QsciLexerCPP(m_editor))
{
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_stack->setProperty("role", QStringLiteral("muted"));
    m_stack->setTextFormat(Qt::PlainText);
    m_stack->setWordWrap(true);
    setUpEditor();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 10, 1, 10);
    column->addWidget(m_heading);
    column->addWidget(m_editor, 1);
    column->addWidget(m_stack);
    m_heading->setContentsMargins(13, 0, 13, 0);
    m_stack->setContentsMargins(13, 0, 13, 0);
    connect(&appearance, &Appearance::changed, this, &SourcePanel::restyle);
    restyle();
    retranslate();
}

void SourcePanel::setUpEditor()
{
    m_editor->setLexer(m_lexer);
    m_editor->setReadOnly(true);
    m_editor->setUtf8(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setCaretWidth(0);
    m_editor->setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginType(SymbolMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginMarkerMask(NumberMargin, 0);
    m_editor->setMarginMarkerMask(SymbolMargin, 1 << WaiterLine);
    m_editor->setFolding(QsciScintilla::NoFoldStyle);
    m_editor->markerDefine(QsciScintilla::Background, HolderLine);
    m_editor->markerDefine(QsciScintilla::RightTriangle, WaiterLine);
    m_editor->setTabWidth(4);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETEXTRAASCENT, 2UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETEXTRADESCENT, 2UL);
}

void SourcePanel::restyle()
{
    const timeline::Theme &theme = m_appearance.theme();
    QFont font = m_appearance.codeFont();
    font.setPointSize(std::max(9, font.pointSize() - 1));
    m_lexer->setFont(font);
    m_lexer->setPaper(theme.panel);
    m_lexer->setColor(theme.text);
    m_lexer->setDefaultPaper(theme.panel);
    m_lexer->setDefaultColor(theme.text);
    for (const int style : {QsciLexerCPP::Comment, QsciLexerCPP::CommentLine, QsciLexerCPP::CommentDoc, QsciLexerCPP::CommentLineDoc,
                            QsciLexerCPP::PreProcessor})
        m_lexer->setColor(theme.mutedText, style);
    m_lexer->setColor(theme.accent, QsciLexerCPP::Keyword);
    m_editor->setPaper(theme.panel);
    m_editor->setColor(theme.text);
    m_editor->setMarginsFont(font);
    m_editor->setMarginsBackgroundColor(theme.panel);
    m_editor->setMarginsForegroundColor(theme.mutedText);
    m_editor->setMarginWidth(NumberMargin, QStringLiteral("0000"));
    m_editor->setMarginWidth(SymbolMargin, QFontMetrics(font).height() * 2 / 3);
    m_editor->setSelectionBackgroundColor(theme.accent);
    m_editor->setMarkerBackgroundColor(highlightOf(theme), HolderLine);
    m_editor->setMarkerBackgroundColor(theme.mutedText, WaiterLine);
    m_editor->setMarkerForegroundColor(theme.mutedText, WaiterLine);
}

void SourcePanel::resetView()
{
    m_markedLine = -1;
    m_stack->clear();
    m_view.reset();
    if (!stage().empty())
        m_view.emplace(stage().run(stage().focus()).trace());
    loadFile();
}

void SourcePanel::loadFile()
{
    const Lesson *lesson = stage().empty() ? nullptr : findLesson(stage().run(stage().focus()).id().toStdString());
    const QString id = stage().empty() ? QString() : stage().run(stage().focus()).id();
    const QString name = lesson ? fileName(lesson->file) : fileName(id.toStdString());
    if (name == m_file)
        return;
    m_file = name;
    QFile file(id); // a scenario is its own source
    QString text = lesson ? formats::cppSource(name) : QString();
    if (!lesson && file.open(QIODevice::ReadOnly))
        text = QString::fromUtf8(file.readAll());
    m_editor->setText(text.isEmpty() ? tr("// The source of this run is not at hand.") : text);
    retranslate();
}

void SourcePanel::updateView()
{
    if (!stage().empty() && m_view)
        mark();
}

int SourcePanel::lineOf(SourceId source) const
{
    if (source == SourceId::Nowhere)
        return -1;
    const SourcePlace &place = moment().spans->trace().place(source);
    return fileName(place.file) == m_file ? static_cast<int>(place.line) - 1 : -1;
}

/// The innermost place that lies in this file: what a task awaits may be somewhere else.
int SourcePanel::lineOf(const Lane &lane, const LoopState &state) const
{
    if (const int line = lineOf(placeOf(lane, moment())); line >= 0)
        return line;
    const std::vector<LoopState::Frame> stack = state.awaitStack(lane.actor);
    for (auto frame = stack.rbegin(); frame != stack.rend(); ++frame) {
        if (const int line = lineOf(frame->awaits); line >= 0)
            return line;
    }
    return -1;
}

void SourcePanel::mark()
{
    m_editor->markerDeleteAll();
    const Moment at = moment();
    const LoopState &state = m_view->seek(at.cursor);
    const Span *holder = at.holder();
    for (const Lane &lane : at.spans->lanes()) {
        const bool alive = lane.kind != ActorKind::Main && lane.createdBy < at.cursor && lane.finishedBy >= at.cursor;
        if (!alive || (holder && lane.actor == holder->by))
            continue;
        if (const int line = lineOf(lane, state); line >= 0)
            m_editor->markerAdd(line, WaiterLine);
    }
    if (holder)
        markHolder(at.spans->lane(holder->by), state);
    else
        m_stack->setText(tr("nobody has the thread"));
}

void SourcePanel::markHolder(const Lane &lane, const LoopState &state)
{
    m_stack->setText(stackText(lane, state));
    const int line = lineOf(lane, state);
    if (line < 0)
        return;
    m_editor->markerAdd(line, HolderLine);
    if (line != m_markedLine) {
        m_editor->SendScintilla(QsciScintilla::SCI_SETYCARETPOLICY, QsciScintilla::CARET_SLOP | QsciScintilla::CARET_STRICT, 4L);
        m_editor->setCursorPosition(line, 0);
    }
    m_markedLine = line;
}

QString SourcePanel::stackText(const Lane &lane, const LoopState &state) const
{
    const Trace &trace = moment().spans->trace();
    QStringList words{describer().lane(lane.actor)};
    for (const LoopState::Frame &frame : state.awaitStack(lane.actor)) {
        if (const std::string &function = trace.text(frame.function); !function.empty())
            words.append(QString::fromStdString(function) + QStringLiteral("()"));
    }
    if (state.blockingCall() != TextId::Empty)
        words.append(QString::fromStdString(trace.text(state.blockingCall())));
    return words.join(QStringLiteral(" ▸ "));
}

void SourcePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SourcePanel::retranslate()
{
    m_heading->setText(m_file.isEmpty() ? tr("Source") : tr("Source · %1").arg(m_file));
    m_editor->setAccessibleName(tr("Source"));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/program_panel.h"

#include "app/chart/chart_view.h"
#include "app/controls/appearance.h"
#include "app/controls/code_view.h"
#include "app/session/program_session.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QTabBar>
#include <QVBoxLayout>

namespace coroscope {

ProgramPanel::ProgramPanel(const Stage &stage, ProgramSession &programs, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_programs(programs), m_appearance(appearance), m_tabs(new QTabBar(this)),
      m_code(new CodeView(appearance, this)), m_stack(new QLabel(this))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_stack->setProperty("role", QStringLiteral("muted"));
    m_stack->setTextFormat(Qt::PlainText);
    m_stack->setWordWrap(true);
    m_stack->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stack->setContentsMargins(13, 4, 13, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 4, 1, 10);
    column->setSpacing(4);
    column->addWidget(m_tabs);
    column->addWidget(m_code, 1);
    column->addWidget(m_stack);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showFile(); });
    connect(m_code, &CodeView::edited, this, [this] {
        if (showsMain())
            m_programs.setText(m_code->code());
    });
    connect(m_code, &CodeView::chosen, this, [this](ActorId actor) {
        if (m_chart)
            m_chart->select({.run = this->stage().focus(), .actor = actor == chosen() ? ActorId::None : actor});
    });
    connect(&programs, &ProgramSession::opened, this, &ProgramPanel::showProgram);
    connect(&programs, &ProgramSession::changed, this, [this] {
        showFiles();
        showFault();
        updateView();
    });
    connect(&programs, &ProgramSession::textReplaced, this, [this] {
        if (showsMain())
            m_code->replaceCode(m_programs.text());
        updateView();
    });
    connect(&appearance, &Appearance::changed, this, [this] { updateView(); });
    retranslate();
}

void ProgramPanel::showProgram()
{
    if (!m_programs.active())
        return;
    const QSignalBlocker silent(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_tabs->addTab(QFileInfo(m_programs.file().path()).fileName());
    showFile();
}

/// The files of the program that ran, behind its own.
void ProgramPanel::showFiles()
{
    if (!m_programs.active() || stage().empty())
        return;
    QStringList names{fileName().isEmpty() ? QString() : m_tabs->tabText(0)};
    const std::string own = QFileInfo(m_programs.file().path()).fileName().toStdString();
    const Trace &trace = stage().run(stage().focus()).trace();
    for (std::size_t i = 0; i < trace.sourceCount(); ++i)
        if (trace.source(i).file != own)
            names << QString::fromStdString(trace.source(i).file);
    for (int i = m_tabs->count(); i < names.size(); ++i)
        m_tabs->addTab(names[i]);
}

QString ProgramPanel::fileName() const
{
    return m_tabs->count() == 0 ? QString() : m_tabs->tabText(m_tabs->currentIndex());
}

bool ProgramPanel::showsMain() const
{
    return m_tabs->currentIndex() <= 0;
}

void ProgramPanel::showFile()
{
    if (!m_programs.active())
        return;
    m_code->setEditable(true);
    if (showsMain()) {
        m_code->setCode(m_programs.text(), CodeView::Language::Python);
    } else {
        const Trace &trace = stage().run(stage().focus()).trace();
        for (std::size_t i = 0; i < trace.sourceCount(); ++i)
            if (trace.source(i).file == fileName().toStdString())
                m_code->setCode(QString::fromStdString(trace.source(i).text), CodeView::Language::Python);
        m_code->setEditable(false);
    }
    updateView();
}

/// A line of a traceback that speaks of the program's own file is shown there: the last one.
void ProgramPanel::showFault()
{
    if (!m_programs.active() || !showsMain())
        return;
    if (m_programs.running() || !m_programs.exitStatus().value_or(0) || m_programs.edited()) {
        m_code->noteAt(0, {});
        return;
    }
    const QString errors = QString::fromUtf8(m_programs.errors()).trimmed();
    static const QRegularExpression place(QStringLiteral("File \"([^\"]+)\", line (\\d+)"));
    int line = 0;
    for (auto it = place.globalMatch(errors); it.hasNext();) {
        const auto match = it.next();
        if (QFileInfo(match.captured(1)).fileName() == QFileInfo(m_programs.file().path()).fileName())
            line = match.captured(2).toInt();
    }
    m_code->noteAt(line, errors.section(QLatin1Char('\n'), -1));
    if (line > 0)
        m_code->reveal(line);
}

int ProgramPanel::cursorLine() const
{
    return showsMain() ? m_code->cursorLine() : 0;
}

void ProgramPanel::follow(ChartView &chart)
{
    m_chart = &chart;
    connect(&chart, &ChartView::selectionChanged, this, [this] {
        if (isVisible())
            updateView();
    });
}

void ProgramPanel::resetView()
{
    m_stack->clear();
    m_positions.reset();
    if (!stage().empty())
        m_positions.emplace(stage().run(stage().focus()).trace());
    showFiles();
}

/// The marks say something of the text that ran, and of no other.
bool ProgramPanel::isWhatRan() const
{
    const Trace &trace = stage().run(stage().focus()).trace();
    const std::string name = fileName().toStdString();
    for (std::size_t i = 0; i < trace.sourceCount(); ++i)
        if (trace.source(i).file == name)
            return trace.source(i).text == m_code->code().toStdString();
    return true; // not said: then it is the file that was started
}

void ProgramPanel::updateView()
{
    if (!m_programs.active())
        return;
    if (stage().empty() || !m_positions) {
        m_code->setMarks({});
        m_stack->setText(tr("Nothing has run yet: Ctrl+Return runs it."));
        return;
    }
    const Positions &positions = m_positions->seek(moment().cursor);
    m_code->setMarks(isWhatRan() ? marks(positions) : std::vector<LineMark>());
    m_stack->setText(isWhatRan() ? stackText(positions)
                                 : tr("The text has changed since it ran: Ctrl+Return runs it again."));
}

std::vector<LineMark> ProgramPanel::marks(const Positions &positions) const
{
    const timeline::Theme &theme = m_appearance.theme();
    const ActorId running = positions.running();
    std::vector<LineMark> marks;
    for (const auto &[actor, chain] : positions.chains()) {
        const int line = actor != ActorId::Main || running == ActorId::Main ? lineOf(chain) : 0;
        if (line > 0)
            marks.push_back({line, actor, nameOf(actor), actor == ActorId::Main ? theme.mainProgram : theme.task(actor),
                             actor == running});
    }
    return marks;
}

/// The innermost that lies in the file that is shown.
int ProgramPanel::lineOf(const Positions::Chain &chain) const
{
    const Trace &trace = stage().run(stage().focus()).trace();
    const std::string name = fileName().toStdString();
    for (auto frame = chain.rbegin(); frame != chain.rend(); ++frame)
        if (frame->place != SourceId::Nowhere && trace.place(frame->place).file == name)
            return static_cast<int>(trace.place(frame->place).line);
    return 0;
}

QString ProgramPanel::nameOf(ActorId actor) const
{
    return actor == ActorId::Main ? tr("program") : describer().lane(actor);
}

ActorId ProgramPanel::chosen() const
{
    if (!m_chart || m_chart->selection().run != stage().focus())
        return ActorId::None;
    return m_chart->selection().actor;
}

/// "fetch(2) ▸ fetch() line 9 ▸ await sleep(0.7)".
QString ProgramPanel::stackText(const Positions &positions) const
{
    const bool known = chosen() != ActorId::Main && positions.chains().contains(chosen());
    const ActorId actor = known ? chosen() : positions.running();
    if (actor == ActorId::None)
        return tr("nobody has the thread");
    const Trace &trace = stage().run(stage().focus()).trace();
    QStringList words{nameOf(actor)};
    for (const Positions::Frame &frame : positions.chain(actor)) {
        const QString function = QString::fromStdString(trace.text(frame.function));
        const QString place =
            frame.place == SourceId::Nowhere ? QString() : tr("line %1").arg(trace.place(frame.place).line);
        const QString call = function.isEmpty() ? QString() : function + QStringLiteral("()");
        if (!call.isEmpty() || !place.isEmpty())
            words << (call.isEmpty() ? place : place.isEmpty() ? call : call + QLatin1Char(' ') + place);
    }
    const Moment at = moment();
    if (const Span *span = at.spanOf(at.spans->lane(actor)); span && span->state == State::Awaiting)
        words << describer().awaiting(*span);
    return words.join(QStringLiteral(" ▸ "));
}

void ProgramPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateView();
    }
}

void ProgramPanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Files of the program"));
    m_code->setAccessibleName(tr("Source of the program"));
    m_stack->setAccessibleName(tr("Await stack"));
}

} // namespace coroscope

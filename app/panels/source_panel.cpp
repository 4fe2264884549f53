// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/source_panel.h"

#include "app/access/spoken.h"
#include "app/chart/chart_view.h"
#include "app/controls/appearance.h"
#include "app/controls/card.h"
#include "app/controls/code_view.h"
#include "app/course/listing.h"
#include "core/lessons/lesson.h"
#include "core/program/program.h"

#include <QEvent>
#include <QLabel>
#include <QTabBar>
#include <QVBoxLayout>

namespace coroscope {

SourcePanel::SourcePanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_appearance(appearance), m_tabs(new QTabBar(this)), m_stack(new QLabel(this)),
      m_code(new CodeView(appearance, this))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_stack->setProperty("role", QStringLiteral("muted"));
    m_stack->setTextFormat(Qt::PlainText);
    m_stack->setWordWrap(true);
    m_stack->setTextInteractionFlags(Qt::TextSelectableByMouse);
    access::setQuiet(*m_stack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 4, 1, 10);
    column->setSpacing(4);
    column->addWidget(m_tabs);
    column->addWidget(m_code, 1);
    column->addLayout(withRoom(m_stack, {13, 4, 13, 0}));
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        loadCode();
        updateView();
    });
    connect(m_code, &CodeView::chosen, this, &SourcePanel::choose);
    connect(&appearance, &Appearance::changed, this, [this] { updateView(); });
    loadRun();
    retranslate();
}

SourcePanel::Tab SourcePanel::tab() const
{
    return m_tabs->currentIndex() == Cpp ? Cpp : Python;
}

void SourcePanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void SourcePanel::resetView()
{
    m_stack->clear();
    m_positions.reset();
    m_chosen = ActorId::None;
    if (!stage().empty())
        m_positions.emplace(stage().run(stage().focus()).trace());
    m_lines.clear(); // another run counts its places anew
    loadRun();
}

void SourcePanel::loadRun()
{
    RunOrigin origin = stage().empty() ? RunOrigin() : stage().run(stage().focus()).origin();
    if (origin == m_origin && m_tabs->count() > 0)
        return;
    m_origin = std::move(origin);
    const Lesson *lesson = findLesson(m_origin.lesson.toStdString());
    m_cppFile = lesson ? formats::sourceName(lesson->file) : QString();
    m_map = formats::LineMap(m_origin.lesson);
    const Tab kept = tab();
    {
        const QSignalBlocker silent(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const char *name : isScenario() ? std::vector{"JSON"} : std::vector{"Python", "C++"})
            m_tabs->addTab(QString::fromLatin1(name));
        m_tabs->setCurrentIndex(isScenario() ? 0 : kept);
    }
    retranslate();
    loadCode();
}

void SourcePanel::loadCode()
{
    m_lines.clear();
    m_latestLine = 0;
    const QString none = tr("The source of this run is not at hand.");
    if (isScenario()) {
        const QString text = QString::fromUtf8(m_origin.scenario);
        m_code->setCode(text.isEmpty() ? none : text, CodeView::Language::Json);
        return;
    }
    const formats::Listing listing = tab() == Cpp ? formats::Listing{formats::cppSource(m_cppFile), {}}
                                                  : formats::listingWith(m_origin.lesson, m_origin.settings);
    m_code->setCode(listing.text.isEmpty() ? none : listing.text,
                    tab() == Cpp ? CodeView::Language::Cpp : CodeView::Language::Python, listing.changed);
}

void SourcePanel::updateView()
{
    if (stage().empty() || !m_positions)
        return;
    const Positions &positions = m_positions->seek(moment().cursor);
    const ActorId running = positions.running();
    m_code->setMarks(marks(positions, running));
    if (running == ActorId::None)
        revealLatest(positions);
    else
        m_latestLine = 0; // its line is in view now
    // The lane of the thread stands for whoever has it.
    const bool known = chosen() != ActorId::Main && positions.chains().contains(chosen());
    m_stack->setText(stackText(positions, known ? chosen() : running));
}

/// While nobody has the thread: where something happened last; when that one has ended, where somebody else waits.
void SourcePanel::revealLatest(const Positions &positions)
{
    int line = lineOf(positions.chain(positions.latest()));
    if (line == 0 && !m_code->marks().empty())
        line = m_code->marks().front().line;
    if (line > 0 && line != m_latestLine)
        m_code->reveal(line);
    m_latestLine = line;
}

void SourcePanel::follow(ChartView &chart)
{
    m_chart = &chart;
    connect(&chart, &ChartView::selectionChanged, this, [this] {
        if (isVisible())
            updateView();
    });
}

ActorId SourcePanel::chosen() const
{
    if (!m_chart)
        return m_chosen;
    const ChartView::Selection &selection = m_chart->selection();
    return selection.run == stage().focus() ? selection.actor : ActorId::None;
}

void SourcePanel::choose(ActorId actor)
{
    if (actor == chosen())
        actor = ActorId::None;
    if (m_chart)
        m_chart->select({.run = stage().focus(), .actor = actor});
    m_chosen = actor;
    updateView();
}

// Where everybody is.

std::vector<LineMark> SourcePanel::marks(const Positions &positions, ActorId running)
{
    std::vector<LineMark> marks;
    for (const auto &[actor, chain] : positions.chains()) {
        if (actor != ActorId::Main || running == ActorId::Main) // else it waits for its loop all the time
            addMark(marks, actor, nameOf(actor), lineOf(chain), actor == running);
    }
    if (callbackRuns(positions))
        addMark(marks, ActorId::None, tr("callback"), lineOf(positions.callbackPlace()), true);
    return marks;
}

void SourcePanel::addMark(std::vector<LineMark> &marks, ActorId actor, const QString &name, int line,
                          bool running) const
{
    const timeline::Theme &theme = m_appearance.theme();
    const bool isTask = actor != ActorId::Main && actor != ActorId::None;
    if (line > 0)
        marks.push_back({line, actor, name, isTask ? theme.task(actor) : theme.mainProgram, running});
}

/// A callback takes no time of its own: when the clock has moved on, it is over.
bool SourcePanel::callbackRuns(const Positions &positions) const
{
    const Moment at = moment();
    return positions.callbackPlace() != SourceId::Nowhere && at.cursor > 0
           && at.spans->trace()[at.cursor - 1].at() >= at.now;
}

int SourcePanel::lineOf(SourceId source)
{
    if (source == SourceId::Nowhere)
        return 0;
    const auto known = m_lines.constFind(source);
    if (known != m_lines.constEnd())
        return *known;
    const SourcePlace &place = moment().spans->trace().place(source);
    int line = 0;
    if (isScenario())
        line = place.file == program::kScenarioFile ? static_cast<int>(place.line) : 0;
    else if (tab() == Python)
        line = m_map.pythonLine(place);
    else if (formats::sourceName(place.file) == m_cppFile)
        line = static_cast<int>(place.line);
    return *m_lines.insert(source, line);
}

/// The innermost that lies in this source: what a task awaits may be somewhere else.
int SourcePanel::lineOf(const Positions::Chain &chain)
{
    for (auto frame = chain.rbegin(); frame != chain.rend(); ++frame) {
        if (const int line = lineOf(frame->place); line > 0)
            return line;
    }
    return 0;
}

QString SourcePanel::nameOf(ActorId actor) const
{
    return actor == ActorId::Main ? tr("program") : describer().lane(actor);
}

// The await stack.

QString SourcePanel::stackText(const Positions &positions, ActorId actor)
{
    if (actor == ActorId::None)
        return callbackRuns(positions) ? tr("a callback of the loop") : tr("nobody has the thread");
    QStringList words{nameOf(actor)};
    const Positions::Chain chain = positions.chain(actor);
    for (auto frame = chain.begin(); frame != chain.end(); ++frame) {
        const QString text = isScenario()
                                 ? operationText(*frame, frame + 1 == chain.end() ? TextId::Empty : frame[1].function)
                                 : frameText(*frame);
        if (!text.isEmpty())
            words.append(text);
    }
    if (const QString text = waitsFor(actor); !text.isEmpty())
        words.append(text);
    return words.join(QStringLiteral(" ▸ "));
}

/// "sleep:12": an operation and its line. The coroutines that execute it are not the scenario's.
QString SourcePanel::operationText(const Positions::Frame &frame, TextId operation)
{
    const int line = lineOf(frame.place);
    if (line == 0)
        return {};
    const QString name = QString::fromStdString(moment().spans->trace().text(operation));
    return name.isEmpty() ? tr("line %1").arg(line) : QStringLiteral("%1:%2").arg(name).arg(line);
}

/// "add():12". In Python only what stands in the listing, because the library's own coroutines are others there.
QString SourcePanel::frameText(const Positions::Frame &frame)
{
    const int line = lineOf(frame.place);
    if (tab() == Python && line == 0)
        return {};
    const QString function =
        tab() == Python ? m_map.functionAt(line) : QString::fromStdString(moment().spans->trace().text(frame.function));
    if (function.isEmpty())
        return line > 0 ? tr("line %1").arg(line) : QString();
    return function + QStringLiteral("()") + (line > 0 ? QLatin1Char(':') + QString::number(line) : QString());
}

QString SourcePanel::waitsFor(ActorId actor) const
{
    const Moment at = moment();
    const Span *span = at.spanOf(at.spans->lane(actor));
    if (!span)
        return {};
    switch (span->state) {
    case State::Awaiting: return describer().awaiting(*span);
    case State::Blocking: return describer().blocking(*span);
    default: return {};
    }
}

void SourcePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        loadCode();
        if (isVisible()) // else it is shown anew when it becomes so
            updateView();
    }
}

void SourcePanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Language of the source"));
    m_code->setName(
        tr("Source"),
        tr("The line of whoever has the thread is highlighted; the names of the others stand at the lines where they wait."));
    setAccessibleName(tr("Source"));
    m_stack->setToolTip(
        tr("Await stack: of whoever has the thread, or of the task whose name you click in the source"));
    if (!isScenario() && m_tabs->count() > Cpp)
        m_tabs->setTabToolTip(Cpp, tr("%1, the file that really runs").arg(m_cppFile));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/positions_panel.h"

#include "app/access/spoken.h"
#include "app/chart/chart_view.h"
#include "app/controls/appearance.h"
#include "app/controls/card.h"
#include "app/controls/code_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

namespace coroscope {

PositionsPanel::PositionsPanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_appearance(appearance), m_tabRow(new QHBoxLayout), m_tabs(new QTabBar(this)),
      m_stack(new QLabel(this)), m_code(new CodeView(appearance, this))
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
    m_tabRow->addWidget(m_tabs);
    m_tabRow->addStretch(1);
    column->addLayout(m_tabRow);
    column->addWidget(m_code, 1);
    column->addLayout(withRoom(m_stack, {13, 4, 13, 0}));
    connect(m_code, &CodeView::chosen, this, &PositionsPanel::choose);
    connect(&appearance, &Appearance::changed, this, [this] { updateView(); });
    retranslate();
}

void PositionsPanel::setTabs(const QStringList &names, int current)
{
    const QSignalBlocker silent(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    for (const QString &name : names)
        m_tabs->addTab(name);
    m_tabs->setCurrentIndex(current);
}

void PositionsPanel::addBesideTabs(QWidget *widget)
{
    m_tabRow->insertWidget(1, widget);
}

void PositionsPanel::addBelow(QWidget *widget)
{
    static_cast<QVBoxLayout *>(layout())->addLayout(withRoom(widget, {13, 4, 13, 0}));
}

void PositionsPanel::forgetLines()
{
    m_lines.clear();
    m_latestLine = 0;
}

void PositionsPanel::resetView()
{
    m_stack->clear();
    m_positions.reset();
    m_chosen = ActorId::None;
    if (!stage().empty())
        m_positions.emplace(trace());
    m_lines.clear(); // another run counts its places anew
}

void PositionsPanel::updateView()
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
void PositionsPanel::revealLatest(const Positions &positions)
{
    int line = lineOf(positions.chain(positions.latest()));
    if (line == 0 && !m_code->marks().empty())
        line = m_code->marks().front().line;
    if (line > 0 && line != m_latestLine)
        m_code->reveal(line);
    m_latestLine = line;
}

void PositionsPanel::follow(ChartView &chart)
{
    m_chart = &chart;
    connect(&chart, &ChartView::selectionChanged, this, [this] {
        if (isVisible())
            updateView();
    });
}

void PositionsPanel::addToMenu(QAction *action)
{
    m_code->addToMenu(action);
}

ActorId PositionsPanel::chosen() const
{
    if (!m_chart)
        return m_chosen;
    const ChartView::Selection &selection = m_chart->selection();
    return selection.run == stage().focus() ? selection.actor : ActorId::None;
}

void PositionsPanel::choose(ActorId actor)
{
    if (actor == chosen())
        actor = ActorId::None;
    if (m_chart)
        m_chart->select({.run = stage().focus(), .actor = actor});
    m_chosen = actor;
    updateView();
}

// Where everybody is.

std::vector<LineMark> PositionsPanel::marks(const Positions &positions, ActorId running)
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

void PositionsPanel::addMark(std::vector<LineMark> &marks, ActorId actor, const QString &name, int line,
                             bool running) const
{
    const timeline::Theme &theme = m_appearance.theme();
    const bool isTask = actor != ActorId::Main && actor != ActorId::None;
    if (line > 0)
        marks.push_back({line, actor, name, isTask ? theme.task(actor) : theme.mainProgram, running});
}

/// A callback takes no time of its own: when the clock has moved on, it is over.
bool PositionsPanel::callbackRuns(const Positions &positions) const
{
    const Moment at = moment();
    return positions.callbackPlace() != SourceId::Nowhere && at.cursor > 0
           && at.spans->trace()[at.cursor - 1].at() >= at.now;
}

int PositionsPanel::lineOf(SourceId source)
{
    if (source == SourceId::Nowhere)
        return 0;
    const auto known = m_lines.constFind(source);
    return known != m_lines.constEnd() ? *known : *m_lines.insert(source, lineIn(trace().place(source)));
}

/// The innermost that lies in this source: what a task awaits may be somewhere else.
int PositionsPanel::lineOf(const Positions::Chain &chain)
{
    for (auto frame = chain.rbegin(); frame != chain.rend(); ++frame) {
        if (const int line = lineOf(frame->place); line > 0)
            return line;
    }
    return 0;
}

QString PositionsPanel::nameOf(ActorId actor) const
{
    return actor == ActorId::Main ? tr("program") : describer().lane(actor);
}

// The await stack.

QString PositionsPanel::stackText(const Positions &positions, ActorId actor)
{
    if (actor == ActorId::None)
        return callbackRuns(positions) ? tr("a callback of the loop") : tr("nobody has the thread");
    QStringList words{nameOf(actor)};
    const Positions::Chain chain = positions.chain(actor);
    for (auto frame = chain.begin(); frame != chain.end(); ++frame) {
        const TextId awaited = frame + 1 == chain.end() ? TextId::Empty : frame[1].function;
        const QString text = frameText(*frame, awaited, lineOf(frame->place));
        if (!text.isEmpty())
            words.append(text);
    }
    if (const QString text = waitsFor(actor); !text.isEmpty())
        words.append(text);
    return words.join(QStringLiteral(" ▸ "));
}

/// "add():12", and where that is when it is in another file.
QString PositionsPanel::frameText(const Positions::Frame &frame, TextId /*awaited*/, int line) const
{
    const QString function = QString::fromStdString(trace().text(frame.function));
    QString place;
    if (line > 0)
        place = function.isEmpty() ? tr("line %1").arg(line) : QString::number(line);
    else if (frame.place != SourceId::Nowhere)
        place = QStringLiteral("%1:%2")
                    .arg(QString::fromStdString(trace().place(frame.place).file))
                    .arg(trace().place(frame.place).line);
    if (function.isEmpty())
        return place;
    return function + QStringLiteral("()") + (place.isEmpty() ? QString() : QLatin1Char(':') + place);
}

QString PositionsPanel::waitsFor(ActorId actor) const
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

void PositionsPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible()) // else it is shown anew when it becomes so
            updateView();
    }
}

void PositionsPanel::retranslate()
{
    m_code->setName(
        tr("Source"),
        tr("The line of whoever has the thread is highlighted; the names of the others stand at the lines where they wait."));
    setAccessibleName(tr("Source"));
    m_stack->setToolTip(
        tr("Await stack: of whoever has the thread, or of the task whose name you click in the source"));
}

} // namespace coroscope

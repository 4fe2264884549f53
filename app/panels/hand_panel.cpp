// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/hand_panel.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/panels/hand_stack.h"
#include "app/session/session.h"
#include "app/words/phrases.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace coroscope {

namespace {

QString textOf(const Spans &spans, const TraceEvent &event)
{
    return QString::fromStdString(spans.trace().text(event.text()));
}

std::vector<ActorId> drivenLanes(const Spans &spans)
{
    std::vector<ActorId> lanes;
    for (const Lane &lane : spans.lanes()) {
        if (lane.kind == ActorKind::Driven)
            lanes.push_back(lane.actor);
    }
    return lanes;
}

} // namespace

HandPanel::HandPanel(const Stage &stage, HandPlay &hand, Session &session, const Appearance &appearance,
                     QWidget *parent)
    : Panel(stage, parent), m_hand(hand), m_session(session), m_appearance(appearance), m_grid(new QGridLayout),
      m_note(new QLabel), m_again(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addLayout(m_grid);
    m_grid->setColumnStretch(4, 1);
    m_grid->setVerticalSpacing(4);
    auto *row = new QHBoxLayout;
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_note, 1);
    row->addWidget(m_again);
    column->addStretch(1);
    column->addLayout(row);
    m_again->setFocusPolicy(Qt::TabFocus);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (offered()) {
            m_session.setCompared(false);
            m_hand.begin(m_session.lesson(), tr("%1, by hand").arg(this->stage().run(this->stage().focus()).title()));
        }
    });
    connect(&hand, &HandPlay::changed, this, [this] { updateView(); });
    retranslate();
}

bool HandPanel::offered() const
{
    return findByHand(m_session.lesson().toStdString()) != nullptr;
}

void HandPanel::resetView()
{
    m_positions.reset();
    if (!stage().empty())
        m_positions.emplace(stage().run(stage().focus()).trace());
}

void HandPanel::addRow(std::size_t index)
{
    Row row;
    row.name = new QLabel;
    row.stack = new HandStack(m_appearance);
    row.none = new QPushButton(QStringLiteral("send(None)"));
    row.value = new QLineEdit;
    row.send = new QPushButton(QStringLiteral("send(…)"));
    row.value->setMaximumWidth(140);
    QFont bold = row.name->font();
    bold.setBold(true);
    row.name->setFont(bold);
    const int line = static_cast<int>(index);
    int place = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{row.name, row.none, row.value, row.send,
                                                            row.stack}) // what is sent goes into the stack
        m_grid->addWidget(widget, line, place++, widget == row.stack ? Qt::Alignment() : Qt::AlignVCenter);
    for (QPushButton *button : {row.none, row.send})
        button->setFocusPolicy(Qt::TabFocus);
    connect(row.none, &QPushButton::clicked, this, [this, index] { send(index, Value()); });
    const auto sendValue = [this, index] { send(index, HandPlay::valueOf(m_rows[index].value->text())); };
    connect(row.send, &QPushButton::clicked, this, sendValue);
    connect(row.value, &QLineEdit::returnPressed, this, sendValue);
    m_rows.push_back(row);
}

/// The first send takes over from the script.
void HandPanel::send(std::size_t index, const Value &value)
{
    if (!offered())
        return;
    if (!m_hand.active())
        m_again->click();
    m_raised = m_hand.send(index, value);
    updateView();
    m_raised.clear(); // until something else happens
}

void HandPanel::updateView()
{
    if (stage().empty() || !m_positions)
        return;
    const Moment at = moment();
    const std::vector<ActorId> lanes = drivenLanes(*at.spans);
    const bool offers = offered();
    while (m_rows.size() < lanes.size())
        addRow(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        row.actor = i < lanes.size() ? lanes[i] : ActorId::None;
        const bool shown = row.actor != ActorId::None && at.spans->lane(row.actor).createdBy < at.cursor;
        for (QWidget *widget : std::initializer_list<QWidget *>{row.name, row.stack})
            widget->setVisible(shown);
        for (QWidget *widget : std::initializer_list<QWidget *>{row.none, row.value, row.send})
            widget->setVisible(shown && offers);
        if (shown)
            showRow(row, at);
    }
    m_again->setVisible(offers);
    m_note->setText(note(at));
}

/// What can be said about sending now.
QString HandPanel::note(const Moment &at) const
{
    if (!offered())
        return tr("This lesson has a loop: there is nothing to drive by hand.");
    if (!m_hand.active())
        return tr("The script drives. The first send takes over.");
    if (!m_raised.isEmpty())
        return m_raised;
    if (at.cursor < at.spans->eventsRead())
        return tr("Sending now forgets what was sent later.");
    const bool begun = std::ranges::any_of(m_rows, [](const Row &row) { return !row.stack->shown().sent.isEmpty(); });
    return begun ? QString() : tr("send(None) lets a coroutine run to its first yield.");
}

void HandPanel::showRow(Row &row, const Moment &moment)
{
    const Spans &spans = *moment.spans;
    const Lane &lane = spans.lane(row.actor);
    HandStack::Shown shown;
    shown.color = m_appearance.theme().task(row.actor);
    shown.frames.append(tr("driver"));
    for (const Positions::Frame &frame : m_positions->seek(moment.cursor).chain(row.actor))
        shown.frames.append(words::functionName(spans.trace().text(frame.function)));
    for (EventIndex i = moment.cursor; i-- > lane.createdBy && (shown.sent.isEmpty() || shown.out.isEmpty());) {
        const TraceEvent &event = spans.trace()[i];
        if (event.actor != row.actor)
            continue;
        if (event.kind == EventKind::Sent && shown.sent.isEmpty()) {
            shown.sent = QStringLiteral("send(%1)").arg(textOf(spans, event));
            break;
        }
        if (event.kind == EventKind::Yielded && shown.out.isEmpty())
            shown.out = tr("yields %1").arg(textOf(spans, event));
        else if (event.kind == EventKind::Returned && shown.out.isEmpty())
            shown.out = QStringLiteral("StopIteration(%1)").arg(textOf(spans, event));
        else if (event.kind == EventKind::Raised && shown.out.isEmpty())
            shown.out = textOf(spans, event);
    }
    shown.ended = lane.finishedBy < moment.cursor;
    if (shown.ended && shown.frames.size() == 1)
        shown.frames.append(tr("(ended)"));
    row.stack->show(shown);
    row.name->setText(describer().lane(row.actor));
    access::setName(*row.stack, tr("Stack of %1").arg(row.name->text()));
    access::setName(*row.none, tr("send(None) to %1").arg(row.name->text()));
    access::setName(*row.send, tr("send the value to %1").arg(row.name->text()));
    access::setName(*row.value, tr("value for %1").arg(row.name->text()));
    row.value->setPlaceholderText(tr("value"));
}

QStringList HandPanel::frames(std::size_t coroutine) const
{
    return m_rows[coroutine].stack->shown().frames;
}

QString HandPanel::sent(std::size_t coroutine) const
{
    return m_rows[coroutine].stack->shown().sent;
}

QString HandPanel::cameOut(std::size_t coroutine) const
{
    return m_rows[coroutine].stack->shown().out;
}

void HandPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HandPanel::retranslate()
{
    m_again->setText(tr("From the beginning, by hand"));
    updateView();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/looppanel.h"

#include "app/playback/measures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

/// The tasks that wait, each with the span that says for what.
struct LoopState {
    std::vector<const Lane *> ready;  ///< in the order of the queue
    std::vector<const Lane *> timers; ///< by deadline
    std::vector<const Lane *> waiters;
};

LoopState loopStateAt(const Moment &moment)
{
    LoopState state;
    for (const Lane &lane : moment.spans->lanes()) {
        const Span *span = lane.kind == ActorKind::Task ? spanAt(lane, moment) : nullptr;
        if (!span)
            continue;
        if (span->state == State::Ready)
            state.ready.push_back(&lane);
        else if (span->state == State::Awaiting)
            (span->value != 0 ? state.timers : state.waiters).push_back(&lane);
    }
    // A task enters the queue with the event that opens its ready span.
    std::ranges::sort(state.ready, {}, [&](const Lane *lane) { return spanAt(*lane, moment)->first; });
    std::ranges::stable_sort(state.timers, {}, [&](const Lane *lane) { return spanAt(*lane, moment)->value; });
    return state;
}

QLabel *addBox(QHBoxLayout *row, QLabel *&caption)
{
    auto *frame = new QFrame;
    frame->setProperty("card", QStringLiteral("inset"));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(6);
    caption = new QLabel;
    caption->setProperty("role", QStringLiteral("muted"));
    auto *content = new QLabel;
    content->setWordWrap(true);
    content->setTextFormat(Qt::PlainText);
    content->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    content->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content->setStyleSheet(QStringLiteral("font-weight: bold"));
    // A long list is cut at the box's end rather than growing the window.
    content->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    column->addWidget(caption);
    column->addWidget(content, 1);
    row->addWidget(frame, 1);
    return content;
}

} // namespace

LoopPanel::LoopPanel(const Stage &stage, QWidget *parent) : Panel(stage, parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    for (std::size_t box = 0; box < BoxCount; ++box)
        m_contents[box] = addBox(row, m_captions[box]);
    retranslate();
}

void LoopPanel::fill(Box box, const QStringList &lines)
{
    const QString text = lines.isEmpty() ? tr("(empty)") : lines.join(QLatin1Char('\n'));
    if (m_contents[box]->text() != text)
        m_contents[box]->setText(text);
}

void LoopPanel::updateView()
{
    if (stage().empty())
        return;
    const Moment at = moment();
    const LoopState state = loopStateAt(at);
    QStringList ready;
    for (const Lane *lane : state.ready)
        ready.append(QString::fromStdString(lane->label));
    QStringList timers;
    for (const Lane *lane : state.timers)
        timers.append(tr("%1 · %2").arg(timeline::durationText(Duration(spanAt(*lane, at)->value)), QString::fromStdString(lane->label)));
    QStringList waiters;
    for (const Lane *lane : state.waiters)
        waiters.append(tr("%1 · %2").arg(QString::fromStdString(lane->label), describer().awaiting(*spanAt(*lane, at))));
    QStringList holder;
    if (const Span *span = holderAt(at)) {
        const QString name = describer().lane(span->by);
        holder.append(span->state == State::Blocking ? tr("%1 · %2").arg(name, describer().blocking(*span)) : name);
    } else {
        holder.append(tr("(nobody)"));
    }
    fill(Ready, ready);
    fill(Timers, timers);
    fill(Holder, holder);
    fill(Waiters, waiters);
}

void LoopPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LoopPanel::retranslate()
{
    m_captions[Ready]->setText(tr("ready queue (FIFO)"));
    m_captions[Timers]->setText(tr("timers"));
    m_captions[Holder]->setText(tr("has the thread"));
    m_captions[Waiters]->setText(tr("awaiting"));
    updateView();
}

} // namespace coroscope

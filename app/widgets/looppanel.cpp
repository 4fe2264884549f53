// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/looppanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace coroscope {

namespace {

constexpr char16_t kZeroWidthSpace = 0x200b;

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
    QString text = lines.isEmpty() ? tr("(empty)") : lines.join(QLatin1Char('\n'));
    // In a narrow box code breaks where a reader would break it.
    for (const QChar mark : {QLatin1Char('.'), QLatin1Char('('), QLatin1Char(','), QLatin1Char('_')})
        text.replace(mark, QString(mark) + QChar(kZeroWidthSpace));
    if (m_contents[box]->text() != text)
        m_contents[box]->setText(text);
}

void LoopPanel::resetView()
{
    m_view.reset();
    if (!stage().empty())
        m_view.emplace(stage().run(stage().focus()).trace());
}

void LoopPanel::updateView()
{
    if (stage().empty() || !m_view)
        return;
    const LoopState &state = m_view->seek(moment().cursor);
    fill(Ready, readyLines(state));
    fill(Timers, timerLines(state));
    fill(Holder, holderLines(state));
    fill(Waiters, waiterLines(state));
}

QString LoopPanel::nameOf(ActorId task, TextId label) const
{
    if (task != ActorId::None)
        return describer().lane(task);
    const QString text = QString::fromStdString(moment().spans->trace().text(label));
    return text.isEmpty() ? tr("callback") : text;
}

QStringList LoopPanel::readyLines(const LoopState &state) const
{
    QStringList lines;
    for (const LoopState::Ready &entry : state.ready()) {
        const QString name = nameOf(entry.task != ActorId::None ? entry.task : entry.sleeper, entry.label);
        lines.append(entry.sleeper != ActorId::None ? tr("timer of %1").arg(name) : name);
    }
    return lines;
}

QStringList LoopPanel::timerLines(const LoopState &state) const
{
    QStringList lines;
    for (const LoopState::Timer &timer : state.timers())
        lines.append(tr("%1 · %2").arg(timeline::durationText(timer.deadline.time_since_epoch()), nameOf(timer.sleeper, timer.label)));
    return lines;
}

QStringList LoopPanel::holderLines(const LoopState &state) const
{
    if (state.holder() == ActorId::None)
        return {state.runningHandle() != HandleId::None ? tr("a callback") : tr("(nobody)")};
    const QString name = describer().lane(state.holder());
    if (state.blockingCall() == TextId::Empty)
        return {name};
    return {tr("%1 · %2").arg(name, QString::fromStdString(moment().spans->trace().text(state.blockingCall())))};
}

/// Sleepers stand among the timers.
QStringList LoopPanel::waiterLines(const LoopState &state) const
{
    QStringList lines;
    const Moment at = moment();
    for (const auto &[task, waiting] : state.waiting()) {
        const Span *span = waiting.reason == Reason::Sleep ? nullptr : at.spanOf(at.spans->lane(task));
        if (span)
            lines.append(tr("%1 · %2").arg(describer().lane(task), describer().awaiting(*span)));
    }
    return lines;
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

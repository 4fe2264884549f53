// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loop_panel.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

constexpr std::size_t kTooMany = 40; ///< chips under way at once: nobody could follow one of them
constexpr int kTooFast = 90;         ///< milliseconds from one step to the next at which nothing could be followed

QLabel *addLabel(QVBoxLayout *column, const char *role)
{
    auto *label = new QLabel;
    label->setProperty("role", QString::fromLatin1(role));
    column->addWidget(label);
    return label;
}

/// A callback or timer of nobody has a key of its own.
quint64 keyOf(ActorId task, HandleId handle)
{
    return task != ActorId::None ? raw(task) : (quint64(1) << 32 | raw(handle));
}

} // namespace

LoopPanel::LoopPanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_appearance(appearance), m_field(new ChipField(appearance, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    for (std::size_t box = 0; box < BoxCount; ++box) {
        m_frames[box] = new QFrame;
        m_frames[box]->setProperty("card", QStringLiteral("inset"));
        auto *column = new QVBoxLayout(m_frames[box]);
        column->setContentsMargins(12, 8, 8, 8);
        column->setSpacing(6);
        m_captions[box] = addLabel(column, "muted");
        m_captions[box]->setWordWrap(true); // what is in the boxes needs the width, not what is above them
        m_empty[box] = addLabel(column, "muted");
        column->addStretch(1);
        row->addWidget(m_frames[box], 1);
    }
    m_field->raise();
    access::setRole(*m_field, QAccessible::NoRole); // the boxes say what is in them
    connect(&appearance, &Appearance::changed, this, [this] { updateView(); });
    retranslate();
}

void LoopPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    placeBoxes();
}

void LoopPanel::placeBoxes()
{
    layout()->activate();
    m_field->setGeometry(rect());
    std::vector<QRect> boxes;
    for (std::size_t box = 0; box < BoxCount; ++box) {
        const QRect frame = m_frames[box]->geometry();
        const QMargins margins = m_frames[box]->layout()->contentsMargins();
        const int caption = m_captions[box]->heightForWidth(frame.width() - margins.left() - margins.right());
        const int top = frame.top() + margins.top() + caption + m_frames[box]->layout()->spacing();
        boxes.emplace_back(QPoint(frame.left() + 10, top), QPoint(frame.right() - 8, frame.bottom() - 6));
    }
    m_field->setBoxes(boxes);
}

void LoopPanel::resetView()
{
    m_view.reset();
    if (!stage().empty())
        m_view.emplace(stage().run(stage().focus()).trace());
}

/// Stepping or playing so fast that nobody could follow is shown without motion.
bool LoopPanel::glides()
{
    const bool slow = !m_sinceUpdate.isValid() || m_sinceUpdate.elapsed() > kTooFast;
    m_sinceUpdate.start();
    const Playback &playback = stage().playback();
    if (m_chips.size() > kTooMany)
        return false;
    return playback.playing() ? playback.speed() <= 1 : slow;
}

void LoopPanel::updateView()
{
    if (stage().empty() || !m_view)
        return;
    std::vector<Chip> before = std::exchange(m_chips, {});
    const EventIndex last = lastTurn();
    const bool over = last < moment().cursor;
    const LoopState &state = m_view->seek(last);
    addHolder(state);
    addReady(state);
    addTimers(state);
    addWaiters(state);
    const auto same = [](const Chip &a, const Chip &b) {
        return a.key == b.key && a.box == b.box && a.text == b.text && a.color == b.color;
    };
    m_field->setFaded(over);
    if (m_over != over) {
        m_over = over;
        nameHolder();
    }
    if (!std::ranges::equal(before, m_chips, same))
        m_field->show(m_chips, glides());
    describeBoxes();
}

/// A run that is over has an empty loop: rather, what it was like in its last turn is shown, and said to be past.
EventIndex LoopPanel::lastTurn() const
{
    const Moment at = moment();
    if (!at.atEnd())
        return at.cursor;
    // What the main program does behind its loops is none of their turns.
    const auto &steps = at.spans->steps();
    const auto inLoop = [&](EventIndex step) {
        const EventKind kind = at.spans->trace()[step].kind;
        return kind == EventKind::TaskStep || kind == EventKind::HandleRun;
    };
    const auto last = std::find_if(steps.rbegin(), steps.rend(), inLoop);
    return last != steps.rend() ? *last + 1 : at.cursor;
}

void LoopPanel::add(Box box, quint64 key, const QString &text, ActorId task)
{
    const bool known = std::ranges::any_of(m_chips, [key](const Chip &chip) { return chip.key == key; });
    m_chips.push_back({known ? key | quint64(1) << 33 : key, box, text, m_appearance.theme().task(task)});
}

QString LoopPanel::nameOf(ActorId task, TextId label) const
{
    if (task != ActorId::None)
        return describer().lane(task);
    const QString text = QString::fromStdString(moment().spans->trace().text(label));
    return text.isEmpty() ? tr("callback") : text;
}

void LoopPanel::addReady(const LoopState &state)
{
    for (const LoopState::Ready &entry : state.ready()) {
        const ActorId who = entry.task != ActorId::None ? entry.task : entry.sleeper;
        const QString name = nameOf(who, entry.label);
        add(Ready, keyOf(who, entry.handle), entry.sleeper != ActorId::None ? tr("timer of %1").arg(name) : name, who);
    }
}

void LoopPanel::addTimers(const LoopState &state)
{
    for (const LoopState::Timer &timer : state.timers())
        add(Timers, keyOf(timer.sleeper, timer.handle),
            tr("%1 · %2").arg(timeline::durationText(timer.deadline.time_since_epoch()),
                              nameOf(timer.sleeper, timer.label)),
            timer.sleeper);
}

void LoopPanel::addHolder(const LoopState &state)
{
    const ActorId holder = state.holder();
    if (holder == ActorId::None) {
        const ActorId who = state.running().sleeper;
        const QString name = nameOf(who, state.running().label);
        if (state.runningHandle() != HandleId::None)
            add(Holder, keyOf(who, state.runningHandle()), who != ActorId::None ? tr("timer of %1").arg(name) : name,
                who);
        return;
    }
    const QString name = describer().lane(holder);
    const QString call = QString::fromStdString(moment().spans->trace().text(state.blockingCall()));
    add(Holder, keyOf(holder, HandleId::None), call.isEmpty() ? name : tr("%1 · %2").arg(name, call), holder);
}

/// Those who await the same thing side by side, first come first. Sleepers stand among the timers.
void LoopPanel::addWaiters(const LoopState &state)
{
    std::vector<std::pair<ActorId, LoopState::Waiting>> waiters;
    for (const auto &[task, waiting] : state.waiting()) {
        if (waiting.reason != Reason::Sleep)
            waiters.emplace_back(task, waiting);
    }
    std::ranges::stable_sort(
        waiters, {}, [](const auto &w) { return std::tuple(w.second.reason, w.second.object, w.second.since); });
    const Moment at = moment();
    for (const auto &[task, waiting] : waiters) {
        if (const Span *span = at.spanOf(at.spans->lane(task)))
            add(Waiters, keyOf(task, HandleId::None),
                tr("%1 · %2").arg(describer().lane(task), describer().awaiting(*span).remove(QStringLiteral("await "))),
                task);
    }
}

QStringList LoopPanel::texts(Box box) const
{
    QStringList texts;
    for (const Chip &chip : m_chips) {
        if (chip.box == box)
            texts.append(chip.text);
    }
    return texts;
}

/// For those who see an empty box, and for those who see none.
void LoopPanel::describeBoxes()
{
    for (std::size_t box = 0; box < BoxCount; ++box) {
        const QStringList said = texts(static_cast<Box>(box));
        const QString nothing = box == Holder ? tr("(nobody)") : tr("(empty)");
        m_empty[box]->setVisible(said.isEmpty());
        m_empty[box]->setText(nothing);
        access::setDescription(*m_frames[box], said.isEmpty() ? nothing : said.join(QStringLiteral(", ")));
    }
}

void LoopPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        placeBoxes();
}

void LoopPanel::retranslate()
{
    m_captions[Ready]->setText(tr("ready queue (FIFO)"));
    m_captions[Timers]->setText(tr("timers"));
    m_captions[Waiters]->setText(tr("awaiting"));
    nameHolder();
    for (std::size_t box = 0; box < BoxCount; ++box)
        m_frames[box]->setAccessibleName(m_captions[box]->text());
    updateView();
}

void LoopPanel::nameHolder()
{
    m_captions[Holder]->setText(m_over ? tr("had the thread last") : tr("has the thread"));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/why_answer.h"

#include "app/chart/chart_widget.h"
#include "app/chart/why_text.h"
#include "app/controls/actions.h"
#include "app/panels/chart_card.h"
#include "app/panels/why_view.h"
#include "app/words/phrases.h"
#include "core/model/why.h"

#include <algorithm>

namespace coroscope {

namespace {

/// Its gap at the moment, or the one before.
std::optional<std::size_t> gapOf(const Moment &moment, ActorId actor)
{
    return gapAt(moment.spans->lane(actor), moment.cursor);
}

/// The lane that has waited longest for what it waits for now; of who waits for ever, the first.
ActorId longestWait(const Moment &moment)
{
    ActorId longest = ActorId::None;
    Duration most{};
    for (const Lane &lane : moment.spans->lanes()) {
        const Span *span = lane.actor == ActorId::Main ? nullptr : moment.spanOf(lane);
        if (!span || !isGap(*span))
            continue;
        if (moment.atEnd() && waitsForEver(*moment.spans, lane))
            return lane.actor;
        if (longest == ActorId::None || moment.lengthOf(*span) > most) {
            longest = lane.actor;
            most = moment.lengthOf(*span);
        }
    }
    return longest;
}

} // namespace

WhyAnswer::WhyAnswer(ChartWidget &chart, Playback &playback, const Appearance &appearance, QObject *parent)
    : QObject(parent), m_chart(chart), m_playback(playback), m_view(new WhyView(appearance)),
      m_card(new ChartCard(m_view, appearance, QStringLiteral("Y")))
{
    connect(m_view, &WhyView::resized, m_card, &ChartCard::fit);
    connect(m_view, &WhyView::eventChosen, this,
            [this](EventIndex event) { m_playback.seekEvent(m_shown.run, event); });
    connect(m_card, &ChartCard::closed, this, [this] { m_chart.explain({}, {}); });
    connect(&playback, &Playback::loaded, this, &WhyAnswer::leave);
    connect(&m_chart.view(), &ChartView::selectionChanged, this, [this] {
        if (m_card->isVisible() && !(m_chart.view().selection() == m_shown))
            leave();
    });
    connect(&chart, &ChartWidget::whyAsked, this, &WhyAnswer::askAbout);
}

QWidget *WhyAnswer::card()
{
    return m_card;
}

ChartView::Selection WhyAnswer::choose() const
{
    const Stage &stage = m_chart.stage();
    ChartView::Selection chosen = m_chart.view().selection();
    if (stage.empty() || chosen.run >= stage.runCount())
        return {};
    if (chosen.empty())
        chosen = {stage.focus(), longestWait(stage.moment(stage.focus())), std::nullopt};
    if (chosen.empty() || chosen.actor == ActorId::Main)
        return {};
    const Moment moment = stage.moment(chosen.run);
    const auto &spans = moment.spans->lane(chosen.actor).spans;
    if (!chosen.span || *chosen.span >= spans.size() || !isGap(spans[*chosen.span]))
        chosen.span = gapOf(moment, chosen.actor);
    return chosen.span ? chosen : ChartView::Selection();
}

void WhyAnswer::ask()
{
    if (leave())
        return;
    askAbout(choose());
}

void WhyAnswer::askAbout(const ChartView::Selection &selection)
{
    if (selection.empty() || !selection.span) {
        Q_EMIT failed(tr("Nobody waits here: select a bar that is dotted or striped, and ask why."));
        return;
    }
    show(selection);
}

void WhyAnswer::show(const ChartView::Selection &gap)
{
    m_playback.setPlaying(false);
    m_shown = gap;
    m_chart.view().select(gap);
    const timeline::Describer &describer = m_chart.stage().describer(gap.run);
    const Spans &spans = describer.names().spans();
    const Why why = whyOf(describer.names(), gap.actor, *gap.span);
    QList<WhyView::Line> lines;
    for (const WhyLine &line : whyLines(describer, why))
        lines << WhyView::Line{line.text, words::timeText(spans.trace()[line.event].at()), line.event};
    const QString who = describer.lane(gap.actor);
    m_view->show(why.endless ? tr("Why does %1 wait for ever?").arg(who) : tr("Why does %1 not go on?").arg(who),
                 lines);
    WaitRing ring;
    for (std::size_t i = 0; i < why.cycle.size(); ++i)
        ring.emplace_back(why.cycle[i].actor, why.cycle[(i + 1) % why.cycle.size()].actor);
    m_chart.explain(why.chain, ring);
    m_card->show();
}

bool WhyAnswer::leave()
{
    if (!m_card->isVisible())
        return false;
    m_card->hide();
    m_chart.explain({}, {});
    return true;
}

void WhyAnswer::setMagnified(bool magnified)
{
    m_view->setMagnified(magnified);
}

void WhyAnswer::retranslate()
{
    m_card->setNames(tr("Why?"), tr("Close the answer"));
    if (m_card->isVisible())
        show(m_shown);
}

void WhyAnswer::addCommands(Actions &actions)
{
    actions.add(Menu::View,
                {.id = "why",
                 .text = QT_TRANSLATE_NOOP("Actions", "Wh&y does it wait?"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "The chain of wake-ups behind a gap, or who waits for whom"),
                 .keys = {Qt::Key_Y},
                 .run = [this] { ask(); }});
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/why_text.h"

#include "app/timeline/cause_text.h"
#include "app/words/phrases.h"
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace coroscope {

namespace {

class WhyText {
    Q_DECLARE_TR_FUNCTIONS(coroscope::WhyText)

public:
    WhyText(const timeline::Describer &describer, const Why &why)
        : m_describer(describer), m_names(describer.names()), m_spans(m_names.spans()), m_why(why)
    {
    }

    [[nodiscard]] QList<WhyLine> lines() const
    {
        QList<WhyLine> lines{{gap(), span().first}};
        if (m_why.endless) {
            lines << endless();
            return lines;
        }
        for (const HeldMeanwhile &held : m_why.held)
            lines << WhyLine{holds(held), eventAt(held)};
        for (std::size_t i = 0; i < m_why.chain.size(); ++i)
            lines << link(m_spans.wakeups()[m_why.chain[i]]);
        if (m_why.chain.empty() && m_why.held.empty())
            lines << WhyLine{tr("The run ends before anything ends it."), span().first};
        return lines;
    }

private:
    [[nodiscard]] const Span &span() const { return m_spans.lane(m_why.actor).spans[m_why.span]; }
    [[nodiscard]] QString nameOf(ActorId actor) const { return words::nameOf(m_names, actor); }

    [[nodiscard]] QString gap() const
    {
        const QString who = nameOf(m_why.actor);
        const QString from = words::timeText(span().begin);
        const QString what = m_describer.span(span(), Duration{});
        if (span().open())
            return tr("%1, from %2 on: %3").arg(who, from, what);
        if (span().length() == Duration{})
            return tr("%1, at %2: %3").arg(who, from, what);
        return tr("%1, from %2 to %3: %4").arg(who, from, words::timeText(span().end), what);
    }

    [[nodiscard]] QString holds(const HeldMeanwhile &held) const
    {
        const QString who = nameOf(held.holder);
        const QString from = words::timeText(held.begin);
        const QString to = words::timeText(held.end);
        if (held.call == 0)
            return tr("Meanwhile %1 has the thread, from %2 to %3.").arg(who, from, to);
        return tr("Meanwhile %1 has the thread, from %2 to %3, in %4.")
            .arg(who, from, to, words::fromStd(m_spans.trace().text(static_cast<TextId>(held.call))));
    }

    [[nodiscard]] EventIndex eventAt(const HeldMeanwhile &held) const
    {
        const auto &thread = m_spans.thread();
        const auto hold =
            std::ranges::partition_point(thread, [&](const Span &each) { return each.end <= held.begin; });
        return hold == thread.end() ? span().first : hold->first;
    }

    [[nodiscard]] WhyLine link(const Wakeup &wakeup) const
    {
        return {tr("%1: %2", "who, and by what it was woken")
                    .arg(nameOf(wakeup.to), timeline::causeText(m_describer, wakeup)),
                wakeup.event};
    }

    [[nodiscard]] QList<WhyLine> endless() const
    {
        QList<WhyLine> lines;
        for (std::size_t i = 0; i < m_why.cycle.size(); ++i) {
            const EndlessWait &wait = m_why.cycle[i];
            lines << WhyLine{words::waitsForText(m_names, wait, m_why.cycle[(i + 1) % m_why.cycle.size()].actor),
                             m_spans.lane(wait.actor).spans.back().first};
        }
        lines << WhyLine{lines.isEmpty() ? tr("Nothing is left that could wake it.")
                                         : tr("So they wait for one another, and nobody can ever go on."),
                         span().first};
        return lines;
    }

    const timeline::Describer &m_describer;
    const Names &m_names;
    const Spans &m_spans;
    const Why &m_why;
};

} // namespace

QList<WhyLine> whyLines(const timeline::Describer &describer, const Why &why)
{
    return WhyText(describer, why).lines();
}

} // namespace coroscope

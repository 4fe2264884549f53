// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/verdict_strip.h"

#include "app/controls/appearance.h"
#include "app/models/verdict.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace coroscope {

VerdictStrip::VerdictStrip(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_appearance(appearance), m_label(new QLabel(this))
{
    m_label->setObjectName(QStringLiteral("verdict"));
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 0, 14, 6);
    column->addWidget(m_label);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(&appearance, &Appearance::changed, this, [this] {
        m_told = false;
        updateView();
    });
}

QString VerdictStrip::text() const
{
    return m_label->text();
}

void VerdictStrip::resetView()
{
    m_told = false;
    setVisible(stage().runCount() > 1);
}

bool VerdictStrip::allSeen() const
{
    for (std::size_t run = 0; run < stage().runCount(); ++run) {
        if (!stage().playback().endSeen(run))
            return false;
    }
    return true;
}

void VerdictStrip::updateView()
{
    if (stage().runCount() < 2 || m_told)
        return;
    m_told = allSeen();
    say(m_told ? verdicts() : tr("What differs stands here once all have been seen to their ends."));
}

QString VerdictStrip::verdicts() const
{
    const auto measured = [this](std::size_t run) {
        const Spans &spans = stage().run(run).spans();
        return measure(spans, ShownUntil{spans.eventsRead(), spans.end()});
    };
    const Measures first = measured(0);
    QStringList lines;
    for (std::size_t run = 1; run < stage().runCount(); ++run) {
        const Measures other = measured(run);
        const bool worse = other.duration > first.duration;
        const QColor colour = worse ? m_appearance.theme().worseText : m_appearance.theme().text;
        const QString verdict = QStringLiteral("<span style='color:%1'>%2</span>")
                                    .arg(colour.name(), verdictOf(first, other).toHtmlEscaped());
        // Of two runs it is clear which is meant.
        const QString which =
            stage().runCount() > 2 ? tr("%1:").arg(stage().run(run).title()) : tr("Compared with the one above:");
        lines.append(QStringLiteral("<b>%1</b> %2").arg(which.toHtmlEscaped(), verdict));
    }
    return lines.join(QStringLiteral("<br>"));
}

void VerdictStrip::say(const QString &text)
{
    if (m_label->text() != text)
        m_label->setText(text);
}

void VerdictStrip::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_told = false;
        updateView();
    }
}

} // namespace coroscope

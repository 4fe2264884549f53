// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/selection_card.h"

#include "app/chart/chart_walk.h"
#include "app/chart/chart_widget.h"
#include "app/controls/plain_text.h"
#include "app/timeline/cause_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace coroscope {

SelectionCard::SelectionCard(ChartWidget &chart)
    : QFrame(&chart), m_chart(chart), m_text(new QLabel), m_close(new QToolButton)
{
    setProperty("card", QStringLiteral("accent"));
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 6, 4);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_text, 1);
    m_close->setText(QStringLiteral("✕"));
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->setAccessibleName(tr("Select nothing"));
    row->addWidget(m_close);
    hide();
    connect(m_close, &QToolButton::clicked, this, [this] { m_chart.view().select({}); });
    connect(&chart.view(), &ChartView::selectionChanged, this, &SelectionCard::showSelection);
    connect(&chart, &ChartWidget::laidOut, this, &SelectionCard::showSelection);
}

QString SelectionCard::text() const
{
    return m_text->text();
}

QString SelectionCard::words() const
{
    const ChartView::Selection &selection = m_chart.view().selection();
    const Stage &stage = m_chart.stage();
    if (selection.empty() || !selection.span || selection.run >= stage.runCount())
        return {};
    const Moment moment = stage.moment(selection.run);
    const auto &spans = moment.spans->lane(selection.actor).spans;
    if (*selection.span >= spans.size() || !moment.until().shows(spans[*selection.span]))
        return {};
    const Span &span = spans[*selection.span];
    QString facts = timeline::factsText(stage.describer(selection.run), selection.actor, span, moment.lengthOf(span));
    facts.replace(QLatin1Char('\n'), QStringLiteral(" · "));
    const QString cause = causeAndEffects(stage, selection);
    return cause.isEmpty() ? facts : facts + QStringLiteral(" · ") + cause;
}

void SelectionCard::showSelection()
{
    const QString text = words();
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    if (text != m_text->text()) {
        m_text->setText(text);
        m_text->setToolTip(plainTip(text));
    }
    place();
}

/// Over the legend, as wide as the charts.
void SelectionCard::place()
{
    const auto &plots = m_chart.scene().plots;
    if (plots.empty())
        return;
    const QRectF panel = plots.back().panel;
    const int height = sizeHint().height();
    const int free = m_chart.height() - static_cast<int>(panel.bottom());
    const int y = static_cast<int>(panel.bottom()) + std::max(2, (free - height) / 2);
    setGeometry(static_cast<int>(panel.left()), std::min(y, m_chart.height() - height), static_cast<int>(panel.width()),
                height);
}

void SelectionCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_close->setAccessibleName(tr("Select nothing"));
}

} // namespace coroscope

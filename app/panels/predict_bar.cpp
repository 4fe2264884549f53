// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/predict_bar.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace coroscope {

PredictBar::PredictBar(Prediction &prediction, const Stage &stage, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_prediction(prediction), m_stage(stage), m_appearance(appearance), m_text(new QLabel),
      m_score(new QLabel), m_next(new QPushButton)
{
    auto *frame = new QFrame;
    frame->setProperty("card", QStringLiteral("accent"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(frame);
    column->addSpacing(6);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    access::setRole(*m_text, QAccessible::Notification);
    row->addWidget(m_text);
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        m_candidates[i] = new QPushButton;
        m_candidates[i]->setFocusPolicy(Qt::TabFocus);
        row->addWidget(m_candidates[i]);
        connect(m_candidates[i], &QPushButton::clicked, this, [this, i] { choose(i); });
    }
    row->addStretch(1);
    row->addWidget(m_score);
    m_next->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_next);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_next, &QPushButton::clicked, &prediction, &Prediction::goOn);
    connect(&prediction, &Prediction::changed, this, &PredictBar::showQuestion);
    connect(&appearance, &Appearance::changed, this, &PredictBar::restyle);
    restyle();
    showQuestion();
}

void PredictBar::setMagnified(bool magnified)
{
    m_magnified = magnified;
    restyle();
}

void PredictBar::restyle()
{
    QFont large(timeline::fontFamily());
    large.setPointSizeF(m_appearance.pointSize() * (m_magnified ? 1.4 : 1.08));
    for (QWidget *widget :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_score), static_cast<QWidget *>(m_next)})
        widget->setFont(large);
    for (QPushButton *button : m_candidates)
        button->setFont(large);
    setMinimumHeight(QFontMetrics(large).height() + 36);
}

QString PredictBar::text() const
{
    return m_text->text();
}

QString PredictBar::words() const
{
    if (m_prediction.asks())
        return tr("Who runs next?");
    if (!m_prediction.told())
        return m_stage.playback().atEnd() ? tr("The run is over.") : tr("Play on to the next question.");
    const Prediction::Told &told = *m_prediction.told();
    const QString name = m_stage.describer(m_prediction.run()).lane(told.taker);
    if (!told.answered)
        return tr("It is %1.").arg(name);
    return told.right() ? tr("✓ Right, it is %1.").arg(name) : tr("Not quite: it is %1.").arg(name);
}

void PredictBar::showQuestion()
{
    if (!m_prediction.on() || m_prediction.run() >= m_stage.runCount()) {
        setVisible(m_prediction.on());
        return;
    }
    if (const QString now = words(); now != m_text->text()) {
        m_text->setText(now);
        access::announce(*m_text);
    }
    show();
    const auto &candidates = m_prediction.candidates();
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const bool shown = m_prediction.asks() && i < candidates.size();
        m_candidates[i]->setVisible(shown);
        if (shown)
            m_candidates[i]->setText(
                tr("%1 · %2").arg(i + 1).arg(m_stage.describer(m_prediction.run()).lane(candidates[i])));
    }
    m_score->setVisible(m_prediction.answered() > 0);
    m_score->setText(tr("%1 of %2").arg(m_prediction.right()).arg(m_prediction.answered()));
    access::setName(*m_score, tr("right answers: %1 of %2").arg(m_prediction.right()).arg(m_prediction.answered()));
    access::setName(*this, tr("Prediction"));
    m_next->setText(m_prediction.asks() ? tr("Show it") : tr("Go on"));
}

void PredictBar::choose(std::size_t index)
{
    if (m_prediction.asks() && index < m_prediction.candidates().size())
        m_prediction.answer(m_prediction.candidates()[index]);
}

void PredictBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showQuestion();
}

} // namespace coroscope

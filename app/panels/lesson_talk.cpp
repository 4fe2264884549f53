// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lesson_talk.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/flow_layout.h"
#include "app/controls/plain_text.h"
#include "app/panels/lesson_words.h"
#include "app/session/lesson_dialogue.h"
#include "app/words/phrases.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace coroscope {

namespace {

using Answer = LessonDialogue::Answer;

constexpr qsizetype kLongAnswer = 32;

QString withoutMarks(QString text)
{
    return text.remove(QLatin1Char('`'));
}

} // namespace

LessonTalk::LessonTalk(LessonDialogue &dialogue, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_dialogue(dialogue), m_appearance(appearance), m_answers(new QWidget), m_deeds(new QWidget),
      m_play(new QPushButton), m_more(new QPushButton), m_again(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_heading = addLabel("talkHeading");
    m_question = addLabel("talkQuestion");
    column->addWidget(m_answers);
    new FlowLayout(m_answers, 6, 6);
    m_verdict = addLabel("talkVerdict");
    access::setRole(*m_verdict, QAccessible::Notification);
    m_belief = addLabel("talkBelief");
    column->addWidget(m_deeds);
    auto *deeds = new FlowLayout(m_deeds, 6, 6);
    m_play->setObjectName(QStringLiteral("talkPlay"));
    m_more->setObjectName(QStringLiteral("talkMore"));
    m_again->setObjectName(QStringLiteral("talkAgain"));
    for (QPushButton *deed : {m_play, m_more, m_again}) {
        deed->setFocusPolicy(Qt::TabFocus);
        deeds->addWidget(deed);
    }
    m_goalsHeading = addLabel("talkGoalsHeading");
    m_goals = addLabel("talkGoals");
    for (QLabel *heading : {m_heading, m_goalsHeading})
        heading->setProperty("role", QStringLiteral("heading"));
    connect(m_play, &QPushButton::clicked, &dialogue, &LessonDialogue::playToRefutation);
    connect(m_more, &QPushButton::clicked, &dialogue, &LessonDialogue::showMisconception);
    connect(m_again, &QPushButton::clicked, &dialogue, &LessonDialogue::ask);
    connect(&dialogue, &LessonDialogue::changed, this, &LessonTalk::refresh);
    connect(&appearance, &Appearance::changed, this, &LessonTalk::restyle);
    restyle();
    refresh();
}

QLabel *LessonTalk::addLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout()->addWidget(label);
    return label;
}

void LessonTalk::setMagnified(bool magnified)
{
    m_magnified = magnified;
    restyle();
    refresh();
}

void LessonTalk::restyle()
{
    QFont font(timeline::fontFamily());
    font.setPointSizeF(m_appearance.pointSize() * (m_magnified ? 1.2 : 1.0));
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(font);
    Q_EMIT resized();
}

bool LessonTalk::any() const
{
    return m_dialogue.hasQuestion() || !m_dialogue.texts().goals.isEmpty();
}

void LessonTalk::focusFirst()
{
    if (m_dialogue.answered() == Answer::None && !m_buttons.isEmpty())
        m_buttons.first()->setFocus(Qt::TabFocusReason);
    else if (!m_play->isHidden())
        m_play->setFocus(Qt::TabFocusReason);
}

void LessonTalk::refresh()
{
    setVisible(any());
    showQuestion();
    showVerdict();
    showMisconception();
    showGoals();
    Q_EMIT resized();
}

void LessonTalk::showQuestion()
{
    const bool asked = m_dialogue.hasQuestion();
    m_heading->setVisible(asked);
    m_question->setVisible(asked);
    m_answers->setVisible(asked);
    if (!asked)
        return;
    m_heading->setText(tr("Before it plays"));
    m_question->setText(richText(m_dialogue.texts().ask.text));
    if (m_made != m_dialogue.texts().ask.text) {
        makeAnswers();
        m_made = m_dialogue.texts().ask.text;
    }
    const auto &answers = m_dialogue.texts().ask.answers;
    for (int i = 0; i < m_buttons.size(); ++i) {
        const bool unsure = i == answers.size();
        const QString text = unsure ? tr("Not sure yet") : withoutMarks(answers[i].text);
        const QString shown = m_dialogue.answered() == Answer::None ? tr("%1 · %2").arg(unsure ? 0 : i + 1).arg(text)
                                                                    : markOf(unsure ? -1 : i) + text;
        m_buttons[i]->setText(plainEntry(brokenInTwo(shown, kLongAnswer)));
        access::setControl(*m_buttons[i], text, QString::number(unsure ? 0 : i + 1));
        m_buttons[i]->setEnabled(m_dialogue.answered() == Answer::None);
    }
}

/// What an answer was: the right one, the one that was given.
QString LessonTalk::markOf(int answer) const
{
    if (answer >= 0 && answer == m_dialogue.rightAnswer())
        return QStringLiteral("✓ ");
    if (m_dialogue.answered() == Answer::Unsure)
        return answer < 0 ? QStringLiteral("→ ") : QString();
    return answer >= 0 && answer == m_dialogue.given() ? QStringLiteral("✗ ") : QString();
}

void LessonTalk::makeAnswers()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    const qsizetype count = m_dialogue.texts().ask.answers.size();
    for (int i = 0; i <= count; ++i) {
        auto *button = new QPushButton;
        button->setObjectName(QStringLiteral("talkAnswer%1").arg(i < count ? i + 1 : 0));
        button->setFont(m_question->font());
        button->setFocusPolicy(Qt::TabFocus);
        m_answers->layout()->addWidget(button);
        m_buttons.append(button);
        connect(button, &QPushButton::clicked, this,
                [this, i, count] { i < count ? m_dialogue.answer(i) : m_dialogue.answerUnsure(); });
    }
}

QString LessonTalk::verdict() const
{
    const int right = m_dialogue.rightAnswer();
    const QString answer = right < 0 ? QString() : richText(m_dialogue.texts().ask.answers[right].text);
    switch (m_dialogue.answered()) {
    case Answer::Right: return tr("✓ Right: %1").arg(answer);
    case Answer::Wrong: return tr("Not quite. The answer is: %1").arg(answer);
    case Answer::Unsure: return tr("The answer is: %1").arg(answer);
    case Answer::None: break;
    }
    return {};
}

void LessonTalk::showVerdict()
{
    const QString text = verdict();
    m_verdict->setVisible(!text.isEmpty());
    const QString html = QStringLiteral("<b>%1</b>").arg(text);
    if (html == m_verdict->text())
        return;
    m_verdict->setText(html);
    if (!text.isEmpty())
        access::announce(*m_verdict);
}

void LessonTalk::showMisconception()
{
    const formats::Misconception &misconception = m_dialogue.texts().misconception;
    const bool answered = m_dialogue.answered() != Answer::None;
    const bool shown = m_dialogue.hasQuestion() && m_dialogue.misconceptionShown() && !misconception.belief.isEmpty();
    m_belief->setVisible(shown);
    if (shown)
        m_belief->setText(QStringLiteral("<p style='margin:0'><i>%1</i></p><p style='margin:4px 0 0 0'>%2</p>")
                              .arg(richText(misconception.belief), richText(misconception.refutation)));
    const auto at = m_dialogue.refutedAt();
    m_play->setVisible(shown && at);
    if (at)
        m_play->setText(*at == Instant{} ? tr("Play to where it is seen") : tr("Play to %1").arg(words::timeText(*at)));
    m_more->setText(tr("What many believe"));
    m_more->setVisible(m_dialogue.hasQuestion() && !shown && !misconception.belief.isEmpty());
    m_again->setText(tr("Ask again"));
    m_again->setVisible(answered);
    m_deeds->setVisible(m_dialogue.hasQuestion());
}

void LessonTalk::showGoals()
{
    const auto &goals = m_dialogue.texts().goals;
    m_goalsHeading->setVisible(!goals.isEmpty());
    m_goals->setVisible(!goals.isEmpty());
    m_goalsHeading->setText(tr("Try"));
    QString html;
    for (qsizetype i = 0; i < goals.size(); ++i) {
        const auto state = m_dialogue.goals().value(i, LessonDialogue::Goal::Unknown);
        const bool reached = state == LessonDialogue::Goal::Reached;
        const QString mark = reached ? QStringLiteral("✓") : QStringLiteral("○");
        const QString told = reached                                 ? tr("reached")
                             : state == LessonDialogue::Goal::NotYet ? tr("not yet")
                                                                     : QString();
        html += QStringLiteral("<tr><td style='padding-right:6px'>%1</td><td>%2%3</td></tr>")
                    .arg(mark, richText(goals[i].text),
                         told.isEmpty() ? QString() : QStringLiteral(" <b>%1</b>").arg(told));
    }
    m_goals->setText(QStringLiteral("<table cellspacing='0' cellpadding='2'>%1</table>").arg(html));
}

void LessonTalk::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/exercise_view.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/flow_layout.h"
#include "app/controls/plain_text.h"
#include "app/exercises/exercise_words.h"
#include "app/panels/lesson_words.h"
#include "app/panels/slot_table.h"
#include "app/session/exercise_round.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace coroscope {

using exercises::Exercise;
using exercises::Form;
using exercises::Kind;

namespace {

constexpr qsizetype kLongItem = 44;

} // namespace

ExerciseView::ExerciseView(ExerciseRound &round, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_round(round), m_appearance(appearance), m_items(new QWidget),
      m_table(new SlotTable(appearance)), m_deeds(new QWidget), m_done(new QPushButton), m_unsure(new QPushButton),
      m_play(new QPushButton), m_next(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_heading = addLabel("exerciseHeading");
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_question = addLabel("exerciseQuestion");
    access::setRole(*m_question, QAccessible::Notification);
    column->addWidget(m_items);
    column->addWidget(m_table);
    m_table->setObjectName(QStringLiteral("exerciseTable"));
    m_verdict = addLabel("exerciseVerdict");
    access::setRole(*m_verdict, QAccessible::Notification);
    column->addWidget(m_deeds);
    auto *deeds = new FlowLayout(m_deeds, 6, 6);
    const std::pair<QPushButton *, const char *> buttons[] = {
        {m_done, "exerciseDone"}, {m_unsure, "exerciseUnsure"}, {m_next, "exerciseNext"}, {m_play, "exercisePlay"}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(QString::fromLatin1(name));
        button->setFocusPolicy(Qt::TabFocus);
        deeds->addWidget(button);
    }
    connect(m_done, &QPushButton::clicked, this, &ExerciseView::give);
    connect(m_unsure, &QPushButton::clicked, this, &ExerciseView::beUnsure);
    connect(m_play, &QPushButton::clicked, &round, &ExerciseRound::playPassage);
    connect(m_next, &QPushButton::clicked, this, &ExerciseView::goOn);
    connect(&round, &ExerciseRound::changed, this, &ExerciseView::refresh);
    connect(&appearance, &Appearance::changed, this, &ExerciseView::restyle);
    restyle();
}

QLabel *ExerciseView::addLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout()->addWidget(label);
    return label;
}

void ExerciseView::setMagnified(bool magnified)
{
    m_magnified = magnified;
    restyle();
}

void ExerciseView::restyle()
{
    QFont font(timeline::fontFamily());
    font.setPointSizeF(m_appearance.pointSize() * (m_magnified ? 1.2 : 1.0));
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(font);
    refresh();
}

bool ExerciseView::asks() const
{
    return m_round.active() && !m_round.over() && !m_round.verdict();
}

// What is shown ------------------------------------------------------------------------------------------------

void ExerciseView::refresh()
{
    if (!m_round.active()) {
        m_made = ~std::size_t(0);
        return;
    }
    const bool over = m_round.over();
    if (!over && m_made != m_round.index()) {
        m_made = m_round.index();
        makeAnswers();
    }
    m_heading->setText(heading());
    m_items->setVisible(!over && m_round.current().form() != Form::Cells);
    m_table->setVisible(!over && m_round.current().form() == Form::Cells);
    if (over) {
        showScore();
    } else {
        showQuestion();
        showItems();
        showVerdict();
    }
    m_done->setText(tr("Done"));
    m_unsure->setText(exercises::notSureYet());
    m_play->setText(tr("Show the passage again"));
    m_next->setText(over ? tr("Once more") : m_round.index() + 1 == m_round.count() ? tr("Score") : tr("Next"));
    m_done->setVisible(asks() && m_round.current().form() != Form::One);
    m_done->setEnabled(asks() && complete());
    m_unsure->setVisible(asks());
    m_play->setVisible(!over && m_round.verdict());
    m_next->setVisible(over || m_round.verdict());
    Q_EMIT resized();
}

QString ExerciseView::heading() const
{
    if (m_round.over())
        return tr("Exercises: the score");
    return tr("Exercise %1 of %2: %3")
        .arg(m_round.index() + 1)
        .arg(m_round.count())
        .arg(exercises::titleOf(m_round.current().kind));
}

void ExerciseView::showQuestion()
{
    const QString question = exercises::questionOf(m_round.names(), m_round.current());
    if (question == m_question->text())
        return;
    m_question->setText(question);
    access::announce(*m_question);
}

void ExerciseView::makeAnswers()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    delete m_items->layout();
    m_chosen.clear();
    const Exercise &exercise = m_round.current();
    // Lines of source and of the console one below the other, as they are read.
    const bool lines = exercise.form() != Form::One || exercise.kind == Kind::Line;
    if (lines) {
        auto *column = new QVBoxLayout(m_items);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
    } else {
        new FlowLayout(m_items, 6, 6);
    }
    for (int i = 0; i < static_cast<int>(exercise.items.size()); ++i) {
        auto *button = new QPushButton;
        button->setObjectName(QStringLiteral("exerciseItem%1").arg(i + 1));
        button->setFont(m_question->font());
        button->setFocusPolicy(Qt::TabFocus);
        button->setCheckable(exercise.form() == Form::Some);
        if (lines)
            button->setStyleSheet(QStringLiteral("text-align: left"));
        m_items->layout()->addWidget(button);
        m_buttons.append(button);
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
    }
    if (exercise.form() == Form::Cells) {
        QStringList columns;
        for (int column = 0; column < exercise.columns; ++column)
            columns << exercises::columnText(exercise, column);
        m_table->setTable(exercise.rows, columns);
        m_table->setAccessibleName(exercises::titleOf(exercise.kind));
    }
}

QString ExerciseView::itemText(int item) const
{
    const Exercise &exercise = m_round.current();
    const QString text = exercises::textOf(exercise, exercise.items[static_cast<std::size_t>(item)]);
    const qsizetype place = m_chosen.indexOf(item);
    if (m_round.verdict()) {
        const bool right =
            exercise.form() == Form::Order ? exercise.right.value(place, -1) == item : exercise.right.contains(item);
        const bool needed = right || m_chosen.contains(item);
        return (!needed ? QString() : right ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + text;
    }
    switch (exercise.form()) {
    case Form::Order: return place < 0 ? tr("%1 · %2").arg(item + 1).arg(text) : tr("%1. %2").arg(place + 1).arg(text);
    case Form::Some: return tr("%1 · %2").arg(item + 1).arg(place < 0 ? text : QStringLiteral("await ") + text);
    default: return tr("%1 · %2").arg(item + 1).arg(text);
    }
}

void ExerciseView::showItems()
{
    const Exercise &exercise = m_round.current();
    if (exercise.form() == Form::Cells) {
        if (m_round.verdict())
            m_table->setWrong(m_round.verdict()->wrong);
        return;
    }
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(plainEntry(brokenInTwo(itemText(i), kLongItem)));
        access::setControl(*m_buttons[i], itemText(i), QString::number(i + 1));
        m_buttons[i]->setChecked(m_buttons[i]->isCheckable() && m_chosen.contains(i));
        m_buttons[i]->setEnabled(!m_round.verdict());
    }
}

QString ExerciseView::verdictText() const
{
    const Exercise &exercise = m_round.current();
    if (m_round.verdict()->right)
        return tr("✓ Right.");
    const bool table = exercise.form() == Form::Cells;
    const QString answer =
        table ? tr("%n slot(s) are not as in the run.", nullptr, static_cast<int>(m_round.verdict()->wrong.size()))
              : tr("The answer is: %1").arg(exercises::rightAnswer(exercise));
    const QString told =
        m_round.wasUnsure() ? (table ? tr("The passage shows it.") : answer) : tr("Not quite. %1").arg(answer);
    const QString belief = exercises::textOf(m_round.verdict()->belief);
    return belief.isEmpty() ? told : told + QLatin1Char('\n') + tr("Refuted: “%1”").arg(belief);
}

void ExerciseView::showVerdict()
{
    m_verdict->setVisible(m_round.verdict().has_value());
    const QString text = m_round.verdict() ? verdictText() : QString();
    if (text == m_verdict->text())
        return;
    m_verdict->setText(text);
    if (!text.isEmpty())
        access::announce(*m_verdict);
}

void ExerciseView::showScore()
{
    const ExerciseRound::Score &score = m_round.score();
    m_question->setText(tr("%1 of %2 right, %3 wrong, %4 not sure yet.")
                            .arg(score.right)
                            .arg(m_round.count())
                            .arg(score.wrong)
                            .arg(score.unsure));
    QStringList lines;
    for (const auto &[belief, count] : score.beliefs)
        lines << tr("%1× “%2”").arg(count).arg(exercises::textOf(belief));
    m_verdict->setVisible(!lines.isEmpty());
    m_verdict->setText(tr("What was believed:") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

// What is answered ---------------------------------------------------------------------------------------------

bool ExerciseView::complete() const
{
    const Exercise &exercise = m_round.current();
    return exercise.form() != Form::Order || m_chosen.size() == static_cast<qsizetype>(exercise.items.size());
}

void ExerciseView::choose(int item)
{
    if (!asks() || item >= m_buttons.size())
        return;
    if (m_round.current().form() == Form::One) {
        m_chosen = {item};
        give();
        return;
    }
    if (!m_chosen.removeOne(item))
        m_chosen.append(item);
    refresh();
}

void ExerciseView::give()
{
    if (!asks() || !complete())
        return;
    m_round.answer(m_round.current().form() == Form::Cells ? m_table->marked() : m_chosen);
    m_next->setFocus(Qt::TabFocusReason);
}

void ExerciseView::press(int digit)
{
    if (!asks())
        return;
    if (digit > 0) {
        choose(digit - 1);
    } else if (m_round.current().form() == Form::Order && !m_chosen.isEmpty()) {
        m_chosen.removeLast();
        refresh();
    } else {
        beUnsure();
    }
}

void ExerciseView::beUnsure()
{
    m_round.answerUnsure();
    m_next->setFocus(Qt::TabFocusReason);
}

void ExerciseView::goOn()
{
    if (asks()) {
        give();
    } else if (m_round.over()) {
        (void)m_round.begin();
        focusFirst();
    } else {
        m_round.next();
        focusFirst();
    }
}

void ExerciseView::focusFirst()
{
    if (!m_round.active())
        return;
    if (m_round.over() || m_round.verdict())
        m_next->setFocus(Qt::TabFocusReason);
    else if (m_round.current().form() == Form::Cells)
        m_table->setFocus(Qt::TabFocusReason);
    else if (!m_buttons.isEmpty())
        m_buttons.first()->setFocus(Qt::TabFocusReason);
}

void ExerciseView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        goOn();
    else
        QWidget::keyPressEvent(event);
}

void ExerciseView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coroscope

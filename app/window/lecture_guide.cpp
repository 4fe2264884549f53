// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lecture_guide.h"

#include "app/chart/chart_widget.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/course/lesson_texts.h"
#include "app/live/python_program.h"
#include "app/panels/chart_card.h"
#include "app/panels/tables.h"
#include "app/window/main_window.h"
#include "app/window/presenter.h"
#include "app/window/programs.h"
#include "app/window/recent_files.h"
#include "app/window/teaching.h"
#include "core/lessons/lesson.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace coroscope {

namespace {

/// Takes a key from one action for another, or gives it back.
void moveKey(QAction &from, QAction &to, QKeySequence key)
{
    QList<QKeySequence> keys = from.shortcuts();
    if (keys.removeAll(key) == 0)
        return;
    from.setShortcuts(keys);
    to.setShortcuts(QList<QKeySequence>{key} + to.shortcuts());
}

bool isAtStart(const Playback &playback)
{
    return playback.runCount() > 0 && playback.now() == Instant{} && playback.moment(0).cursor == 0;
}

/// The lesson as in the course, but for what is set.
void prepare(Session &session, const formats::LectureItem &item)
{
    const Lesson &lesson = *findLesson(item.lesson.toStdString());
    const Settings defaults = lesson.defaults();
    for (const Parameter &parameter : lesson.parameters)
        session.set(item.lesson, QString::fromStdString(parameter.name),
                    QString::fromStdString(defaults.written(parameter.name)));
    for (const auto &[name, value] : item.set)
        session.set(item.lesson, name, value);
}

} // namespace

LectureGuide::LectureGuide(MainWindow &window, Presenter &presenter, const Appearance &appearance)
    : QObject(&window), m_window(window), m_presenter(presenter), m_text(new QLabel), m_back(new QPushButton),
      m_on(new QPushButton)
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(QStringLiteral("lectureText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_back, m_on}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    m_card = new ChartCard(content, appearance, QString());
    connect(m_back, &QPushButton::clicked, this, &LectureGuide::previous);
    connect(m_on, &QPushButton::clicked, this, &LectureGuide::next);
    connect(&presenter, &Presenter::presentingChanged, this, [this] {
        describe();
        assignKeys();
    });
}

QWidget *LectureGuide::card()
{
    return m_card;
}

QString LectureGuide::open(const QString &path)
{
    auto read = formats::readLecture(path);
    if (!read)
        return read.error;
    m_lecture = std::move(*read.value);
    if (m_lecture.title.isEmpty())
        m_lecture.title = QFileInfo(path).completeBaseName();
    m_window.recentFiles().add(path);
    show(0);
    assignKeys();
    return {};
}

void LectureGuide::close()
{
    m_lecture = {};
    m_index = 0;
    describe();
    assignKeys();
}

// What is shown ------------------------------------------------------------------------------------------------

void LectureGuide::show(int index)
{
    m_index = index;
    openItem();
    arrange();
    describe();
    m_window.playback().setPlaying(false);
    m_window.playback().toStart();
    if (item().ask)
        m_window.teaching().dialogue().ask();
    else
        playOn();
}

void LectureGuide::openItem()
{
    Session &session = m_window.session();
    if (item().lesson.isEmpty()) {
        m_window.openFile(item().file);
        ProgramSession &program = m_window.programs().session();
        if (namesPythonProgram(item().file) && program.active())
            for (const auto &[name, value] : item().set)
                (void)program.setConstant(name, value); // one that does not fit stays as in the file
        return;
    }
    session.setCompared(false);
    prepare(session, item());
    session.open(item().lesson);
    if (!item().compare.isEmpty())
        session.compareWith(item().compare);
}

void LectureGuide::arrange()
{
    using timeline::AxisMode;
    if (item().speed)
        m_window.playback().setSpeed(*item().speed);
    if (item().steps)
        m_window.chart().view().setAxis(AxisMode::Steps);
    Arrangement &arrangement = m_window.arrangement();
    if (arrangement.alone())
        for (const auto extra : {Arrangement::Extra::Source, Arrangement::Extra::Console, Arrangement::Extra::Tables})
            arrangement.setBeside(extra, false);
    for (const QString &panel : item().panels)
        bring(panel);
    m_presenter.setPredicting(item().predict);
}

void LectureGuide::bring(const QString &panel)
{
    static const QList<std::pair<QString, Tables::Tab>> kTabs{
        {QStringLiteral("table"), Tables::JobTableTab},    {QStringLiteral("loop"), Tables::LoopTab},
        {QStringLiteral("tasks"), Tables::TasksTab},       {QStringLiteral("events"), Tables::EventsTab},
        {QStringLiteral("measures"), Tables::MeasuresTab}, {QStringLiteral("hand"), Tables::HandTab}};
    if (panel == QLatin1String("source")) {
        m_presenter.bring(Arrangement::Extra::Source);
        return;
    }
    if (panel == QLatin1String("console")) {
        m_presenter.bring(Arrangement::Extra::Console);
        return;
    }
    for (const auto &[name, tab] : kTabs)
        if (name == panel)
            m_presenter.bring(Arrangement::Extra::Tables, tab);
}

void LectureGuide::describe()
{
    m_card->setVisible(active() && !m_presenter.presenting());
    if (!active())
        return;
    const QString name = item().lesson.isEmpty()
                             ? QFileInfo(item().file).fileName()
                             : formats::lessonTitle(item().lesson.toStdString(), formats::textLanguage());
    const QString place =
        tr("%1: %2 of %3, %4").arg(m_lecture.title).arg(m_index + 1).arg(m_lecture.items.size()).arg(name);
    m_text->setText(item().notes.isEmpty() ? place : place + QLatin1Char('\n') + item().notes);
    m_back->setText(tr("Previous"));
    m_on->setText(tr("Next"));
    m_card->fit();
}

QString LectureGuide::notes() const
{
    return m_text->text();
}

// On and back --------------------------------------------------------------------------------------------------

std::optional<Instant> LectureGuide::nextStop() const
{
    const auto stop = std::ranges::find_if(
        item().stops, [this](Instant at) { return at > m_window.playback().now() || isAtStart(m_window.playback()); });
    return stop == item().stops.end() ? std::nullopt : std::optional(*stop);
}

void LectureGuide::playOn()
{
    Playback &playback = m_window.playback();
    if (playback.runCount() == 0)
        return;
    if (const auto stop = nextStop())
        playback.playPassage(playback.now(), {.run = m_window.session().position(), .at = *stop});
    else
        playback.setPlaying(true);
}

void LectureGuide::next()
{
    if (!active())
        return;
    Playback &playback = m_window.playback();
    ProgramSession &program = m_window.programs().session();
    if (item().lesson.isEmpty() && program.active() && playback.runCount() == 0) {
        if (const QString sentence = program.run(); !sentence.isEmpty())
            m_window.tell(sentence);
        return;
    }
    const auto stop = nextStop();
    if (playback.playing() && stop)
        playback.seek(*stop); // nobody wants to wait
    else if (stop || (!playback.playing() && !item().stops.isEmpty() && !playback.atEnd())
             || isAtStart(m_window.playback()))
        playOn();
    else if (m_index + 1 < m_lecture.items.size())
        show(m_index + 1);
    else
        m_window.tell(tr("That was the last item of the lecture."));
}

void LectureGuide::previous()
{
    if (!active())
        return;
    if (isAtStart(m_window.playback()) && m_index > 0) {
        show(m_index - 1);
        m_window.playback().setPlaying(false);
    }
    m_window.playback().setPlaying(false);
    m_window.playback().toStart();
}

// Keys ---------------------------------------------------------------------------------------------------------

void LectureGuide::addCommands(Actions &actions)
{
    m_nextAction =
        actions.add(Menu::Presentation,
                    {.id = "lecture.next",
                     .text = QT_TRANSLATE_NOOP("Actions", "&Next in the lecture"),
                     .tip = QT_TRANSLATE_NOOP(
                         "Actions", "Plays on to the next stop, or shows the next item; a clicker does it, too"),
                     .keys = {Qt::CTRL | Qt::Key_PageDown},
                     .run = [this] { next(); }});
    m_previousAction =
        actions.add(Menu::Presentation,
                    {.id = "lecture.previous",
                     .text = QT_TRANSLATE_NOOP("Actions", "P&revious in the lecture"),
                     .tip = QT_TRANSLATE_NOOP("Actions", "Back to the beginning of the item, or to the one before"),
                     .keys = {Qt::CTRL | Qt::Key_PageUp},
                     .run = [this] { previous(); }});
    m_closeAction = actions.add(Menu::Presentation, {.id = "lecture.close",
                                                     .text = QT_TRANSLATE_NOOP("Actions", "&Finish the lecture"),
                                                     .tip = QT_TRANSLATE_NOOP("Actions", "What is shown stays"),
                                                     .run = [this] { close(); }});
    m_stepOn = actions.find(QStringLiteral("step.switch.forward"));
    m_stepBack = actions.find(QStringLiteral("step.switch.back"));
    retranslate();
    assignKeys();
}

/// While a lecture is presented, the clicker goes through it.
void LectureGuide::assignKeys()
{
    for (QAction *action : {m_nextAction, m_previousAction, m_closeAction})
        action->setEnabled(active());
    const QKeySequence on(Qt::Key_PageDown);
    const QKeySequence back(Qt::Key_PageUp);
    if (active() && m_presenter.presenting()) {
        moveKey(*m_stepOn, *m_nextAction, on);
        moveKey(*m_stepBack, *m_previousAction, back);
    } else {
        moveKey(*m_nextAction, *m_stepOn, on);
        moveKey(*m_previousAction, *m_stepBack, back);
    }
}

void LectureGuide::retranslate()
{
    m_card->setNames(tr("Lecture"), tr("Hide the lecture's notes"));
    describe();
}

} // namespace coroscope

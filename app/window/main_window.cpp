// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/access/tab_order.h"
#include "app/chart/chart_commands.h"
#include "app/chart/chart_widget.h"
#include "app/chart/overview_strip.h"
#include "app/chart/search_bar.h"
#include "app/chart/selection_card.h"
#include "app/chart/sleep_drag.h"
#include "app/chart/slice_chart.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/controls/message_bar.h"
#include "app/live/python_program.h"
#include "app/panels/console_panel.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/introduction.h"
#include "app/panels/job_table_panel.h"
#include "app/panels/lesson_list.h"
#include "app/panels/parameter_strip.h"
#include "app/panels/predict_bar.h"
#include "app/panels/source_panel.h"
#include "app/panels/tables.h"
#include "app/panels/transport_bar.h"
#include "app/panels/verdict_strip.h"
#include "app/window/arrangement.h"
#include "app/window/commands.h"
#include "app/window/companion.h"
#include "app/window/compare_menu.h"
#include "app/window/file_opener.h"
#include "app/window/guide.h"
#include "app/window/lecture_guide.h"
#include "app/window/outputs.h"
#include "app/window/presenter.h"
#include "app/window/programs.h"
#include "app/window/real_time.h"
#include "app/window/recent_files.h"
#include "app/window/teaching.h"
#include "app/window/trace_page.h"
#include "app/window/why_answer.h"
#include "app/words/language.h"

#include <QAbstractSpinBox>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace coroscope {

namespace {

/// The file that is dragged; empty unless it is exactly one.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(Appearance &appearance, QWidget *parent)
    : QMainWindow(parent), m_appearance(appearance), m_stage(m_playback), m_session(m_playback),
      m_prediction(m_playback), m_hand(m_playback), m_actions(new Actions(this, appearance)),
      m_programs(new Programs(m_session, m_stage, appearance, this)),
      m_teaching(new Teaching(m_session, m_playback, m_programs->session(), appearance, this)),
      m_guide(new Guide(*m_actions, m_session, appearance, this)),
      m_recent(new RecentFiles(m_actions->menu(Menu::OpenRecent))), m_messages(new MessageBar(appearance)),
      m_transport(new TransportBar(m_playback, appearance)), m_lessons(new LessonList),
      m_chart(new ChartWidget(m_stage, appearance)), m_search(new SearchBar(*m_chart)),
      m_sleepDrag(new SleepDrag(m_session, m_stage, this)),
      m_outputs(new Outputs(this, *m_chart, m_playback, m_session)),
      m_overview(new OverviewStrip(*m_chart, m_playback, appearance)),
      m_why(new WhyAnswer(*m_chart, m_playback, appearance, this)),
      m_predict(new PredictBar(m_prediction, m_stage, appearance)), m_explanation(new ExplanationStrip(m_stage)),
      m_introduction(new Introduction(m_session, m_teaching->dialogue(), appearance)),
      m_console(new ConsolePanel(m_stage, appearance)), m_tables(new Tables(m_stage, appearance, m_session, m_hand)),
      m_opener(new FileOpener), m_trace(new TracePage(appearance))
{
    arrange();
    connectParts();
    addCommands();
    setAcceptDrops(true);
    retranslate();
    const QScreen *screen = QGuiApplication::primaryScreen();
    resize(screen ? screen->availableSize() : QSize(1366, 768));
    resetLayout();
    m_chart->setFocus();
}

void MainWindow::arrange()
{
    auto *parameters = new ParameterStrip(m_session, m_appearance);
    connect(parameters, &ParameterStrip::failed, this, &MainWindow::tell);
    auto *source = new SourcePanel(m_stage, m_appearance);
    source->follow(m_chart->view());
    m_programs->follow(*m_chart);
    m_transport->setLeading(m_programs->runButtons());
    m_arrangement = new Arrangement({.messages = m_messages,
                                     .transport = m_transport,
                                     .lessons = m_lessons,
                                     .parameters = m_programs->withStrip(parameters),
                                     .chart = m_chart,
                                     .overview = m_overview,
                                     .verdict = new VerdictStrip(m_stage, m_appearance),
                                     .predict = m_predict,
                                     .cards = m_teaching->cards(),
                                     .explanation = m_explanation,
                                     .tables = m_tables,
                                     .introduction = m_introduction,
                                     .source = m_programs->withEditor(source),
                                     .console = m_programs->withInput(m_console)});
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_arrangement);
    m_pages->addWidget(m_trace);
    auto *central = new QWidget;
    auto *rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_opener);
    rows->addWidget(m_pages, 1);
    setCentralWidget(central);
    setMenuBar(m_actions->menuBar());
    m_companion = new Companion(*this, *m_arrangement, *m_transport);
    connect(m_companion, &Companion::changed, this,
            [this] { m_companion->mode() == Companion::Mode::Clean ? leaveTrace() : void(); });
    m_presenter = new Presenter({.window = this,
                                 .menu = menuBar(),
                                 .arrangement = m_arrangement,
                                 .chart = m_chart,
                                 .explanation = m_explanation,
                                 .predict = m_predict,
                                 .tables = m_tables},
                                m_appearance, m_prediction, this);
    m_lecture = new LectureGuide(*this, *m_presenter, m_appearance);
    m_teaching->cards()->layout()->addWidget(m_lecture->card());
}

void MainWindow::connectParts()
{
    m_teaching->follow(*m_arrangement, *m_introduction, m_prediction);
    connect(m_teaching, &Teaching::failed, this, &MainWindow::tell);
    connect(m_teaching, &Teaching::left, this, [this] { m_chart->setFocus(); });
    m_teaching->cards()->layout()->addWidget(m_why->card());
    connect(m_why, &WhyAnswer::failed, this, &MainWindow::tell);
    connect(m_presenter, &Presenter::presentingChanged, m_why, &WhyAnswer::setMagnified);
    connect(m_presenter, &Presenter::begins, this, [this] { m_companion->setMode(Companion::Mode::Off); });
    connect(m_presenter, &Presenter::presentingChanged, m_teaching, &Teaching::setMagnified);
    connect(m_opener, &FileOpener::failed, this, &MainWindow::tell);
    connect(m_programs, &Programs::failed, this, &MainWindow::tell);
    connect(m_programs, &Programs::activeChanged, m_arrangement, &Arrangement::setSourceFirst);
    connect(m_programs, &Programs::activeChanged, m_presenter, &Presenter::setWritesCode);
    connect(m_programs, &Programs::activeChanged, m_explanation, &ExplanationStrip::setAwaitsProgram);
    connect(m_opener, &FileOpener::opened, this,
            [this](const std::shared_ptr<formats::OpenedFile> &file, const QString &path) {
                showOpened(std::move(*file), path);
            });
    connect(m_actions, &Actions::refused, this, &MainWindow::tell);
    connect(&m_playback, &Playback::full, this, [this] {
        tell(tr("%Ln events are recorded; of a run that goes on, no more are kept.", nullptr,
                static_cast<int>(Recording::kMostEvents)));
    });
    connect(m_trace, &TracePage::left, this, &MainWindow::leaveTrace);
    connect(m_recent, &RecentFiles::chosen, this, &MainWindow::openFile);
    connect(&m_session, &Session::fileOpened, m_recent, &RecentFiles::add);
    connect(m_introduction, &Introduction::wordChosen, m_guide, &Guide::showGlossary);
    connect(m_console, &ConsolePanel::instantChosen, this, &MainWindow::goTo);
    connect(m_tables, &Tables::instantChosen, this, &MainWindow::goTo);
    connect(m_tables, &Tables::eventChosen, &m_playback, &Playback::seekEvent);
    linkJobTable();
    connect(m_lessons, &LessonList::chosen, &m_session, &Session::open);
    connect(&m_session, &Session::opened, this, &MainWindow::showSession);
    connect(&m_session, &Session::pinnedChanged, this, &MainWindow::tellPin);
    // Queued: what is opened then takes away what was told before.
    connect(&m_session, &Session::failed, this, &MainWindow::tell, Qt::QueuedConnection);
    connect(m_transport, &TransportBar::compareToggled, &m_session, &Session::setCompared);
    connect(m_transport, &TransportBar::axisStepsToggled, this, [this](bool steps) {
        m_chart->view().setAxis(steps ? timeline::AxisMode::Steps : timeline::AxisMode::Clock);
    });
    connect(&m_chart->view(), &ChartView::modeChanged, this,
            [this] { m_transport->setAxisSteps(m_chart->axis() == timeline::AxisMode::Steps); });
    m_chart->setSleepDrag(m_sleepDrag);
    new SelectionCard(*m_chart);
    connect(m_chart, &ChartWidget::eventChosen, &m_playback, &Playback::seekEvent);
    connect(m_transport, &TransportBar::drawerClicked, this,
            [this] { openLessons(!m_arrangement->isShown(Arrangement::Area::Lessons)); });
    connect(m_lessons, &LessonList::settled, this, [this] { openLessons(false); });
    connect(m_arrangement, &Arrangement::compactChanged, this, [this](bool compact) {
        m_introduction->setHeadingShown(!compact); // a tab says what it is
        m_console->setHeadingShown(!compact);
    });
    connect(m_arrangement, &Arrangement::drawerChanged, m_transport, &TransportBar::setDrawerOffered);
    connect(m_transport, &TransportBar::presentClicked, this, [this] { setPresenting(!m_presenter->presenting()); });
    m_stage.setNoteBook(m_outputs->notes());
    connect(m_outputs, &Outputs::failed, this, &MainWindow::tell);
    connect(m_transport, &TransportBar::exportClicked, m_outputs, &Outputs::exportPicture);
    connect(m_chart, &ChartWidget::marginChanged, m_arrangement, &Arrangement::setMargin, Qt::QueuedConnection);
    connect(m_chart, &ChartWidget::laneSelected, &m_stage, &Stage::setFocus);
}

/// What is under the pointer in the chart is marked in the job table, and the other way round.
void MainWindow::linkJobTable()
{
    JobTablePanel &table = m_tables->jobTable();
    connect(&table, &JobTablePanel::taskHovered, this,
            [this](ActorId task) { m_chart->view().pointTo({m_stage.focus(), task}); });
    connect(&table, &JobTablePanel::cellChosen, this, [this](ActorId task, Instant at) {
        m_chart->view().select({m_stage.focus(), task});
        goTo(at);
    });
    connect(m_chart, &ChartWidget::laneHovered, &table, [this, &table](std::size_t run, ActorId actor) {
        const ChartView::Selection &selected = m_chart->view().selection();
        const bool here = actor != ActorId::None && run == m_stage.focus();
        table.markTask(here ? actor : selected.run == m_stage.focus() ? selected.actor : ActorId::None);
    });
    connect(&m_chart->view(), &ChartView::selectionChanged, &table,
            [this, &table] { table.markTask(m_chart->view().selection().actor); });
}

// The menus, in the order in which they show what can be done.
void MainWindow::addCommands()
{
    addFileCommands();
    addEditCommands();
    addViewCommands();
    m_why->addCommands(*m_actions);
    addPlayCommands(*m_actions, m_playback, m_prediction);
    addLessonCommands(*m_actions, m_session);
    m_teaching->addCommands(*m_actions);
    m_realTime = new RealTime(m_session, m_appearance, *m_actions, *this);
    m_programs->addCommands(*m_actions);
    addPresentationCommands();
    addSettingsCommands();
    m_guide->addCommands();
    new CompareMenu(m_session, *m_programs, *m_guide, m_actions->menu(Menu::CompareWith));
    m_transport->setCompareMenu(m_actions->menu(Menu::CompareWith));
}

void MainWindow::addEditCommands()
{
    m_actions->add(Menu::Edit, {.id = "copy.sentence",
                                .text = QT_TRANSLATE_NOOP("Actions", "Copy the &sentence"),
                                .tip = QT_TRANSLATE_NOOP("Actions", "What is happening at the now-line, as text"),
                                .icon = Symbol::Copy,
                                .run = [this] { QGuiApplication::clipboard()->setText(m_explanation->text()); }});
    m_actions->add(Menu::Edit, {.id = "copy.console",
                                .text = QT_TRANSLATE_NOOP("Actions", "Copy the &console"),
                                .tip = QT_TRANSLATE_NOOP("Actions", "All lines printed so far, with their instants"),
                                .icon = Symbol::Copy,
                                .run = [this] { m_console->copy(); }});
    m_actions->addSubmenu(Menu::CopyTable);
    addCopyTableCommands(*m_actions, m_tables->jobTable());
    m_outputs->addEditCommands(*m_actions);
}

void MainWindow::addViewCommands()
{
    addAreaCommands(*m_actions, *m_arrangement);
    m_actions->add(Menu::View, {.id = "layout.reset",
                                .text = QT_TRANSLATE_NOOP("Actions", "&Reset the layout"),
                                .tip = QT_TRANSLATE_NOOP("Actions", "Puts every panel back in its place"),
                                .icon = Symbol::Layout,
                                .run = [this] { resetLayout(); }});
    m_actions->addSeparator(Menu::View);
    addChartCommands(*m_actions, *m_chart, *m_search, m_playback,
                     {m_trace->chart(), [this] { m_trace->focusSearch(); },
                      [this](bool forward) { m_trace->searchAgain(forward); }});
}

void MainWindow::addSettingsCommands()
{
    addAppearanceCommands(*m_actions, m_appearance);
    addLanguageCommands(*m_actions);
    m_actions->addSeparator(Menu::Settings);
    m_actions->add(Menu::Settings,
                   {.id = "settings.forget",
                    .text = QT_TRANSLATE_NOOP("Actions", "&Forget all settings"),
                    .tip = QT_TRANSLATE_NOOP("Actions", "Layout, language, theme and type size as on the first day"),
                    .run = [this] { Q_EMIT forgetRequested(); },
                    .everywhere = true});
}

void MainWindow::addPresentationCommands()
{
    m_presenter->addCommands(*m_actions);
    m_companion->addCommands(*m_actions);
    m_lecture->addCommands(*m_actions);
    m_actions->add(Menu::Presentation, {.id = "leave",
                                        .text = QT_TRANSLATE_NOOP("Actions", "Lea&ve the presentation"),
                                        .tip = QT_TRANSLATE_NOOP("Actions", "Shows everything again"),
                                        .keys = {Qt::Key_Escape},
                                        .run = [this] { escape(); },
                                        .everywhere = true});
}

void MainWindow::addFileCommands()
{
    m_actions->add(
        Menu::File,
        {.id = "open",
         .text = QT_TRANSLATE_NOOP("Actions", "&Open…"),
         .tip = QT_TRANSLATE_NOOP(
             "Actions", "Opens a Python program, a scenario, a recorded run or a lecture; no program runs by itself"),
         .keys = {Qt::CTRL | Qt::Key_O},
         .icon = Symbol::Folder,
         .run = [this] { chooseFile(); },
         .everywhere = true});
    m_programs->addFileCommands(*m_actions);
    m_actions->addSubmenu(Menu::OpenRecent);
    m_outputs->addFileCommands(*m_actions, *m_trace);
    m_actions->addSeparator(Menu::File);
    m_actions->add(Menu::File, {.id = "quit",
                                .text = QT_TRANSLATE_NOOP("Actions", "&Quit"),
                                .tip = QT_TRANSLATE_NOOP("Actions", "Closes the window"),
                                .keys = {Qt::CTRL | Qt::Key_Q},
                                .run = [this] { close(); },
                                .everywhere = true});
    m_actions->add(Menu::Lesson, {.id = "lesson.search",
                                  .text = QT_TRANSLATE_NOOP("Actions", "&Search a lesson"),
                                  .tip = QT_TRANSLATE_NOOP("Actions", "Goes to the field above the list of lessons"),
                                  .keys = {Qt::CTRL | Qt::Key_L},
                                  .icon = Symbol::Search,
                                  .run = [this] { openLessons(true); },
                                  .everywhere = true});
}

void MainWindow::showSession()
{
    m_messages->dismiss();
    closeTrace();
    m_stage.setFocus(m_session.position());
    m_lessons->setCurrent(m_session.lesson());
    m_transport->setCompared(m_session.compared(), m_session.comparable());
    m_actions->find(QStringLiteral("bring.hand"))->setEnabled(m_tables->handOffered());
    suitAxis();
    setWindowTitle(title());
}

/// Where everything happens at one instant, an axis of time would have nothing to show.
void MainWindow::suitAxis()
{
    using timeline::AxisMode;
    ChartView &view = m_chart->view();
    if (m_playback.timeless())
        m_playback.recordAll(); // the axis is as long as the run from the beginning
    if (m_playback.timeless() && view.axis() == AxisMode::Clock) {
        view.setAxis(AxisMode::Steps);
        m_axisSuited = true;
    } else if (!m_playback.timeless() && std::exchange(m_axisSuited, false)) {
        view.setAxis(AxisMode::Clock);
    }
}

QString MainWindow::title() const
{
    if (showsTrace())
        return tr("%1 – Coroscope").arg(QFileInfo(m_trace->path()).fileName());
    if (m_programs->session().active() && m_stage.empty())
        return tr("%1 – Coroscope").arg(m_programs->session().program().title());
    return m_stage.empty() ? tr("Coroscope") : tr("%1 – Coroscope").arg(m_stage.run(m_session.position()).title());
}

// Files --------------------------------------------------------------------------------------------------------

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a Python program, a scenario or a trace"), QFileInfo(m_session.file()).path(),
        tr("Programs, scenarios and traces (*.py *.json *.jsonl *.gz);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::openFile(const QString &path)
{
    if (formats::namesLecture(path)) {
        if (const QString error = m_lecture->open(path); !error.isEmpty())
            tell(error);
        return;
    }
    if (!namesPythonProgram(path)) {
        m_opener->open(path);
        return;
    }
    showPage(m_arrangement);
    m_programs->open(path);
}

QString MainWindow::openFirst(const QString &path)
{
    if (formats::namesLecture(path))
        return m_lecture->open(path);
    if (namesPythonProgram(path)) {
        m_programs->open(path);
        return {};
    }
    if (FileOpener::takesTime(path)) {
        m_opener->open(path);
        return {};
    }
    auto opened = formats::openFile(path);
    if (opened)
        showOpened(std::move(*opened.value), path);
    return opened.error;
}

void MainWindow::showOpened(formats::OpenedFile opened, const QString &path)
{
    formats::ForeignTrace *const trace = opened.foreign();
    if (!trace) {
        const QString remark = opened.run() ? opened.run()->remark : QString();
        m_session.openRead(std::move(opened), path);
        if (!remark.isEmpty())
            tell(remark);
        return;
    }
    m_playback.setPlaying(false);
    m_messages->dismiss();
    m_trace->show(std::move(trace->slices), path, std::move(trace->text));
    showPage(m_trace);
    m_trace->chart().setFocus();
    m_recent->add(path);
}

bool MainWindow::showsTrace() const
{
    return m_pages && m_pages->currentWidget() == m_trace;
}

void MainWindow::closeTrace()
{
    showPage(m_arrangement);
    m_trace->forget();
}

void MainWindow::leaveTrace()
{
    closeTrace();
    m_chart->setFocus();
}

/// What can be done is about what is on the screen.
void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_actions->setShowsTrace(showsTrace());
    setWindowTitle(title());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(draggedFile(*event->mimeData()));
}

void MainWindow::tellPin()
{
    m_actions->find(QStringLiteral("pin"))->setChecked(m_session.pinned());
    m_messages->tell(m_session.pinned()
                         ? tr("This run is pinned: it stays beside what is shown next. P takes the pin out.")
                         : tr("Nothing is pinned any more."),
                     MessageBar::Kind::News);
}

void MainWindow::tell(const QString &sentence)
{
    if (showsTrace())
        m_trace->tell(sentence);
    else
        m_messages->tell(sentence);
}

/// On a small screen they are in a drawer, which is closed once one is chosen.
void MainWindow::openLessons(bool open)
{
    if (open && showsTrace())
        leaveTrace();
    if (open || m_arrangement->hasDrawer())
        m_arrangement->setShown(Arrangement::Area::Lessons, open);
    if (open)
        m_lessons->focusSearch();
    else
        m_chart->setFocus();
}

// What is shown ------------------------------------------------------------------------------------------------

void MainWindow::goTo(Instant at)
{
    m_playback.setPlaying(false);
    m_playback.seek(at);
}

void MainWindow::resetLayout()
{
    constexpr int kRoomForText = 900; // less would leave too little for the source
    m_arrangement->reset(size());
    m_introduction->setExpanded(height() >= kRoomForText);
}

void MainWindow::setPresenting(bool presenting)
{
    m_presenter->setPresenting(presenting);
}

/// Keys go into a field of the window.
bool MainWindow::isTyping() const
{
    const QWidget *const field = focusWidget();
    return m_programs->typing()
           || (field && field->isVisible()
               && (qobject_cast<const QLineEdit *>(field) || qobject_cast<const QAbstractSpinBox *>(field)));
}

/// Out of whatever is in the way: a message first, then a search, then the presentation.
void MainWindow::escape()
{
    if (m_messages->isVisible())
        m_messages->dismiss();
    else if (m_arrangement->hasDrawer() && m_arrangement->isShown(Arrangement::Area::Lessons))
        openLessons(false);
    else if (m_presenter->blank())
        m_presenter->setBlank(false);
    else if (m_search->isVisible())
        m_search->leave();
    else if (m_why->leave() || m_teaching->leave())
        m_chart->setFocus();
    else if (m_lessons->isVisible() && m_lessons->leaveSearch())
        m_chart->setFocus();
    else if (showsTrace() && m_trace->leaveSearch())
        return;
    else if (isTyping())
        m_chart->setFocus();
    else if (m_presenter->presenting())
        setPresenting(false);
    else if (showsTrace())
        leaveTrace();
    else if (m_companion->mode() != Companion::Mode::Off)
        m_companion->setMode(Companion::Mode::Off);
    else
        m_chart->view().clear();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return access::focusNext(*this, next);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_actions->find(QStringLiteral("language.") + language())->setChecked(true);
    m_session.retranslate();
    m_programs->retranslate();
    m_teaching->retranslate();
    m_why->retranslate();
    m_lecture->retranslate();
    explainParts();
    setWindowTitle(title());
}

/// What "What is this?" tells.
void MainWindow::explainParts()
{
    m_lessons->setWhatsThis(
        tr("All lessons, by chapter. One click plays a lesson; the field above finds one by a part of its name."));
    m_chart->setWhatsThis(tr(
        "Who holds the thread, over time. The first lane is the thread, below it stands a lane for each task: solid holds the thread, "
        "hatched blocks it, striped is ready but has to wait for it, dotted awaits something. The wheel zooms, dragging moves, a click selects."));
    m_explanation->setWhatsThis(tr("What is happening at the now-line, in one sentence."));
    m_tables->setWhatsThis(tr(
        "The same run in figures: which job was at work when, what is inside the loop, all tasks, all events, and what was measured."));
    m_transport->setWhatsThis(tr("Plays the run, step by step or at the speed you like, forwards and back."));
    m_introduction->setWhatsThis(tr("What the lesson is about and what to look for."));
}

} // namespace coroscope

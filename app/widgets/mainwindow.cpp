// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/mainwindow.h"

#include "app/widgets/actions.h"
#include "app/widgets/appearance.h"
#include "app/widgets/card.h"
#include "app/widgets/chartwidget.h"
#include "app/widgets/consolepanel.h"
#include "app/widgets/explanationstrip.h"
#include "app/widgets/exportpicture.h"
#include "app/widgets/jobtablepanel.h"
#include "app/widgets/lessonlist.h"
#include "app/widgets/looppanel.h"
#include "app/widgets/sourcepanel.h"
#include "app/widgets/tablepanels.h"
#include "app/widgets/transportbar.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QScreen>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace coroscope {

namespace {

enum Tab { JobTableTab, LoopTab, TasksTab, EventsTab, MeasuresTab };

constexpr int kGap = 10;

} // namespace

MainWindow::MainWindow(Appearance &appearance, QWidget *parent)
    : QMainWindow(parent), m_appearance(appearance), m_stage(m_playback), m_session(m_playback),
      m_transport(new TransportBar(m_playback, appearance)), m_lessons(new LessonList), m_chart(new ChartWidget(m_stage, appearance)),
      m_explanation(new ExplanationStrip(m_stage))
{
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(2);
    m_columns->addWidget(m_lessons);
    m_columns->addWidget(makeCentre());
    m_columns->addWidget(m_side = makeSide());
    m_columns->setStretchFactor(1, 1);

    auto *central = new QWidget;
    auto *rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_transport);
    rows->addWidget(m_columns, 1);
    setCentralWidget(central);

    connectParts();
    addKeys();
    retranslate();
    const QScreen *screen = QGuiApplication::primaryScreen();
    resize(screen ? screen->availableSize() : QSize(1366, 768));
    arrange(size());
    m_chart->setFocus();
}

QWidget *MainWindow::makeCentre()
{
    m_tabs = makeTabs();
    m_centre = new QSplitter(Qt::Vertical);
    m_centre->setChildrenCollapsible(false);
    m_centre->setHandleWidth(kGap);
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chart, 1);
    column->addWidget(m_explanation);
    m_centre->addWidget(upper);
    m_lower = new QWidget;
    auto *lower = new QVBoxLayout(m_lower);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->addWidget(inCard(m_tabs));
    m_centre->addWidget(m_lower);
    m_centre->setStretchFactor(0, 1);
    m_centre->setContentsMargins(0, 2, 0, kGap);
    return m_centre;
}

QTabWidget *MainWindow::makeTabs()
{
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->tabBar()->setDrawBase(false);
    tabs->tabBar()->setExpanding(false);
    tabs->tabBar()->setUsesScrollButtons(true);
    auto *tasks = new TasksPanel(m_stage);
    auto *events = new EventsPanel(m_stage);
    tabs->addTab(new JobTablePanel(m_stage, m_appearance), QString());
    tabs->addTab(new LoopPanel(m_stage), QString());
    tabs->addTab(tasks, QString());
    tabs->addTab(events, QString());
    tabs->addTab(new MeasuresPanel(m_stage), QString());
    tabs->setCurrentIndex(LoopTab);
    connect(tasks, &TasksPanel::instantChosen, this, &MainWindow::goTo);
    connect(events, &EventsPanel::instantChosen, this, &MainWindow::goTo);
    return tabs;
}

QWidget *MainWindow::makeSide()
{
    auto *side = new QSplitter(Qt::Vertical);
    side->setChildrenCollapsible(false);
    side->setHandleWidth(kGap);
    auto *console = new ConsolePanel(m_stage, m_appearance);
    side->addWidget(inCard(new SourcePanel(m_stage, m_appearance)));
    side->addWidget(inCard(console));
    side->setStretchFactor(0, 3);
    side->setStretchFactor(1, 2);
    side->setContentsMargins(0, kGap, kGap, kGap);
    connect(console, &ConsolePanel::instantChosen, this, &MainWindow::goTo);
    return side;
}

void MainWindow::connectParts()
{
    connect(m_lessons, &LessonList::chosen, &m_session, &Session::open);
    connect(&m_session, &Session::opened, this, &MainWindow::showSession);
    connect(m_transport, &TransportBar::compareToggled, &m_session, &Session::setCompared);
    connect(m_transport, &TransportBar::axisStepsToggled, this, [this](bool steps) {
        m_chart->setAxis(steps ? timeline::AxisMode::Steps : timeline::AxisMode::Clock);
        m_transport->setAxisSteps(steps);
    });
    connect(m_transport, &TransportBar::presentClicked, this, [this] { setPresenting(!isFullScreen()); });
    connect(m_transport, &TransportBar::exportClicked, this, &MainWindow::exportPicture);
    connect(m_chart, &ChartWidget::marginChanged, this, [this](int margin) {
        m_explanation->setContentsMargins(margin, 0, margin, 0);
        m_lower->setContentsMargins(margin, 0, margin, 0);
    }, Qt::QueuedConnection);
    connect(m_chart, &ChartWidget::laneSelected, &m_stage, &Stage::setFocus);
}

void MainWindow::addKeys()
{
    const auto step = [this](StepKind kind, bool forward) {
        return [this, kind, forward] { forward ? m_playback.stepForward(kind) : m_playback.stepBack(kind); };
    };
    addCommands(this, {
        {tr("Play or pause"), {Qt::Key_Space}, [this] { m_playback.togglePlaying(); }},
        {tr("One event on"), {Qt::Key_Right}, step(StepKind::Event, true)},
        {tr("One event back"), {Qt::Key_Left}, step(StepKind::Event, false)},
        {tr("To the next task switch"), {Qt::SHIFT | Qt::Key_Right, Qt::Key_PageDown}, step(StepKind::Switch, true)},
        {tr("To the previous task switch"), {Qt::SHIFT | Qt::Key_Left, Qt::Key_PageUp}, step(StepKind::Switch, false)},
        {tr("To the next pass of the loop"), {Qt::CTRL | Qt::Key_Right}, step(StepKind::Pass, true)},
        {tr("To the previous pass of the loop"), {Qt::CTRL | Qt::Key_Left}, step(StepKind::Pass, false)},
        {tr("To the start"), {Qt::Key_Home}, [this] { m_playback.toStart(); }},
        {tr("To the end"), {Qt::Key_End}, [this] { m_playback.toEnd(); }},
        {tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { m_chart->zoom(1.25); }},
        {tr("Zoom out"), {Qt::Key_Minus}, [this] { m_chart->zoom(0.8); }},
        {tr("Show everything"), {Qt::Key_F}, [this] { m_chart->fit(); }},
        {tr("Present"), {Qt::Key_F5}, [this] { setPresenting(true); }},
        {tr("Leave the presentation"), {Qt::Key_Escape}, [this] { setPresenting(false); }},
        {tr("Open a scenario file"), {Qt::CTRL | Qt::Key_O}, [this] { openFile(); }},
        {tr("Export a picture"), {Qt::CTRL | Qt::Key_E}, [this] { exportPicture(); }},
        {tr("Search a lesson"), {Qt::CTRL | Qt::Key_L}, [this] { m_lessons->focusSearch(); }},
        {tr("Larger type"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, [this] { m_appearance.setPointSize(m_appearance.pointSize() + 1); }},
        {tr("Smaller type"), {Qt::CTRL | Qt::Key_Minus}, [this] { m_appearance.setPointSize(m_appearance.pointSize() - 1); }},
        {tr("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { close(); }},
    });
}

void MainWindow::arrange(QSize room)
{
    const int left = std::min(m_lessons->sizeHint().width(), room.width() / 4);
    const int right = std::clamp(room.width() * 26 / 100, 330, 620);
    m_columns->setSizes({left, room.width() - left - right, right});
    const int lower = std::clamp(room.height() * 22 / 100, 190, 300);
    m_centre->setSizes({room.height() - lower, lower});
}

void MainWindow::showSession()
{
    m_stage.setFocus(m_session.position());
    m_lessons->setCurrent(m_session.lesson());
    m_transport->setCompared(m_session.compared(), !m_session.partner().isEmpty());
    setWindowTitle(title());
}

QString MainWindow::title() const
{
    return m_stage.empty() ? tr("Coroscope") : tr("%1 – Coroscope").arg(m_stage.run(m_session.position()).title());
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a scenario"), QString(), tr("Scenarios (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    if (const QString error = m_session.openFile(path); !error.isEmpty())
        QMessageBox::warning(this, tr("Open a scenario"), error);
}

void MainWindow::goTo(Instant at)
{
    m_playback.setPlaying(false);
    m_playback.seek(at);
}

void MainWindow::setPresenting(bool presenting)
{
    if (presenting == isFullScreen())
        return;
    for (QWidget *widget : {static_cast<QWidget *>(m_transport), static_cast<QWidget *>(m_lessons), m_side, m_lower})
        widget->setVisible(!presenting);
    m_chart->setMagnified(presenting);
    m_explanation->setMagnified(presenting);
    if (presenting) {
        m_wasMaximized = isMaximized();
        showFullScreen();
    } else if (m_wasMaximized) {
        showMaximized();
    } else {
        showNormal();
    }
}

void MainWindow::exportPicture()
{
    m_playback.setPlaying(false);
    coroscope::exportPicture(this, m_chart->request(m_chart->size()), m_stage.empty() ? tr("timeline") : QFileInfo(m_stage.run(m_session.position()).id()).completeBaseName());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    m_tabs->setTabText(JobTableTab, tr("Job table"));
    m_tabs->setTabText(LoopTab, tr("Inside the loop"));
    m_tabs->setTabText(TasksTab, tr("Tasks"));
    m_tabs->setTabText(EventsTab, tr("Events"));
    m_tabs->setTabText(MeasuresTab, tr("Measures"));
    setWindowTitle(title());
}

} // namespace coroscope

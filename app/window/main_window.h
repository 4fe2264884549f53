// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "app/playback/hand_play.h"
#include "app/playback/playback.h"
#include "app/playback/prediction.h"
#include "app/session/session.h"
#include "app/session/stage.h"

class QDragEnterEvent;
class QDropEvent;
class QStackedWidget;

namespace coroscope {

class Actions;
class Appearance;
class Arrangement;
class ChartWidget;
class Companion;
class ConsolePanel;
class ExplanationStrip;
class FileOpener;
class Guide;
class Introduction;
class LectureGuide;
class LessonList;
class MessageBar;
class Outputs;
class OverviewStrip;
class PredictBar;
class Presenter;
class Programs;
class RealTime;
class SearchBar;
class SleepDrag;
class RecentFiles;
class Tables;
class Teaching;
class TracePage;
class WhyAnswer;
class TransportBar;

namespace formats {
struct OpenedFile;
}

/// The window: makes the panels and connects them. It knows what each panel is for and nothing of how it does it;
/// where they stand is Arrangement's, what the user can do stands in commands.h.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Appearance &appearance, QWidget *parent = nullptr);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Playback &playback() { return m_playback; }
    [[nodiscard]] Actions &actions() { return *m_actions; }
    [[nodiscard]] Arrangement &arrangement() { return *m_arrangement; }
    [[nodiscard]] Tables &tables() { return *m_tables; }
    [[nodiscard]] Introduction &introduction() { return *m_introduction; }
    [[nodiscard]] ChartWidget &chart() { return *m_chart; }
    [[nodiscard]] LectureGuide &lecture() { return *m_lecture; }
    [[nodiscard]] Companion &companion() { return *m_companion; }
    [[nodiscard]] Programs &programs() { return *m_programs; }
    [[nodiscard]] Teaching &teaching() { return *m_teaching; }
    [[nodiscard]] WhyAnswer &why() { return *m_why; }
    [[nodiscard]] RealTime &realTime() { return *m_realTime; }
    [[nodiscard]] RecentFiles &recentFiles() { return *m_recent; }

    /// Chart and sentence alone, over the whole screen, in larger type; or everything again.
    void setPresenting(bool presenting);
    /// Every panel in its place, as suits a window of this size.
    void resetLayout();
    [[nodiscard]] Outputs &outputs() { return *m_outputs; }
    /// A scenario or a trace; what is wrong with it is told in the window. A large one is read while the window goes
    /// on.
    void openFile(const QString &path);
    /// The same before the window is shown: what is wrong with a small file is the answer; empty when nothing is.
    QString openFirst(const QString &path);
    [[nodiscard]] TracePage &tracePage() { return *m_trace; }
    /// Another program's trace is shown, not a run.
    [[nodiscard]] bool showsTrace() const;
    /// One sentence about something that went wrong.
    void tell(const QString &sentence);

Q_SIGNALS:
    /// All settings are to be as on the first day.
    void forgetRequested();

protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void arrange();
    void connectParts();
    void linkJobTable();
    void addCommands();
    void addFileCommands();
    void addEditCommands();
    void addViewCommands();
    void addPresentationCommands();
    void addSettingsCommands();
    void retranslate();
    void explainParts();
    void showSession();
    void goTo(Instant at);
    void chooseFile();
    void showOpened(formats::OpenedFile opened, const QString &path);
    void closeTrace();
    void leaveTrace();
    void openLessons(bool open);
    void showPage(QWidget *page);
    void escape();
    void suitAxis();
    void tellPin();
    [[nodiscard]] bool isTyping() const;
    [[nodiscard]] QString title() const;

    Appearance &m_appearance;
    Playback m_playback;
    Stage m_stage;
    Session m_session;
    Prediction m_prediction;
    HandPlay m_hand;
    Actions *m_actions;
    Programs *m_programs;
    Teaching *m_teaching;
    Guide *m_guide;
    RecentFiles *m_recent;
    MessageBar *m_messages;
    TransportBar *m_transport;
    LessonList *m_lessons;
    ChartWidget *m_chart;
    SearchBar *m_search;
    SleepDrag *m_sleepDrag;
    Outputs *m_outputs;
    OverviewStrip *m_overview;
    WhyAnswer *m_why;
    PredictBar *m_predict;
    ExplanationStrip *m_explanation;
    Introduction *m_introduction;
    ConsolePanel *m_console;
    Tables *m_tables;
    FileOpener *m_opener;
    RealTime *m_realTime = nullptr;
    TracePage *m_trace;
    QStackedWidget *m_pages = nullptr; ///< the arrangement, the trace of another program
    Arrangement *m_arrangement = nullptr;
    Presenter *m_presenter = nullptr;
    Companion *m_companion = nullptr;
    LectureGuide *m_lecture = nullptr;
    bool m_axisSuited = false; ///< the axis was changed for a run that takes no time
};

} // namespace coroscope

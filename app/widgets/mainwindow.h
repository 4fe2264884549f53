// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "app/playback/playback.h"
#include "app/widgets/session.h"
#include "app/widgets/stage.h"

class QDragEnterEvent;
class QDropEvent;
class QTabWidget;

namespace coroscope {

class Actions;
class Appearance;
class Arrangement;
class ChartWidget;
class ExplanationStrip;
class Introduction;
class LessonList;
class MessageBar;
class OverviewStrip;
class SearchBar;
class SleepDrag;
class TransportBar;
struct Shown;

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
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }

    /// Chart and sentence alone, over the whole screen, in larger type; or everything again.
    void setPresenting(bool presenting);
    void exportPicture();
    void copyPicture();
    /// A scenario; what is wrong with it is told in the window.
    void openFile(const QString &path);
    /// One sentence about something that went wrong.
    void tell(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QTabWidget *makeTabs();
    void arrange();
    void connectParts();
    void addCommands();
    void addFileCommands();
    void retranslate();
    void showSession();
    void goTo(Instant at);
    void chooseFile();
    void escape();
    [[nodiscard]] QString title() const;
    [[nodiscard]] Shown shownNow() const;

    Appearance &m_appearance;
    Playback m_playback;
    Stage m_stage;
    Session m_session;
    Actions *m_actions;
    MessageBar *m_messages;
    TransportBar *m_transport;
    LessonList *m_lessons;
    ChartWidget *m_chart;
    SearchBar *m_search;
    SleepDrag *m_sleepDrag;
    OverviewStrip *m_overview;
    ExplanationStrip *m_explanation;
    Introduction *m_introduction;
    QTabWidget *m_tabs;
    Arrangement *m_arrangement = nullptr;
    bool m_wasMaximized = false;
};

} // namespace coroscope

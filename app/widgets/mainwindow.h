// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "app/playback/playback.h"
#include "app/widgets/session.h"
#include "app/widgets/stage.h"

class QSplitter;
class QTabWidget;

namespace coroscope {

class Appearance;
class ChartWidget;
class ExplanationStrip;
class LessonList;
class TransportBar;

/// The window: puts the panels in their places and connects them. It knows what each panel is for and nothing of how
/// it does it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Appearance &appearance, QWidget *parent = nullptr);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Playback &playback() { return m_playback; }

    /// Chart and sentence alone, over the whole screen, in larger type; or everything again.
    void setPresenting(bool presenting);
    void exportPicture();
    /// Shares the room out among the columns, as in a window of this size.
    void arrange(QSize room);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeCentre();
    QWidget *makeSide();
    QTabWidget *makeTabs();
    void connectParts();
    void addKeys();
    void retranslate();
    void showSession();
    void goTo(Instant at);
    void openFile();
    [[nodiscard]] QString title() const;

    Appearance &m_appearance;
    Playback m_playback;
    Stage m_stage;
    Session m_session;
    TransportBar *m_transport;
    LessonList *m_lessons;
    ChartWidget *m_chart;
    ExplanationStrip *m_explanation;
    QSplitter *m_columns = nullptr;
    QSplitter *m_centre = nullptr;
    QTabWidget *m_tabs = nullptr;
    QWidget *m_lower = nullptr; ///< the tabs and their frame
    QWidget *m_side = nullptr;
    bool m_wasMaximized = false;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/notes/note_book.h"
#include "app/window/export_settings.h"

class QWidget;

namespace coroscope {

class Actions;
class ChartWidget;
class NoteEditor;
class Playback;
class Session;
class TracePage;

/// What one takes along from the window: pictures, saved runs, and the notes that go into both.
class Outputs : public QObject {
    Q_OBJECT

public:
    Outputs(QWidget *window, ChartWidget &chart, Playback &playback, const Session &session);

    /// In the menus File and Edit; while the trace is shown, a picture is one of that.
    void addFileCommands(Actions &actions, TracePage &trace);
    void addEditCommands(Actions &actions);

    void exportPicture();
    void copyPicture();
    /// Asks for a file first.
    void saveRun();
    void saveRunTo(const QString &path);

    [[nodiscard]] formats::NoteBook &notes() { return m_notes; }
    [[nodiscard]] NoteEditor &noteEditor() { return *m_editor; }

Q_SIGNALS:
    /// One sentence about something that went wrong.
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString name() const;
    [[nodiscard]] Shown shown() const;
    /// The runs on the stage, for a page that plays them.
    [[nodiscard]] formats::PageRequest page() const;

    QWidget *m_window;
    ChartWidget &m_chart;
    Playback &m_playback;
    const Session &m_session;
    formats::NoteBook m_notes;
    NoteEditor *m_editor;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/notes/note_book.h"
#include "app/timeline/scene.h"

class QPlainTextEdit;

namespace coroscope {

class ChartWidget;

/// Writing notes into the chart: a field opens where the note is. Return ends it, Shift+Return begins another line,
/// Escape leaves everything as it was; an empty text removes the note. A double click on a note opens it.
class NoteEditor : public QObject {
    Q_OBJECT

public:
    NoteEditor(ChartWidget &chart, formats::NoteBook &notes, QObject *parent = nullptr);

    /// A note about what is under the point: a span with its time, else the instant, in that lane.
    void addAt(QPointF point);
    /// About the selected span or lane, else about the run; at the now-line.
    void addAtNow();
    void edit(std::size_t run, std::size_t note);
    void remove(std::size_t run, std::size_t note);
    [[nodiscard]] bool editing() const { return m_field != nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void open(std::size_t run, std::size_t note, const RunNote &content, QPointF at);
    void close(bool keep);
    [[nodiscard]] QString runId(std::size_t run) const;
    [[nodiscard]] RunNote aboutSpan(const timeline::Hit &hit) const;
    [[nodiscard]] QPointF placeOf(std::size_t run, const RunNote &note) const;

    ChartWidget &m_chart;
    formats::NoteBook &m_notes;
    QPlainTextEdit *m_field = nullptr; ///< while somebody writes
    QString m_run;
    std::size_t m_note = 0; ///< one past the last: a new one
    RunNote m_content;
};

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/outputs.h"

#include "app/chart/chart_widget.h"
#include "app/chart/note_editor.h"
#include "app/controls/actions.h"
#include "app/controls/clipboard.h"
#include "app/export/run_writer.h"
#include "app/session/session.h"
#include "app/window/export_dialog.h"
#include "app/window/trace_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace coroscope {

namespace {

QString notesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/notes");
}

} // namespace

Outputs::Outputs(QWidget *window, ChartWidget &chart, Playback &playback, const Session &session)
    : QObject(window), m_window(window), m_chart(chart), m_playback(playback), m_session(session),
      m_notes(notesFolder()), m_editor(new NoteEditor(chart, m_notes, this))
{
    chart.setNoteEditor(m_editor);
    connect(&m_notes, &formats::NoteBook::failed, this, &Outputs::failed);
    connect(&session, &Session::fileOpened, this,
            [this](const QString &path) { m_notes.suggest(path, m_session.info().notes); });
}

void Outputs::addFileCommands(Actions &actions, TracePage &trace)
{
    actions.add(Menu::File,
                {.id = "run.save",
                 .text = QT_TRANSLATE_NOOP("Actions", "&Save the run…"),
                 .tip = QT_TRANSLATE_NOOP("Actions",
                                          "The run and its notes, for Coroscope and for the viewers of Chrome traces"),
                 .keys = {Qt::CTRL | Qt::Key_S},
                 .icon = Symbol::Save,
                 .run = [this] { saveRun(); }});
    actions.add(Menu::File,
                {.id = "export",
                 .text = QT_TRANSLATE_NOOP("Actions", "&Export a picture…"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "A picture, an animation or a document, for slides or paper"),
                 .keys = {Qt::CTRL | Qt::Key_E},
                 .icon = Symbol::Save,
                 .run = [this] { exportPicture(); },
                 .onTrace = [&trace] { trace.exportPicture(); }});
    actions.add(Menu::File, {.id = "export.copy",
                             .text = QT_TRANSLATE_NOOP("Actions", "&Copy the picture"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Puts the chart into the clipboard, as it is shown"),
                             .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                             .icon = Symbol::Copy,
                             .run = [this] { copyPicture(); },
                             .onTrace = [&trace] { trace.copyPicture(); }});
}

void Outputs::addEditCommands(Actions &actions)
{
    actions.add(Menu::Edit, {.id = "note.add",
                             .text = QT_TRANSLATE_NOOP("Actions", "Add a &note"),
                             .tip = QT_TRANSLATE_NOOP(
                                 "Actions", "Words about the selected span, lane or instant, drawn in the chart"),
                             .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_N},
                             .run = [this] { m_editor->addAtNow(); }});
}

QString Outputs::name() const
{
    const Stage &stage = m_chart.stage();
    return stage.empty() ? tr("timeline") : QFileInfo(stage.run(m_session.position()).id()).completeBaseName();
}

Shown Outputs::shown() const
{
    return {m_chart.request(m_chart.size()), name(), page()};
}

formats::PageRequest Outputs::page() const
{
    formats::PageRequest request;
    request.axis = m_chart.request(m_chart.size()).axis;
    const Stage &stage = m_chart.stage();
    for (std::size_t i = 0; i < stage.runCount(); ++i) {
        const Recording &run = stage.run(i);
        SavedRunInfo info{.dialect = run.origin().lesson.isEmpty() ? Dialect::Scenario : Dialect::Lesson,
                          .name = run.origin().lesson.toStdString(),
                          .notes = m_notes.notes(run.id()),
                          .source = run.origin().scenario.toStdString(),
                          .settings = run.origin().settings};
        request.runs.push_back({&run.spans(), &stage.describer(i), std::move(info),
                                formats::titlesOf(run.origin().lesson.toStdString(), run.title())});
    }
    return request;
}

/// The dialog shows whole runs: they are recorded to their ends first.
void Outputs::exportPicture()
{
    m_playback.setPlaying(false);
    m_playback.recordAll();
    auto *dialog = new ExportDialog(shown(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_playback, &Playback::loaded, dialog, &QDialog::reject); // what it shows has gone
    dialog->open();
}

void Outputs::copyPicture()
{
    const Shown now = shown();
    if (!coroscope::copyPicture(timeline::layoutChart(now.chart), 2, now.name))
        Q_EMIT failed(tr("The picture is too large for the clipboard."));
}

void Outputs::saveRun()
{
    if (m_chart.stage().empty())
        return;
    auto *chooser =
        new QFileDialog(m_window, tr("Save the run"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Runs (*.trace.json)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("trace.json"));
    chooser->selectFile(name() + QStringLiteral(".trace.json"));
    connect(chooser, &QFileDialog::fileSelected, this, &Outputs::saveRunTo);
    chooser->open();
}

void Outputs::saveRunTo(const QString &path)
{
    m_playback.setPlaying(false);
    m_playback.recordAll();
    const std::size_t run = m_session.position();
    SavedRunInfo info = m_session.info();
    info.notes = m_notes.notes(m_chart.stage().run(run).id());
    if (const auto written = formats::saveRun(path, m_chart.stage().describer(run).names(), info); !written.ok())
        Q_EMIT failed(written.error);
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/note_editor.h"

#include "app/chart/chart_widget.h"
#include "app/timeline/layout.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

#include <algorithm>
#include <cmath>

namespace coroscope {

using timeline::Hit;

namespace {

constexpr QSize kField{300, 84};

} // namespace

NoteEditor::NoteEditor(ChartWidget &chart, formats::NoteBook &notes, QObject *parent)
    : QObject(parent), m_chart(chart), m_notes(notes)
{
    chart.installEventFilter(this);
    connect(&chart.stage(), &Stage::reset, this, [this] { close(false); });
}

QString NoteEditor::runId(std::size_t run) const
{
    return m_chart.stage().run(run).id();
}

RunNote NoteEditor::aboutSpan(const Hit &hit) const
{
    const Moment moment = m_chart.stage().moment(hit.run);
    const bool thread = hit.kind == Hit::Kind::Thread;
    const Span &span = thread ? moment.spans->thread()[hit.span] : moment.spans->lane(hit.actor).spans[hit.span];
    RunNote note{.at = span.begin};
    if (const Duration length = moment.lengthOf(span); length > Duration::zero())
        note.end = span.begin + length;
    if (!thread)
        note.lane = m_chart.stage().describer(hit.run).lane(hit.actor).toStdString();
    return note;
}

void NoteEditor::addAt(QPointF point)
{
    const auto hit = timeline::hitTest(m_chart.scene(), point);
    const timeline::Plot *plot = m_chart.plotAt(point);
    if (!hit || !plot || hit->run >= m_chart.stage().runCount())
        return;
    if (hit->kind == Hit::Kind::Note) {
        edit(hit->run, hit->span);
        return;
    }
    RunNote note;
    if (hit->kind == Hit::Kind::Span || hit->kind == Hit::Kind::Thread) {
        note = aboutSpan(*hit);
    } else {
        const bool clock = m_chart.axis() == timeline::AxisMode::Clock;
        const Instant now = m_chart.stage().moment(hit->run).now;
        note.at = clock ? std::min(plot->viewport.toInstant(point.x()), now) : now;
        if (hit->actor != ActorId::None)
            note.lane = m_chart.stage().describer(hit->run).lane(hit->actor).toStdString();
    }
    open(hit->run, m_notes.notes(runId(hit->run)).size(), note, point);
}

void NoteEditor::addAtNow()
{
    const Stage &stage = m_chart.stage();
    if (stage.empty())
        return;
    const ChartView::Selection &selection = m_chart.view().selection();
    const std::size_t run = selection.empty() ? stage.focus() : selection.run;
    RunNote note{.at = stage.moment(run).now};
    if (!selection.empty()) {
        if (selection.span) {
            Hit hit;
            hit.kind = Hit::Kind::Span;
            hit.run = run;
            hit.actor = selection.actor;
            hit.span = *selection.span;
            note = aboutSpan(hit);
        }
        note.lane = stage.describer(run).lane(selection.actor).toStdString();
    }
    open(run, m_notes.notes(runId(run)).size(), note, placeOf(run, note));
}

/// Where its instant is, as far as that is in view.
QPointF NoteEditor::placeOf(std::size_t run, const RunNote &note) const
{
    if (run >= m_chart.scene().plots.size())
        return m_chart.rect().center();
    const timeline::Plot &plot = m_chart.scene().plots[run];
    const double x =
        m_chart.axis() == timeline::AxisMode::Clock ? plot.viewport.toPixel(note.at) : plot.area.center().x();
    return {std::clamp(x, plot.area.left(), plot.area.right()), plot.area.center().y()};
}

void NoteEditor::edit(std::size_t run, std::size_t note)
{
    const std::vector<RunNote> &notes = m_notes.notes(runId(run));
    if (note >= notes.size())
        return;
    const auto &hits = m_chart.scene().hits;
    const auto card = std::ranges::find_if(
        hits, [&](const Hit &hit) { return hit.kind == Hit::Kind::Note && hit.run == run && hit.span == note; });
    open(run, note, notes[note], card == hits.end() ? placeOf(run, notes[note]) : card->rect.topLeft());
}

void NoteEditor::remove(std::size_t run, std::size_t note)
{
    std::vector<RunNote> notes = m_notes.notes(runId(run));
    if (note >= notes.size())
        return;
    notes.erase(notes.begin() + static_cast<std::ptrdiff_t>(note));
    m_notes.setNotes(runId(run), std::move(notes));
}

void NoteEditor::open(std::size_t run, std::size_t note, const RunNote &content, QPointF at)
{
    close(true);
    m_run = runId(run);
    m_note = note;
    m_content = content;
    m_field = new QPlainTextEdit(&m_chart);
    m_field->setAccessibleName(tr("Note"));
    m_field->setPlaceholderText(tr("A note. Return keeps it, Escape does not."));
    m_field->setPlainText(QString::fromStdString(content.text));
    m_field->selectAll();
    const QPoint most(std::max(0, m_chart.width() - kField.width()), std::max(0, m_chart.height() - kField.height()));
    const QPoint place = at.toPoint();
    m_field->setGeometry(QRect(QPoint(std::clamp(place.x(), 0, most.x()), std::clamp(place.y(), 0, most.y())), kField));
    m_field->installEventFilter(this);
    m_field->show();
    m_field->setFocus();
}

void NoteEditor::close(bool keep)
{
    if (!m_field)
        return;
    QPlainTextEdit *field = m_field;
    m_field = nullptr; // losing the focus must not close it again
    m_content.text = field->toPlainText().trimmed().toStdString();
    field->hide();
    field->deleteLater();
    if (!keep)
        return;
    m_chart.setFocus();
    std::vector<RunNote> notes = m_notes.notes(m_run);
    const bool isNew = m_note >= notes.size();
    if (m_content.text.empty()) {
        if (isNew)
            return;
        notes.erase(notes.begin() + static_cast<std::ptrdiff_t>(m_note));
    } else if (isNew) {
        notes.push_back(m_content);
    } else {
        notes[m_note] = m_content;
    }
    m_notes.setNotes(m_run, std::move(notes));
}

bool NoteEditor::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    const bool ends = (key == Qt::Key_Return || key == Qt::Key_Enter) && !(modifiers & Qt::ShiftModifier);
    if (!ends && key != Qt::Key_Escape)
        return false;
    close(ends);
    m_chart.setFocus();
    return true;
}

bool NoteEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_chart && event->type() == QEvent::MouseButtonDblClick) {
        const auto hit = timeline::hitTest(m_chart.scene(), static_cast<QMouseEvent *>(event)->position());
        if (!hit || hit->kind != Hit::Kind::Note)
            return false;
        edit(hit->run, hit->span);
        return true;
    }
    if (watched != m_field || !m_field)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride: // the window has its own ideas of Escape
        event->accept();
        return true;
    case QEvent::KeyPress:
        return keyPressed(static_cast<QKeyEvent *>(event)->key(), static_cast<QKeyEvent *>(event)->modifiers());
    case QEvent::FocusOut: close(true); return false;
    default: return false;
    }
}

} // namespace coroscope

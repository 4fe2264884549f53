// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/notices.h"

#include "app/words/diagnosis.h"
#include "app/words/phrases.h"

#include <QEvent>
#include <QTextDocument>

#include <algorithm>

namespace coroscope {

namespace {

/// Finding them reads the whole run again.
constexpr EventIndex kMostEvents = 100'000;
constexpr EventIndex kMostEventsPlaying = 2'000;
constexpr std::size_t kMostLines = 6;
constexpr int kMostLinesHigh = 4;

/// Figures of what still goes on are told in round steps: nobody reads six digits that change with every frame.
ShownUntil steady(const Moment &moment, bool playing)
{
    ShownUntil until = moment.until();
    const Duration step = playing ? Duration(100ms) : Duration(1ms);
    const Instant last = until.cursor == 0 ? Instant{} : moment.spans->trace()[until.cursor - 1].at();
    until.now = std::max(last, Instant(until.now.time_since_epoch() / step * step));
    return until;
}

} // namespace

Notices::Notices(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    retranslate();
    hide();
}

void Notices::clearRun()
{
    m_spans = nullptr;
    hide();
}

void Notices::show(const Moment &moment, const Names &names, bool playing)
{
    const EventIndex read = moment.spans->eventsRead();
    const ShownUntil until = steady(moment, playing);
    if (m_spans == moment.spans
        && ((m_cursor == moment.cursor && m_read == read && m_now == until.now)
            || (playing && moment.cursor > kMostEventsPlaying)))
        return;
    m_spans = moment.spans;
    m_cursor = moment.cursor;
    m_read = read;
    m_now = until.now;
    QStringList lines;
    if (moment.cursor <= kMostEvents) {
        const auto all = diagnose(names, until);
        for (const Diagnostic &each : all)
            if (lines.size() < static_cast<qsizetype>(kMostLines))
                lines << QStringLiteral("! %1  %2").arg(words::timeText(each.at), diagnosticText(names, each));
        if (all.size() > kMostLines)
            lines << tr("… and %n more", nullptr, static_cast<int>(all.size() - kMostLines));
    }
    const QString text = lines.join(QLatin1Char('\n'));
    if (text != toPlainText()) {
        setPlainText(text);
        updateGeometry();
    }
    setVisible(!text.isEmpty());
}

QSize Notices::sizeHint() const
{
    // The document counts its height in lines, as they are wrapped at the present width.
    const int lines = std::clamp(static_cast<int>(document()->size().height()), 1, kMostLinesHigh);
    return {200, lines * fontMetrics().lineSpacing() + 2};
}

void Notices::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (height() != sizeHint().height())
        updateGeometry();
}

void Notices::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void Notices::retranslate()
{
    setAccessibleName(tr("What was noticed"));
}

} // namespace coroscope

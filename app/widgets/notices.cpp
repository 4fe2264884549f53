// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/notices.h"

#include "app/words/diagnosis.h"
#include "app/words/phrases.h"

namespace coroscope {

namespace {

/// Finding them reads the whole run again.
constexpr EventIndex kMostEvents = 100'000;
constexpr std::size_t kMostLines = 6;

} // namespace

Notices::Notices(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAccessibleName(tr("What was noticed"));
    hide();
}

void Notices::clearRun()
{
    m_spans = nullptr;
    hide();
}

void Notices::show(const Moment &moment, const Names &names)
{
    if (m_spans == moment.spans && m_cursor == moment.cursor && m_now == moment.now)
        return;
    m_spans = moment.spans;
    m_cursor = moment.cursor;
    m_now = moment.now;
    QStringList lines;
    if (moment.cursor <= kMostEvents) {
        const auto all = diagnose(names, moment.until());
        for (const Diagnostic &each : all)
            if (lines.size() < static_cast<qsizetype>(kMostLines))
                lines << QStringLiteral("! %1  %2").arg(words::timeText(each.at), diagnosticText(names, each));
        if (all.size() > kMostLines)
            lines << tr("… and %n more", nullptr, static_cast<int>(all.size() - kMostLines));
    }
    const QString text = lines.join(QLatin1Char('\n'));
    if (text != this->text())
        setText(text);
    setVisible(!text.isEmpty());
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/describe.h"

#include "app/timeline/words.h"

#include <QLocale>

#include <cmath>

namespace coroscope::timeline {

namespace {

QString fromStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString Describer::resource(ResourceId id) const
{
    return fromStd(m_names.resource(id));
}

QString Describer::lane(ActorId actor) const
{
    const std::string name = m_names.lane(actor);
    return actor == ActorId::Main && name.empty() ? Words::tr("main program") : fromStd(name);
}

QString Describer::awaiting(const Span &span) const
{
    return fromStd(m_names.awaiting(span));
}

QString Describer::blocking(const Span &span) const
{
    return fromStd(m_names.spans().trace().text(static_cast<TextId>(span.object)));
}

QString Describer::span(const Span &span, Duration length) const
{
    switch (span.state) {
    case State::Created: return Words::tr("not started");
    case State::Ready: return length > Duration::zero() ? deniedText(length) : Words::tr("ready");
    case State::Running: return Words::tr("holds the thread");
    case State::Blocking: return blocking(span);
    case State::Awaiting: return awaiting(span);
    }
    return {};
}

QString durationText(Duration d)
{
    const auto trimmed = [](double value, int decimals) {
        QString text = number(value, decimals);
        const QString point = QLocale().decimalPoint();
        if (!text.contains(point))
            return text;
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
        return text;
    };
    const double seconds = toSeconds(d);
    if (seconds >= 60) {
        const double minutes = std::floor(seconds / 60);
        const QString rest = trimmed(seconds - 60 * minutes, 1);
        const QString whole = number(minutes, 0) + QStringLiteral(" min");
        return rest == QStringLiteral("0") ? whole : whole + QLatin1Char(' ') + rest + QStringLiteral(" s");
    }
    if (seconds >= 0.1 || d == Duration::zero())
        return trimmed(seconds, 3) + QStringLiteral(" s");
    if (seconds >= 1e-4)
        return trimmed(seconds * 1e3, 3) + QStringLiteral(" ms");
    return trimmed(seconds * 1e6, 3) + QStringLiteral(" µs");
}

QString verdictText(Duration length, std::optional<Duration> comparedWith)
{
    const QString text = durationText(length);
    if (!comparedWith || *comparedWith <= Duration::zero())
        return text;
    const double percent = std::round((toSeconds(length) / toSeconds(*comparedWith) - 1) * 100);
    const QString sign = percent < 0 ? QStringLiteral("−") : percent > 0 ? QStringLiteral("+") : QStringLiteral("±");
    return QStringLiteral("%1   (%2%3 %)").arg(text, sign, number(std::abs(percent), 0));
}

QString measuredText(Duration d)
{
    const bool tenths = d >= 100ms && d < 60s && d % 100ms == Duration::zero();
    return tenths ? number(toSeconds(d), 1) + QStringLiteral(" s") : durationText(d);
}

QString deniedText(Duration d)
{
    return Words::tr("ready, denied the thread %1").arg(measuredText(d));
}

} // namespace coroscope::timeline

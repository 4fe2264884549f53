// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdict.h"

#include "app/timeline/describe.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace coroscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(coroscope::Verdict)
};

} // namespace

QString signedText(Duration difference)
{
    const QString size = timeline::durationText(difference < Duration{} ? -difference : difference);
    return (difference < Duration{}   ? QStringLiteral("−")
            : difference > Duration{} ? QStringLiteral("+")
                                      : QStringLiteral("±"))
           + size;
}

QString percentText(Duration first, Duration other)
{
    if (first <= Duration{})
        return {};
    const double percent = std::round((toSeconds(other) / toSeconds(first) - 1) * 100);
    const QString sign = percent < 0 ? QStringLiteral("−") : percent > 0 ? QStringLiteral("+") : QStringLiteral("±");
    return Words::tr("%1%2 %").arg(sign, QLocale().toString(std::abs(percent), 'f', 0));
}

QString verdictOf(const Measures &first, const Measures &other)
{
    const Duration difference = other.duration - first.duration;
    const QString percent = percentText(first.duration, other.duration);
    QStringList parts;
    if (difference == Duration{})
        parts.append(Words::tr("takes as long"));
    else if (percent.isEmpty())
        parts.append(Words::tr("takes %1").arg(signedText(difference)));
    else
        parts.append(Words::tr("takes %1 (%2)").arg(signedText(difference), percent));
    const auto add = [&parts](const QString &text, Duration one, Duration two) {
        if (one != two)
            parts.append(text.arg(signedText(two - one)));
    };
    add(Words::tr("thread held %1"), first.threadBusy, other.threadBusy);
    add(Words::tr("denied the thread %1"), first.starvation(), other.starvation());
    return parts.join(QStringLiteral(" · "));
}

} // namespace coroscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/ruler.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace coroscope::timeline {

namespace {

struct Unit {
    double nanoseconds;
    const char16_t *symbol;
};

/// The smallest of 1, 2, 5 x 10^n that is not below `least`; from a minute on, of the steps clocks
/// have.
double niceStep(double least)
{
    constexpr double second = 1e9;
    constexpr std::array clock{20 * second,    30 * second,    60 * second,    120 * second,  300 * second,
                               600 * second,   1200 * second,  1800 * second,  3600 * second, 7200 * second,
                               14400 * second, 21600 * second, 43200 * second, 86400 * second};
    if (least > 10 * second && least <= clock.back())
        return *std::lower_bound(clock.begin(), clock.end(), least);
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power >= least * (1 - 1e-9))
            return digit * power;
    }
    return 10 * power;
}

Unit unitFor(double step)
{
    if (step >= 3600e9)
        return {3600e9, u"h"};
    if (step >= 60e9)
        return {60e9, u"min"};
    if (step >= 10e6)
        return {1e9, u"s"};
    if (step >= 10e3)
        return {1e6, u"ms"};
    if (step >= 10)
        return {1e3, u"µs"};
    return {1, u"ns"};
}

} // namespace

std::vector<Tick> clockTicks(const Viewport &viewport, double spacing)
{
    std::vector<Tick> ticks;
    const double step = niceStep(std::max(1.0, spacing / viewport.scale()));
    const Unit unit = unitFor(step);
    const int decimals = static_cast<int>(std::max(0.0, std::ceil(-std::log10(step / unit.nanoseconds) - 1e-9)));
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double first = std::max(0.0, std::ceil(viewport.range.begin / step - 1e-9));
    for (double n = first; n * step <= viewport.range.end; ++n) {
        QString number = locale.toString(n * step / unit.nanoseconds, 'f', decimals);
        if (decimals > 0) {
            while (number.endsWith(QLatin1Char('0')))
                number.chop(1);
            if (number.endsWith(locale.decimalPoint()))
                number.chop(locale.decimalPoint().size());
        }
        ticks.push_back({n * step, number + QChar(0xa0) + QString::fromUtf16(unit.symbol)});
    }
    return ticks;
}

} // namespace coroscope::timeline

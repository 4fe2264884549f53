// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/slice_labels.h"

namespace coroscope::timeline {

const QString &SliceLabels::fitted(const Slices &slices, SliceName name, int pixelSize, double room)
{
    constexpr double kStep = 8;
    constexpr int kWhole = -1;
    constexpr qsizetype kLongest = 200; ///< more does not fit on any screen
    auto whole = m_texts.constFind({name, kWhole});
    if (whole == m_texts.constEnd()) {
        const std::string text = slices.name(name);
        whole = m_texts.insert(
            {name, kWhole},
            QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(kLongest).simplified());
    }
    if (textWidth(*whole, pixelSize) <= room)
        return *whole;
    const int steps = static_cast<int>(room / kStep);
    const auto known = m_texts.constFind({name, steps});
    if (known != m_texts.constEnd())
        return *known;
    const QString text = *whole;
    QString shorter = elidedText(text, pixelSize, false, steps * kStep);
    if (shorter.size() < 3) // a letter says nothing
        shorter.clear();
    return *m_texts.insert({name, steps}, shorter);
}

} // namespace coroscope::timeline

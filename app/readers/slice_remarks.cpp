// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/slice_remarks.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace coroscope::formats {

namespace {

struct RemarkText {
    Q_DECLARE_TR_FUNCTIONS(SliceRemarks)
};

int pluralOf(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

QStringList remarksOn(const Slices &slices)
{
    QStringList remarks;
    if (slices.incomplete())
        remarks << RemarkText::tr("The file ends in the middle: what was complete is shown, the rest is missing.");
    if (slices.tooDeep() > 0)
        remarks << RemarkText::tr("%Ln spans lie within more than 65000 others and are left out.", nullptr,
                                  pluralOf(slices.tooDeep()));
    if (slices.ignored() > 0)
        remarks << RemarkText::tr("%Ln events could not be used.", nullptr, pluralOf(slices.ignored()));
    return remarks;
}

QStringList remarksOn(const Slices &slices, const TraceCopy &copy)
{
    QStringList remarks;
    if (slices.incomplete())
        remarks << RemarkText::tr("The file ends in the middle: what was complete is written, the rest is missing.");
    if (slices.ignored() > 0)
        remarks << RemarkText::tr("%Ln events could not be used; they are written as they are.", nullptr,
                                  pluralOf(slices.ignored()));
    if (copy.mended > 0)
        remarks << RemarkText::tr("%Ln numbers that JSON does not know (NaN, Infinity) are written as texts.", nullptr,
                                  pluralOf(copy.mended));
    for (const QString &key : copy.lost)
        remarks << RemarkText::tr("What stands under \"%1\" could not be kept.").arg(key);
    return remarks;
}

} // namespace coroscope::formats

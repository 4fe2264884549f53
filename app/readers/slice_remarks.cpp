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
        remarks << RemarkText::tr("%Ln spans lie within more than 1000 others and are left out.", nullptr,
                                  pluralOf(slices.tooDeep()));
    if (slices.ignored() > 0)
        remarks << RemarkText::tr("%Ln events could not be used.", nullptr, pluralOf(slices.ignored()));
    return remarks;
}

QStringList lossesOf(const Slices &slices)
{
    if (slices.withArguments() == 0)
        return {};
    return {RemarkText::tr("The arguments of %Ln events are not kept.", nullptr, pluralOf(slices.withArguments()))};
}

} // namespace coroscope::formats

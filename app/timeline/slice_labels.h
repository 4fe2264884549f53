// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/typeface.h"
#include "core/slices/slices.h"

#include <QHash>

namespace coroscope::timeline {

/// The names of spans as they fit: the same few come back hundreds of times in a picture, at a few sizes.
class SliceLabels {
public:
    /// Shortened to `room` pixels (in steps of eight, so that few texts have to be shaped); empty when too little is
    /// left.
    [[nodiscard]] const QString &fitted(const Slices &slices, SliceName name, int pixelSize, double room);

private:
    struct Key {
        SliceName name;
        int room; ///< in steps; -1: of the whole name
        [[nodiscard]] bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, static_cast<std::uint32_t>(key.name), key.room);
        }
    };
    QHash<Key, QString> m_texts;
};

} // namespace coroscope::timeline

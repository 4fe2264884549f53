// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/byte_source.h"
#include "core/slices/slices.h"

#include <QString>

#include <optional>
#include <vector>

namespace coroscope {

/// A fact about a span of another program's trace.
struct DetailRow {
    QString label;
    QString value; ///< plain text of a stranger; may have line feeds
    std::vector<DetailRow> rows = {};
    std::optional<SliceAddress> target = {}; ///< the span it speaks of
};

/// All that is known of a span: what it is called, its times, where it stands, and what its event says in the file.
/// With no `text` the event is left out. In the language of the program.
[[nodiscard]] std::vector<DetailRow> detailsOf(const Slices &slices, const SliceAddress &address,
                                               formats::ByteSource *text);
/// A row a line, label and value with a tab between, what is in it two spaces further in.
[[nodiscard]] QString plainTextOf(const std::vector<DetailRow> &rows);

} // namespace coroscope

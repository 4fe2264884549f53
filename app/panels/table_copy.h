// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job_table.h"

namespace coroscope {

/// A job table on its way to a document.
enum class TableFormat { Markdown, Csv, Html, Latex };

/// Puts the table on the clipboard. HTML goes there as a table too, so that a word processor takes it as one.
void copyTable(const JobTable &table, TableFormat format);

} // namespace coroscope

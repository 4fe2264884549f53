// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/job_table.h"

#include <string>

namespace coroscope {

/// A job table as text: a row a slot, a column a job, a mark where the job was at work. UTF-8; each line ends with \n.
[[nodiscard]] std::string markdownOf(const JobTable &table);
/// With a comma between the fields, quoted where RFC 4180 wants it.
[[nodiscard]] std::string csvOf(const JobTable &table);
/// A <table> element.
[[nodiscard]] std::string htmlOf(const JobTable &table);
/// A tabular environment.
[[nodiscard]] std::string latexOf(const JobTable &table);

} // namespace coroscope

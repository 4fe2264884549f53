// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/time.h"

#include <string>

namespace coroscope {

/// A simulated page: how long a transfer takes and what it brings.
struct Page {
    std::string url;
    std::string name; ///< for its lane
    Duration duration{};
    int size = 0;
};

/// The course's four pages, again and again.
[[nodiscard]] Page page(int number);

/// "1.200": seconds with three decimals.
[[nodiscard]] std::string threeDecimals(Duration d);

} // namespace coroscope

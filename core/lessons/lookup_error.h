// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/errors.h"

namespace coroscope {

/// Python's LookupError: what was asked for is not there.
class LookupError : public Exception {
public:
    explicit LookupError(std::string text) : Exception("LookupError", std::move(text)) {}
};

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/version.h"

namespace coroscope {

std::string_view versionString() noexcept
{
    return COROSCOPE_VERSION;
}

} // namespace coroscope

// SPDX-License-Identifier: MIT
#include "core/sim/bytes.h"

#include "core/record/repr.h"

#include <array>
#include <cstdio>

namespace coroscope {

std::string repr(const Bytes &bytes)
{
    std::string out = "b";
    for (const char c : repr(std::string_view(bytes.data()))) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
            continue;
        }
        std::array<char, 5> code{};
        std::snprintf(code.data(), code.size(), "\\x%02x", static_cast<unsigned>(byte));
        out += code.data();
    }
    return out;
}

} // namespace coroscope

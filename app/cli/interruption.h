// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope::cli {

/// While it is there, the first Ctrl+C (or SIGTERM, SIGHUP) only sets a mark, so that what was begun can be taken back.
/// A second one ends the program as usual.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    [[nodiscard]] static bool asked();
};

} // namespace coroscope::cli

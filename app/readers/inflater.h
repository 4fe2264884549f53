// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <zlib.h>

namespace coroscope::formats {

/// Unpacks what gzip has packed, piece by piece; several packed one after the other are one text.
class Inflater {
public:
    using Fetch = std::function<std::size_t(char *to, std::size_t most)>;

    Inflater();
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// At most `most` bytes; 0 at the end, or where what is packed was cut. `fetch` gives the packed bytes. Throws
    /// ReadFailure when they are damaged, and what `fetch` throws.
    [[nodiscard]] std::size_t read(char *to, std::size_t most, const Fetch &fetch);
    /// From the begin of the packed bytes.
    void restart();

private:
    bool fill(const Fetch &fetch);

    z_stream m_stream{};
    std::vector<char> m_packed;
    bool m_between = true; ///< no text is begun
    bool m_ended = false;
};

} // namespace coroscope::formats

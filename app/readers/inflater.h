// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <zlib.h>

namespace coroscope::formats {

/// Unpacks what gzip has packed, piece by piece; several packed one after the other are one text. Some places are
/// remembered on the way, so that not all of it has to be unpacked again to come back to one.
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
    /// Where one goes on.
    struct Place {
        std::uint64_t packed = 0; ///< of the byte that is to be fetched next
        std::uint64_t text = 0;   ///< of the byte that is read next
    };
    /// To the last place it remembers that is not behind this byte of the text.
    Place goBack(std::uint64_t text);

private:
    static constexpr std::uint64_t kStride = std::uint64_t(16) << 20; ///< of the text, between remembered places
    struct StreamEnd {
        void operator()(z_stream *stream) const;
    };
    using Stream = std::unique_ptr<z_stream, StreamEnd>;
    struct Memory {
        Place place;
        Stream stream;
        bool between;
    };

    bool fill(const Fetch &fetch);
    void remember();

    Stream m_stream;
    std::vector<char> m_packed;
    std::vector<Memory> m_memories; ///< about 40 KiB each
    Place m_at;
    bool m_between = true; ///< no text is begun
    bool m_ended = false;
};

} // namespace coroscope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/inflater.h"

#include "app/readers/input_file.h"
#include "app/readers/words.h"

#include <algorithm>
#include <limits>
#include <new>

namespace coroscope::formats {

namespace {

constexpr std::size_t kPacked = std::size_t(1) << 16;
constexpr int kGzip = 16 + MAX_WBITS;

} // namespace

Inflater::Inflater() : m_packed(kPacked)
{
    if (inflateInit2(&m_stream, kGzip) != Z_OK)
        throw std::bad_alloc();
}

Inflater::~Inflater()
{
    inflateEnd(&m_stream);
}

void Inflater::restart()
{
    inflateReset(&m_stream);
    m_stream.avail_in = 0;
    m_between = true;
    m_ended = false;
}

bool Inflater::fill(const Fetch &fetch)
{
    if (m_stream.avail_in > 0)
        return true;
    m_stream.next_in = reinterpret_cast<Bytef *>(m_packed.data());
    m_stream.avail_in = static_cast<uInt>(fetch(m_packed.data(), m_packed.size()));
    return m_stream.avail_in > 0;
}

std::size_t Inflater::read(char *to, std::size_t most, const Fetch &fetch)
{
    const std::size_t size = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
    m_stream.next_out = reinterpret_cast<Bytef *>(to);
    m_stream.avail_out = static_cast<uInt>(size);
    while (m_stream.avail_out > 0 && !m_ended) {
        if (!fill(fetch) || (m_between && *m_stream.next_in == 0)) { // tapes are filled up with zeros
            m_ended = true;
            break;
        }
        m_between = false;
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            inflateReset(&m_stream);
            m_between = true;
        } else if (result == Z_MEM_ERROR) {
            throw std::bad_alloc();
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            throw ReadFailure{InputWords::tr("what gzip has packed is damaged"), {}};
        }
    }
    return size - m_stream.avail_out;
}

} // namespace coroscope::formats

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

void Inflater::StreamEnd::operator()(z_stream *stream) const
{
    inflateEnd(stream);
    delete stream;
}

Inflater::Inflater() : m_stream(new z_stream{}), m_packed(kPacked)
{
    if (inflateInit2(m_stream.get(), kGzip) != Z_OK)
        throw std::bad_alloc();
}

Inflater::~Inflater() = default;

Inflater::Place Inflater::goBack(std::uint64_t text)
{
    const auto after = std::ranges::upper_bound(m_memories, text, {}, [](const Memory &m) { return m.place.text; });
    m_ended = false;
    if (after == m_memories.begin()) {
        inflateReset(m_stream.get());
        m_between = true;
        m_at = {};
    } else {
        const Memory &memory = *std::prev(after);
        Stream copy(new z_stream{});
        if (inflateCopy(copy.get(), memory.stream.get()) != Z_OK)
            throw std::bad_alloc();
        m_stream = std::move(copy);
        m_between = memory.between;
        m_at = memory.place;
    }
    m_stream->avail_in = 0;
    return m_at;
}

/// What is packed and has been fetched already is fetched again from there.
void Inflater::remember()
{
    const std::uint64_t last = m_memories.empty() ? 0 : m_memories.back().place.text;
    if (m_ended || m_at.text < last + kStride)
        return;
    Stream copy(new z_stream{});
    if (inflateCopy(copy.get(), m_stream.get()) != Z_OK)
        return; // no memory: it takes longer to come back
    m_memories.push_back({{m_at.packed - m_stream->avail_in, m_at.text}, std::move(copy), m_between});
}

bool Inflater::fill(const Fetch &fetch)
{
    if (m_stream->avail_in > 0)
        return true;
    m_stream->next_in = reinterpret_cast<Bytef *>(m_packed.data());
    m_stream->avail_in = static_cast<uInt>(fetch(m_packed.data(), m_packed.size()));
    m_at.packed += m_stream->avail_in;
    return m_stream->avail_in > 0;
}

std::size_t Inflater::read(char *to, std::size_t most, const Fetch &fetch)
{
    const std::size_t size = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
    m_stream->next_out = reinterpret_cast<Bytef *>(to);
    m_stream->avail_out = static_cast<uInt>(size);
    while (m_stream->avail_out > 0 && !m_ended) {
        if (!fill(fetch) || (m_between && *m_stream->next_in == 0)) { // tapes are filled up with zeros
            m_ended = true;
            break;
        }
        m_between = false;
        const int result = inflate(m_stream.get(), Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            inflateReset(m_stream.get());
            m_between = true;
        } else if (result == Z_MEM_ERROR) {
            throw std::bad_alloc();
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            throw ReadFailure{InputWords::tr("what gzip has packed is damaged"), {}};
        }
    }
    const std::size_t count = size - m_stream->avail_out;
    m_at.text += count;
    remember();
    return count;
}

} // namespace coroscope::formats

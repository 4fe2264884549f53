// SPDX-License-Identifier: MIT
#include "core/trace/trace.h"

#include <stdexcept>
#include <vector>

namespace coroscope {

namespace {

/// Chunks given back by traces that are gone, for the traces to come. Shared by all threads.
class ChunkPool {
public:
    static ChunkPool &instance()
    {
        static ChunkPool pool;
        return pool;
    }

    TraceEvent *take(std::size_t events)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                TraceEvent *chunk = m_free.back().release();
                m_free.pop_back();
                return chunk;
            }
        }
        return static_cast<TraceEvent *>(::operator new(events * sizeof(TraceEvent))); // written before it is read, event by event
    }

    void give(TraceEvent *chunk)
    {
        Chunk owned(chunk);
        const std::lock_guard lock(m_mutex);
        if (m_free.size() < kMaxKept)
            m_free.push_back(std::move(owned));
    }

private:
    struct Free {
        void operator()(TraceEvent *chunk) const { ::operator delete(chunk); }
    };
    using Chunk = std::unique_ptr<TraceEvent, Free>;
    static constexpr std::size_t kMaxKept = 2048; ///< 256 MiB

    std::mutex m_mutex;
    std::vector<Chunk> m_free;
};

} // namespace

Trace::Trace()
{
    m_texts.emplace_back();
    m_textIds.emplace(m_texts.back(), TextId::Empty);
    m_places.emplace_back();
}

Trace::~Trace()
{
    for (std::size_t i = 0; i < m_chunkCount; ++i)
        ChunkPool::instance().give(m_directory[i / kBlockChunks].load(std::memory_order_relaxed)->chunks[i % kBlockChunks]);
    for (auto &block : m_directory)
        delete block.load(std::memory_order_relaxed);
}

void Trace::recordInNewChunk(std::uint64_t time, std::uint64_t what, std::uint64_t which, std::uint64_t value)
{
    addChunk();
    write(m_size.load(std::memory_order_relaxed), time, what, which, value);
}

void Trace::addChunk()
{
    if (m_chunkCount == kBlocks * kBlockChunks)
        throw std::length_error("the trace is full");
    auto &entry = m_directory[m_chunkCount / kBlockChunks];
    Block *block = entry.load(std::memory_order_relaxed);
    if (!block)
        block = new Block;
    m_chunk = block->chunks[m_chunkCount % kBlockChunks] = ChunkPool::instance().take(kChunkEvents);
    entry.store(block, std::memory_order_release);
    ++m_chunkCount;
}

TextId Trace::intern(std::string_view text)
{
    if (const auto found = m_textIds.find(text); found != m_textIds.end())
        return found->second;
    const std::lock_guard lock(m_textMutex);
    const auto id = static_cast<TextId>(m_texts.size());
    m_texts.emplace_back(text);
    m_textIds.emplace(m_texts.back(), id);
    return id;
}

SourceId Trace::internSlowly(const std::source_location &place)
{
    const SourceId id = intern(SourcePlace{place.file_name(), place.function_name(), place.line()});
    const auto site = std::bit_cast<std::uintptr_t>(place);
    m_recentPlaces[site / 8 % kRecent] = {site, id};
    return id;
}

TextId Trace::internSlowly(const char *text)
{
    const TextId id = intern(std::string_view(text));
    m_recentTexts[reinterpret_cast<std::uintptr_t>(text) % kRecent] = {text, id};
    return id;
}

SourceId Trace::intern(const SourcePlace &place)
{
    const auto [entry, isNew] = m_placeIds.try_emplace(place.file + ':' + std::to_string(place.line));
    if (isNew) {
        const std::lock_guard lock(m_textMutex);
        entry->second = static_cast<SourceId>(m_places.size());
        m_places.push_back(place);
    }
    return entry->second;
}

const std::string &Trace::text(TextId id) const
{
    const std::lock_guard lock(m_textMutex);
    return m_texts.at(raw(id));
}

const SourcePlace &Trace::place(SourceId id) const
{
    const std::lock_guard lock(m_textMutex);
    return m_places.at(raw(id));
}

std::size_t Trace::textCount() const
{
    const std::lock_guard lock(m_textMutex);
    return m_texts.size();
}

std::size_t Trace::placeCount() const
{
    const std::lock_guard lock(m_textMutex);
    return m_places.size();
}

} // namespace coroscope

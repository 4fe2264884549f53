// SPDX-License-Identifier: MIT
#include "core/record/trace.h"

#include "core/record/memory.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace coroscope {

namespace {

/// Pieces of memory of one size, given back by traces that are gone, for the traces to come. Shared by all threads.
class Recycled {
public:
    Recycled(std::size_t size, std::size_t kept) : m_size(size), m_kept(kept) {}
    ~Recycled()
    {
        for (std::byte *const piece : m_free)
            freeLarge(piece, m_size);
    }
    Recycled(const Recycled &) = delete;
    Recycled &operator=(const Recycled &) = delete;

    /// Whatever was in it still is: events are written before they are read.
    [[nodiscard]] TraceEvent *take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty())
            return reinterpret_cast<TraceEvent *>(allocateLarge(m_size));
        std::byte *const piece = m_free.back();
        m_free.pop_back();
        return reinterpret_cast<TraceEvent *>(piece);
    }

    void give(TraceEvent *events)
    {
        auto *const piece = reinterpret_cast<std::byte *>(events);
        const std::lock_guard lock(m_mutex);
        if (m_free.size() < m_kept)
            m_free.push_back(piece);
        else
            freeLarge(piece, m_size);
    }

private:
    const std::size_t m_size;
    const std::size_t m_kept; ///< at most so many wait for a trace
    std::mutex m_mutex;
    std::vector<std::byte *> m_free;
};

/// A lesson needs a chunk or two. A trace that has had kSlabChunks of them goes on in slabs of as many: huge pages, for
/// touching a fresh one costs a thirtieth of what as many small ones cost.
constexpr std::size_t kSlabChunks = 16;
constexpr std::size_t kChunkSize = kHugePage / kSlabChunks;

Recycled &recycledChunks()
{
    static Recycled chunks(kChunkSize, 64); // 8 MiB
    return chunks;
}

Recycled &recycledSlabs()
{
    static Recycled slabs(kHugePage, 128); // 256 MiB
    return slabs;
}

} // namespace

Trace::Trace()
{
    m_texts.emplace_back();
    m_textIds.emplace(m_texts.back(), TextId::Empty);
    m_places.emplace_back();
}

Trace::~Trace()
{
    const auto chunk = [&](std::size_t i) {
        return m_directory[i / kBlockChunks].load(std::memory_order_relaxed)->chunks[i % kBlockChunks];
    };
    for (std::size_t i = 0; i < std::min(m_chunkCount, kSlabChunks); ++i)
        recycledChunks().give(chunk(i));
    for (std::size_t i = kSlabChunks; i < m_chunkCount; i += kSlabChunks)
        recycledSlabs().give(chunk(i));
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
        entry.store(block = new Block, std::memory_order_release);
    static_assert(kChunkEvents * sizeof(TraceEvent) == kChunkSize && kBlockChunks % kSlabChunks == 0);
    if (m_chunkCount < kSlabChunks)
        m_chunk = recycledChunks().take();
    else if (m_chunkCount % kSlabChunks == 0)
        m_chunk = recycledSlabs().take();
    else
        m_chunk += kChunkEvents; // the same slab's next one
    block->chunks[m_chunkCount % kBlockChunks] = m_chunk;
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

TextId Trace::addText(std::string_view text)
{
    const std::lock_guard lock(m_textMutex);
    const auto id = static_cast<TextId>(m_texts.size());
    m_texts.emplace_back(text);
    m_textIds.try_emplace(m_texts.back(), id);
    return id;
}

SourceId Trace::addPlace(const SourcePlace &place)
{
    const std::lock_guard lock(m_textMutex);
    const auto id = static_cast<SourceId>(m_places.size());
    m_places.push_back(place);
    m_placeIds.try_emplace(place.file + ':' + std::to_string(place.line), id);
    return id;
}

void Trace::addSource(SourceText source)
{
    const std::lock_guard lock(m_textMutex);
    m_sources.push_back(std::move(source));
}

std::size_t Trace::sourceCount() const
{
    const std::lock_guard lock(m_textMutex);
    return m_sources.size();
}

const SourceText &Trace::source(std::size_t index) const
{
    const std::lock_guard lock(m_textMutex);
    return m_sources.at(index);
}

void Trace::addLost(std::uint64_t events)
{
    const std::uint64_t before = lost();
    m_lost.store(std::max(before + events, before), std::memory_order_relaxed); // never wraps
}

void Trace::setExit(RunExit exit)
{
    const std::lock_guard lock(m_textMutex);
    m_exit = exit;
}

std::optional<RunExit> Trace::exit() const
{
    const std::lock_guard lock(m_textMutex);
    return m_exit;
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

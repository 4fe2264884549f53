// SPDX-License-Identifier: MIT
#pragma once

#include "core/record/event.h"
#include "core/record/run_facts.h"

#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <unordered_map>

namespace coroscope {

/// A place in the program's own source: where a coroutine awaits, blocks or is called.
struct SourcePlace {
    std::string file; ///< as the compiler names it
    std::string function;
    std::uint32_t line = 0;
};

/// The append-only record of a run: events of 32 bytes in chunks that never move, and interned texts and places.
///
/// One thread records; any thread may read the events below size() and the texts they name while it does.
/// Recording costs a few nanoseconds: chunks are recycled from trace to trace, because a fresh page costs a
/// thousand times more than the record written to it.
class Trace {
public:
    Trace();
    ~Trace();
    Trace(const Trace &) = delete;
    Trace &operator=(const Trace &) = delete;

    /// Appends an event. Writer thread only. Throws std::length_error beyond 2^32 events. Always inlined: see
    /// World::record().
    [[gnu::always_inline]] void record(const TraceEvent &event)
    {
        const PackedEvent packed(event);
        record(packed.time, packed.what, packed.which, packed.value);
    }
    /// The same for the words of a PackedEvent.
    void record(std::uint64_t time, std::uint64_t what, std::uint64_t which, std::uint64_t value)
    {
        const EventIndex index = m_size.load(std::memory_order_relaxed);
        if (index % kChunkEvents == 0) [[unlikely]]
            return recordInNewChunk(time, what, which, value);
        write(index, time, what, which, value);
    }

    [[nodiscard]] EventIndex size() const { return m_size.load(std::memory_order_acquire); }
    [[nodiscard]] const TraceEvent &operator[](EventIndex index) const
    {
        const auto chunk = index / kChunkEvents;
        return m_directory[chunk / kBlockChunks]
            .load(std::memory_order_acquire)
            ->chunks[chunk % kBlockChunks][index % kChunkEvents];
    }

    /// Writer thread only; the same text gives the same id.
    TextId intern(std::string_view text);
    /// For texts that live as long as the program (names of functions): cheap when seen before. Writer thread only.
    TextId internStatic(const char *text);
    /// Writer thread only. Cheap for a place seen before.
    SourceId intern(const std::source_location &place);
    /// Writer thread only; the same file and line give the same id.
    SourceId intern(const SourcePlace &place);
    /// The place's id if it has been seen lately, else Nowhere: intern() without what it does the first time.
    [[nodiscard]] SourceId recent(const std::source_location &place) const;

    /// Appends a text or place under an id of its own, also when it is not new: for readers, whose source has numbered
    /// them already. Writer thread only.
    TextId addText(std::string_view text);
    SourceId addPlace(const SourcePlace &place);

    /// What is known of the run; set before its first event, by the writer.
    void setHeader(RunHeader header) { m_header = std::move(header); }
    [[nodiscard]] const RunHeader &header() const { return m_header; }

    // What comes with the run beside its events. Set by the writer, asked by any thread.
    void addSource(SourceText source);
    [[nodiscard]] std::size_t sourceCount() const;
    /// Stays valid as long as the trace.
    [[nodiscard]] const SourceText &source(std::size_t index) const;
    void addLost(std::uint64_t events);
    /// How many events happened of which nothing is known.
    [[nodiscard]] std::uint64_t lost() const { return m_lost.load(std::memory_order_relaxed); }
    void setExit(RunExit exit);
    [[nodiscard]] std::optional<RunExit> exit() const;

    /// Any thread. The reference stays valid as long as the trace.
    [[nodiscard]] const std::string &text(TextId id) const;
    [[nodiscard]] const SourcePlace &place(SourceId id) const;
    /// How many ids there are; the first of each is the empty one.
    [[nodiscard]] std::size_t textCount() const;
    [[nodiscard]] std::size_t placeCount() const;

private:
    static constexpr std::size_t kChunkEvents = 4096;
    static constexpr std::size_t kBlockChunks = 1024;
    static constexpr std::size_t kBlocks = 1024;
    struct Block {
        std::array<TraceEvent *, kBlockChunks> chunks{};
    };
    struct CachedText {
        const char *text = nullptr;
        TextId id = TextId::Empty;
    };
    static constexpr std::size_t kRecent = 64;
    struct CachedPlace {
        std::uintptr_t site = 0;
        SourceId id = SourceId::Nowhere;
    };

    void write(EventIndex index, std::uint64_t time, std::uint64_t what, std::uint64_t which, std::uint64_t value)
    {
        auto *const record = reinterpret_cast<std::byte *>(&m_chunk[index % kChunkEvents]);
        std::memcpy(record, &time, sizeof time);
        std::memcpy(record + 8, &what, sizeof what);
        std::memcpy(record + 16, &which, sizeof which);
        std::memcpy(record + 24, &value, sizeof value);
        m_size.store(index + 1, std::memory_order_release);
    }
    void recordInNewChunk(std::uint64_t time, std::uint64_t what, std::uint64_t which, std::uint64_t value);
    void addChunk();
    SourceId internSlowly(const std::source_location &place);
    [[gnu::noinline]] TextId internSlowly(const char *text);

    TraceEvent *m_chunk = nullptr; ///< the last one
    std::atomic<EventIndex> m_size{0};
    std::array<CachedPlace, kRecent> m_recentPlaces{};
    std::array<CachedText, kRecent> m_recentTexts{};
    std::array<std::atomic<Block *>, kBlocks> m_directory{};
    std::size_t m_chunkCount = 0;

    RunHeader m_header;
    std::atomic<std::uint64_t> m_lost{0};
    mutable std::mutex m_textMutex; ///< guards what follows against readers of other threads
    std::deque<SourceText> m_sources;
    std::optional<RunExit> m_exit;
    std::deque<std::string> m_texts;
    std::deque<SourcePlace> m_places;
    std::unordered_map<std::string_view, TextId> m_textIds;
    std::unordered_map<std::string, SourceId> m_placeIds;
};

inline TextId Trace::internStatic(const char *text)
{
    const CachedText &cached = m_recentTexts[reinterpret_cast<std::uintptr_t>(text) % kRecent];
    return cached.text == text ? cached.id : internSlowly(text);
}

inline SourceId Trace::recent(const std::source_location &place) const
{
    // A source_location is one pointer to constant data of its call site: enough to know the place again.
    static_assert(sizeof(place) == sizeof(std::uintptr_t));
    const auto site = std::bit_cast<std::uintptr_t>(place);
    const CachedPlace &cached = m_recentPlaces[site / 8 % kRecent];
    return cached.site == site ? cached.id : SourceId::Nowhere;
}

inline SourceId Trace::intern(const std::source_location &place)
{
    const SourceId known = recent(place);
    return known != SourceId::Nowhere ? known : internSlowly(place);
}

} // namespace coroscope

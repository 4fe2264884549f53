// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/web/film_data.h"
#include "app/export/web/player_page.h"
#include "app/words/narrator.h"
#include "core/model/loop_view.h"
#include "core/model/positions.h"

#include <QHash>

#include <memory>

namespace coroscope::formats {

/// What a page tells of one run beside its chart, in the language the program speaks at the time.
class RunData {
public:
    RunData(const PagedRun &run, Palette &palette);

    [[nodiscard]] const std::vector<Narrator::Sentence> &sentences() const { return m_sentences; }

    /// Lanes, source, console, job table, notes: what is there from the first step to the last.
    [[nodiscard]] QJsonObject head(const std::vector<PlayerStep> &steps, std::size_t index);
    /// Of the steps from `from` to before `to`: sentences, who has the thread, where everybody is in the source, what
    /// is inside the loop. What has not changed since the step before is 0; the first of them has it all.
    [[nodiscard]] QJsonObject part(const std::vector<PlayerStep> &steps, std::size_t index, std::size_t from,
                                   std::size_t to);

private:
    struct Listing;

    [[nodiscard]] QJsonArray lanes(const std::vector<PlayerStep> &steps, std::size_t index);
    [[nodiscard]] QJsonObject source() const;
    [[nodiscard]] QJsonArray console(const std::vector<PlayerStep> &steps, std::size_t index) const;
    [[nodiscard]] QJsonObject jobs(const std::vector<PlayerStep> &steps) const;
    [[nodiscard]] QJsonArray notes() const;
    [[nodiscard]] QJsonArray positionsAt(EventIndex cursor);
    [[nodiscard]] QJsonArray loopAt(EventIndex cursor);
    [[nodiscard]] QString nameOf(ActorId task, TextId label) const;
    [[nodiscard]] int lineOf(const Positions::Chain &chain);
    [[nodiscard]] int lineOf(SourceId place);
    [[nodiscard]] const Trace &trace() const { return m_run.spans->trace(); }

    const PagedRun &m_run;
    Palette &m_palette;
    Narrator m_narrator;
    std::vector<Narrator::Sentence> m_sentences;
    PositionsView m_positions;
    LoopView m_loop;
    QHash<SourceId, int> m_lines; ///< of the places asked for so far
    std::shared_ptr<const Listing> m_listing;
};

/// The steps of runs side by side: they take the k-th step of an instant together.
[[nodiscard]] std::vector<PlayerStep> stepsOf(const std::vector<std::unique_ptr<RunData>> &runs,
                                              const std::vector<PagedRun> &paged);

} // namespace coroscope::formats

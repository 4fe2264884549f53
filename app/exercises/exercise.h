// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "core/record/event.h"
#include "core/record/time.h"

#include <optional>
#include <vector>

namespace coroscope::exercises {

// An exercise is made of a finished run (make_exercises.h) and knows its answer; nothing in it is prose, so it is the
// same in every language. What it asks, and what is said of an answer, are words.h's to say. A window, a page or a
// sheet of paper shows it.

/// What is to be found out.
enum class Kind {
    Total,  ///< how long it takes in all: one of the items
    Order,  ///< the items are lines of the console, in disorder
    Table,  ///< which job is at work when: cells
    Who,    ///< who gets the thread next: one of the items
    Line,   ///< which line keeps the others waiting: one of the items
    Awaits, ///< which lines have to await: some of the items
};
inline constexpr std::array kAllKinds{Kind::Total, Kind::Order, Kind::Table, Kind::Who, Kind::Line, Kind::Awaits};
/// "total", "order", "table", "who", "line", "awaits"
[[nodiscard]] QString idOf(Kind kind);
[[nodiscard]] std::optional<Kind> kindNamed(const QString &id);

/// What an answer is.
enum class Form {
    One,   ///< one item
    Some,  ///< a set of items, which may be empty
    Order, ///< all items, first to last
    Cells, ///< a set of cells of rows and columns
};
[[nodiscard]] Form formOf(Kind kind);

/// What somebody believes who answers so.
enum class Belief {
    None,            ///< nothing is known of it, or the answer is right
    OneByOne,        ///< waits add up, tasks run one after the other
    AllAtOnce,       ///< everything overlaps, it takes as long as the longest
    AtWorkAtOnce,    ///< a job is at work from when it was made
    WaiterRuns,      ///< who still waits can have the thread
    AnyReady,        ///< whoever is ready may go first
    HolderGoesOn,    ///< who had the thread has it again before the others
    AwaitBlocks,     ///< an await keeps the thread
    CallIsEnough,    ///< a coroutine runs when it is called
    EverythingWaits, ///< every call has to be awaited
};

/// A passage of the run that shows why: played from `from`, up to and including all of `until`, or, of that instant, up
/// to the events before `cursor`.
struct Passage {
    Instant from{};
    Instant until{};
    EventIndex cursor = 0;         ///< 0: everything of the instant
    ActorId actor = ActorId::None; ///< whose lane to look at
};

/// Something to choose or to put in order.
struct Item {
    QString text = {};   ///< of the program: a printed line, a line of source without its indentation, a lane's name
    Duration duration{}; ///< Kind::Total: instead of a text
    int line = 0;        ///< Line, Awaits: in the source, from 1
    Belief belief = Belief::None; ///< of who chooses it wrongly; Awaits: of who is wrong about it
    Passage shows = {};           ///< why it is not what somebody may have thought, or why it is
};

struct Exercise {
    Kind kind = Kind::Total;
    std::vector<Item> items = {};
    /// The right answer: one index of the items; all of them in order; some, ascending; or cells, row * columns +
    /// column, ascending.
    QList<int> right = {};
    Passage shows = {}; ///< why, whatever was answered

    // Kind::Table: jobs by slots of time. There are more slots than the run is long, so that they do not give it away.
    QStringList rows = {};
    int columns = 0;
    Duration slot{};
    std::vector<Instant> made = {}; ///< for each row, when whoever does the job came into being

    // Kind::Who: asked before this event, of this instant, when this one has had the thread.
    EventIndex event = 0;
    Instant at{};
    ActorId before = ActorId::None;

    [[nodiscard]] Form form() const { return formOf(kind); }
};

/// What is said of an answer.
struct Verdict {
    bool right = false;
    Belief belief = Belief::None;
    QList<int> wrong = {}; ///< items (places of an order, cells) that are not as they should be
    Passage shows = {};    ///< where to look
};

/// `answer` is written as Exercise::right; Some and Cells in any order. A belief is named only where the answer shows
/// it.
[[nodiscard]] Verdict check(const Exercise &exercise, const QList<int> &answer);
/// "Not sure yet" is an answer, too.
[[nodiscard]] Verdict unsure(const Exercise &exercise);

} // namespace coroscope::exercises

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words/narrator.h"
#include "core/model/endless.h"

namespace coroscope::words {

/// A passage as one sentence with its time. Where a turn would make it longer than `longest` letters, some of what is
/// done in it goes untold.
[[nodiscard]] QString sentenceOf(const Narrator &narrator, const Passage &passage, qsizetype longest = 1000);

/// Whether a turn ends by saying until when the loop then sleeps: for whoever had it, and for nobody else.
[[nodiscard]] bool tellsOfSleep(const Narrator &narrator, const Passage &turn, const Passage &next);
/// Such a turn and the sleep, as one sentence.
[[nodiscard]] QString withSleep(const Narrator &narrator, const Passage &turn);

// Its parts.

/// How somebody got the thread: "run1 is woken by its timer and gets the thread".
[[nodiscard]] QString openingOf(const Narrator &narrator, const Passage &turn);
/// What is done in a turn, in the third person: "prints “a”", "sleeps until 1.5 s".
[[nodiscard]] QStringList deedsOf(const Narrator &narrator, const Passage &turn);
/// The same without the coroutines it goes into and comes back from.
[[nodiscard]] QStringList mainDeedsOf(const Narrator &narrator, const Passage &turn);
/// What a task goes to wait for: "waits for an item (queue.get())".
[[nodiscard]] QString awaitingOf(const Narrator &narrator, const Passage &turn, EventIndex await);
/// Who has to wait for a blocking call to end, in clauses: "run2 is ready but has to wait".
[[nodiscard]] QStringList deniedBy(const Narrator &narrator, EventIndex blockBegan);
/// "one waits for the lock “a”, which two holds": somebody who waits for ever, and whom he waits for.
[[nodiscard]] QString waitsForText(const Names &names, const EndlessWait &wait, ActorId other);
/// A callback's name in quotes; empty when it has none of its own.
[[nodiscard]] QString callbackName(const Narrator &narrator, TextId label);

} // namespace coroscope::words

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exercises/exercise.h"
#include "core/model/names.h"

namespace coroscope::exercises {

// What is said of exercises, in the program's language. Code and names of the run stay as they are.

/// What a kind is called in a list: "Order of the lines".
[[nodiscard]] QString titleOf(Kind kind);
/// What is asked: "It is 0.5 s, and run1 has just had the thread. Who gets it next?"
[[nodiscard]] QString questionOf(const Names &names, const Exercise &exercise);
/// What stands on an item; of a line of source without its number.
[[nodiscard]] QString textOf(const Exercise &exercise, const Item &item);
/// The head of a column of a table: "0–1".
[[nodiscard]] QString columnText(const Exercise &exercise, int column);
/// The right answer in one line: "2.5 s", "run1", "line 12: time.sleep(second)"; of an order its lines, of a table
/// how many slots there are to mark.
[[nodiscard]] QString rightAnswer(const Exercise &exercise);
/// What somebody believes, as a sentence; empty for Belief::None.
[[nodiscard]] QString textOf(Belief belief);
[[nodiscard]] QString notSureYet();

} // namespace coroscope::exercises

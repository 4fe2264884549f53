// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/words.h"

#include <array>

namespace coroscope::formats {

namespace {

struct Word {
    const char *name;
    const char *text;
};

constexpr std::array kWords{
    Word{"play", QT_TRANSLATE_NOOP("Player", "Play")},
    Word{"pause", QT_TRANSLATE_NOOP("Player", "Pause")},
    Word{"first", QT_TRANSLATE_NOOP("Player", "To the beginning")},
    Word{"previous", QT_TRANSLATE_NOOP("Player", "One step back")},
    Word{"next", QT_TRANSLATE_NOOP("Player", "One step on")},
    Word{"last", QT_TRANSLATE_NOOP("Player", "To the end")},
    Word{"position", QT_TRANSLATE_NOOP("Player", "Where in the run")},
    Word{"speed", QT_TRANSLATE_NOOP("Player", "Speed")},
    Word{"clock", QT_TRANSLATE_NOOP("Player", "clock")},
    Word{"steps", QT_TRANSLATE_NOOP("Player", "steps")},
    Word{"axis", QT_TRANSLATE_NOOP("Player", "Axis: time, or one column a step")},
    Word{"guess", QT_TRANSLATE_NOOP("Player", "Who is next?")},
    Word{"theme", QT_TRANSLATE_NOOP("Player", "Light or dark")},
    Word{"source", QT_TRANSLATE_NOOP("Player", "Source")},
    Word{"console", QT_TRANSLATE_NOOP("Player", "Console")},
    Word{"jobs", QT_TRANSLATE_NOOP("Player", "Jobs")},
    Word{"loop", QT_TRANSLATE_NOOP("Player", "Loop")},
    Word{"about", QT_TRANSLATE_NOOP("Player", "About")},
    Word{"notes", QT_TRANSLATE_NOOP("Player", "Notes")},
    Word{"table", QT_TRANSLATE_NOOP("Player", "The chart as a table")},
    Word{"chart", QT_TRANSLATE_NOOP("Player", "Chart of the run")},
    Word{"slot", QT_TRANSLATE_NOOP("Player", "slot")},
    Word{"atWork", QT_TRANSLATE_NOOP("Player", "at work")},
    Word{"holder", QT_TRANSLATE_NOOP("Player", "has the thread")},
    Word{"ready", QT_TRANSLATE_NOOP("Player", "ready queue (FIFO)")},
    Word{"timers", QT_TRANSLATE_NOOP("Player", "timers")},
    Word{"waiters", QT_TRANSLATE_NOOP("Player", "awaiting")},
    Word{"nobody", QT_TRANSLATE_NOOP("Player", "(nobody)")},
    Word{"empty", QT_TRANSLATE_NOOP("Player", "(empty)")},
    Word{"home", QT_TRANSLATE_NOOP("Player", "All runs")},
    Word{"lanes", QT_TRANSLATE_NOOP("Player", "Lanes")},
    Word{"ended", QT_TRANSLATE_NOOP("Player", "ended")},
    Word{"yes", QT_TRANSLATE_NOOP("Player", "That is right.")},
    Word{"no", QT_TRANSLATE_NOOP("Player", "It is not so.")},
    Word{"try", QT_TRANSLATE_NOOP("Player", "To try")},
    Word{"notice", QT_TRANSLATE_NOOP("Player", "What to notice")},
    Word{"legend", QT_TRANSLATE_NOOP("Player", "Signs")},
    Word{"keys", QT_TRANSLATE_NOOP("Player", "Keys")},
    Word{"step", QT_TRANSLATE_NOOP("Player", "step %1 of %2")},
    Word{"askNext", QT_TRANSLATE_NOOP("Player", "Who gets the thread next?")},
    Word{"notSure", QT_TRANSLATE_NOOP("Player", "not sure yet")},
    Word{"right", QT_TRANSLATE_NOOP("Player", "Right: %1.")},
    Word{"wrong", QT_TRANSLATE_NOOP("Player", "No: %1.")},
    Word{"score", QT_TRANSLATE_NOOP("Player", "%1 of %2 right")},
    Word{"goOn", QT_TRANSLATE_NOOP("Player", "Go on")},
    Word{"noSource", QT_TRANSLATE_NOOP("Player", "The source of this run is not at hand.")},
    Word{"nothing", QT_TRANSLATE_NOOP("Player", "Nothing has been printed yet.")},
    Word{"mainProgram", QT_TRANSLATE_NOOP("Player", "program")},
    Word{"run", QT_TRANSLATE_NOOP("Player", "Run")},
    Word{"keyList",
         QT_TRANSLATE_NOOP("Player", "Space: play, pause\n→ ←: an event on, back\nShift+→ ←: a step on, back\n"
                                     "Ctrl+→ ←: an iteration of the loop\nHome, End: to the beginning, to the end\n"
                                     "> <: faster, slower\nA: axis\nW: who is next?\n[ ]: where to loop from, and to")},
    Word{"madeBy", QT_TRANSLATE_NOOP("Player", "Made with Coroscope. The script and style of this page are under the "
                                               "MIT licence; the run is its author’s.")},
};

} // namespace

QJsonObject playerWords()
{
    QJsonObject words;
    for (const Word &word : kWords)
        words.insert(QLatin1String(word.name), PlayerWords::tr(word.text));
    return words;
}

} // namespace coroscope::formats
